/** An engine as the page of the comparison asks it. */

export interface Answer {
  total: number;
  /** Loads what is needed to show the first ten. */
  show(): Promise<void>;
  /** Paths of all records found. */
  paths(): Promise<string[]>;
}
export type Ask = (query: string) => Promise<Answer>;

/** Starts an engine, loading no more than it must. */
export type Open = () => Promise<Ask>;

export const SHOWN = 10;

const shown = new Map<string, Promise<unknown>>();

/** For engines that keep no text: the same record files as ours, by path, each loaded once. */
export async function showRecords(paths: readonly string[]): Promise<void> {
  const load = async (path: string): Promise<unknown> =>
    (await fetch(`records/${encodeURIComponent(path)}`)).json();
  await Promise.all(
    paths.slice(0, SHOWN).map((path) => {
      const record = shown.get(path) ?? load(path);
      shown.set(path, record);
      return record;
    }),
  );
}
