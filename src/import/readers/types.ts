/**
 * What every reader gives, whatever the file: the typed document. Everything
 * after the readers is one path, and knows no format.
 *
 * A reader first says what it found: `units`, the file's own pieces of text in
 * the file's own order, each with its place. All it makes of them points back
 * by spans of these units. So the proof (`account.ts`) can see that each
 * character of the file became text, a mark, a label of a note, furniture, or
 * was left out for a reason: once, and in order.
 *
 * White space. Within `text` a line feed says that a line of the print ends
 * there and the words may go on: the one path joins lines (`spacing.ts`,
 * `urls.ts`). Other white space is a space as written. A reader sets no spacing
 * of its own; it may leave out line feeds only where the file has no lines
 * (Word, ODT).
 */

/** The formats that can be handed in. */
export type Format = 'docx' | 'odt' | 'pdf' | 'text' | 'markdown' | 'tei' | 'html';

/** Where something stands in the file, for a person to find it. */
export type Place =
  /** Files of lines: both from 1; the column counts characters (UTF-16). */
  | { line: number; column: number }
  /** PDF: the page of the file from 1; left, top, right, bottom in points from its upper left corner. */
  | { page: number; box: readonly [left: number, top: number, right: number, bottom: number] }
  /** A part of a container, and the way in its XML: `word/footnotes.xml`, `/footnotes/footnote[3]/p/r[2]/t`. */
  | { part: string; path: string };

/** One piece of text as the file holds it: an XML text node, a line, an item of a PDF. Unchanged. */
export interface Unit {
  text: string;
  place: Place;
}

/** Characters of a unit: from (included) to (not included), in UTF-16 units. */
export interface Span {
  unit: number;
  from: number;
  to: number;
}

/** How a run of text looks, as far as it means something. */
export interface Style {
  italic?: true;
  bold?: true;
  superscript?: true;
  subscript?: true;
  underline?: true;
  smallCaps?: true;
  /** BCP 47, only where the file says it of this run. */
  lang?: string;
  /** The address it leads to, where the file says so. */
  href?: string;
}

/** A run of text of one style. */
export interface Text extends Style {
  type: 'text';
  text: string;
  /** Where its characters come from; empty where the program that shows the file makes them (automatic numbers). */
  source: Span[];
  /** Made by the numbering of the file, so that no text of it holds these characters. */
  generated?: true;
}

/** The mark of a note at its place in the text. Several may lead to one note. */
export interface Noteref {
  type: 'noteref';
  /** As printed: `3`, `[3]`, `③`, `＊`, `*3`. */
  mark: string;
  /** The `key` of its note. */
  note: string;
  /** Empty where the file holds no character for it (Word counts its notes). */
  source: Span[];
}

/** A page begins at this very character. */
export interface PageBreak {
  type: 'pageBreak';
  /** Index in `pages`. */
  page: number;
}

export type Inline = Text | Noteref | PageBreak;

/** How the print sets a block, where that may tell what it is. Sizes in points, indents in widths of one character. */
export interface Look {
  size?: number;
  bold?: true;
  centred?: true;
  /** Of the first line, against the lines after it. */
  indent?: number;
  /** Of the whole block on the left. */
  left?: number;
}

export interface Heading {
  type: 'heading';
  /**
   * 1 is the highest that the file has; by its styles, tags or sizes. Undefined
   * where only the printed label can tell (`outline.ts` settles it).
   */
  level?: number;
  /** Label and title as printed, in one; a title on a line of its own follows a line feed. */
  inlines: Inline[];
  look?: Look;
}

export interface Paragraph {
  type: 'paragraph';
  inlines: Inline[];
  look?: Look;
}

/** A set-in quotation of one or more paragraphs. */
export interface Quotation {
  type: 'quotation';
  paragraphs: Paragraph[];
}

/** An item of a list. Its printed number or bullet begins its text. */
export interface Item {
  type: 'item';
  /** 1 for the outer list. */
  depth: number;
  inlines: Inline[];
}

export interface Cell {
  /** The paragraphs of the cell. */
  paragraphs: Inline[][];
  /** How many columns and rows it covers, no more than a print can hold; 1 where it is left out. */
  columns?: number;
  rows?: number;
}

export interface Table {
  type: 'table';
  /** With its label (表 3-1), where one is printed. */
  caption?: Inline[];
  /** Rows of column heads; none where the file names none. */
  header: Cell[][];
  /** Covered places hold no cell. */
  rows: Cell[][];
  /** The line under it: 資料來源：… */
  sourceLine?: Inline[];
}

/** The caption of a figure, with its label (圖 1), or the line under it that names its source. */
interface Caption {
  type: 'caption';
  inlines: Inline[];
}

export type Block = Heading | Paragraph | Quotation | Item | Table | Caption;

export interface Note {
  /** Unlike any other in the document: `7`, `ftn7`, `p57-1`. */
  key: string;
  /** As printed before the note: `1`, `1.`, `[1]`, `①`, `＊`; its source is empty where the program counts. */
  mark: string;
  source: Span[];
  /** At the foot of its page, or in a list at an end. */
  kind: 'foot' | 'end';
  blocks: Block[];
  /** Index in `pages` of the page on which it begins, where known. */
  page?: number;
}

/** A page of the print. Its `PageBreak` stands in the text (or, for pages of notes only, in a note). */
export interface Page {
  /** The number printed on it, or that the file gives it. */
  number?: string;
  /** Points, for PDF. */
  size?: readonly [width: number, height: number];
}

/** What the print repeats around the text. */
export interface Furniture {
  kind: 'running-head' | 'page-number' | 'rule' | 'notes-heading';
  text: string;
  /** Index in `pages`, where there are pages. */
  page?: number;
  source: Span[];
}

/** What stands in the file and not in the document, and why. */
export interface LeftOut {
  why:
    | 'comment'
    | 'deleted'
    | 'hidden'
    | 'contents' // tables of contents, lists of figures
    | 'field' // the instruction of a field, not what it shows
    | 'picture' // text within a drawing, alternative text
    | 'metadata' // head of a TEI or HTML file, script, style
    | 'markup' // signs of Markdown and the like
    | 'navigation' // backlinks, menus
    | 'mark' // a mark whose note the file does not hold, as a person said
    | 'outside' // before or after the chapter
    | 'repeated'; // once more the same: what both halves of mc:AlternateContent hold
  source: Span[];
}

/** A character of the file that became another. */
export interface Change {
  kind:
    | 'compatibility' // U+F963 → 北 (NFC)
    | 'radical' // U+2F00–2FD5, U+2E80–2EF3 → the ideograph
    | 'vertical-form' // ︽ → 《
    | 'hyphen' // U+00AD, U+2010, U+0002 → -
    | 'line-end-hyphen' // the hyphen of a word parted at a line's end → nothing
    | 'ellipsis' // U+22EF → …
    | 'dash' // U+2012 → –
    | 'invisible' // zero-width and direction signs → nothing
    | 'unknown' // private use, without meaning → 〓
    | 'actual-text' // what the PDF says is printed there
    | 'escape'; // a sign of the format: \* → *
  source: Span;
  from: string;
  to: string;
}

/** A place that could be read two ways. The document holds the reading taken. */
export interface Question {
  /** Stable over runs, so that answers hold: `hyphen:58:inter-national`. Kept in the settings under `answers`. */
  id: string;
  about:
    | 'hyphen'
    | 'paragraph'
    | 'heading'
    | 'quotation'
    | 'table'
    | 'mark'
    | 'note'
    | 'page'
    | 'character';
  /** In English, one sentence, for the report. */
  asks: string;
  place: Place;
  /** The words around, as printed. */
  context: string;
  /** What each reading makes of it. */
  readings: readonly [string, string, ...string[]];
  /** Index of the reading taken. */
  taken: number;
  /** Whether an answer in the settings chose it. */
  answered: boolean;
}

/** What the file says of the work; each may be missing. Offered, never taken unasked. */
export interface Metadata {
  /** Of the thesis or book. */
  title?: string;
  author?: string;
  institution?: string;
  /** Year or ISO date. */
  date?: string;
  /** BCP 47. */
  language?: string;
  genre?: string;
}

/** What a reader gives. */
export interface SourceDocument {
  format: Format;
  units: Unit[];
  metadata: Metadata;
  /** In the order of the file; empty where the file knows no pages. */
  pages: Page[];
  blocks: Block[];
  /** In the order in which they are printed. */
  notes: Note[];
  furniture: Furniture[];
  leftOut: LeftOut[];
  changes: Change[];
  questions: Question[];
  /** Other things to say, each one English sentence: `3 insertions were accepted.` */
  remarks: string[];
}

/** Answers to questions, by their ids: the index of the reading meant. */
type Answers = Record<string, number>;

/** What a reader is told besides the file. */
export interface ReaderOptions {
  /** What the file cannot tell (`settings.ts`): running head, figures that are no marks, … */
  settings: import('../settings.ts').Settings;
  answers: Answers;
  /** Told each step, for a file that takes long. */
  progress?: (step: string) => void;
}

/**
 * Reads a file.
 * @throws ImportError for what is locked, broken, hostile or holds no text
 */
export type Reader = (
  bytes: Uint8Array,
  options: ReaderOptions,
) => SourceDocument | Promise<SourceDocument>;
