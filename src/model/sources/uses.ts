/** The works cited, and every use of each. */
import type { Chapter, Note, Section } from '../chapter/chapter.ts';
import type { Citation } from '../citations/hosts.ts';
import type { Table } from '../text/document.ts';
import type { Source } from './source.ts';

/** One citation of a source, and where it stands. */
export type Use = { citation: Citation } & ({ note: Note } | { table: Table; section: Section });

/** Every citation of the chapter in the order of the text. */
export function usesOf({ notes, tableCitations }: Chapter): Use[] {
  const ofNotes = notes.flatMap((note): Use[] =>
    note.citations.map((citation) => ({ citation, note })),
  );
  return [...ofNotes, ...tableCitations];
}

/** The citations of one source in the order of the text: notes first, then tables. */
export function usesOfSource(chapter: Chapter, id: string): Use[] {
  return usesOf(chapter).filter(({ citation }) => citation.source === id);
}

/** The sources that were seen only as quoted in this one (轉引自). */
export function quotedIn(chapter: Chapter, id: string): Source[] {
  const quoted = usesOf(chapter).filter(({ citation }) => citation.via === id);
  return quoted.flatMap(({ citation }) => sourceNamed(chapter, citation.source) ?? []);
}

/** The source with an id. */
export function sourceNamed(chapter: Chapter, id: string | undefined): Source | undefined {
  return chapter.sources.find((source) => source.id === id);
}
