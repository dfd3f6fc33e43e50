/**
 * What a search must find, told by plain search over the printed text. Nothing
 * here comes from `src/search`; where the search takes two things for the same,
 * this file says so a second time, in a way of its own:
 *
 * - width, case and diacritics: Ｕ u U ü;
 * - “” ‘’ 「」 『』 and straight quotation marks; dashes, one or more; ‧ and ·; ～ and ~;
 * - white space, but for that between two Latin words, two numbers or two Han
 *   characters: 1945 年 is 1945年;
 * - regional forms of one character, of which the text prints both: 為 爲, 台 臺, 佈 布, 佔 占;
 * - of two and more Han characters, all that have one Simplified form: 批准 批準, 了解 瞭解;
 * - numbers of four and more digits with and without separators: 37,000 and 37000;
 * - a line in which the words begin where a word begins comes before one in which
 *   they begin inside a word: `ross` is not for “across”, unless nothing else is there.
 *
 * A note is also found by the references of the works that it cites in short
 * (Ibid., op. cit., 同上註 …): `references.ts`.
 */
import { Converter } from 'opencc-js';

export interface Text {
  path: string;
  text: string;
}

interface Folded {
  path: string;
  folded: string;
  /** With the separators of numbers taken out. */
  bare: string;
  /** Each character in its Simplified form. */
  simple: string;
}

const toSimplified = Converter({ from: 't', to: 'cn' });

const simplified = new Map<string, string>();

/** A character by itself, whatever words it stands in. */
function simplifiedOf(character: string): string {
  const known = simplified.get(character) ?? toSimplified(character);
  simplified.set(character, known);
  return known;
}

const simple = (folded: string): string => folded.replace(/\p{Script=Han}/gu, simplifiedOf);

const hasHanPair = (text: string): boolean => (text.match(/\p{Script=Han}/gu) ?? []).length > 1;

const SAME_MARKS: [RegExp, string][] = [
  [/[“”「」『』]/gu, '"'],
  [/[‘’]/gu, "'"],
  [/[─—–－-]+/gu, '-'],
  [/[‧・•]/gu, '·'],
  [/[～〜]/gu, '~'],
  [/…+/gu, '…'],
];

const SAME_CHARACTERS = new Map(Object.entries({ 爲: '為', 臺: '台', 佈: '布', 佔: '占' }));

type Class = 'latin' | 'digit' | 'letter' | 'other';

function classOf(character: string | undefined): Class {
  if (character === undefined) return 'other';
  if (/[a-z]/u.test(character)) return 'latin';
  if (/[0-9]/u.test(character)) return 'digit';
  return /\p{L}/u.test(character) ? 'letter' : 'other';
}

/** Takes the differences out that search does not see. */
function fold(text: string): string {
  let folded = text.normalize('NFC');
  for (const [marks, mark] of SAME_MARKS) folded = folded.replace(marks, mark);
  folded = folded
    .replace(/[\uff01-\uff5e]/gu, (c) => c.normalize('NFKC'))
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/\p{Script=Han}/gu, (c) => SAME_CHARACTERS.get(c) ?? c)
    .replace(/\s+/gu, ' ')
    .trim();
  return folded.replace(/ /gu, (_, at: number) => {
    const before = classOf(folded[at - 1]);
    return before !== 'other' && before === classOf(folded[at + 1]) ? ' ' : '';
  });
}

const bare = (folded: string): string => folded.replace(/(?<=[0-9]),(?=[0-9])/gu, '');

/** Whether a word begins at a place of a folded text; anything but a Latin word or a number does. */
function beginsAt(text: string, at: number): boolean {
  const here = classOf(text[at]);
  return (here !== 'latin' && here !== 'digit') || classOf(text[at - 1]) !== here;
}

type Standing = 'no' | 'inside' | 'beginning';

/** How words stand in a text. */
function standing(words: string, text: string): Standing {
  let found: Standing = 'no';
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (beginsAt(text, at)) return 'beginning';
    found = 'inside';
  }
  return found;
}

/** Plain search over texts: words → the addresses of all in which they stand. */
export function searcher(texts: readonly Text[]): (words: string) => Set<string> {
  const all: Folded[] = texts.map(({ path, text }) => {
    const folded = fold(text);
    return { path, folded, bare: bare(folded), simple: simple(folded) };
  });
  return (words) => {
    const wanted = fold(words);
    const isLong = /[1-9][0-9]{3}/u.test(bare(wanted));
    const isLoose = hasHanPair(wanted);
    const found = all.map(({ path, folded, bare: number, simple: converted }) => ({
      path,
      how: [
        standing(wanted, folded),
        ...(isLong ? [standing(bare(wanted), number)] : []),
        ...(isLoose ? [standing(simple(wanted), converted)] : []),
      ],
    }));
    const those = (how: Standing) => found.filter((f) => f.how.includes(how)).map((f) => f.path);
    const beginning = those('beginning');
    return new Set(beginning.length > 0 ? beginning : those('inside'));
  };
}
