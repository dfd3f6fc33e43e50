/** An index's tables, ready for use. */
import { type Lexicon, openLexicon } from '../fold/lexicon.ts';
import type { RankedRecord } from '../rank/score.ts';
import { KINDS, type SearchIndex, type Tables } from './types.ts';

export interface LoadedIndex {
  tables: Tables;
  lexicon: Lexicon;
  facts: RankedRecord[];
  averageLength: number;
  /** The number of each record that is a note. */
  numberOf: ReadonlyMap<number, number>;
}

export async function openTables(index: SearchIndex): Promise<LoadedIndex> {
  const tables = await index.tables();
  const kinds = KINDS as Record<string, RankedRecord['kind']>;
  const facts = [...tables.kinds].map((letter, i) => ({
    kind: kinds[letter] ?? 'paragraph',
    printed: tables.printed[i] ?? 1,
  }));
  const averageLength = facts.reduce((sum, f) => sum + f.printed, 0) / facts.length;
  const notes = facts.flatMap(({ kind }, record) => (kind === 'note' ? [record] : []));
  const numberOf = new Map(notes.map((record, i) => [record, tables.notes[i] ?? 0]));
  return { numberOf, tables, lexicon: openLexicon(tables), facts, averageLength };
}
