/** A document → the chapter that is wanted of it, its blocks with their levels and ids. */
import { arrange, type Placed } from './arrange.ts';
import { type Chapter, chaptersOf, chooseChapter } from './chapters.ts';
import { type Outlined, outline } from './headings.ts';
import type { SourceDocument } from './readers/types.ts';
import type { Settings } from './settings.ts';

/** A document, and the chapter of it. */
export interface Divided {
  /** All blocks of the document, headings ranked. */
  outlined: Outlined[];
  chapter: Chapter;
  /** The blocks of the chapter as they will be written. */
  blocks: Placed[];
  remarks: string[];
}

/**
 * Divides a document.
 * @param wanted the number of the chapter to take, of a file that has several
 * @throws ImportError where there is no chapter, or one must be chosen
 */
export function divide(
  document: SourceDocument,
  settings: Settings,
  wanted: number | undefined,
): Divided {
  const { chapters, outlined } = chaptersOf(outline(document.blocks), document);
  const chapter = chooseChapter(chapters, wanted);
  const own = outlined.slice(chapter.from, chapter.to);
  return { outlined, chapter, ...arrange(own, chapter.number, settings) };
}
