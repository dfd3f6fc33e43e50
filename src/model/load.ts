/** The one file of the model that knows Astro: collections → chapter and rendered HTML. */
import { type CollectionEntry, getCollection, getEntry } from 'astro:content';
import { asPrinted } from '../markdown/as-printed.ts';
import { buildChapter, type Chapter } from './chapter.ts';
import type { Entry } from './content.ts';

/** The chapter, and the HTML that Astro made of each section and note, by number. */
export interface Loaded {
  chapter: Chapter;
  sections: Map<number, string>;
  notes: Map<number, string>;
}

type MarkdownEntry = CollectionEntry<'sections'> | CollectionEntry<'footnotes'>;

/** A Markdown plugin that throws leaves an entry without HTML, and Astro goes on: so stop here. */
function htmlOf(entry: MarkdownEntry): string {
  const html = entry.rendered?.html;
  if (!html?.trim())
    throw new Error(
      `${entry.filePath} was not rendered: see the error above, or run npm run check`,
    );
  return html;
}

const toEntry = <T extends MarkdownEntry | CollectionEntry<'sources'>>(
  entry: T,
): Entry<T['data']> => ({
  file: entry.filePath ?? entry.id,
  data: entry.data,
  body: entry.body ?? '',
  bodyLine: 1,
});

const byNumber = (a: MarkdownEntry, b: MarkdownEntry) => a.data.number - b.data.number;

async function loadOnce(): Promise<Loaded> {
  const chapter = await getEntry('chapter', 'chapter');
  if (!chapter) throw new Error('content/chapter.yaml could not be loaded');
  const sections = (await getCollection('sections')).sort(byNumber);
  const footnotes = (await getCollection('footnotes')).sort(byNumber);
  const built = buildChapter({
    chapter: chapter.data,
    sections: sections.map(toEntry),
    footnotes: footnotes.map(toEntry),
    sources: (await getCollection('sources')).map(toEntry),
  });
  const notes = new Map(built.notes.map((note) => [note.number, note]));
  const print = { notes, paged: built.pages !== undefined };
  const html = (entries: MarkdownEntry[]) =>
    new Map(entries.map((e) => [e.data.number, asPrinted(htmlOf(e), print)]));
  return {
    chapter: built,
    sections: html(sections),
    notes: html(footnotes),
  };
}

let loaded: Promise<Loaded> | undefined;

/** Loads the chapter; once for a build, anew for each request while developing. */
export function load(): Promise<Loaded> {
  if (import.meta.env.DEV) return loadOnce();
  loaded ??= loadOnce();
  return loaded;
}
