/** What the search knows of the sources each note cites, short forms led home. */
import type { Chapter, Note } from '../model/chapter/chapter.ts';
import { shortFormOf } from '../model/citations/printed.ts';
import { filed } from '../model/sources/name.ts';
import { plainReference } from '../model/sources/reference.ts';
import { outletOf, yearOf } from '../model/sources/source.ts';
import { sourceNamed } from '../model/sources/uses.ts';
import type { NoteSources } from '../search/index/types.ts';

const distinct = (values: (string | undefined)[]): string[] => [
  ...new Set(values.filter((value) => value !== undefined)),
];

function ofNote(chapter: Chapter, { number, citations }: Note): NoteSources {
  const cited = citations.flatMap((citation) => {
    const source = sourceNamed(chapter, citation.source);
    return source ? [{ citation, source }] : [];
  });
  const sources = cited.map(({ source }) => source);
  return {
    number,
    kinds: distinct(sources.map((s) => s.kind)),
    outlets: distinct(sources.map(outletOf)),
    authors: distinct(sources.flatMap((s) => (s.author ?? s.editor ?? []).map(filed))),
    years: distinct(sources.map(yearOf)),
    languages: distinct(sources.map((s) => s.language)),
    forms: distinct(citations.map((c) => c.form)),
    references: cited.map(({ citation, source }) => ({
      id: source.id,
      text: plainReference(source),
      resolved: shortFormOf(citation.text) !== undefined || citation.form === 'short',
    })),
  };
}

/** The sources of all notes. */
export const noteSourcesOf = (chapter: Chapter): NoteSources[] =>
  chapter.notes.map((note) => ofNote(chapter, note));
