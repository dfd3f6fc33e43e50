/** Checks of the sources: each is cited, whole, printed as it says, and one work only. */
import { holds } from '../citations/words.ts';
import type { Content, Entry } from '../content.ts';
import type { Finding } from '../findings.ts';
import { type Field, isDescription, type Name, type SourceData, spoken } from '../source.ts';
import { sourceId } from '../source-ids.ts';
import { checkAlike, checkOutlets } from './source-pairs.ts';

type SourceEntry = Entry<SourceData>;

/** The printed words of the places that cite each source. */
export type Printed = ReadonlyMap<string, string>;

/** What a reference of a type cannot do without; one of several where they are listed together. */
const ESSENTIAL: Record<SourceData['type'], readonly (readonly Field[])[]> = {
  'article-journal': [
    ['author'],
    ['title'],
    ['container-title'],
    ['issued'],
    ['volume', 'issue'],
    ['page'],
  ],
  'article-magazine': [['title'], ['container-title'], ['issued']],
  'article-newspaper': [['title'], ['container-title'], ['issued']],
  book: [['author'], ['title'], ['publisher'], ['issued']],
  chapter: [['author'], ['title'], ['container-title'], ['publisher'], ['issued'], ['page']],
  hearing: [['author'], ['title'], ['issued']],
  'paper-conference': [['author'], ['title'], ['issued']],
  report: [['author', 'publisher'], ['title'], ['issued'], ['publisher']],
  speech: [['author'], ['title'], ['issued']],
  thesis: [['author'], ['title'], ['publisher'], ['issued']],
  webpage: [['author'], ['title'], ['container-title'], ['issued']],
};

function has(source: SourceData, field: Field): boolean {
  if (field === 'author' && source.editor) return true;
  if (field === 'title' && source.title) return !isDescription(source.title);
  return field !== 'author-others' && source[field] !== undefined;
}

/** What a reference lacks must be said to be missing, and nothing else. */
function checkMissing({ file, data, lineOf }: SourceEntry): Finding[] {
  const at = (message: string): Finding => ({
    rule: 'source/missing',
    file,
    line: lineOf?.(['missing']) ?? 1,
    message,
  });
  const lacking = ESSENTIAL[data.type].filter(
    (fields) => !fields.some((f) => has(data, f)) && !fields.some((f) => data.missing.includes(f)),
  );
  const present = data.missing.filter((field) => has(data, field));
  return [
    ...lacking.map((fields) =>
      at(
        `a ${data.type} has no ${fields.join(' or ')} here: give what the notes print, or list it under “missing”.`,
      ),
    ),
    ...present.map((field) =>
      at(
        `“${field}” is said to be missing, and is given: take it out of “missing”, or set a title that only describes in [brackets].`,
      ),
    ),
  ];
}

/** The names and words of a source that a note must print, by field. */
function wordsOf(source: SourceData): [Field | 'name', string][] {
  const names = (list: Name[] | undefined) =>
    (list ?? []).flatMap((name): [Field | 'name', string][] => {
      if ('literal' in name || /\p{Script=Han}/u.test(name.family))
        return [['author', spoken(name)]];
      return [
        ['name', name.family],
        ['name', name.given],
      ];
    });
  const fields = [
    'title',
    'container-title',
    'collection-title',
    'publisher',
    'publisher-place',
    'volume',
    'issue',
    'page',
  ] as const;
  return [
    ...names(source.author),
    ...names(source.editor),
    ...names(source.translator),
    ...names(source['container-author']),
    ...fields.flatMap((field): [Field, string][] => {
      const value = source[field]?.replace(/^\[(.*)\]$/u, '$1');
      return value === undefined ? [] : [[field, value]];
    }),
    ...(['event-title', 'event-place', 'authority', 'genre', 'edition', 'number'] as const).flatMap(
      (field): ['name', string][] => (source[field] === undefined ? [] : [['name', source[field]]]),
    ),
    ...(source.issued ? [['issued', source.issued.printed] as [Field, string]] : []),
  ];
}

/** Everything a source says must be printed in a note that cites it, or be marked as supplied. */
function checkPrinted({ file, data, lineOf }: SourceEntry, printed: string): Finding[] {
  const supplied = data.supplied.map((s) => s.field);
  const unprinted = wordsOf(data).filter(([field, words]) => {
    const variants = data.printed.filter((p) => p.field === field).map((p) => p.value);
    return (
      ![words, ...variants].some((w) => holds(printed, w)) && !supplied.some((s) => s === field)
    );
  });
  const strange = data.printed.filter(({ value }) => !holds(printed, value));
  return [
    ...unprinted.map(
      ([field, words]): Finding => ({
        rule: 'source/unprinted',
        file,
        line: lineOf?.([field]) ?? 1,
        message: `no note that cites this work prints “${words}”: mend it, put the printed form under “printed”, or say under “supplied” where it is from.`,
      }),
    ),
    ...strange.map(
      ({ value, note }): Finding => ({
        rule: 'source/unprinted',
        file,
        line: lineOf?.(['printed']) ?? 1,
        message: `note ${note} is said to print “${value}”, and no note that cites this work does: mend it.`,
      }),
    ),
  ];
}

/**
 * Checks the sources.
 * @param printed the words of the places that cite each source, by its id
 */
export function checkSources({ sources }: Content, printed: Printed): Finding[] {
  const single = sources.flatMap((entry): Finding[] => {
    const id = sourceId(entry.file);
    const words = printed.get(id);
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id)) {
      const message = `“${id}” is no id of a source: name the file in small letters, digits and hyphens, as in niksch-1981.yaml.`;
      return [{ rule: 'source/name', file: entry.file, line: 0, message }];
    }
    if (words === undefined) {
      const message =
        'no note and no table cites this work: give it to a citation, or take the file out.';
      return [{ rule: 'source/unused', file: entry.file, line: 0, message }];
    }
    return [...checkMissing(entry), ...checkPrinted(entry, words)];
  });
  return [...single, ...checkAlike(sources), ...checkOutlets(sources)];
}
