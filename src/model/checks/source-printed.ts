/** Checks that everything a source says is printed where it is cited, or is marked as supplied. */
import { holderOf, holds } from '../citations/words.ts';
import type { Entry } from '../content/content.ts';
import { type Name, spoken } from '../sources/name.ts';
import type { Field, SourceData } from '../sources/source.ts';
import type { Finding } from './findings.ts';
import type { CheckedPlace } from './hosts.ts';

/** What a source says in one key: a name has parts, each to be printed. */
interface Saying {
  key: keyof SourceData;
  /** The field by which “printed” and “supplied” excuse it; not every key has one. */
  field?: Field;
  words: string[];
}

const NAMES = ['author', 'editor', 'translator', 'container-author'] as const;
const FIELDS = [
  'title',
  'container-title',
  'collection-title',
  'publisher',
  'publisher-place',
  'volume',
  'issue',
  'page',
] as const;
const OTHERS = ['event-title', 'event-place', 'authority', 'genre', 'edition', 'number'] as const;

/** The words of a name that are printed, in whatever order. */
function partsOf(name: Name): string[] {
  if ('literal' in name || /\p{Script=Han}/u.test(name.family)) return [spoken(name)];
  return [name.family, name.given];
}

/** Everything a source says. */
function sayingsOf(source: SourceData): Saying[] {
  // An editor stands for the author of a work that has none, here as in a reference.
  const isAuthor = (key: string) => key === 'author' || (key === 'editor' && !source.author);
  return [
    ...NAMES.flatMap((key) =>
      (source[key] ?? []).map((name) => ({
        key,
        ...(isAuthor(key) ? { field: 'author' as const } : {}),
        words: partsOf(name),
      })),
    ),
    ...FIELDS.flatMap((key) => {
      const value = source[key]?.replace(/^\[(.*)\]$/u, '$1');
      return value === undefined ? [] : [{ key, field: key, words: [value] }];
    }),
    ...OTHERS.flatMap((key) => (source[key] === undefined ? [] : [{ key, words: [source[key]] }])),
    ...(source.issued
      ? [{ key: 'issued' as const, field: 'issued' as const, words: [source.issued.printed] }]
      : []),
  ];
}

/** Each of the printed forms of a field excuses one of its values. */
function unprinted(source: SourceData, text: string): Saying[] {
  const isPrinted = holderOf(text);
  const left = source.printed.filter(({ value }) => isPrinted(value)).map(({ field }) => field);
  return sayingsOf(source).flatMap((saying): Saying[] => {
    const { field } = saying;
    const words = saying.words.filter((w) => !isPrinted(w));
    if (words.length === 0 || source.supplied.some((s) => s.field === field)) return [];
    const form = field === undefined ? -1 : left.indexOf(field);
    if (form < 0) return [{ ...saying, words }];
    left.splice(form, 1);
    return [];
  });
}

/** The printed forms that the note they are given to does not print. */
function checkForms({ file, data, lineOf }: Entry<SourceData>, places: readonly CheckedPlace[]) {
  return data.printed.flatMap(({ note, value }, i): Finding[] => {
    const printing = places.filter(({ text }) => holds(text, value));
    // The source line of a table counts to the note before it.
    if (printing.some((place) => place.note === note)) return [];
    const where = printing.map((place) => place.table ?? `note ${place.note}`).join(', ');
    const message = where
      ? `note ${note} is said to print “${value}”, and ${where} does: mend the note.`
      : `note ${note} is said to print “${value}”, and no note that cites this work does: mend it.`;
    return [{ rule: 'source/unprinted', file, line: lineOf?.(['printed', i]) ?? 1, message }];
  });
}

/** The addresses that no place prints. */
function checkUrls({ file, data, lineOf }: Entry<SourceData>, places: readonly CheckedPlace[]) {
  const printed = places.flatMap(({ urls }) => urls.map(({ url }) => url));
  const own = [
    ...(data.URL === undefined ? [] : [{ url: data.URL, path: ['URL'] }]),
    ...(data.otherURLs ?? []).map((url, i) => ({ url, path: ['otherURLs', i] })),
  ];
  return own
    .filter(({ url }) => !printed.includes(url))
    .map(({ url, path }): Finding => {
      const message = `no note that cites this work prints ${url}: mend it, or take it out.`;
      return { rule: 'source/unprinted', file, line: lineOf?.(path) ?? 1, message };
    });
}

/**
 * Checks that a source says nothing that is not printed.
 * @param places the notes and tables that cite it
 */
export function checkPrinted(entry: Entry<SourceData>, places: readonly CheckedPlace[]): Finding[] {
  const { file, data, lineOf } = entry;
  const text = places.map((place) => place.text).join('\n');
  const sayings = unprinted(data, text).flatMap(({ key, field, words }) =>
    words.map((word): Finding => {
      const otherwise = field
        ? ', put the printed form under “printed”, or say under “supplied” where it is from'
        : ', or take it out';
      const message = `no note that cites this work prints “${word}”: mend it${otherwise}.`;
      return { rule: 'source/unprinted', file, line: lineOf?.([key]) ?? 1, message };
    }),
  );
  return [...sayings, ...checkForms(entry, places), ...checkUrls(entry, places)];
}
