/** The records of the files under /downloads/: what each is called, of what it is, and what it is good for. */

import { messages } from '../../messages/site.ts';
import type { Chapter } from '../chapter/chapter.ts';

/** What a chapter may have none of; a file of that is then not made. */
type Part = 'notes' | 'citations' | 'sources' | 'emendations' | 'events' | 'names';

export interface DownloadRecord {
  /** Its name below /downloads/. */
  file: string;
  /** Its media type (IANA; without one there, the type that programs go by). */
  type: string;
  /** What it is called. */
  name: string;
  /** What it is good for; of a chapter that lacks a part of this, without that part. */
  purpose: string | ((chapter: Chapter) => string);
  /** Where it stands among those offered to readers, from the least. */
  order: number;
  /** What it is of; without it, of the text, which every chapter has. */
  of?: Part;
  /** Whether a build may lack it: such a file is offered where it was made, and so never promised. */
  optional?: true;
}

/** Whether a chapter has what a file would be of. */
export const HAS: Record<Part, (chapter: Chapter) => boolean> = {
  notes: ({ notes }) => notes.length > 0,
  citations: ({ notes, tableCitations }) =>
    tableCitations.length > 0 || notes.some(({ citations }) => citations.length > 0),
  sources: ({ sources }) => sources.length > 0,
  emendations: ({ emendations, editorNotes }) => emendations.length + editorNotes.length > 0,
  events: ({ events }) => events.length > 0,
  names: ({ names }) => names.length > 0,
};

/** In the order of their publication, in which programs are told of them. */
export const RECORDS = [
  {
    file: 'notes.json',
    type: 'application/json',
    name: messages.downloads.notesJson,
    purpose: (chapter) =>
      HAS.citations(chapter) ? messages.downloads.notesJsonUse : messages.downloads.notesJsonOnly,
    order: 140,
    of: 'notes',
  },
  {
    file: 'notes.csv',
    type: 'text/csv',
    name: messages.downloads.notesCsv,
    purpose: messages.downloads.notesCsvUse,
    order: 130,
    of: 'citations',
  },
  {
    file: 'sources.json',
    type: 'application/vnd.citationstyles.csl+json',
    name: messages.downloads.sourcesJson,
    purpose: messages.downloads.sourcesJsonUse,
    order: 120,
    of: 'sources',
  },
  {
    file: 'sources.bib',
    type: 'application/x-bibtex',
    name: messages.downloads.sourcesBib,
    purpose: messages.downloads.sourcesBibUse,
    order: 100,
    of: 'sources',
  },
  {
    file: 'sources.biblatex.bib',
    type: 'application/x-bibtex',
    name: messages.downloads.sourcesBiblatex,
    purpose: messages.downloads.sourcesBiblatexUse,
    order: 105,
    of: 'sources',
  },
  {
    file: 'sources.ris',
    type: 'application/x-research-info-systems',
    name: messages.downloads.sourcesRis,
    purpose: messages.downloads.sourcesRisUse,
    order: 110,
    of: 'sources',
  },
  {
    file: 'chapter.txt',
    type: 'text/plain',
    name: messages.downloads.plainText,
    purpose: (chapter) => {
      const marks = [
        ...(chapter.pages ? [messages.common.pageNumbers] : []),
        ...(HAS.notes(chapter) ? [messages.common.noteNumbers] : []),
      ];
      const at =
        marks.length > 0 ? messages.downloads.marksInPlace(marks.join(messages.common.and)) : '';
      return messages.downloads.plainTextUse(
        at + (HAS.notes(chapter) ? messages.downloads.notesAtEnd : ''),
      );
    },
    order: 30,
  },
  {
    file: 'chapter.md',
    type: 'text/markdown',
    name: 'Markdown',
    purpose: (chapter) =>
      messages.downloads.markdownUse(HAS.notes(chapter) ? messages.downloads.gfmNotes : ''),
    order: 40,
  },
  {
    file: 'chapter.xml',
    type: 'application/tei+xml',
    name: `TEI P5${messages.common.aside('XML')}`,
    purpose: (chapter) => {
      const parts = [
        messages.common.paragraphs,
        ...(chapter.pages ? [messages.downloads.pageBreaks] : []),
        ...(HAS.notes(chapter) ? [messages.common.notes] : []),
        ...(HAS.citations(chapter) ? [messages.downloads.everyCitation] : []),
      ];
      return messages.downloads.teiUse(
        parts.slice(0, -1).join(messages.common.enumeration) +
          (parts.length > 1 ? messages.common.and : '') +
          parts.at(-1),
      );
    },
    order: 50,
  },
  {
    file: 'chapter.docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    name: 'Word',
    purpose: (chapter) => {
      const has = [
        ...(HAS.notes(chapter) ? [messages.downloads.wordNotes] : []),
        ...(HAS.emendations(chapter) ? [messages.downloads.emendationsAtEnd] : []),
      ];
      return messages.downloads.docxUse(
        has.length > 0 ? messages.common.semicolon + has.join(messages.common.comma) : '',
      );
    },
    order: 25,
  },
  {
    file: 'chapter.jats.xml',
    type: 'application/xml',
    name: `JATS${messages.common.aside('XML')}`,
    purpose: (chapter) =>
      messages.downloads.jatsUse(
        (HAS.notes(chapter) ? messages.downloads.notesAnd : '') +
          (HAS.sources(chapter) ? messages.downloads.worksAnd : ''),
      ),
    order: 55,
  },
  {
    file: 'chapter.epub',
    type: 'application/epub+zip',
    name: messages.downloads.epub,
    purpose: (chapter) => {
      const has = [
        ...(HAS.notes(chapter) ? [messages.downloads.notesPopUp] : []),
        ...(chapter.pages ? [messages.downloads.pageList] : []),
      ];
      return messages.downloads.epubUse(
        has.length > 0 ? messages.common.semicolon + has.join(messages.common.comma) : '',
      );
    },
    order: 10,
  },
  {
    file: 'chapter.jsonld',
    type: 'application/ld+json',
    name: messages.downloads.jsonLd,
    purpose: messages.downloads.jsonLdUse,
    order: 60,
  },
  {
    file: 'chapter.bib',
    type: 'application/x-bibtex',
    name: messages.downloads.chapterBib,
    purpose: messages.downloads.chapterBibUse,
    order: 70,
  },
  {
    file: 'chapter.biblatex.bib',
    type: 'application/x-bibtex',
    name: messages.downloads.chapterBiblatex,
    purpose: messages.downloads.chapterBiblatexUse,
    order: 75,
  },
  {
    file: 'chapter.ris',
    type: 'application/x-research-info-systems',
    name: messages.downloads.chapterRis,
    purpose: messages.downloads.chapterRisUse,
    order: 80,
  },
  {
    file: 'chapter.csl.json',
    type: 'application/json',
    name: messages.downloads.chapterJson,
    purpose: messages.downloads.chapterJsonUse,
    order: 90,
  },
  {
    file: 'emendations.json',
    type: 'application/json',
    name: messages.downloads.emendations,
    purpose: ({ emendations, editorNotes }) =>
      messages.downloads.forPrograms(
        [
          ...(emendations.length > 0 ? [messages.downloads.emendationsEach] : []),
          ...(editorNotes.length > 0 ? [messages.emendations.sums] : []),
        ].join(messages.downloads.andAlso),
      ),
    order: 150,
    of: 'emendations',
  },
  {
    file: 'schema/notes.schema.json',
    type: 'application/schema+json',
    name: messages.downloads.notesSchema,
    purpose: messages.downloads.notesSchemaUse,
    order: 160,
    of: 'notes',
  },
  {
    file: 'schema/sources.schema.json',
    type: 'application/schema+json',
    name: messages.downloads.sourcesSchema,
    purpose: messages.downloads.sourcesSchemaUse,
    order: 170,
    of: 'sources',
  },
  {
    file: 'schema/emendations.schema.json',
    type: 'application/schema+json',
    name: messages.downloads.emendationsSchema,
    purpose: messages.downloads.emendationsSchemaUse,
    order: 180,
    of: 'emendations',
  },
  {
    file: 'CITATION.cff',
    type: 'application/yaml',
    name: messages.downloads.cff,
    purpose: messages.downloads.cffUse,
    order: 95,
  },
  {
    file: 'chapter.pdf',
    type: 'application/pdf',
    name: messages.downloads.pdf,
    purpose: (chapter) =>
      messages.downloads.pdfUse(
        (HAS.notes(chapter) ? messages.downloads.notesAtFoot : '') +
          (chapter.pages ? messages.downloads.pagesInMargin : ''),
      ),
    order: 20,
    optional: true,
  },
  {
    file: 'events.json',
    type: 'application/json',
    name: messages.downloads.eventsJson,
    purpose: messages.downloads.forPrograms(messages.downloads.eventsUse),
    order: 152,
    of: 'events',
  },
  {
    file: 'events.csv',
    type: 'text/csv',
    name: messages.downloads.eventsCsv,
    purpose: messages.downloads.eventsCsvUse,
    order: 135,
    of: 'events',
  },
  {
    file: 'schema/events.schema.json',
    type: 'application/schema+json',
    name: messages.downloads.eventsSchema,
    purpose: messages.downloads.eventsSchemaUse,
    order: 190,
    of: 'events',
  },
  {
    file: 'names.json',
    type: 'application/json',
    name: messages.downloads.namesJson,
    purpose: messages.downloads.forPrograms(messages.downloads.namesUse),
    order: 154,
    of: 'names',
  },
  {
    file: 'names.csv',
    type: 'text/csv',
    name: messages.downloads.namesCsv,
    purpose: messages.downloads.namesCsvUse,
    order: 136,
    of: 'names',
  },
  {
    file: 'schema/names.schema.json',
    type: 'application/schema+json',
    name: messages.downloads.namesSchema,
    purpose: messages.downloads.namesSchemaUse,
    order: 195,
    of: 'names',
  },
] as const satisfies readonly DownloadRecord[];
