/** The places that cite, with what their checks need: file, lines, printed addresses. */
import { type CitingHost, citingHosts } from '../citations/hosts.ts';
import type { Content, Entry } from '../content/content.ts';
import { type Block, inlinesOf, placedInlines } from '../text/document.ts';
import type { Blocks } from './blocks.ts';

/** A place that cites, where its front matter is, and the addresses it prints. */
export interface CheckedPlace extends CitingHost {
  file: string;
  /** The addresses it prints, as repaired, each with its line. */
  urls: { url: string; line: number }[];
  /** The line of a key of one of its citations, or of the place itself. */
  line: (citation?: number, key?: string) => number;
}

/** The line of a key of an entry's front matter, or of the nearest one above it. */
export const lineIn = (entry: Entry<unknown> | undefined, path: PropertyKey[]): number =>
  entry?.lineOf?.(path) ?? 1;

/** The outside addresses that a block prints, of a table in its source line alone. */
function urlsOf(block: Block): CheckedPlace['urls'] {
  return placedInlines(block).flatMap(({ inline, line }) => {
    const elsewhere = block.type === 'table' && line !== block.sourceLine;
    if (elsewhere || inline.type !== 'link' || inline.url.startsWith('#')) return [];
    return [{ url: inline.url, line }];
  });
}

/** The citations of each table; the first list where a table has two, which another check refuses. */
function tablesOf({ sections }: Content) {
  const all = sections.flatMap((entry) =>
    (entry.data.tables ?? []).map(({ id, citations }, i) => ({ entry, id, citations, i })),
  );
  return new Map(all.reverse().map((table) => [table.id, table]));
}

/**
 * Brings the notes and the tables that cite into the order of the text.
 * @param blocks the blocks of the text and of the notes
 */
export function checkedPlaces(content: Content, blocks: Blocks): CheckedPlace[] {
  const tables = tablesOf(content);
  const entries = new Map(content.footnotes.map((entry) => [entry.data.number, entry]));
  const notes = content.footnotes.map(({ file, data }) => {
    const printed = blocks.notes.filter((placed) => placed.file === file);
    return [
      data.number,
      { ...data, printed, inlines: printed.flatMap(({ block }) => inlinesOf(block)) },
    ] as const;
  });
  const byNumber = new Map(notes);
  const places = citingHosts(
    blocks.text.map(({ block }) => block),
    byNumber,
    new Map([...tables].map(([id, { citations }]) => [id, citations])),
  );
  return places.map((place): CheckedPlace => {
    const table = tables.get(place.table ?? '');
    const entry = table?.entry ?? entries.get(place.note);
    const above = table ? ['tables', table.i] : [];
    const printed = table
      ? blocks.text.filter(({ block }) => block.id === table.id)
      : (byNumber.get(place.note)?.printed ?? []);
    return {
      ...place,
      file: entry?.file ?? '',
      urls: printed.flatMap(({ block }) => urlsOf(block)),
      line: (citation, key) => {
        const path = citation === undefined ? above : [...above, 'citations', citation];
        return lineIn(entry, key === undefined ? path : [...path, key]);
      },
    };
  });
}
