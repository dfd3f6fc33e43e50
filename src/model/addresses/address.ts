/** Addresses and ids (contract, DESIGN §2), and the places they name for people. */
import type { Chapter, Note, Section } from '../chapter/chapter.ts';
import { promisedOf, schemasOf } from '../downloads/downloads.ts';
import { decadesOf } from '../events/timeline.ts';
import { type Block, type Heading, inlinesOf, textOf, walk } from '../text/document.ts';
import { versionId } from '../versions/versions.ts';

/** Addresses below the site's base; all end in a slash. */
export const address = {
  home: '/',
  chapter: '/chapter/',
  sections: '/sections/',
  section: (number: number) => `/sections/${number}/`,
  /** A section as Markdown, and as a Word file. */
  sectionMarkdown: (number: number) => `/sections/${number}/index.md`,
  sectionDocx: (number: number) => `/sections/${number}/section.docx`,
  pages: '/pages/',
  page: (number: number) => `/pages/${number}/`,
  notes: '/notes/',
  note: (number: number) => `/notes/${number}/`,
  search: '/search/',
  sources: '/sources/',
  source: (id: string) => `/sources/${id}/`,
  about: '/about/',
  emendations: '/emendations/',
  emendationsFeed: '/emendations/feed.xml',
  versions: '/versions/',
  timeline: '/timeline/',
  names: '/names/',
  name: (id: string) => `/names/${id}/`,
  offline: '/offline/',
  downloads: '/downloads/',
  download: (file: string) => `/downloads/${file}`,
  dts: (file: string) => `/dts/${file}`,
  /** What there is, for programs that read by language models (llmstxt.org). */
  llms: '/llms.txt',
  /** The same page in Simplified characters. */
  simplified: (path: string) => `/zh-hans${path}`,
} as const;

/** Ids inside pages, the same on every page that shows the thing. */
export const id = {
  note: (number: number) => `fn${number}`,
  noteref: (number: number) => `fnref${number}`,
  page: (number: number) => `p${number}`,
  /** A year of the timeline. */
  year: (number: number) => `y${number}`,
} as const;

/** The headings of a section that stand above a block, outermost first (the chapter title aside). */
export function headingsAbove(section: Section, block: Block): Heading[] {
  const path: Heading[] = [];
  for (const candidate of section.blocks) {
    if (candidate.type === 'heading' && candidate.depth > 1) {
      while ((path.at(-1)?.depth ?? 0) >= candidate.depth) path.pop();
      path.push(candidate);
    }
    if (candidate === block) break;
  }
  return path;
}

const LABEL =
  /^(?:第[^　\s]+[節节]|[〇一二三四五六七八九十]+、|[（(][〇一二三四五六七八九十]+[）)]|\d+\.)/u;

/** The printed label of a heading without its punctuation at the end: 第四節, 二, （一）, 1. */
export function labelOf(heading: Heading): string {
  const text = heading.inlines.map((i) => ('value' in i ? i.value : '')).join('');
  return (LABEL.exec(text)?.[0] ?? text).replace(/[、.]$/u, '');
}

/** A place in the structure, as it is cited: 第四節 二（一）1. */
export function structuralPlace(section: Section, block: Block): string {
  const [first, ...rest] = headingsAbove(section, block).map(labelOf);
  if (!first) return section.label || section.title;
  return rest.length > 0 ? `${first} ${rest.join('')}` : first;
}

/** 表 3-1 or 圖 1, from the caption of a table or a figure; undefined for other blocks. */
export function captionLabel(block: Block): string | undefined {
  if (block.type === 'table') return /^表\s*[\d-]+/u.exec(textOf(block.caption).trim())?.[0];
  if (!/^figure-[\d-]+$/u.test(block.id)) return undefined;
  return /^[图圖]\s*[\d-]+/u.exec(textOf(inlinesOf(block)).trim())?.[0];
}

/** The number of a paragraph under its heading, from its id; undefined for other blocks. */
export function paragraphNumber(block: Block): number | undefined {
  const match = /-p(\d+)$/u.exec(block.id);
  return match ? Number(match[1]) : undefined;
}

/** The section that holds a note's mark. */
export function sectionOf(chapter: Chapter, note: Note): Section {
  const section = chapter.sections.find((s) => s.number === note.section);
  if (!section)
    throw new Error(`note ${note.number} stands in section ${note.section}, which does not exist`);
  return section;
}

/** The ids a section's page has, in the order of the text; its notes last. */
function idsOf(section: Section, notes: Note[]): string[] {
  const inText = section.blocks.flatMap((block) => [
    block.id,
    ...[...walk(inlinesOf(block))].flatMap((inline) => {
      if (inline.type === 'noteref') return [id.noteref(inline.number)];
      return inline.type === 'pageBreak' ? [id.page(inline.page)] : [];
    }),
  ]);
  const own = notes.filter((n) => n.section === section.number).map((n) => id.note(n.number));
  // A note that is marked twice has one address of its mark.
  return [...new Set([...inText, ...own])];
}

/** The printed pages of a chapter, in order. */
const allPages = (chapter: Chapter): number[] => [...new Set(chapter.sections.flatMap(pagesOf))];

/** The page of all notes, where there are any. */
const notesPage = ({ notes }: Chapter): string[] => (notes.length > 0 ? [address.notes] : []);

/** The page of all printed pages, where the print numbers them. */
const pagesPage = ({ pages }: Chapter): string[] => (pages ? [address.pages] : []);

/** The pages that stand in Simplified characters too: those of the text and its notes. */
export function convertedAddresses(chapter: Chapter): string[] {
  // A text in Simplified characters needs no others.
  if (chapter.lang.startsWith('zh-Hans')) return [];
  return [
    address.home,
    address.chapter,
    ...notesPage(chapter),
    address.sections,
    ...pagesPage(chapter),
    ...chapter.sections.map(({ number }) => address.section(number)),
    ...allPages(chapter).map(address.page),
    ...chapter.notes.map(({ number }) => address.note(number)),
  ];
}

/** The timeline, its events and years, where there are any. */
function timelineOf({ events }: Chapter): string[] {
  if (events.length === 0) return [];
  const years = decadesOf(events).flatMap((decade) =>
    decade.years.flatMap(({ year }) => year ?? []),
  );
  const ids = [...events.map((event) => event.id), ...years.map(id.year)];
  return [address.timeline, ...ids.map((name) => `${address.timeline}#${name}`)];
}

/**
 * Every address the site promises to keep: pages, and the ids on sections and the
 * chapter. Pages in Simplified characters have the ids of their originals, so
 * the addresses of these pages stand for both.
 */
export function allAddresses(chapter: Chapter): string[] {
  const bySection = chapter.sections.map((section) => ({
    path: address.section(section.number),
    ids: idsOf(section, chapter.notes),
  }));
  const emendations = [...chapter.emendations, ...chapter.editorNotes];
  return [
    address.home,
    address.chapter,
    ...notesPage(chapter),
    address.sections,
    ...pagesPage(chapter),
    address.downloads,
    address.about,
    address.offline,
    address.search,
    ...(chapter.sources.length > 0 ? [address.sources] : []),
    ...(emendations.length > 0 ? [address.emendations] : []),
    ...bySection.map(({ path }) => path),
    ...allPages(chapter).map(address.page),
    ...chapter.notes.map((n) => address.note(n.number)),
    ...chapter.sources.map((source) => address.source(source.id)),
    ...chapter.sources.map((source) => `${address.sources}#${source.id}`),
    ...emendations.map((entry) => `${address.emendations}#${entry.id}`),
    ...promisedOf(chapter).map(address.download),
    ...(schemasOf(chapter).length > 0 ? [address.download('schema/')] : []),
    address.dts(''),
    address.dts('index.json'),
    ...bySection.flatMap(({ path, ids }) => ids.map((i) => `${path}#${i}`)),
    ...bySection.flatMap(({ ids }) => ids.map((i) => `${address.chapter}#${i}`)),
    ...convertedAddresses(chapter).map(address.simplified),
    ...chapter.sections.map(({ number }) => address.sectionMarkdown(number)),
    ...chapter.sections.map(({ number }) => address.sectionDocx(number)),
    address.llms,
    ...(chapter.versions.length > 0 ? [address.versions] : []),
    ...(chapter.names.length > 0 ? [address.names] : []),
    ...chapter.names.map((name) => address.name(name.id)),
    ...chapter.versions.map((version) => `${address.versions}#${versionId(version)}`),
    ...timelineOf(chapter),
  ];
}

/** The printed pages on which a section, or the chapter, stands, in order. */
export function pagesOf({ pages }: Pick<Section, 'pages'>): number[] {
  if (!pages) return [];
  const count = pages.last - pages.first + 1;
  return Array.from({ length: count }, (_, i) => pages.first + i);
}
