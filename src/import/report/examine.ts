/**
 * Reads a file as an import does, and tells page by page what was taken for
 * what. Nothing is written.
 */
import { divide } from '../divide.ts';
import { ImportError } from '../errors.ts';
import { isRanked, type Outlined, outline } from '../headings.ts';
import { paragraphsOf } from '../readers/inlines.ts';
import { readFile } from '../readers/read.ts';
import type { Block, Inline, SourceDocument } from '../readers/types.ts';
import { remarksOn } from '../remarks.ts';
import { readSettings, type Settings } from '../settings.ts';
import { type Kind, type Stretch, stretchesOf } from './taken.ts';

/** Words of a piece: text, or the mark of a note. */
export type Words = ({ text: string } | { mark: string })[];

/** A piece of the document on one page. */
export interface Piece {
  kind: Kind;
  /** Of a heading: 1 for the chapter. */
  level?: number;
  /** What kind of furniture it is, or why it was left out. */
  what?: string;
  /** The label of a note, as printed. */
  label?: string;
  words: Words;
  /** The cells of a table, row by row. */
  rows?: Words[][];
  /** Whether it stands before or after the chapter, and is not imported. */
  outside: boolean;
}

/** A page of the report: of the print, or, where the file knows none, a section. */
export interface ReportPage {
  /** The number of the page in the file, from 1; undefined for sections. */
  page?: number;
  /** The number printed on it; of a section its heading. */
  name: string;
  pieces: Piece[];
  /** The units of the file that stand on it. */
  units: number[];
}

/** A file, and what an import makes of it. */
export interface Examined {
  document: SourceDocument;
  pages: ReportPage[];
  stretches: Stretch[][];
  remarks: string[];
  /** Why no chapter could be taken of the file. */
  fault: ImportError | undefined;
}

function wordsOf(inlines: Inline[]): Words {
  const words: Words = [];
  for (const inline of inlines) {
    if (inline.type === 'pageBreak') continue;
    const last = words.at(-1);
    if (inline.type === 'noteref') words.push({ mark: inline.mark });
    else if (last && 'text' in last) last.text += inline.text;
    else words.push({ text: inline.text });
  }
  return words;
}

const isEmpty = (words: Words) => words.every((w) => 'text' in w && w.text.trim() === '');

/** Where the pieces stand: on pages of the print, or in sections. */
class Pages {
  readonly pages: ReportPage[];
  readonly #document: SourceDocument;
  readonly #pageOf: (number | undefined)[];
  readonly #noteAt = new Map<string, number>();
  at = 0;

  constructor(document: SourceDocument) {
    this.#document = document;
    this.#pageOf = document.units.map(({ place }) =>
      'page' in place ? place.page - 1 : undefined,
    );
    this.pages = document.pages.map(({ number }, i) => ({
      page: i + 1,
      name: number ?? '',
      pieces: [],
      units: [],
    }));
    if (this.pages.length === 0) this.pages.push({ name: '', pieces: [], units: [] });
  }

  get paged(): boolean {
    return this.#document.pages.length > 0;
  }

  /** Where the file knows no pages, a section begins. */
  section(name: string): void {
    if (this.paged) return;
    const page = this.pages[this.at];
    if (page && page.pieces.length === 0) page.name = name;
    else this.at = this.pages.push({ name, pieces: [], units: [] }) - 1;
  }

  add(piece: Piece, page = this.at): void {
    this.pages[page]?.pieces.push(piece);
  }

  /** Adds inlines, parted where pages begin. */
  flow(inlines: Inline[], piece: Omit<Piece, 'words'>): void {
    let own: Inline[] = [];
    const end = () => {
      const words = wordsOf(own);
      if (!isEmpty(words)) this.add({ ...piece, words });
      own = [];
    };
    for (const inline of inlines) {
      if (inline.type === 'pageBreak') {
        end();
        this.at = inline.page;
        continue;
      }
      own.push(inline);
      this.stand(inline);
    }
    end();
  }

  /** Takes down on which page the characters of an inline stand. */
  stand(inline: Inline): void {
    if (inline.type === 'pageBreak') return;
    for (const { unit } of inline.source) this.#pageOf[unit] ??= this.at;
    if (inline.type === 'noteref' && !this.#noteAt.has(inline.note))
      this.#noteAt.set(inline.note, this.at);
  }

  /** The page of a note: its own, or that of its mark. */
  ofNote(key: string, page: number | undefined): number {
    return page ?? this.#noteAt.get(key) ?? this.at;
  }

  /** The page of a unit: its own, or that of the last before it that has one. */
  ofUnit(unit: number): number {
    for (let i = unit; i >= 0; i -= 1) {
      const page = this.#pageOf[i];
      if (page !== undefined) return page;
    }
    return 0;
  }
}

/** What each block was taken for in the end, and how deep headings are. */
interface Settled {
  outlined: Outlined[];
  from: number;
  to: number;
  levelOf: (inlines: Inline[]) => number | undefined;
  remarks: string[];
  fault: ImportError | undefined;
}

function settle(document: SourceDocument, settings: Settings): Settled {
  try {
    const { outlined, chapter, blocks, remarks } = divide(document, settings, settings.chapter);
    const levels = new Map(
      blocks.flatMap((b) => (b.type === 'heading' ? [[b.inlines, b.level]] : [])) as [
        Inline[],
        number,
      ][],
    );
    const { from, to } = chapter;
    return { outlined, from, to, levelOf: (i) => levels.get(i), remarks, fault: undefined };
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    const outlined = outline(document.blocks);
    return {
      outlined,
      from: 0,
      to: outlined.length,
      levelOf: () => undefined,
      remarks: [],
      fault: error,
    };
  }
}

function addBlock(
  block: Outlined,
  pages: Pages,
  outside: boolean,
  level: number | undefined,
): void {
  if (isRanked(block)) {
    const { inlines } = block.heading;
    if (!outside && (level ?? 0) <= 2) pages.section(block.text.replace(/\s+/gu, ' '));
    pages.flow(inlines, { kind: 'heading', outside, ...(level ? { level } : {}) });
  } else if (block.type === 'quotation')
    for (const { inlines } of block.paragraphs) pages.flow(inlines, { kind: 'quotation', outside });
  else if (block.type === 'table') {
    const rows = [...block.header, ...block.rows];
    if (block.caption) pages.flow(block.caption, { kind: 'caption', outside });
    const first = pages.at;
    const cells = rows.map((row) =>
      row.map(({ paragraphs }) => {
        for (const inline of paragraphs.flat()) {
          if (inline.type === 'pageBreak') pages.at = inline.page;
          else pages.stand(inline);
        }
        return wordsOf(paragraphs.flat());
      }),
    );
    pages.add({ kind: 'table', outside, words: [], rows: cells }, first);
    if (block.sourceLine) pages.flow(block.sourceLine, { kind: 'caption', outside });
  } else pages.flow(block.inlines, { kind: block.type, outside });
}

function addNotes(document: SourceDocument, pages: Pages): void {
  for (const { key, mark, page, blocks, source } of document.notes) {
    pages.at = pages.ofNote(key, page);
    for (const span of source) pages.stand({ type: 'text', text: '', source: [span] });
    const [first, ...others] = blocks.map((block) => paragraphsOf(block).flat());
    pages.flow(first ?? [], { kind: 'note', label: mark, outside: false });
    for (const inlines of others) pages.flow(inlines, { kind: 'note', outside: false });
  }
}

function addRest(document: SourceDocument, pages: Pages): void {
  for (const { kind, text, page, source } of document.furniture)
    pages.add(
      { kind: 'furniture', what: kind, words: [{ text }], outside: false },
      page ?? pages.ofUnit(source[0]?.unit ?? 0),
    );
  // What is left out for one reason stands together; signs of the format are seen in the file itself.
  const left = new Map<string, string[]>();
  for (const { why, source } of document.leftOut)
    for (const { unit, from, to } of why === 'markup' ? [] : source) {
      const text = document.units[unit]?.text.slice(from, to) ?? '';
      const key = `${pages.ofUnit(unit)} ${why}`;
      if (text.trim() !== '') left.set(key, [...(left.get(key) ?? []), text]);
    }
  for (const [key, texts] of left) {
    const [page, what = ''] = key.split(' ');
    const words = [{ text: texts.join(' ⏐ ') }];
    pages.add({ kind: 'left-out', what, words, outside: false }, Number(page));
  }
}

/**
 * Examines a file.
 * @param name its file name, which helps to tell what it is
 * @param settingsYaml the settings beside it; empty for none
 * @throws ImportError for what cannot be read
 */
export async function examine(
  bytes: Uint8Array,
  name: string,
  settingsYaml: string,
): Promise<Examined> {
  const settings = readSettings(settingsYaml);
  const document = await readFile(bytes, name, { settings, answers: settings.answers });
  const { outlined, from, to, levelOf, remarks, fault } = settle(document, settings);
  const pages = new Pages(document);
  const headings = new Set<Inline>();
  for (const [i, block] of outlined.entries()) {
    const level = isRanked(block) ? levelOf(block.heading.inlines) : undefined;
    if (isRanked(block)) for (const inline of block.heading.inlines) headings.add(inline);
    addBlock(block, pages, i < from || i >= to, level);
  }
  addNotes(document, pages);
  addRest(document, pages);
  for (const unit of document.units.keys()) pages.pages[pages.ofUnit(unit)]?.units.push(unit);
  const kindOf = (block: Block): Kind =>
    'inlines' in block && block.inlines.some((i) => headings.has(i)) ? 'heading' : block.type;
  return {
    document,
    pages: pages.pages.filter(
      ({ pieces, units, page }) => page !== undefined || pieces.length + units.length > 0,
    ),
    stretches: stretchesOf(document, kindOf),
    remarks: [...remarksOn(document), ...remarks],
    fault,
  };
}
