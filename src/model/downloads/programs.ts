/**
 * Which file serves which program best, for the page of downloads. Pandoc and LaTeX are measured
 * in tests/dist/roundtrip.test.ts; Zotero was with its own code, by hand, since its licence keeps
 * it out of the tests. The others are no free programs of the command line: what is said of them
 * is what they say that they read.
 */
import { messages } from '../../messages/site.ts';
import type { Chapter } from '../chapter/chapter.ts';
import { type Download, downloadsOf } from './downloads.ts';

export interface Program {
  name: string;
  /** The files for it, the best first. */
  files: readonly Download[];
  /** What speaks for them, and what to know of the program. */
  why: string;
}

const PROGRAMS: readonly Program[] = [
  {
    name: 'Zotero',
    files: ['sources.json'],
    why: messages.downloads.zotero,
  },
  {
    name: ['EndNote', 'Mendeley'].join(messages.common.enumeration),
    files: ['sources.ris'],
    why: messages.downloads.risToo,
  },
  {
    name: 'JabRef',
    files: ['sources.biblatex.bib', 'sources.bib'],
    why: messages.downloads.jabref,
  },
  {
    name: 'LaTeX',
    files: ['sources.biblatex.bib', 'sources.bib'],
    why: messages.downloads.latex,
  },
  {
    name: 'Pandoc',
    files: ['sources.json', 'sources.biblatex.bib'],
    why: messages.downloads.pandoc,
  },
  {
    name: 'Word',
    files: ['sources.json', 'chapter.docx'],
    why: messages.downloads.word,
  },
];

/** The programs for which a chapter has files; of one without sources, there is nothing to choose. */
export function programsOf(chapter: Chapter): Program[] {
  const has = downloadsOf(chapter);
  return PROGRAMS.flatMap((program) => {
    const files = program.files.filter((file) => has.includes(file));
    return files.length === program.files.length ? [{ ...program, files }] : [];
  });
}
