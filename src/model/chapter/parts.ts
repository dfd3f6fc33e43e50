/** The parts of the chapter: its sections, and the notes with the place of their marks. */
import type { Citation } from '../citations/hosts.ts';
import type { NoteKind } from '../citations/schema.ts';
import type { Block, Heading, Inline } from '../text/document.ts';
import type { Sentence } from '../text/sentence.ts';
import type { NoteMark } from './note-labels.ts';

/** Printed pages from first to last. */
export interface PageSpan {
  first: number;
  last: number;
}

export interface Section {
  number: number;
  id: string;
  label: string;
  title: string;
  description: string | undefined;
  blocks: Block[];
  /** Undefined where the print numbers no pages. */
  pages: PageSpan | undefined;
}

/** How many paragraphs a section has. */
export const paragraphsOf = ({ blocks }: Section): number =>
  blocks.filter(({ type }) => type === 'paragraph').length;

/** A note, and where the text refers to it. */
export interface Note extends NoteMark {
  /** Its number in the chapter, which is its address. */
  number: number;
  /** Printed page on which it begins; undefined where the print numbers none. */
  page: number | undefined;
  inlines: Inline[];
  /** Section that holds its mark. */
  section: number;
  /** Nearest heading above its mark. */
  heading: Heading;
  /** Paragraph or table that holds its mark. */
  block: Block;
  /** The sentence its mark belongs to. */
  sentence: Sentence;
  /** Undefined as long as nobody has classified it. */
  kind: NoteKind | undefined;
  citations: Citation[];
  /** Addresses that the source text had broken: as printed, and as repaired. */
  urls: { printed: string; url: string }[];
}
