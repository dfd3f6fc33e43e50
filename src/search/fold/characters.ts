/** Which characters count as the same in a search; the text itself is never changed. */
import { RADICALS } from './radicals.ts';

/** What a character is to the search: part of a word, of a number, a letter of its own, a mark. */
export type Kind = 'word' | 'number' | 'letter' | 'punctuation' | 'space' | 'line' | 'nothing';

export interface Folded {
  kind: Kind;
  /** The folded form; a character may fold to several (ß, ﬁ), a combining mark to none. */
  value: string;
}

const PUNCTUATION = new Map<string, string>();
for (const [form, others] of [
  // Quotations are set in 「」 or “” by region, not by meaning.
  ['"', '“”„‟＂〝〞«»「」『』﹁﹂﹃﹄'],
  // Also the letters that romanisations write for it: Pʼyŏngyang, Chʻoe, al-ʿArab.
  ["'", '‘’‚‛＇′`´ʹʻʼʽʾʿˈˊˋ՚׳‵'],
  ['-', '─—–‐‑‒―−－﹣⸺━'],
  ['~', '～〜∼˜'],
  ['·', '‧・•･∙⋅'],
  ['…', '⋯'],
] as const) {
  for (const other of others) PUNCTUATION.set(other, form);
}

/** Latin letters that no decomposition takes apart. */
const LATIN = new Map(
  Object.entries({
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ħ: 'h',
    ŋ: 'ng',
    ŧ: 't',
    ı: 'i',
  }),
);

/** Marks that make another letter and no accent: of voice in kana. */
const VOICED = /[\u3099\u309a]/u;

/** A letter of any script without case and diacritics; Hangul and kana stay whole. */
const bareLetter = (letter: string): string =>
  letter
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, (mark) => (VOICED.test(mark) ? mark : ''))
    .normalize('NFC');

const plain = (text: string): string => {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...bare].map((c) => LATIN.get(c) ?? c).join('');
};

function fold(character: string): Folded {
  if (character === '\n') return { kind: 'line', value: '\n' };
  if (/\s/u.test(character)) return { kind: 'space', value: ' ' };
  if (/[\p{C}\p{M}]/u.test(character)) return { kind: 'nothing', value: '' };
  const punctuation = PUNCTUATION.get(character);
  if (punctuation) return { kind: 'punctuation', value: punctuation };
  if (character === '…') return { kind: 'punctuation', value: '…' };
  const wide = RADICALS.get(character) ?? character.normalize('NFKC');
  if (/^\p{Nd}+$/u.test(wide)) return { kind: 'number', value: wide };
  if (/^\p{Script=Latin}[\p{Script=Latin}\p{M}]*$/u.test(wide))
    return { kind: 'word', value: plain(wide) };
  // One that widens to several signs (½, ㈠) stays itself.
  const value = [...wide].length === 1 ? wide : character;
  if (/[\p{L}\p{N}]/u.test(value)) return { kind: 'letter', value: bareLetter(value) };
  return { kind: 'punctuation', value: PUNCTUATION.get(value) ?? value };
}

const known = new Map<string, Folded>();

/** Folds one character: width, case, diacritics, quotation marks, dashes. */
export function foldCharacter(character: string): Folded {
  const before = known.get(character);
  if (before) return before;
  const folded = fold(character);
  known.set(character, folded);
  return folded;
}
