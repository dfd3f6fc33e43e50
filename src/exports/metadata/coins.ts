/**
 * Sources as COinS: OpenURL 1.0 context objects (ANSI/NISO Z39.88-2004) in
 * key/encoded-value form, with the keys of their formats (journal, book,
 * dissertation, Dublin Core). Zotero reads them from the bibliography and from a
 * source's page. Where a format has no key for what a source says, it gets the key
 * that Zotero itself writes and reads there; other readers pass over it.
 */
import { endsOf } from '../../model/sources/dates.ts';
import { identifierOf } from '../../model/sources/identifiers.ts';
import { filed, type Name } from '../../model/sources/name.ts';
import type { Source } from '../../model/sources/source.ts';
import { titleOf } from '../supplied-title.ts';

type Format = 'journal' | 'book' | 'dissertation' | 'dc';
type Pair = [key: string, value: string | undefined];

const FORMATS: Record<Source['type'], Format> = {
  'article-journal': 'journal',
  'article-magazine': 'journal',
  'article-newspaper': 'dc',
  book: 'book',
  chapter: 'book',
  hearing: 'dc',
  'paper-conference': 'book',
  report: 'book',
  speech: 'dc',
  thesis: 'dissertation',
  webpage: 'dc',
};

/** The kinds of works by the names that Zotero knows them by, here and in Dublin Core. */
export const ITEM_TYPES: Record<Source['type'], string> = {
  'article-journal': 'journalArticle',
  'article-magazine': 'magazineArticle',
  'article-newspaper': 'newspaperArticle',
  book: 'book',
  chapter: 'bookSection',
  hearing: 'hearing',
  'paper-conference': 'conferencePaper',
  report: 'report',
  speech: 'presentation',
  thesis: 'thesis',
  webpage: 'webpage',
};

const BOOK_GENRES: Partial<Record<Source['type'], string>> = {
  book: 'book',
  chapter: 'bookitem',
  'paper-conference': 'proceeding',
  report: 'report',
};

/** Family and given name with a comma between them, Chinese names too, so that a reader can part them. */
export function parted(name: Name): string {
  if ('literal' in name) return name.literal;
  const { family, given, suffix } = name;
  return /\p{Script=Han}/u.test(family) || name['static-ordering']
    ? [family, given, ...(suffix ? [suffix] : [])].join(', ')
    : filed(name);
}

/** A name that is one and has a blank or a comma in it, at which a reader would part it. */
const isBody = (name: Name): name is Extract<Name, { literal: string }> =>
  'literal' in name && /[\s,]/u.test(name.literal);

/** The first author in parts; further ones, and names that are one, whole. */
function authors({ author = [] }: Source): Pair[] {
  return author.flatMap((name, index): Pair[] => {
    if (isBody(name)) return [['aucorp', name.literal]];
    if ('literal' in name || index > 0) return [['au', parted(name)]];
    return [
      ['aulast', name.family],
      ['aufirst', name.given],
      ['ausuffix', name.suffix],
    ];
  });
}

function pages({ page }: Source): Pair[] {
  const [first, last] = (page ?? '').split(/(?<=\d)-(?=\d)/u);
  return [
    ['spage', first || undefined],
    ['epage', last],
  ];
}

const SEASONS: readonly string[] = ['spring', 'summer', 'fall', 'winter'];

function journal(source: Source): Pair[] {
  const { issued, volume, issue } = source;
  return [
    ['genre', 'article'],
    ['atitle', titleOf(source)],
    ['jtitle', source['container-title']],
    ...authors(source),
    ['volume', volume],
    ['issue', issue],
    ['ssn', SEASONS.find((season) => season === issued?.season)],
    [
      'chron',
      issued?.season?.includes('/') || issued?.date.includes('/') ? issued.printed : undefined,
    ],
    ...pages(source),
  ];
}

function book(source: Source): Pair[] {
  const { edition, publisher, type } = source;
  const isPart = type === 'chapter' || type === 'paper-conference';
  const host = source['container-title'] ?? source['event-title'];
  return [
    ['genre', BOOK_GENRES[type]],
    ['atitle', isPart ? titleOf(source) : undefined],
    ['btitle', isPart ? host : titleOf(source)],
    ...authors(source),
    ['volume', source.volume],
    ['edition', edition],
    ['series', source['collection-title'] ?? (type === 'report' ? host : undefined)],
    ['place', source['publisher-place']],
    ['pub', publisher],
    ...pages(source),
  ];
}

const dissertation = (source: Source): Pair[] => [
  ['title', titleOf(source)],
  ...authors(source),
  ['inst', source.publisher],
  ['degree', source.genre],
];

const dublinCore = (source: Source): Pair[] => [
  ['title', titleOf(source)],
  ...(source.author ?? []).map(
    (name): Pair => (isBody(name) ? ['aucorp', name.literal] : ['creator', parted(name)]),
  ),
  ['source', source['container-title']],
  ['publisher', source.publisher],
  ['place', source['publisher-place']],
  ['volume', source.volume],
  ['issue', source.issue],
  ...pages(source),
];

/** What formats leave open: the language, and last of all, since keys are read by it, the kind of work. */
function remaining(source: Source, format: Format): Pair[] {
  const named = format === 'dc' || source.type === 'article-magazine';
  return [
    ['language', source.language],
    ['type', named ? ITEM_TYPES[source.type] : undefined],
  ];
}

const MAKERS: Record<Format, (source: Source) => Pair[]> = {
  journal,
  book,
  dissertation,
  dc: dublinCore,
};

/** Identifiers that are URIs of the namespace `info`; they stand first, since readers take the first. */
const identified = (source: Source): Pair[] =>
  (['doi', 'pmid'] as const).map((type): Pair => {
    const value = identifierOf(source, type);
    return ['rft_id', value && `info:${type}/${value}`];
  });

/** Standard numbers, which the formats of journals and books have keys for. */
function numbers(source: Source, format: Format): Pair[] {
  if (format !== 'journal' && format !== 'book') return [];
  return (['isbn', 'issn'] as const).map((key): Pair => [key, identifierOf(source, key)]);
}

/** The context object of a source, as the title of its span. Of an interval, the first date is given. */
export function toCoins(source: Source): string {
  const format = FORMATS[source.type];
  const pairs: Pair[] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', `info:ofi/fmt:kev:mtx:${format}`],
    ...identified(source),
    ['rft_id', source.URL],
    ...[...MAKERS[format](source), ...numbers(source, format), ...remaining(source, format)].map(
      ([key, value]): Pair => [`rft.${key}`, value],
    ),
    ['rft.date', source.issued && endsOf(source.issued)[0]],
  ];
  return pairs
    .flatMap(([key, value]) => (value ? [`${key}=${encodeURIComponent(value)}`] : []))
    .join('&');
}
