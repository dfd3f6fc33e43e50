/** What notes are called in the interface, by their numbers. */
import type { Chapter } from '../../model/chapter/chapter.ts';

const known = new WeakMap<Chapter, Map<number, string>>();

/** 12; 2.3 for the third note of the second section, where numbers begin anew in each. */
export function noteName(chapter: Chapter, number: number): string {
  const names = known.get(chapter) ?? new Map(chapter.notes.map((n) => [n.number, n.name]));
  known.set(chapter, names);
  return names.get(number) ?? String(number);
}
