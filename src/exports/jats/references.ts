/** The works cited, as JATS `element-citation`s: what the notes give, and what an editor says of it. */
import { endsOf, partsOf } from '../../model/sources/dates.ts';
import type { Identifier } from '../../model/sources/identifiers.ts';
import { familyOf, isOwnOrder, type Name } from '../../model/sources/name.ts';
import type { Issued, Source } from '../../model/sources/source.ts';
import { standsAlone, titleLevel } from '../tei/levels.ts';
import { lines, type Node, x } from '../xml.ts';

/** The kinds of publication that JATS suggests for the types of CSL; the others keep CSL's own. */
const KINDS: Partial<Record<Source['type'], string>> = {
  'article-journal': 'journal',
  'article-magazine': 'magazine',
  'article-newspaper': 'newspaper',
  'paper-conference': 'confproc',
  hearing: 'gov',
};

const field = (name: string, value: string | undefined, attributes = {}): Node[] =>
  value === undefined ? [] : [x(name, attributes, value)];

function person(name: Name): Node {
  if ('literal' in name) return x('collab', name.literal);
  const order = isOwnOrder(name) ? { 'name-style': 'eastern' } : {};
  return x(
    'name',
    order,
    x('surname', familyOf(name)),
    x('given-names', name.given),
    ...field('suffix', name.suffix),
  );
}

const people = (type: string, names: Name[] | undefined): Node[] =>
  names ? [x('person-group', { 'person-group-type': type }, ...names.map(person))] : [];

/** The title of a part, and of what it stands in. */
function titles(source: Source): Node[] {
  const lang = { 'xml:lang': source.language };
  const container = source['container-title'];
  if (standsAlone(source)) return field('source', source.title ?? container, lang);
  // A book or a report in another work is a part of it.
  const part =
    titleLevel(source) !== 'a'
      ? 'part-title'
      : source.type === 'chapter'
        ? 'chapter-title'
        : 'article-title';
  return [...field(part, source.title, lang), ...field('source', container, lang)];
}

/** A date as printed, with its ISO form; an interval as ISO 8601 writes one. */
function dates(issued: Issued | undefined): Node[] {
  if (!issued) return [];
  const [first = '', last] = endsOf(issued);
  const iso = { 'iso-8601-date': issued.date };
  if (last !== undefined) return [x('string-date', iso, issued.printed)];
  const [year, month, day] = partsOf(first).map(String);
  return [
    ...field('year', year, iso),
    ...field('month', month),
    ...field('day', day),
    ...field('season', issued.season),
  ];
}

/** The pages that a work spans: 12-34, 12–34 or 12. */
function pages(page: string | undefined): Node[] {
  if (page === undefined) return [];
  const [first, last] = page.split(/(?<=^\d+)[-–](?=\d+$)/u);
  if (last !== undefined || /^\d+$/u.test(page))
    return [...field('fpage', first), ...field('lpage', last)];
  return [x('page-range', page)];
}

function identifier({ type, value }: Identifier): Node {
  if (type === 'isbn') return x('isbn', value);
  if (type === 'issn') return x('issn', value);
  return x('pub-id', { 'pub-id-type': type }, value);
}

const link = (url: string): Node =>
  x('ext-link', { 'ext-link-type': 'uri', 'xlink:href': url }, url);

/** What an editor says of a work: as comments, each of its kind. */
const comments = ({ genre, authority, number, printed, missing, remarks }: Source): Node[] => [
  ...field('comment', genre, { 'content-type': 'genre' }),
  ...field('comment', authority, { 'content-type': 'authority' }),
  ...field('comment', number, { 'content-type': 'number' }),
  ...printed.map(({ note, field: name, value }) =>
    x('comment', { 'content-type': 'printed', 'specific-use': `${name} fn${note}` }, value),
  ),
  ...field('comment', missing.length > 0 ? missing.join(' ') : undefined, {
    'content-type': 'missing',
  }),
  ...remarks.map((remark) => x('comment', { 'content-type': 'remark' }, remark)),
];

function citation(source: Source): Node {
  const { identifiers, otherURLs = [], URL: url } = source;
  return x(
    'element-citation',
    { 'publication-type': KINDS[source.type] ?? source.type, 'specific-use': source.kind },
    ...people('author', source.author),
    ...titles(source),
    ...people('container-author', source['container-author']),
    ...people('editor', source.editor),
    ...people('translator', source.translator),
    ...field('edition', source.edition),
    ...field('series', source['collection-title']),
    ...field('conf-name', source['event-title']),
    ...field('conf-loc', source['event-place']),
    ...field('publisher-loc', source['publisher-place']),
    ...field('publisher-name', source.publisher),
    ...dates(source.issued),
    ...field('volume', source.volume),
    ...field('issue', source.issue),
    ...pages(source.page),
    ...identifiers.map(identifier),
    ...(url === undefined ? [] : [link(url)]),
    ...otherURLs.map(link),
    ...comments(source),
  );
}

/** One work. */
export const reference = (source: Source): Node =>
  x('ref', { id: source.id }, lines([citation(source)]));
