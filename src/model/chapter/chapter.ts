/** The chapter: sections with their blocks, notes with the place of their marks. */
import { parseMarkdown } from '../../markdown/processor.ts';
import { type Citation, toCitations } from '../citations/hosts.ts';
import type { Content } from '../content/content.ts';
import type { ChapterData } from '../content/schemas.ts';
import { type EditorNote, type Emendation, placeAll } from '../emendations/emendations.ts';
import { placeEvents, type TextEvent } from '../events/events.ts';
import { placeNames, type TextName } from '../names/names.ts';
import { sourcesById } from '../sources/ids.ts';
import type { Source } from '../sources/source.ts';
import {
  type Heading,
  type Inline,
  inlinesOf,
  type Place,
  type Table,
  textOf,
  toBlocks,
  toInlines,
  walk,
} from '../text/document.ts';
import { sentenceWith } from '../text/sentence.ts';
import type { TextDigest } from '../versions/digest.ts';
import type { Version } from '../versions/schema.ts';
import { versionWith } from '../versions/versions.ts';
import { beginAnew, noteMark } from './note-labels.ts';
import type { Note, PageSpan, Section } from './parts.ts';
import { withoutBreaks, withoutPages } from './unpaged.ts';

export type { Note, PageSpan, Section };

/** A citation in the source line of a table. */
interface TableCitation {
  citation: Citation;
  table: Table;
  section: Section;
}

/** The data of a chapter, of each kind of publication, without the pages that it counts for itself. */
type Published = ChapterData extends infer Kind
  ? Kind extends unknown
    ? Omit<Kind, 'pages'>
    : never
  : never;

interface Parts {
  /** Undefined where the print numbers no pages. */
  pages: PageSpan | undefined;
  sections: Section[];
  notes: Note[];
  sources: Source[];
  tableCitations: TableCitation[];
  /** Emendations of the text, in its order. */
  emendations: Emendation[];
  /** Figures that were computed, in the order of the text. */
  editorNotes: EditorNote[];
  /** The recorded versions of the text, the latest last. */
  versions: Version[];
  /** The one that this text is; undefined where it has changed since, or its digest was not asked for. */
  version: Version | undefined;
  /** The dated events that it tells, in its order. */
  events: TextEvent[];
  /** The people, places, bodies and documents that it names, in the order of the list. */
  names: TextName[];
}

export type Chapter = Published & Parts;

/** The chapter of a thesis. */
export type Thesis = Extract<Chapter, { thesis: unknown }>;

/** Lists that a chapter may do without. */
type Lists = 'emendations' | 'editorNotes' | 'events' | 'names' | 'versions';

/** The content without what only the proof and the search need. */
type Readable = Omit<Content, 'source' | 'exceptions' | Lists> & Partial<Pick<Content, Lists>>;

/** The inlines of a note's body. */
export function noteInlines(body: string): Inline[] {
  return parseMarkdown(body).children.flatMap((node) =>
    node.type === 'paragraph' ? toInlines(node.children) : [],
  );
}

/** Whether the print numbers its pages. */
const isPaged = ({ chapter }: Readable): boolean => chapter.pages.printed !== false;

/** The id of a section's heading; that of the chapter's own where the chapter has no sections. */
function sectionId(number: number, blocks: Section['blocks']): string {
  const headings = blocks.filter((b) => b.type === 'heading');
  const own = headings.every(({ depth }) => depth === 1) ? headings[0]?.id : undefined;
  return own ?? `s${number}`;
}

function buildSections(content: Readable): Section[] {
  const place: Place = { page: content.chapter.pages.first, lineOffset: 0 };
  return content.sections.map(({ data, body, bodyLine }) => {
    place.lineOffset = bodyLine - 1;
    const blocks = toBlocks(parseMarkdown(body), place);
    return {
      number: data.number,
      label: data.label,
      title: data.title,
      description: data.description,
      id: sectionId(data.number, blocks),
      blocks: isPaged(content) ? blocks : blocks.map(withoutPages),
      pages: isPaged(content)
        ? { first: blocks[0]?.page ?? place.page, last: place.page }
        : undefined,
    };
  });
}

/** What the source lines of a section's tables cite. */
function citedByTables(section: Section, content: Readable): TableCitation[] {
  const data = content.sections.find((entry) => entry.data.number === section.number)?.data;
  return (data?.tables ?? []).flatMap(({ id, citations }) => {
    const table = section.blocks.find((b): b is Table => b.type === 'table' && b.id === id);
    if (!table) return [];
    const all = toCitations(citations, textOf(table.source));
    return all.map((citation) => ({ citation, table, section }));
  });
}

/**
 * Builds the chapter from its content.
 * A note without a mark is left out here: the checks have refused it before.
 * @param digest of the text, by which its version is known
 */
export function buildChapter(content: Readable, digest?: TextDigest): Chapter {
  const versions = content.versions?.data ?? [];
  const sections = buildSections(content);
  const bodies = new Map(content.footnotes.map((f) => [f.data.number, f]));
  const anew = beginAnew(content.footnotes.map(({ data }) => data));
  const paged = isPaged(content);
  const notes: Note[] = [];
  for (const section of sections) {
    let heading: Heading | undefined;
    for (const block of section.blocks) {
      if (block.type === 'heading') heading = block;
      for (const inline of walk(inlinesOf(block))) {
        const footnote = inline.type === 'noteref' ? bodies.get(inline.number) : undefined;
        // A note that is marked twice stands where its first mark does.
        if (!footnote || !heading || notes.some((n) => n.number === footnote.data.number)) continue;
        const printed = noteInlines(footnote.body);
        const inlines = paged ? printed : withoutBreaks(printed);
        notes.push({
          number: footnote.data.number,
          ...noteMark(footnote.data, section.number, anew),
          page: paged ? footnote.data.page : undefined,
          inlines,
          kind: footnote.data.kind,
          citations: toCitations(footnote.data.citations ?? [], textOf(inlines).trim()),
          urls: footnote.data.urls ?? [],
          section: section.number,
          heading,
          block,
          sentence: sentenceWith(block, footnote.data.number),
        });
      }
    }
  }
  const sources = [...sourcesById(content.sources).values()];
  const tableCitations = sections.flatMap((section) => citedByTables(section, content));
  const corrections = placeAll(
    { sections, notes },
    content.emendations?.data ?? [],
    content.editorNotes?.data ?? [],
  );
  const { emendations } = corrections;
  const names = placeNames({ sections, notes, sources }, content.names?.data ?? []);
  return {
    ...content.chapter,
    pages: paged ? content.chapter.pages : undefined,
    sections,
    notes,
    sources,
    versions,
    version: digest && versionWith(versions, digest.digest),
    tableCitations,
    ...corrections,
    events: placeEvents(
      { sections, notes, sources, tableCitations, emendations, names },
      content.events?.data ?? [],
    ),
    names,
  };
}
