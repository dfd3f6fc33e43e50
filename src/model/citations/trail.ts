/** The way from a short form back to the note that cites the work in full. */
import type { Chapter, Note } from '../chapter/chapter.ts';
import type { Citation } from './hosts.ts';

/** A note on the way, and how it names the work. */
export interface TrailStep {
  note: Note;
  citation: Citation;
}

/**
 * Follows antecedents. The checks have made sure that they lead to earlier
 * notes that cite the same work, so the way has an end.
 * @returns the notes passed, the full citation last; empty for a full citation. A work that a table
 *   cited first has its full citation there, so that the way ends at the first note that cites it.
 */
export function trailOf(chapter: Pick<Chapter, 'notes'>, citation: Citation): TrailStep[] {
  const note = chapter.notes.find((n) => n.number === citation.antecedent);
  const next = note?.citations.find((c) => c.source === citation.source);
  return note && next ? [{ note, citation: next }, ...trailOf(chapter, next)] : [];
}
