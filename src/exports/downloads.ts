/** Every file under /downloads/ and how it is made: the pages that offer them and the endpoints that serve them read this. */
import { entriesOf } from '../model/bibliography/bibliography.ts';
import type { Chapter } from '../model/chapter/chapter.ts';
import type { Download } from '../model/downloads/downloads.ts';
import type { Source } from '../model/sources/source.ts';
import { versionName } from '../model/versions/versions.ts';
import { toBiblatex } from './bibtex/biblatex.ts';
import { toBibtex } from './bibtex/bibtex.ts';
import { toCff } from './citation-cff.ts';
import { chapterSource } from './cite/record.ts';
import { toCsl } from './csl-json.ts';
import { toDocx } from './docx/docx.ts';
import { toEmendations } from './emendations-json.ts';
import { toEpub } from './epub/epub.ts';
import { toEventsCsv } from './events-csv.ts';
import { toEvents } from './events-json.ts';
import { toJats } from './jats/jats.ts';
import {
  emendationsJsonSchema,
  eventsJsonSchema,
  namesJsonSchema,
  notesJsonSchema,
  sourcesJsonSchema,
} from './json-schema.ts';
import { toPortableMarkdown } from './markdown.ts';
import { toJsonLd } from './metadata/chapter-json-ld.ts';
import { toNamesCsv } from './names-csv.ts';
import { toNames } from './names-json.ts';
import { toCsv } from './notes-csv.ts';
import { toNotes } from './notes-json.ts';
import { madePdf } from './pdf/made.ts';
import { toText } from './plain-text.ts';
import { publishedAt } from './published.ts';
import { toRis } from './ris.ts';
import { toTei } from './tei/tei.ts';

/** What a file is made of: the chapter, and where the site stands. */
export interface ChapterSite {
  chapter: Chapter;
  /** The path the site is served under. */
  base: string;
  /** The site's address, where it is known. */
  site: URL | undefined;
}

const json = (data: unknown): string => `${JSON.stringify(data, null, 1)}\n`;
const sourcesOf = ({ chapter }: ChapterSite): Source[] =>
  entriesOf(chapter).map(({ source }) => source);
const itself = ({ chapter }: ChapterSite): Source[] => [chapterSource(chapter)];

/** A CSL item that says which version of the text it is (CSL `version`). */
const withVersion = (item: ReturnType<typeof toCsl>, { version }: Chapter) =>
  version ? { ...item, version: versionName(version) } : item;

const at = ({ site, base }: ChapterSite) => publishedAt(site, base);

type Made = string | Uint8Array<ArrayBuffer>;

const MAKERS: Record<Download, (chapterSite: ChapterSite) => Made | Promise<Made>> = {
  'chapter.pdf': madePdf,
  'chapter.epub': (e) => toEpub(e.chapter, at(e)),
  'chapter.docx': (e) => toDocx(e.chapter, at(e)),
  'chapter.txt': (e) => toText(e.chapter, at(e)),
  'chapter.md': (e) => toPortableMarkdown(e.chapter, at(e)),
  'chapter.xml': (e) => toTei(e.chapter, at(e)),
  'chapter.jats.xml': (e) => toJats(e.chapter, at(e)),
  'chapter.jsonld': (e) => json(toJsonLd(e.chapter, at(e))),
  'chapter.bib': (e) => toBibtex(itself(e)),
  'chapter.biblatex.bib': (e) => toBiblatex(itself(e)),
  'chapter.ris': (e) => toRis(itself(e)),
  'chapter.csl.json': (e) => json(itself(e).map((source) => withVersion(toCsl(source), e.chapter))),
  'CITATION.cff': (e) => toCff(e.chapter),
  'sources.bib': (e) => toBibtex(sourcesOf(e)),
  'sources.biblatex.bib': (e) => toBiblatex(sourcesOf(e)),
  'sources.ris': (e) => toRis(sourcesOf(e)),
  'sources.json': (e) => json(sourcesOf(e).map(toCsl)),
  'notes.csv': (e) => toCsv(e.chapter),
  'notes.json': (e) => json(toNotes(e.chapter)),
  'emendations.json': (e) => json(toEmendations(e.chapter)),
  'schema/notes.schema.json': () => json(notesJsonSchema()),
  'schema/sources.schema.json': () => json(sourcesJsonSchema()),
  'schema/emendations.schema.json': () => json(emendationsJsonSchema()),
  'events.json': (e) => json(toEvents(e.chapter)),
  'events.csv': (e) => toEventsCsv(e.chapter),
  'schema/events.schema.json': () => json(eventsJsonSchema()),
  'names.json': (e) => json(toNames(e.chapter)),
  'names.csv': (e) => toNamesCsv(e.chapter),
  'schema/names.schema.json': () => json(namesJsonSchema()),
};

/** Makes a file. */
export async function makeDownload(file: Download, chapterSite: ChapterSite): Promise<Made> {
  return MAKERS[file](chapterSite);
}
