/** What English references write alike in every style: ranges, numbers of editions and volumes. */

/** The first letter as a capital. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** 325-341 as 325–341, iv-x as iv–x; A-15 is one page. */
export const pages = (range: string | undefined): string | undefined =>
  range?.replace(/(?<=\d)-(?=\d)|(?<=\b[ivxlc]+)-(?=[ivxlc]+\b)/gu, '–');

/** Whether pages are several. */
export const isPlural = (range: string): boolean =>
  /,|\d[-–][A-Z]?\d|[ivxlc][-–][ivxlc]/u.test(range);

/** A number of a report that is bare digits is called one. */
export const numbered = (number: string): string =>
  /^\d+$/u.test(number) ? `no. ${number}` : number;

/** What of the last page is said after the first one, in digits. */
type Shortened = (first: string, last: string) => string;

/** The digits of the last page from the one on in which it differs, and at least so many. */
function changed(first: string, last: string, least: number): string {
  if (first.length !== last.length) return last;
  const differs = [...last].findIndex((digit, i) => digit !== first[i]);
  return last.slice(Math.min(differs < 0 ? last.length : differs, last.length - least));
}

/** 3–10, 71–72; 100–104; 107–8; 321–28; 1496–500: how Chicago writes the last page of a range. */
const chicagoLast: Shortened = (first, last) => {
  const from = Number(first);
  if (from < 100 || from % 100 === 0) return last;
  return changed(first, last, from % 100 < 10 ? 1 : 2);
};

/** 12–21; 103–04; 325–41; 923–1003: the last two digits of what is above ninety-nine, or more where they change (MLA). */
const mlaLast: Shortened = (first, last) => (Number(first) < 100 ? last : changed(first, last, 2));

const shortened =
  (write: Shortened) =>
  (range: string | undefined): string | undefined =>
    range?.replace(
      /(?<![\p{L}\d–-])(\d+)[–-](\d+)(?![\p{L}\d–-])/gu,
      (whole, first: string, last: string) =>
        Number(first) < Number(last) ? `${first}–${write(first, last)}` : whole.replace('-', '–'),
    );

/** 325-341 as 325–41; what is no range of numbers stays as it is. */
export const chicagoPages = shortened(chicagoLast);
/** 103-104 as 103–04. */
export const mlaPages = shortened(mlaLast);

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

function ordinal(number: number): string {
  const teen = number % 100 > 10 && number % 100 < 14;
  return `${number}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')}`;
}

/** Numbers of a double issue: 1-2 as nos. 1–2. */
export const issueNumber = (issue: string): string =>
  `${/\d ?[-–,] ?\d/u.test(issue) ? 'nos.' : 'no.'} ${pages(issue)}`;

/**
 * “Sixth Edition”, “6” and “6th ed.” are the 6th ed., “Revised Edition” and “Rev. ed.” the rev. ed.;
 * 修訂版 stays as it is.
 */
export function edition(words: string | undefined): string | undefined {
  if (/^rev(?:\.|ised)?\s+ed(?:ition|n)?\.?$/iu.test(words?.trim() ?? '')) return 'rev. ed.';
  const [, word = '', digits] =
    /^(?:([a-z]+)|(\d+)(?:st|nd|rd|th)?)(?:\s+ed(?:ition|n)?\.?)?$/iu.exec(words?.trim() ?? '') ??
    [];
  const number = digits ? Number(digits) : ORDINALS.indexOf(word.toLowerCase()) + 1;
  return number > 0 ? `${ordinal(number)} ed.` : words;
}
