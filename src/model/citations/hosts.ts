/** Where works are cited: notes and the source lines of tables, in the order of the text. */

import { printedNumber } from '../chapter/note-labels.ts';
import type { Block, Inline, Table } from '../text/document.ts';
import { inlinesOf, textOf, walk } from '../text/document.ts';
import type { CitationData, NoteKind } from './schema.ts';

/** A citation with the printed words that cite. */
export type Citation = CitationData & { text: string };

/** A note, or the source line of a table. */
export interface CitingHost {
  /** Number of the note; for a table, of the last note before it. */
  note: number;
  /** The note's number as printed, by which others name it; it may begin anew in each section. */
  printed?: number;
  /** Id of the table, where the place is one. */
  table?: string;
  /** All of its printed words. */
  text: string;
  kind: NoteKind | undefined;
  citations: Citation[];
}

/** Fills in what a citation leaves out: it covers all of the text of its place. */
export function toCitations(citations: readonly CitationData[], text: string): Citation[] {
  return citations.map((citation) => ({ ...citation, text: citation.text ?? text }));
}

/** What front matter says of a place. */
interface Classified {
  mark?: string | undefined;
  kind?: NoteKind | undefined;
  citations?: CitationData[] | undefined;
}

/**
 * Puts notes and tables in the order in which a reader meets them.
 * @param blocks the text
 * @param notes what the notes say and cite, by number
 * @param tables what the source lines of tables cite, by the table's id
 */
export function citingHosts(
  blocks: readonly Block[],
  notes: ReadonlyMap<number, Classified & { inlines: Inline[] }>,
  tables: ReadonlyMap<string, CitationData[]>,
): CitingHost[] {
  const places: CitingHost[] = [];
  let last = 0;
  const ofTable = (table: Table): CitingHost[] => {
    const citations = tables.get(table.id);
    if (!citations) return [];
    const text = textOf(table.source);
    return [
      {
        note: last,
        table: table.id,
        text,
        kind: 'citation',
        citations: toCitations(citations, text),
      },
    ];
  };
  for (const block of blocks) {
    for (const inline of walk(inlinesOf(block))) {
      const note = inline.type === 'noteref' ? notes.get(inline.number) : undefined;
      if (inline.type !== 'noteref' || !note) continue;
      const text = textOf(note.inlines).trim();
      const citations = toCitations(note.citations ?? [], text);
      const printed = printedNumber({ number: inline.number, mark: note.mark });
      places.push({ note: inline.number, printed, text, kind: note.kind, citations });
      last = inline.number;
    }
    if (block.type === 'table') places.push(...ofTable(block));
  }
  return places;
}
