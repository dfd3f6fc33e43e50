/** Printed words taken apart: what stands in quotation marks or brackets is covered, so that signs between are found. */

/** Quotation marks and title marks, and brackets, each with its partner. */
const PAIRS: Record<string, string> = {
  '「': '」',
  '『': '』',
  '“': '”',
  '"': '"',
  '〈': '〉',
  '《': '》',
  '(': ')',
  '（': '）',
};
const MARKS = '「『“"〈《';

/** Where the partner of an opening mark stands; -1 where it is missing. */
function closing(words: string, open: number): number {
  const [mark = '', partner = ''] = [words[open], PAIRS[words[open] ?? '']];
  let depth = 0;
  for (let at = open + 1; at < words.length; at += 1) {
    if (words[at] === partner) {
      if (depth === 0) return at;
      depth -= 1;
    } else if (words[at] === mark) depth += 1;
  }
  return -1;
}

const FILLER = '■';
const ADDRESS = /https?:\/\/[^\s，。；、）」』”>]+/gu;

/** Words of the same length, in which quotations, brackets and addresses are covered. */
export function covered(words: string): string {
  let out = words.replace(ADDRESS, (address) => FILLER.repeat(address.length));
  for (let at = 0; at < out.length; at += 1) {
    if (PAIRS[out[at] ?? ''] === undefined) continue;
    const end = closing(out, at);
    if (end < 0) continue;
    out = out.slice(0, at) + FILLER.repeat(end + 1 - at) + out.slice(end + 1);
    at = end;
  }
  return out;
}

/** A stretch in quotation or title marks. */
export interface Marked {
  /** The mark that opens it. */
  mark: string;
  /** What stands in it, without the comma or point before its end. */
  value: string;
  start: number;
  /** Where the words go on after it. */
  end: number;
}

const withoutStop = (words: string): string =>
  words.trim().replace(/(?<!(?:^|[\s.])\p{Lu})[,，.。、;；]+$/u, '');

/** A title out of its marks: what it quotes in the second marks, it quotes in the first. */
const inner = (mark: string, words: string): string =>
  mark === '「' ? words.replaceAll('『', '「').replaceAll('』', '」') : words;

/** The stretches in quotation or title marks, outermost alone; one whose end is missing ends at a comma. */
export function markedIn(words: string): Marked[] {
  const found: Marked[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const mark = words[at] ?? '';
    if (!MARKS.includes(mark)) continue;
    const partner = closing(words, at);
    const comma = words.slice(at).search(/[，。；]/u);
    const end = partner >= 0 ? partner : comma < 0 ? words.length : at + comma;
    found.push({
      mark,
      value: inner(mark, withoutStop(words.slice(at + 1, end))),
      start: at,
      end: partner >= 0 ? end + 1 : end,
    });
    at = end;
  }
  return found;
}

/** Words between commas and stops, each with the brackets in it. */
export function tokensOf(words: string): string[] {
  const cover = covered(words);
  const tokens: string[] = [];
  let start = 0;
  for (const { index } of cover.matchAll(/[，,。；;]|\.(?=\s|$)/gu)) {
    // A point after a capital or in an abbreviation ends nothing: Washington D.C.
    if (
      cover[index] === '.' &&
      /(?:^|[\s.])\p{Lu}$|\b(?:St|Mt|Dr|vs|Jr|Sr|Co|Inc|Ltd)$/u.test(cover.slice(0, index)) &&
      index < cover.trimEnd().length - 1
    )
      continue;
    tokens.push(words.slice(start, index));
    start = index + 1;
  }
  return [...tokens, words.slice(start)]
    .map((token) => token.trim())
    .filter((token) => /[\p{L}\p{N}]/u.test(token));
}
