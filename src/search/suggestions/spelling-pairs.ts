/**
 * Words that are written in two ways in Taiwan, and count as two spellings: search
 * offers the other. Used in the build, which keeps those that the text has. Ways
 * that differ only in forms of one character (週邊 周邊, 宣佈 宣布) are found as one.
 */
const PAIRS =
  '計畫計劃 規畫規劃 籌畫籌劃 策畫策劃 企畫企劃 部署佈署 身分身份 分子份子 部分部份 成分成份 ' +
  '紀錄記錄 聯絡連絡 聯繫連繫 唯一惟一 雇用僱用 雇主僱主 其他其它 搜集蒐集 交代交待 ' +
  '撤銷撤消 涵義含義 詞彙辭彙 想像想象 圖像圖象 坐落座落 報導報道 憑藉憑借';

/** Each pair of spellings. */
export const SPELLING_PAIRS: readonly (readonly [string, string])[] = PAIRS.split(' ').map(
  (pair) => [pair.slice(0, pair.length / 2), pair.slice(pair.length / 2)] as const,
);
