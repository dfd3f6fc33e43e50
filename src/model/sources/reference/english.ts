/** What English references write alike in every style: ranges, numbers of editions and volumes. */

/** The first letter as a capital. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** 325-341 as 325–341; A-15 is one page. */
export const pages = (range: string | undefined): string | undefined =>
  range?.replace(/(?<=\d)-(?=\d)/gu, '–');

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

function ordinal(number: number): string {
  const teen = number % 100 > 10 && number % 100 < 14;
  return `${number}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')}`;
}

/** “Sixth Edition”, “6” and “6th ed.” are the 6th ed.; 修訂版 stays as it is. */
export function edition(words: string | undefined): string | undefined {
  const [, word = '', digits] =
    /^(?:([a-z]+)|(\d+)(?:st|nd|rd|th)?)(?:\s+ed(?:ition|n)?\.?)?$/iu.exec(words?.trim() ?? '') ??
    [];
  const number = digits ? Number(digits) : ORDINALS.indexOf(word.toLowerCase()) + 1;
  return number > 0 ? `${ordinal(number)} ed.` : words;
}
