/** Cited works as schema.org has them: the type by what the work is, and what it stands in. */
import { address } from '../../model/addresses/address.ts';
import { IDENTIFIER_NAME, identifierOf, identifierUrl } from '../../model/sources/identifiers.ts';
import { type Name, spoken } from '../../model/sources/name.ts';
import { isDescription, type Source } from '../../model/sources/source.ts';
import { linkTo, type Published } from '../published.ts';
import { titleOf } from '../supplied-title.ts';

/** A node of JSON-LD; keys without a value are not written. */
export type Node = Record<string, unknown>;

/** Hearings and speeches have no type of their own. */
const TYPES: Record<Source['type'], string> = {
  'article-journal': 'ScholarlyArticle',
  'article-magazine': 'Article',
  'article-newspaper': 'NewsArticle',
  book: 'Book',
  chapter: 'Chapter',
  hearing: 'CreativeWork',
  'paper-conference': 'ScholarlyArticle',
  report: 'Report',
  speech: 'CreativeWork',
  thesis: 'Thesis',
  webpage: 'WebPage',
};

export const sourceId = (source: Source, published: Published): string =>
  linkTo(published, `${address.sources}#${source.id}`);

/** A name that is whole is a body's where it signs a report, else a pen name or one by which a person is known. */
function nameNode(name: Name, { type }: Source): Node {
  if ('literal' in name)
    return { '@type': type === 'report' ? 'Organization' : 'Person', name: name.literal };
  const { family, given, suffix } = name;
  return {
    '@type': 'Person',
    name: spoken(name),
    familyName: family,
    givenName: given,
    honorificSuffix: suffix,
  };
}

const names = (list: Name[] | undefined, source: Source): Node[] | undefined =>
  list?.map((name) => nameNode(name, source));

function publisher(source: Source): Node | undefined {
  // What a newspaper prints of an agency, the agency has published.
  const agency = source.kind === 'wire' ? source['container-title'] : undefined;
  const name = source.publisher ?? agency;
  if (name === undefined) return undefined;
  return { '@type': 'Organization', name, location: source['publisher-place'] };
}

/** The issue in the volume in the periodical, as far as they are known. */
function periodical(source: Source, type: string): Node {
  const { issue, volume } = source;
  const whole: Node = {
    '@type': type,
    name: source['container-title'],
    issn: identifierOf(source, 'issn'),
  };
  const inVolume = volume
    ? { '@type': 'PublicationVolume', volumeNumber: volume, isPartOf: whole }
    : whole;
  return issue ? { '@type': 'PublicationIssue', issueNumber: issue, isPartOf: inVolume } : inVolume;
}

/** What a work stands in. */
function container(source: Source): Node | undefined {
  const { type, kind } = source;
  const name = source['container-title'];
  const series = source['collection-title'];
  if (name === undefined)
    return series ? { '@type': 'CreativeWorkSeries', name: series } : undefined;
  switch (type) {
    case 'article-journal':
    case 'article-magazine':
      return periodical(source, 'Periodical');
    case 'article-newspaper':
      return kind === 'wire' ? undefined : periodical(source, 'Newspaper');
    case 'chapter':
      return {
        '@type': 'Book',
        name,
        author: names(source['container-author'], source),
        editor: names(source.editor, source),
      };
    case 'paper-conference':
      return { '@type': 'Book', name };
    case 'webpage':
      return { '@type': 'WebSite', name };
    default:
      return { '@type': 'CreativeWorkSeries', name };
  }
}

/** What names a work in registries: as values, and as addresses of the same thing elsewhere. */
function identified({ identifiers }: Source): Node {
  // An ISSN names the periodical, and an ISBN has no address of its own.
  const own = identifiers.filter(({ type }) => type !== 'issn');
  const elsewhere = own.filter(({ type }) => type !== 'isbn');
  return {
    identifier: own.length
      ? own.map(({ type, value }) => ({
          '@type': 'PropertyValue',
          propertyID: IDENTIFIER_NAME[type],
          value,
        }))
      : undefined,
    sameAs: elsewhere.length ? elsewhere.map(identifierUrl) : undefined,
  };
}

const isPaged = (type: string) => /Article$|^Chapter$|^Report$/u.test(type);

/** A cited work. An interval has no place in `datePublished`, nor a description in `name`. */
export function workNode(source: Source, published: Published): Node {
  const { issued, language, page, edition } = source;
  const title = titleOf(source);
  const type = TYPES[source.type];
  const described = isDescription(title);
  return {
    '@type': type,
    '@id': sourceId(source, published),
    name: described ? undefined : title,
    description: described ? title.slice(1, -1) : undefined,
    author: names(source.author, source),
    editor: source.type === 'chapter' ? undefined : names(source.editor, source),
    translator: names(source.translator, source),
    datePublished: issued?.date.includes('/') ? undefined : issued?.date,
    inLanguage: language,
    isPartOf: container(source),
    publisher: publisher(source),
    pagination: isPaged(type) ? page?.replace(/(?<=\d)-(?=\d)/u, '–') : undefined,
    bookEdition: type === 'Book' ? edition : undefined,
    genre: source.genre,
    isbn: type === 'Book' ? identifierOf(source, 'isbn') : undefined,
    ...identified(source),
    url: source.URL,
  };
}
