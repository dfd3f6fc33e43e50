/**
 * FAIR Signposting (signposting.org/FAIR): typed links by which a program finds
 * its way from the title page, which is the chapter's landing page, to its text,
 * its data, its metadata and its identifier, and back. In the head of the pages,
 * and all together in /linkset.json (RFC 9264).
 */
import { address, pagesOf } from '../../model/addresses/address.ts';
import type { Chapter } from '../../model/chapter/chapter.ts';
import { isMetadata, METADATA, mediaType, promisedOf } from '../../model/downloads/downloads.ts';
import { type About, type LinkTag, type Page, PROVENANCE, RIGHTS } from './about.ts';
import type { Place } from './site.ts';

export const LINKSET = '/linkset.json';
const HTML = 'text/html';
const SCHEMA_ORG = 'https://schema.org/';

/** A target of RFC 9264, 4.2.3. */
interface Target {
  href: string;
  type?: string;
}
/** A link context: relation types with their targets. */
type Context = { anchor: string } & Record<string, Target[] | string>;

type Relations = Record<string, Target[]>;

const html = (place: Place, path: string): Target => ({ href: place.url(path), type: HTML });

const file = (place: Place, name: string): Target => ({
  href: place.url(address.download(name)),
  type: mediaType(name),
});

const typed = (...types: string[]): Target[] => types.map((type) => ({ href: SCHEMA_ORG + type }));

/** What holds for the text wherever it stands: no licence was given, so the statement of rights is its licence. */
const ofText = (place: Place): Relations => ({
  author: [html(place, PROVENANCE)],
  license: [html(place, RIGHTS)],
});

const isSchema = (name: string) => name.startsWith('schema/');

/** The files that hold the text, the notes and the sources. */
const contents = (chapter: Chapter) =>
  promisedOf(chapter).filter((name) => !isSchema(name) && !isMetadata(name));

/** The pages that hold the whole text or a section of it. */
const texts = ({ sections }: Chapter): string[] => [
  address.chapter,
  ...sections.map(({ number }) => address.section(number)),
];

/** The links of the landing page. */
function ofLanding(chapter: Chapter, place: Place): Relations {
  const [identifier] = chapter.identifiers;
  return {
    ...(identifier ? { 'cite-as': [{ href: identifier.url }] } : {}),
    ...ofText(place),
    describedby: [file(place, METADATA)],
    item: [
      ...texts(chapter).map((path) => html(place, path)),
      ...contents(chapter).map((name) => file(place, name)),
    ],
    type: typed('AboutPage', 'Chapter'),
  };
}

/** The links of a page of the text. */
const ofPart = (place: Place, ...types: string[]): Relations => ({
  ...ofText(place),
  collection: [html(place, address.home)],
  ...(types.length > 0 ? { type: typed(...types) } : {}),
});

function relationsOf({ chapter, place }: Page, kind: About['kind']): Relations {
  if (kind === 'home') return ofLanding(chapter, place);
  if (kind === 'chapter' || kind === 'section') return ofPart(place, 'WebPage', 'Chapter');
  return kind === 'page' ? ofPart(place, 'WebPage') : ofText(place);
}

/** The links in the head of a page; pages that hold none of the text have none. */
export function signposts(page: Page): LinkTag[] {
  const { kind } = page.about;
  if (kind === 'source' || kind === 'list' || kind === 'missing') return [];
  const links = Object.entries(relationsOf(page, kind)).flatMap(([rel, targets]) =>
    targets.map((target): LinkTag => ({ rel, ...target })),
  );
  const set = { rel: 'linkset', href: page.place.url(LINKSET), type: 'application/linkset+json' };
  return [...links, set];
}

/** A file of data is described by its schema, if it has one. */
function ofFile(chapter: Chapter, place: Place, name: string): Relations {
  const schema = promisedOf(chapter).find(
    (other) => other === `schema/${name.replace('.', '.schema.')}`,
  );
  return { ...ofPart(place), ...(schema ? { describedby: [file(place, schema)] } : {}) };
}

/** /linkset.json: the links of the landing page, of its items, and of its metadata. */
export function linkset(chapter: Chapter, place: Place): object {
  const pages = [...new Set(chapter.sections.flatMap(pagesOf))].map(address.page);
  const landing = ofLanding(chapter, place);
  const item = [...(landing['item'] ?? []), ...pages.map((path) => html(place, path))];
  const at = (path: string, relations: Relations): Context => ({
    anchor: place.url(path),
    ...relations,
  });
  return {
    linkset: [
      at(address.home, { ...landing, item }),
      ...texts(chapter).map((path) => at(path, ofPart(place, 'WebPage', 'Chapter'))),
      ...pages.map((path) => at(path, ofPart(place, 'WebPage'))),
      ...contents(chapter).map((name) => at(address.download(name), ofFile(chapter, place, name))),
      at(address.download(METADATA), { describes: [html(place, address.home)] }),
    ],
  };
}
