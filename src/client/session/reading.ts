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

/** The names and values of a stored text; none where it is no record. */
function entriesIn(text: string | null): [string, unknown][] {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.entries(value)
      : [];
  } catch {
    return [];
  }
}

/** An address below the base: nothing that would lead to another site, or run. */
const isBelow = (path: string): boolean => /^\/(?!\/)[\w/-]*$/u.test(path);
const isId = (id: unknown): id is string => typeof id === 'string' && /^[\w-]+$/u.test(id);

function isPlace(value: unknown): value is StoredPlace {
  if (value === null || typeof value !== 'object') return false;
  const { id, name } = value as Partial<StoredPlace>;
  return isId(id) && typeof name === 'string' && name !== '';
}

/** The places in a stored text that can still be understood. */
export const placesIn = (text: string | null): StoredPlaces =>
  Object.fromEntries(
    entriesIn(text).filter(
      (entry): entry is [string, StoredPlace] => isBelow(entry[0]) && isPlace(entry[1]),
    ),
  );

/** The paragraphs in a stored text that can still be understood. */
export const readIn = (text: string | null): Read =>
  Object.fromEntries(
    entriesIn(text).flatMap(([section, ids]) =>
      isId(section) && section !== '__proto__' && Array.isArray(ids)
        ? [[section, [...new Set(ids.filter(isId))]]]
        : [],
    ),
  );

export const storedPlaces = (): StoredPlaces => placesIn(remembered('places'));
export const readParagraphs = (): Read => readIn(remembered('read'));

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
  for (const name of ['places', 'read', 'declined', 'read-aloud'] as const) remember(name, null);
}
