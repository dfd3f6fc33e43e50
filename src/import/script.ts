/** Which script a Chinese text is in, by characters of which the other script has another form. */

/** Frequent characters, Traditional and Simplified in turn; none of the latter is a Japanese form. */
const PAIRS = [
  ...'這这們们為为時时對对說说與与發发經经開开關关書书東东車车長长見见問问還还進进過过從从後后動动業业實实',
];
/** 后 stands in Traditional texts too (皇后). */
const BOTH = new Set(['后']);
const TRADITIONAL = new Set(PAIRS.filter((_, i) => i % 2 === 0));
const SIMPLIFIED = new Set(PAIRS.filter((c, i) => i % 2 === 1 && !BOTH.has(c)));

/** So many times as many of one script tell. */
const CLEAR = 5;
const LEAST = 5;

/** @returns the language of a text (BCP 47), undefined where it does not tell */
export function scriptOf(text: string): 'zh-Hant' | 'zh-Hans' | undefined {
  let traditional = 0;
  let simplified = 0;
  for (const char of text) {
    if (TRADITIONAL.has(char)) traditional += 1;
    else if (SIMPLIFIED.has(char)) simplified += 1;
  }
  if (traditional >= LEAST && traditional >= CLEAR * simplified) return 'zh-Hant';
  if (simplified >= LEAST && simplified >= CLEAR * traditional) return 'zh-Hans';
  return undefined;
}
