/** What can be catalogued: a note, or the source line of a table. */
import { join } from 'node:path';
import { noteInlines } from '../../model/chapter/chapter.ts';
import { readBlocks } from '../../model/checks/blocks.ts';
import type { CitationData, NoteKind } from '../../model/citations/schema.ts';
import type { Content, Entry } from '../../model/content/content.ts';
import type { Inline, Table } from '../../model/text/document.ts';
import { Refused } from '../faults.ts';
import type { Order } from './order.ts';

/** What cites, and the file whose front matter says what. */
export interface CitingEntry {
  /** 註 12, 表 table-3-2 */
  name: string;
  /** The id of a source that nothing else names: note-12. */
  stem: string;
  entry: Entry<unknown>;
  inlines: Inline[];
  note?: number;
  table?: string;
  /** The front matter that says what it cites. */
  matter: (kind: NoteKind, citations: CitationData[]) => Record<string, unknown>;
}

/** @throws Refused where there is no such note, or where it is done */
function noteOf({ footnotes }: Content, note: number, root: string): CitingEntry {
  const entry = footnotes.find(({ data }) => data.number === note);
  if (!entry) {
    const last = footnotes.at(-1)?.data.number;
    throw new Refused(
      last === undefined
        ? `${root}: this text has no notes.`
        : `there is no note ${note}: the notes are numbered 1 to ${last}.`,
    );
  }
  if (entry.data.citations !== undefined || entry.data.kind !== undefined)
    throw new Refused(
      `${join(root, entry.file)}:${entry.lineOf?.([entry.data.citations ? 'citations' : 'kind']) ?? 1}: note ${note} is catalogued already. Take “kind” and “citations” out of its front matter to have it drafted anew.`,
    );
  return {
    name: `註 ${note}`,
    stem: `note-${note}`,
    entry,
    inlines: noteInlines(entry.body),
    note,
    matter: (kind, citations) => ({ kind, ...(citations.length > 0 ? { citations } : {}) }),
  };
}

/** @throws Refused where there is no such table, or where it is done */
function tableOf(content: Content, id: string, root: string): CitingEntry {
  const placed = readBlocks(content).text;
  const tables = placed.flatMap(({ block, file }) =>
    block.type === 'table' ? [{ table: block as Table, file }] : [],
  );
  const found = tables.find(({ table }) => table.id === id);
  const entry = content.sections.find(({ file }) => file === found?.file);
  if (!found || !entry) {
    const ids = tables.map(({ table }) => table.id).join(', ');
    throw new Refused(
      ids === ''
        ? `${root}: this text has no tables.`
        : `there is no table ${id}: the tables are ${ids}.`,
    );
  }
  const known = entry.data.tables ?? [];
  const at = known.findIndex((table) => table.id === id);
  if (at >= 0)
    throw new Refused(
      `${join(root, entry.file)}:${entry.lineOf?.(['tables', at]) ?? 1}: the source line of ${id} is catalogued already. Take it out of “tables” to have it drafted anew.`,
    );
  const order = tables.map(({ table }) => table.id);
  return {
    name: `表 ${id}`,
    stem: id,
    entry,
    inlines: found.table.source,
    table: id,
    matter: (_, citations) => ({
      tables: [...known, { id, citations }].sort(
        (a, b) => order.indexOf(a.id) - order.indexOf(b.id),
      ),
    }),
  };
}

/** What is to be catalogued. @throws Refused where there is none, or where it is done */
export const hostOf = (content: Content, { host, root }: Order): CitingEntry =>
  typeof host === 'number' ? noteOf(content, host, root) : tableOf(content, host, root);
