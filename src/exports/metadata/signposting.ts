/**
 * FAIR Signposting (signposting.org/FAIR): typed links by which a program finds
 * its way from the title page, which is the chapter's landing page, to its text,
 * its data, its metadata and its identifier, and back. In the head of the pages,
 * and all together in /linkset.json (RFC 9264).
 */
import { address, pagesOf } from '../../model/addresses/address.ts';
import type { Chapter } from '../../model/chapter/chapter.ts';
import { isMetadata, METADATA, mediaType, promisedOf } from '../../model/downloads/downloads.ts';
import { linkTo, type Published } from '../published.ts';
import { type About, type LinkTag, type Page, PROVENANCE, RIGHTS } from './about.ts';

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

const html = (published: Published, path: string): Target => ({
  href: linkTo(published, path),
  type: HTML,
});

const file = (published: Published, name: string): Target => ({
  href: linkTo(published, address.download(name)),
  type: mediaType(name),
});

const typed = (...types: string[]): Target[] => types.map((type) => ({ href: SCHEMA_ORG + type }));

/** What holds for the text wherever it stands: no licence was given, so the statement of rights is its licence. */
const ofText = (published: Published): Relations => ({
  author: [html(published, PROVENANCE)],
  license: [html(published, RIGHTS)],
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
function ofLanding(chapter: Chapter, published: Published): Relations {
  const [identifier] = chapter.identifiers;
  return {
    ...(identifier ? { 'cite-as': [{ href: identifier.url }] } : {}),
    ...ofText(published),
    describedby: [file(published, METADATA)],
    item: [
      ...texts(chapter).map((path) => html(published, path)),
      ...contents(chapter).map((name) => file(published, name)),
    ],
    type: typed('AboutPage', 'Chapter'),
  };
}

/** The links of a page of the text. */
const ofPart = (published: Published, ...types: string[]): Relations => ({
  ...ofText(published),
  collection: [html(published, address.home)],
  ...(types.length > 0 ? { type: typed(...types) } : {}),
});

function relationsOf({ chapter, published }: Page, kind: About['kind']): Relations {
  if (kind === 'home') return ofLanding(chapter, published);
  if (kind === 'chapter' || kind === 'section') return ofPart(published, 'WebPage', 'Chapter');
  return kind === 'page' ? ofPart(published, 'WebPage') : ofText(published);
}

/** The links in the head of a page; pages that hold none of the text have none. */
export function signposts(page: Page): LinkTag[] {
  const { kind } = page.about;
  if (kind === 'source' || kind === 'list' || kind === 'missing') return [];
  const links = Object.entries(relationsOf(page, kind)).flatMap(([rel, targets]) =>
    targets.map((target): LinkTag => ({ rel, ...target })),
  );
  const set = {
    rel: 'linkset',
    href: linkTo(page.published, LINKSET),
    type: 'application/linkset+json',
  };
  return [...links, set];
}

/** A file of data is described by its schema, if it has one. */
function ofFile(chapter: Chapter, published: Published, name: string): Relations {
  const schema = promisedOf(chapter).find(
    (other) => other === `schema/${name.replace('.', '.schema.')}`,
  );
  return { ...ofPart(published), ...(schema ? { describedby: [file(published, schema)] } : {}) };
}

/** /linkset.json: the links of the landing page, of its items, and of its metadata. */
export function linkset(chapter: Chapter, published: Published): object {
  const pages = [...new Set(chapter.sections.flatMap(pagesOf))].map(address.page);
  const landing = ofLanding(chapter, published);
  const item = [...(landing['item'] ?? []), ...pages.map((path) => html(published, path))];
  const at = (path: string, relations: Relations): Context => ({
    anchor: linkTo(published, path),
    ...relations,
  });
  return {
    linkset: [
      at(address.home, { ...landing, item }),
      ...texts(chapter).map((path) => at(path, ofPart(published, 'WebPage', 'Chapter'))),
      ...pages.map((path) => at(path, ofPart(published, 'WebPage'))),
      ...contents(chapter).map((name) =>
        at(address.download(name), ofFile(chapter, published, name)),
      ),
      at(address.download(METADATA), { describes: [html(published, address.home)] }),
    ],
  };
}
