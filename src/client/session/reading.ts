/**
 * Where a reader has come to and what has been read, kept in this browser alone: no
 * time, no order of visits, nothing that is sent anywhere.
 */
import { remember, remembered } from './storage.ts';

/** A place that can be gone back to. */
export interface StoredPlace {
  /** Id of the paragraph, or of the printed page. */
  id: string;
  /** 第四節 二（一），頁 73 */
  name: string;
}

/** By address below the base, the place last reached last. */
export type StoredPlaces = Record<string, StoredPlace>;

/** Ids of the paragraphs read, by the id of their section. */
export type Read = Record<string, string[]>;

/** What was kept, if it can still be understood. */
function stored<T extends object>(name: 'places' | 'read'): T {
  try {
    const value: unknown = JSON.parse(remembered(name) ?? '{}');
    return (value !== null && typeof value === 'object' ? value : {}) as T;
  } catch {
    return {} as T;
  }
}

export const storedPlaces = (): StoredPlaces => stored('places');
export const readParagraphs = (): Read => stored('read');

const isLeaf = (path: string): boolean => path.startsWith('/pages/');

/** Keeps the place reached on a page; of printed pages, the last alone. */
export function storePlace(path: string, place: StoredPlace): void {
  const others = Object.entries(storedPlaces()).filter(
    ([other]) => other !== path && !(isLeaf(path) && isLeaf(other)),
  );
  remember('places', JSON.stringify(Object.fromEntries([...others, [path, place]])));
}

/** The section a paragraph is in: s4-2-1-p3 is in s4. */
const sectionOf = (id: string): string => id.replace(/-.*$/u, '');

/** Adds paragraphs to what has been read. */
export function storeRead(ids: string[]): void {
  const read = readParagraphs();
  const before = JSON.stringify(read);
  for (const id of ids) {
    const section = sectionOf(id);
    read[section] = [...new Set([...(read[section] ?? []), id])];
  }
  const after = JSON.stringify(read);
  if (after !== before) remember('read', after);
}

/** Forgets all of it. */
export function forget(): void {
  for (const name of ['places', 'read', 'declined'] as const) remember(name, null);
}
