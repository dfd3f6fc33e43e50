/** A draft as the data of a source file, its name, and the source in the catalogue that it may be. */
import { lackingIn } from '../checks/sources.ts';
import { folded } from '../citations/words.ts';
import type { NameData } from '../names/schema.ts';
import { CJK, surname } from '../sources/name.ts';
import { outletOf, type Source, type SourceData, sourceSchema, yearOf } from '../sources/source.ts';
import type { Draft } from './draft.ts';

/** The fields of a draft that a person confirms, in the order of a source file. */
export const DRAFT_FIELDS = [
  'kind',
  'type',
  'language',
  'author',
  'editor',
  'translator',
  'title',
  'container-title',
  'event-title',
  'volume',
  'issue',
  'number',
  'page',
  'publisher',
  'publisher-place',
  'issued',
  'URL',
] as const satisfies readonly (keyof Draft & keyof SourceData)[];
export type DraftField = (typeof DRAFT_FIELDS)[number];

/** The confirmed values of a draft. */
export type DraftValues = Partial<Record<DraftField, unknown>>;

/** What a draft says, before anybody has changed it. */
export const valuesOf = (draft: Draft): DraftValues =>
  Object.fromEntries(
    DRAFT_FIELDS.flatMap((field) => {
      // What no source may say (a day that is none, an address that is no http) is left to the person.
      const value = draft[field]?.value;
      const isGood = value !== undefined && sourceSchema.shape[field].safeParse(value).success;
      return isGood ? [[field, value]] : [];
    }),
  );

/**
 * The data of a source file, with what its type should have and no words give under `missing`.
 * @param others whether the note says that there are more authors
 * @returns the keys that a person would write, in order
 * @throws ZodError for values that are no source's
 */
export function sourceFileOf(values: DraftValues, others: boolean): Record<string, unknown> {
  const data = sourceSchema.parse(values);
  const missing = [...lackingIn(data), ...(others && data.author ? ['author-others'] : [])];
  return { ...values, ...(missing.length > 0 ? { missing } : {}) };
}

/** Letters and digits with hyphens between, as the name of a file. */
const slug = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^the\s+/u, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 40)
    .replace(/-+$/u, '');

/** A name in Latin letters: its own, or the form that names.yaml gives; no program makes one. */
function latin(name: string | undefined, names: readonly NameData[]): string | undefined {
  if (name === undefined) return undefined;
  if (!CJK.test(name)) return slug(name);
  const known = names.find((one) => one.name === name || one.other.includes(name))?.latin;
  const shortest = [...(known ?? [])].sort((a, b) => a.length - b.length)[0];
  return shortest === undefined ? undefined : slug(shortest);
}

/**
 * The id of a new source: whom it is filed under and its year (niksch-1981), or the note or table that
 * cites it where nothing of that has a form in Latin letters (note-12, table-3-2).
 * @param taken the ids that are there already
 */
export function idFor(
  data: SourceData,
  host: string,
  names: readonly NameData[],
  taken: ReadonlySet<string>,
): string {
  const [author] = data.author ?? data.editor ?? [];
  const by = author && latin(surname(author), names);
  const outlet = latin(outletOf(data), names);
  const dated = data.kind === 'newspaper' || data.kind === 'wire';
  const when = (dated && !by ? data.issued?.date.split('/')[0] : yearOf(data)) ?? 'nd';
  const stem = by || outlet ? `${by || outlet}-${when}` : host;
  if (!taken.has(stem)) return stem;
  for (let i = 2; ; i += 1) if (!taken.has(`${stem}-${i}`)) return `${stem}-${i}`;
}

/** Whether two values say the same, if both say anything. */
const same = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && folded(a) === folded(b);

/** The source of the catalogue that a drafted one may be: of its title, its address, or its author, year and outlet. */
export function twinOf(data: SourceData, sources: Iterable<Source>): Source | undefined {
  const all = [...sources];
  const titles = (source: Source) => [
    source.title,
    ...source.printed.filter(({ field }) => field === 'title').map(({ value }) => value),
  ];
  const byline = ({ author, editor }: SourceData) => {
    const [name] = author ?? editor ?? [];
    return name && surname(name);
  };
  const isUntitled = data.title === undefined;
  return (
    all.find((source) => titles(source).some((title) => same(title, data.title))) ??
    all.find((source) => data.URL !== undefined && source.URL === data.URL) ??
    all.find(
      (source) =>
        (isUntitled || source.title === undefined) &&
        same(byline(source), byline(data)) &&
        yearOf(source) === yearOf(data) &&
        same(outletOf(source), outletOf(data)),
    ) ??
    all.find(
      (source) =>
        isUntitled &&
        source.title === undefined &&
        data.issued !== undefined &&
        source.issued?.date === data.issued.date &&
        same(outletOf(source), outletOf(data)),
    )
  );
}
