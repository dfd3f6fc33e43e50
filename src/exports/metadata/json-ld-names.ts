/** The names of the text as schema.org has them: the type by the kind, and who else knows them. */
import { address } from '../../model/addresses/address.ts';
import type { Section } from '../../model/chapter/parts.ts';
import type { TextName } from '../../model/names/names.ts';
import type { NameKind } from '../../model/names/schema.ts';
import { identifierUrl } from '../../model/sources/identifiers.ts';
import { linkTo, type Published } from '../published.ts';
import type { Node } from './json-ld-works.ts';

/** Treaties and other documents are works; schema.org has no type for a weapon. */
const TYPES: Record<NameKind, string> = {
  person: 'Person',
  place: 'Place',
  body: 'Organization',
  unit: 'Organization',
  weapon: 'Thing',
  treaty: 'CreativeWork',
  term: 'DefinedTerm',
};

/** So many names are told of a section: those that say what it is about. */
const MOST = 8;

const nameId = ({ id }: TextName, published: Published): string =>
  linkTo(published, address.name(id));

/** How often a name stands in a section and its notes. */
const countIn = ({ passages }: TextName, { number }: Section): number =>
  passages
    .filter(({ place }) => place.section.number === number)
    .reduce((sum, { stretches }) => sum + stretches.length, 0);

/** The names that stand most in a section, the most first; as many times, in the order of the list. */
export function namesMostIn(names: readonly TextName[], section: Section): TextName[] {
  return names
    .map((name) => ({ name, count: countIn(name, section) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST)
    .map(({ name }) => name);
}

/** `mentions` of a section; undefined where it names nobody. */
export function mentionsOf(
  names: readonly TextName[],
  section: Section,
  published: Published,
): Node[] | undefined {
  const most = namesMostIn(names, section);
  return most.length > 0 ? most.map((name) => ({ '@id': nameId(name, published) })) : undefined;
}

/** A name as a node; its other forms are those that the text prints. */
export function nameNode(name: TextName, published: Published): Node {
  const others = name.printed.filter((form) => form !== name.name);
  const known = name.identifiers.map(identifierUrl);
  return {
    '@type': TYPES[name.kind],
    '@id': nameId(name, published),
    url: nameId(name, published),
    name: name.name,
    alternateName: others.length > 0 ? others : undefined,
    description: name.gloss,
    sameAs: known.length > 0 ? known : undefined,
  };
}
