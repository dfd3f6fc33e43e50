/** Characters that mean nothing, or that nobody could see: one list for the import and for the checks. */

/** Private use, unassigned, what stands for a lost character or object, and controls other than white space. */
export const MEANINGLESS = /[\p{Co}\p{Cn}\p{Cs}\uFFFC\uFFFD]|(?!\s)\p{Cc}/u;

/** Signs of Arabic, Syriac and Kaithi that Unicode counts as format characters, and that are printed. */
const PRINTED = '[\\u0600-\\u0605\\u06DD\\u070F\\u0890\\u0891\\u08E2\\u{110BD}\\u{110CD}]';

/** Drawn as nothing, though Unicode counts them as letters, marks or symbols: fillers, joiners, a blank of Braille. */
const BLANK = '\\u034F|\\u17B4|\\u17B5|\\u2800|\\u3164|\\uFFA0';

/** Soft hyphens, zero-width characters, marks of direction, tags, blanks; separators that break lines unseen. */
export const UNSEEN = new RegExp(`(?!${PRINTED})(?:[\\p{Cf}\\p{Zl}\\p{Zp}]|${BLANK})`, 'u');

/** Either of them, and the controls that are white space: what no text of ours holds. */
export const INVISIBLE = new RegExp(`${UNSEEN.source}|${MEANINGLESS.source}|\\p{Cc}`, 'u');

/** How a character is named: U+200B. */
export const codeOf = (char: string): string =>
  `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
