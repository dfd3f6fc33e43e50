/**
 * FAIR Signposting (signposting.org/FAIR): typed links by which a program finds
 * its way from the title page, which is the chapter's landing page, to its text,
 * its data, its metadata and its identifier, and back. In the head of the pages,
 * and all together in /linkset.json (RFC 9264).
 */
import { address, pagesOf } from '../../model/addresses/address.ts';
import type { Chapter, Section } from '../../model/chapter/chapter.ts';
import { isMetadata, METADATA, mediaType } from '../../model/downloads/downloads.ts';
import { path as dts, PAGES, resourceId } from '../dts/addresses.ts';
import { availableDownloads } from '../pdf/made.ts';
import { linkTo, type Published } from '../published.ts';
import { type About, type LinkTag, type Page, PROVENANCE, pathOf, RIGHTS } from './about.ts';

export const LINKSET = '/linkset.json';
const HTML = 'text/html';
const TEI = 'application/tei+xml';
const MARKDOWN = 'text/markdown';
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
  availableDownloads(chapter).filter((name) => !isSchema(name) && !isMetadata(name));

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

/** Its own address, by which a page is cited; a path alone identifies nothing, so it has none where the site's is unknown. */
const citedAs = (published: Published, path: string): Relations =>
  published.origin !== undefined ? { 'cite-as': [{ href: linkTo(published, path) }] } : {};

/** The links of what belongs to the chapter. */
const ofMember = (published: Published): Relations => ({
  ...ofText(published),
  collection: [html(published, address.home)],
});

/** A page of the text, and where its text stands as TEI. */
interface Part {
  path: string;
  types: string[];
  tei: string;
  /** The same text as Markdown. */
  markdown?: string;
}

const wholeText = (chapter: Chapter): Part => ({
  path: address.chapter,
  types: ['WebPage', 'Chapter'],
  tei: dts.document(resourceId(chapter), undefined),
  markdown: address.download('chapter.md'),
});

const sectionText = (chapter: Chapter, { number, id }: Section): Part => ({
  path: address.section(number),
  types: ['WebPage', 'Chapter'],
  tei: dts.document(resourceId(chapter), undefined, id),
  markdown: address.sectionMarkdown(number),
});

const pageText = (chapter: Chapter, page: number): Part => ({
  path: address.page(page),
  types: ['WebPage'],
  tei: dts.document(resourceId(chapter), PAGES, String(page)),
});

/** The links of a page of the text. */
const ofPart = (published: Published, { path, types, tei, markdown }: Part): Relations => ({
  ...citedAs(published, path),
  ...(markdown ? { alternate: [{ href: linkTo(published, markdown), type: MARKDOWN }] } : {}),
  ...ofMember(published),
  describedby: [file(published, METADATA)],
  item: [{ href: linkTo(published, address.dts(tei)), type: TEI }],
  type: typed(...types),
});

/** The page of the text that a page is, if it is one. */
function partOf(chapter: Chapter, about: About): Part | undefined {
  if (about.kind === 'chapter') return wholeText(chapter);
  if (about.kind === 'section') return sectionText(chapter, about.section);
  return about.kind === 'page' ? pageText(chapter, about.page) : undefined;
}

function relationsOf({ chapter, published, about }: Page): Relations {
  if (about.kind === 'home') return ofLanding(chapter, published);
  const part = partOf(chapter, about);
  return part
    ? ofPart(published, part)
    : { ...citedAs(published, pathOf(about) ?? ''), ...ofText(published) };
}

/** The links in the head of a page; pages that hold none of the text have none. */
export function signposts(page: Page): LinkTag[] {
  const { kind } = page.about;
  if (kind === 'source' || kind === 'list' || kind === 'missing') return [];
  const links = Object.entries(relationsOf(page)).flatMap(([rel, targets]) =>
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
  const schema = availableDownloads(chapter).find(
    (other) => other === `schema/${name.replace('.', '.schema.')}`,
  );
  return { ...ofMember(published), ...(schema ? { describedby: [file(published, schema)] } : {}) };
}

/** /linkset.json: the links of the landing page, of its items, and of its metadata. */
export function linkset(chapter: Chapter, published: Published): object {
  const pages = [...new Set(chapter.sections.flatMap(pagesOf))];
  const landing = ofLanding(chapter, published);
  const item = [
    ...(landing['item'] ?? []),
    ...pages.map((page) => html(published, address.page(page))),
  ];
  const parts = [
    wholeText(chapter),
    ...chapter.sections.map((section) => sectionText(chapter, section)),
    ...pages.map((page) => pageText(chapter, page)),
  ];
  const at = (path: string, relations: Relations): Context => ({
    anchor: linkTo(published, path),
    ...relations,
  });
  return {
    linkset: [
      at(address.home, { ...landing, item }),
      ...parts.map((part) => at(part.path, ofPart(published, part))),
      ...contents(chapter).map((name) =>
        at(address.download(name), ofFile(chapter, published, name)),
      ),
      at(address.download(METADATA), { describes: [html(published, address.home)] }),
    ],
  };
}
