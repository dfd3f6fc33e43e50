/** Checks of the sources: each is cited, whole, printed as it says, and one work only. */
import { contradicted } from '../citations/dates.ts';
import { holds } from '../citations/words.ts';
import type { Content, Entry } from '../content/content.ts';
import { sourceId } from '../sources/ids.ts';
import { type Field, isDescription, type SourceData } from '../sources/source.ts';
import type { Finding } from './findings.ts';
import type { CheckedPlace } from './hosts.ts';
import { checkAlike, checkOutlets } from './source-pairs.ts';
import { checkPrinted } from './source-printed.ts';

type SourceEntry = Entry<SourceData>;

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

/** What a reference of a type should have and this source has not; of several that serve, the first. */
export const lackingIn = (source: SourceData): Field[] =>
  ESSENTIAL[source.type]
    .filter((fields) => !fields.some((field) => has(source, field)))
    .flatMap(([first]) => first ?? []);

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

/** What an editor supplied is there. */
function checkSupplied({ file, data, lineOf }: SourceEntry): Finding[] {
  return data.supplied
    .map(({ field }, i) => ({ field, line: lineOf?.(['supplied', i]) ?? 1 }))
    .filter(({ field }) => !has(data, field))
    .map(({ field, line }) => ({
      rule: 'source/supplied',
      file,
      line,
      message: `“${field}” is said to be supplied, and is not given: give it, or take it out of “supplied”.`,
    }));
}

/** The ISO date is the printed one; what is not printed at all is found by itself. */
function checkDate(
  { file, data, lineOf }: SourceEntry,
  places: readonly CheckedPlace[],
): Finding[] {
  const { issued, supplied } = data;
  if (!places.some(({ text }) => holds(text, issued?.printed ?? ''))) return [];
  const read = issued && !supplied.some((s) => s.field === 'issued') && contradicted(issued);
  if (!issued || !read) return [];
  const own = [issued.date, ...(issued.season ? [issued.season] : [])].join(' ');
  const line = lineOf?.(['issued', 'date']) ?? 1;
  const message = `the printed date “${issued.printed}” is ${read}, and “date” says ${own}: mend it.`;
  return [{ rule: 'source/date', file, line, message }];
}

/** The places that cite each source, in the order of the text. */
function placesBySource(places: readonly CheckedPlace[]): Map<string, CheckedPlace[]> {
  const found = new Map<string, CheckedPlace[]>();
  for (const place of places)
    for (const id of new Set(place.citations.map(({ source }) => source)))
      if (id !== undefined) found.set(id, [...(found.get(id) ?? []), place]);
  return found;
}

/**
 * Checks the sources.
 * @param places the notes and tables that cite them
 */
export function checkSources({ sources }: Content, places: readonly CheckedPlace[]): Finding[] {
  const citingPlaces = placesBySource(places);
  const single = sources.flatMap((entry): Finding[] => {
    const id = sourceId(entry.file);
    const citing = citingPlaces.get(id) ?? [];
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id)) {
      const message = `“${id}” is no id of a source: name the file in small letters, digits and hyphens, as in niksch-1981.yaml.`;
      return [{ rule: 'source/name', file: entry.file, line: 0, message }];
    }
    if (citing.length === 0) {
      const message =
        'no note and no table cites this work: give it to a citation, or take the file out.';
      return [{ rule: 'source/unused', file: entry.file, line: 0, message }];
    }
    return [
      ...checkMissing(entry),
      ...checkSupplied(entry),
      ...checkDate(entry, citing),
      ...checkPrinted(entry, citing),
    ];
  });
  return [...single, ...checkAlike(sources), ...checkOutlets(sources)];
}
