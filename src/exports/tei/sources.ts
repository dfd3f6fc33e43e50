/** The works cited, as TEI's `biblStruct`s: what the notes give, and what an editor says of it. */
import { endsOf } from '../../model/sources/dates.ts';
import { IDENTIFIER_NAME, type IdentifierType } from '../../model/sources/identifiers.ts';
import type { Name } from '../../model/sources/name.ts';
import { isDescription, type Source } from '../../model/sources/source.ts';
import { lines, type Node, x } from '../xml.ts';
import { containerLevel, standsAlone, titleLevel } from './levels.ts';

function person(tag: 'author' | 'editor', name: Name, role?: string): Node {
  if ('literal' in name) return x(tag, { role }, x('name', name.literal));
  const { family, given, suffix } = name;
  return x(
    tag,
    { role },
    x(
      'persName',
      x('surname', family),
      x('forename', given),
      suffix === undefined ? undefined : x('genName', suffix),
    ),
  );
}

const people = (tag: 'author' | 'editor', names: Name[] | undefined, role?: string): Node[] =>
  (names ?? []).map((name) => person(tag, name, role));

function title(words: string | undefined, level: string): Node[] {
  if (words === undefined) return [];
  const type = isDescription(words) ? { type: 'description' } : {};
  return [x('title', { level, ...type }, words)];
}

function date({ issued }: Source): Node[] {
  if (!issued) return [];
  const [first = '', last] = endsOf(issued);
  const when = last === undefined ? { when: first } : { from: first, to: last };
  return [x('date', when, issued.printed)];
}

/** A range of pages, a volume, an issue: what the work itself spans. */
function scope(unit: string, value: string | undefined): Node[] {
  if (value === undefined) return [];
  const [from, to] = value.split(/(?<=^\d+)[-–](?=\d+$)/u);
  return [x('biblScope', to === undefined ? { unit } : { unit, from, to }, value)];
}

/** Numbers of what contains a work, not of the work. */
const OF_CONTAINER: readonly IdentifierType[] = ['isbn', 'issn'];

/** The identifiers of a work, or of what contains it. */
function idnos({ identifiers }: Source, fits: (type: IdentifierType) => boolean): Node[] {
  return identifiers
    .filter(({ type }) => fits(type))
    .map(({ type, value }) => x('idno', { type: IDENTIFIER_NAME[type] }, value));
}

function imprint(source: Source): Node {
  const { publisher, authority, volume, issue, number, page } = source;
  const place = source['publisher-place'];
  const parts = [
    ...(place === undefined ? [] : [x('pubPlace', place)]),
    ...[publisher, authority].flatMap((name) => (name === undefined ? [] : [x('publisher', name)])),
    ...date(source),
    ...scope('volume', volume),
    ...scope('issue', issue),
    ...scope('number', number),
    ...scope('page', page),
  ];
  // TEI wants something here; what no note gives is empty.
  return x('imprint', parts.length > 0 ? parts : [x('date', { type: 'missing' })]);
}

function monograph(source: Source, alone: boolean): Node {
  const { edition } = source;
  const container = source['container-title'];
  const event = [source['event-title'], source['event-place']].filter((e) => e !== undefined);
  const own = alone
    ? people('author', source.author)
    : people('author', source['container-author']);
  const titles = alone
    ? title(source.title ?? container, titleLevel(source))
    : title(container, containerLevel(source));
  return x(
    'monogr',
    ...own,
    ...people('editor', source.editor),
    ...people('editor', source.translator, 'translator'),
    ...(event.length > 0 ? [x('meeting', event.join('，'))] : []),
    // TEI wants a title where there is an author; one that no note gives is empty.
    ...(titles.length > 0 ? titles : [x('title', { level: 'm', type: 'missing' })]),
    ...idnos(source, (type) => alone || OF_CONTAINER.includes(type)),
    x('textLang', { mainLang: source.language }),
    ...(edition === undefined ? [] : [x('edition', edition)]),
    imprint(source),
  );
}

function notes({ genre, identifiers, printed, missing, remarks }: Source): Node[] {
  return [
    ...(genre === undefined ? [] : [x('note', { type: 'genre' }, genre)]),
    ...identifiers.map(({ type, by, when }) =>
      x('note', { type: 'identifier', subtype: type }, when === undefined ? by : `${by}，${when}`),
    ),
    ...printed.map(({ note, field, value }) =>
      x('note', { type: 'printed', subtype: field, target: `#fn${note}` }, value),
    ),
    ...(missing.length > 0 ? [x('note', { type: 'missing' }, missing.join(' '))] : []),
    ...remarks.map((remark) => x('note', { type: 'remark' }, remark)),
  ];
}

/** One work. */
export function biblStruct(source: Source): Node {
  const alone = standsAlone(source);
  const { URL: url, otherURLs = [] } = source;
  const series = source['collection-title'];
  return x(
    'biblStruct',
    { 'xml:id': source.id, type: source.type, subtype: source.kind },
    lines([
      alone
        ? undefined
        : x(
            'analytic',
            ...people('author', source.author),
            ...title(source.title, titleLevel(source)),
            ...idnos(source, (type) => !OF_CONTAINER.includes(type)),
          ),
      monograph(source, alone),
      series === undefined ? undefined : x('series', x('title', { level: 's' }, series)),
      ...notes(source),
      ...[url, ...otherURLs].flatMap((to) =>
        to === undefined ? [] : [x('ref', { target: to }, to)],
      ),
    ]),
  );
}
