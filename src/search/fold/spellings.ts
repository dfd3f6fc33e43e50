/** Other spellings of the text's characters: Simplified, Taiwan, Hong Kong. Used in the build only. */
import { Converter } from 'opencc-js';

const simplified = Converter({ from: 't', to: 'cn' });
const standards = [
  Converter({ from: 't', to: 'tw' }),
  Converter({ from: 't', to: 'hk' }),
  Converter({ from: 'tw', to: 't' }),
  Converter({ from: 'hk', to: 't' }),
];

/** Pairs that people write for one another in the very words, whatever the tables say. */
const PAIRS = [
  ...[
    '佈布',
    '佔占',
    '台臺',
    '産產',
    '圏圈',
    '紥紮',
    '砲炮',
    '羣群',
    '峯峰',
    '眞真',
    '敎教',
    '鈎鉤',
  ],
  ...[
    '啓啟',
    '衞衛',
    '綫線',
    '汚污',
    '强強',
    '戶户',
    '說説',
    '脚腳',
    '踪蹤',
    '牀床',
    '眾衆',
    '裏裡',
  ],
  ...[
    '黃黄',
    '錄録',
    '清淸',
    '青靑',
    '既旣',
    '即卽',
    '值値',
    '卻却',
    '鄉鄕',
    '內内',
    '稅税',
    '溫温',
  ],
];

/** Converts many characters at once, each by itself: of a call for each, most would be the call. */
const convertEach = (to: (text: string) => string, characters: readonly string[]): string[] =>
  to(characters.join('\n')).split('\n');

/** Of characters that are written in other ways, or have a Simplified form: these. */
interface Forms {
  variants: ReadonlyMap<string, ReadonlySet<string>>;
  simplified: ReadonlyMap<string, string>;
}

function formsOf(characters: readonly string[]): Forms {
  const forms: Map<string, Set<string>> = new Map();
  const add = (c: string, form: string) => {
    if (form !== c) forms.set(c, (forms.get(c) ?? new Set([c])).add(form));
  };
  for (const to of standards) {
    const converted = convertEach(to, characters);
    for (const [i, c] of characters.entries()) add(c, converted[i] ?? c);
  }
  for (const pair of PAIRS) {
    for (const c of pair) for (const other of pair) add(c, other);
  }
  const shown = convertEach(simplified, characters);
  return {
    variants: forms,
    simplified: new Map(characters.map((c, i) => [c, shown[i] ?? c])),
  };
}

const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].some((c) => b.has(c));

function* han(): Generator<string> {
  for (const [first, last] of [
    [0x3400, 0x4dbf],
    [0x4e00, 0x9fff],
  ] as const) {
    for (let code = first; code <= last; code += 1) yield String.fromCodePoint(code);
  }
}

let ofHan: Forms | undefined;

/** Simplified character → the characters of the texts that it stands for in their very words. */
function wordSpellings(
  texts: readonly string[],
  convert: (text: string) => string,
): Map<string, Set<string>> {
  const pairs = new Map<string, Set<string>>();
  for (const text of texts) {
    const printed = [...text];
    const converted = [...convert(text)];
    // Words of another length (there are none from Traditional to Simplified) cannot be paired off.
    if (printed.length !== converted.length) continue;
    for (const [i, c] of printed.entries()) {
      const typed = converted[i] ?? c;
      if (typed !== c) pairs.set(typed, (pairs.get(typed) ?? new Set()).add(c));
    }
  }
  return pairs;
}

/**
 * The spellings of a text's Han characters, each as the typed character and
 * then those of the text it may stand for.
 *
 * `same` are regional forms of one character (裡 for 裏), and Simplified forms
 * that the text does not use itself (卢 for 盧). `like` share a Simplified form
 * but may be other words (麵 for 面, 後 for 后), or are written so only in some
 * words (计划 for 計畫): these neighbours must decide.
 * @param shown the text as the Simplified pages show it; what they show can be typed
 */
export function spellingsOf(
  characters: ReadonlySet<string>,
  texts: readonly string[],
  shown: (text: string) => string = simplified,
): { same: string[]; like: string[] } {
  const corpus = [...characters].filter((c) => /^\p{Script=Han}$/u.test(c)).sort();
  ofHan ??= formsOf([...han()]);
  const known = ofHan;
  const rare = formsOf(corpus.filter((c) => !known.simplified.has(c)));
  const variants = (c: string): ReadonlySet<string> =>
    known.variants.get(c) ?? rare.variants.get(c) ?? new Set([c]);
  const simple = (c: string): string =>
    known.simplified.get(c) ?? rare.simplified.get(c) ?? simplified(c);
  const bySimplified = new Map<string, string[]>();
  for (const c of corpus) {
    const key = simple(c);
    bySimplified.set(key, [...(bySimplified.get(key) ?? []), c]);
  }
  const byVariant = new Map<string, string[]>();
  for (const c of corpus)
    for (const v of variants(c)) byVariant.set(v, [...(byVariant.get(v) ?? []), c]);
  const inWords = wordSpellings(texts, simplified);
  for (const [typed, printed] of wordSpellings(texts, shown))
    inWords.set(typed, new Set([...(inWords.get(typed) ?? []), ...printed]));
  const same: string[] = [];
  const like: string[] = [];
  for (const typed of han()) {
    const sharing = bySimplified.get(simple(typed)) ?? [];
    const isOfText = sharing.length > 0 || inWords.has(typed) || byVariant.has(typed);
    if (!isOfText && !known.variants.has(typed)) continue;
    const own = variants(typed);
    const regional = new Set([...own].flatMap((v) => byVariant.get(v) ?? []));
    const pure = simple(typed) === typed && !characters.has(typed);
    const sure = new Set([...regional].filter((c) => overlap(variants(c), own)));
    if (pure) for (const c of sharing) sure.add(c);
    sure.delete(typed);
    const unsure = [...new Set([...sharing, ...(inWords.get(typed) ?? [])])]
      .filter((c) => c !== typed && !sure.has(c))
      .sort();
    if (sure.size > 0) same.push(typed + [...sure].sort().join(''));
    if (unsure.length > 0) like.push(typed + unsure.join(''));
  }
  return { same, like };
}
