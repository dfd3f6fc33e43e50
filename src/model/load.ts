/** The one file of the model that knows Astro: collections → chapter and rendered HTML. */
import { type CollectionEntry, getCollection, getEntry } from 'astro:content';
import { CONTENT } from '../import/content-folder.ts';
import { asPrinted } from '../markdown/as-printed.ts';
import { markEmendations } from '../markdown/emendations.ts';
import { buildChapter, type Chapter } from './chapter/chapter.ts';
import type { Entry } from './content/content.ts';
import { NAMES, readNames } from './names/read.ts';
import { textDigest } from './versions/digest.ts';
import { readVersions, VERSIONS } from './versions/recorded.ts';

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

/** The entries of a file that is a list. */
async function list<C extends 'emendations' | 'editorNotes' | 'events'>(
  collection: C,
): Promise<Entry<CollectionEntry<C>['data'][]>> {
  const data = (await getCollection(collection)).map((entry) => entry.data);
  return { file: `${collection}.yaml`, data, body: '', bodyLine: 1 };
}

async function loadOnce(): Promise<Loaded> {
  const chapter = await getEntry('chapter', 'chapter');
  if (!chapter) throw new Error('content/chapter.yaml could not be loaded');
  const sections = (await getCollection('sections')).sort(byNumber);
  const footnotes = (await getCollection('footnotes')).sort(byNumber);
  const versions = readVersions(CONTENT);
  const content = {
    chapter: chapter.data,
    sections: sections.map(toEntry),
    footnotes: footnotes.map(toEntry),
    sources: (await getCollection('sources')).map(toEntry),
    emendations: await list('emendations'),
    editorNotes: await list('editorNotes'),
    events: await list('events'),
    names: { file: NAMES, data: readNames(CONTENT), body: '', bodyLine: 1 },
    versions: { file: VERSIONS, data: versions, body: '', bodyLine: 1 },
  };
  // Without a version there is nothing that a digest could name.
  const built = buildChapter(content, versions.length > 0 ? textDigest(CONTENT) : undefined);
  const emendations = (section: number, note?: number) =>
    built.emendations.filter(
      ({ place }) => place.section.number === section && place.note?.number === note,
    );
  const ofNote = (note: number) =>
    emendations(built.notes.find((n) => n.number === note)?.section ?? 0, note);
  const notes = new Map(built.notes.map((note) => [note.number, note]));
  const print = { notes, paged: built.pages !== undefined };
  const html = (
    entries: MarkdownEntry[],
    emendationsOf: (number: number) => typeof built.emendations,
  ) =>
    new Map(
      entries.map((e) => [
        e.data.number,
        markEmendations(asPrinted(htmlOf(e), print), emendationsOf(e.data.number)),
      ]),
    );
  return {
    chapter: built,
    sections: html(sections, emendations),
    notes: html(footnotes, ofNote),
  };
}

let loaded: Promise<Loaded> | undefined;

/** Loads the chapter; once for a build, anew for each request while developing. */
export function load(): Promise<Loaded> {
  if (import.meta.env.DEV) return loadOnce();
  loaded ??= loadOnce();
  return loaded;
}
