/** An index in memory, made of records by the same tokens as the built one. */
import type { SearchRecord } from '../../../src/search/index/records.ts';
import { searchedTokens } from '../../../src/search/index/searched-text.ts';
import { membersOf, tablesOf } from '../../../src/search/index/tables.ts';
import type { NameEntry, SearchIndex } from '../../../src/search/index/types.ts';

export function paragraph(text: string, more: Partial<SearchRecord> = {}): SearchRecord {
  return {
    kind: 'paragraph',
    path: `/sections/1/#${text.slice(0, 4)}`,
    section: '第一節',
    place: '第一節 一',
    page: 42,
    breaks: [],
    text,
    filters: { kind: ['text'], section: ['1'] },
    ...more,
  };
}

export function note(number: number, text: string, more: Partial<SearchRecord> = {}): SearchRecord {
  return paragraph(text, {
    kind: 'note',
    path: `/notes/${number}/`,
    note: number,
    filters: { kind: ['note'], section: ['1'] },
    ...more,
  });
}

export interface MemoryIndex extends SearchIndex {
  /** Keys that were asked for, and records that were read. */
  asked: string[];
  read: number[];
}

export function memoryIndex(
  records: readonly SearchRecord[],
  names: readonly NameEntry[] = [],
  shown?: (text: string) => string,
): MemoryIndex {
  const postings = new Map<string, Map<number, number[]>>();
  for (const [order, record] of records.entries()) {
    for (const [at, { key }] of searchedTokens(record).entries()) {
      const places = postings.get(key) ?? new Map<number, number[]>();
      places.set(order, [...(places.get(order) ?? []), at]);
      postings.set(key, places);
    }
  }
  const asked: string[] = [];
  const read: number[] = [];
  return {
    asked,
    read,
    forget: () => undefined,
    tables: async () => tablesOf(records, names, shown),
    postings: async (key) => {
      asked.push(key);
      const found = postings.get(key);
      if (!found) throw new Error(`${key} was asked for, and is not in the vocabulary`);
      return found;
    },
    record: async (order) => {
      read.push(order);
      const record = records[order];
      if (!record) throw new Error(`no record ${order}`);
      return record;
    },
    members: async () =>
      new Map(membersOf(records).map(([facet, values]) => [facet, new Map(values)])),
  };
}
