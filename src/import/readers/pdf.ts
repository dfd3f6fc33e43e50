/**
 * PDF → the typed document, by the geometry of the print: sizes, baselines,
 * fonts and places tell marks, notes, headings, furniture and tables; the
 * file's tags help where it has them.
 */
import { ImportError } from '../errors.ts';
import { Builder } from './builder.ts';
import { withoutDenied } from './denied-notes.ts';
import { type RawBlock, type Setting, toBlocks } from './pdf/blocks.ts';
import { findFurniture } from './pdf/furniture.ts';
import { type Making, type Part, spanOf, toInlines, trimmed, whole } from './pdf/inlines.ts';
import { openPdf, type Pdf } from './pdf/library.ts';
import { type Line, type PageLines, raiseLoneMarks } from './pdf/lines.ts';
import { findMarks, type Mark } from './pdf/marks.ts';
import { measure, pageEdges } from './pdf/measure.ts';
import { findNotes, type RawNote } from './pdf/note-lines.ts';
import { allLines, idOfNote, onNotes, onOrphans } from './pdf/note-questions.ts';
import { toPageLines } from './pdf/page-lines.ts';
import { type CellPart, findTables, type RawTable } from './pdf/tables.ts';
import { Vocabulary } from './text/joints.ts';
import { wholeMark } from './text/labels.ts';
import type {
  Block,
  Cell,
  Furniture,
  Look,
  Metadata,
  Note,
  Page,
  Paragraph,
  Place,
  Question,
  ReaderOptions,
  SourceDocument,
} from './types.ts';

/** A page with less text than this, and a picture over most of it, is a scan. */
const FEW = 12;
const COVERED = 0.3;

function readPages(pdf: Pdf, progress: (step: string) => void): PageLines[] {
  const pages: PageLines[] = [];
  for (let i = 0; i < pdf.pages; i += 1) {
    pages.push(toPageLines(pdf.page(i), i));
    if (i % 50 === 49) progress(`page ${i + 1} of ${pdf.pages}`);
  }
  return pages;
}

/** Refuses pictures of pages. */
function refuseScans(pages: PageLines[]): void {
  const characters = (page: PageLines) => page.lines.reduce((sum, l) => sum + l.text.length, 0);
  const empty = pages.filter(
    (p) => characters(p) === 0 || (p.pictures > COVERED && characters(p) < FEW),
  );
  if (empty.length < pages.length / 2 && empty.length < 20) return;
  const scans = empty.filter((p) => p.pictures > COVERED).length;
  throw new ImportError(
    0,
    scans > 0
      ? `${empty.length} of ${pages.length} pages are pictures without text`
      : `${empty.length} of ${pages.length} pages hold no text`,
    'run text recognition (OCR) over the PDF, read what it made against the print, and import that',
  );
}

const clean = (text: string) => text.replace(/\s+/gu, ' ').trim();

function metadataOf(pdf: Pdf): Metadata {
  const title = clean(pdf.meta('Title'));
  const author = clean(pdf.meta('Author'));
  // Programs write file names and their own names here.
  const usual = /^(?:untitled|microsoft word.*|.*\.(?:docx?|tex|indd|pdf|html?)|)$/iu;
  return {
    ...(usual.test(title) ? {} : { title }),
    ...(usual.test(author) ? {} : { author }),
  };
}

const round = (n: number) => Math.round(n * 10) / 10;

function lookOf(line: Line, set: Setting): Look {
  return {
    size: round(line.size),
    ...(set.bold ? { bold: true as const } : {}),
    ...(set.centred ? { centred: true as const } : {}),
    indent: round(set.first - set.rest),
    left: round(set.rest),
  };
}

/** Makes the document of what was found. */
class Maker {
  readonly #making: Making;

  constructor(making: Making) {
    this.#making = making;
  }

  block(raw: RawBlock): Block {
    switch (raw.type) {
      case 'heading': {
        const look = lookOf(raw.lines[0] as Line, raw.set);
        const level = raw.level === undefined ? {} : { level: raw.level };
        return { type: 'heading', ...level, inlines: this.#lines(raw.lines, true), look };
      }
      case 'quotation':
        return { type: 'quotation', paragraphs: raw.paragraphs.map((p) => this.#paragraph(p)) };
      case 'caption':
        return { type: 'caption', inlines: this.#lines(raw.lines, true) };
      case 'table':
        return this.#table(raw.table);
      default:
        return this.#paragraph(raw);
    }
  }

  note(raw: RawNote, key: string): Note {
    const [first, ...rest] = raw.lines as [Line, ...Line[]];
    const label = trimmed({ line: first, from: 0, to: raw.labelItems });
    const parts: Part[] = [
      { line: first, from: raw.labelItems, to: first.items.length },
      ...rest.map(whole),
    ];
    return {
      key,
      mark: raw.label.text,
      source: [spanOf(label)],
      kind: raw.kind,
      blocks: [{ type: 'paragraph', inlines: toInlines(parts, this.#making) }],
      page: raw.page,
    };
  }

  #lines(lines: Line[], plainBold = false) {
    return toInlines(lines.map(whole), this.#making, plainBold);
  }

  #paragraph({ lines, set }: { lines: Line[]; set: Setting }): Paragraph {
    const bold = lines.every((l) => l.font.bold);
    return {
      type: 'paragraph',
      inlines: this.#lines(lines, bold),
      look: lookOf(lines[0] as Line, set),
    };
  }

  #table({ caption, rows, heads, source, repeated }: RawTable): Block {
    this.#making.builder.leave('repeated', ...repeated.map((part) => spanOf(trimmed(part))));
    const before = caption.length > 0 ? { caption: this.#lines(caption, true) } : {};
    const cells = rows.map((row) => row.map((parts) => this.#cell(parts)));
    const after = source.length > 0 ? { sourceLine: this.#lines(source, true) } : {};
    return {
      type: 'table',
      ...before,
      header: cells.slice(0, heads),
      rows: cells.slice(heads),
      ...after,
    };
  }

  #cell(parts: CellPart[]): Cell {
    return { paragraphs: [toInlines(parts, this.#making, true)] };
  }
}

/** The keys of notes: their numbers, and the page or order too where numbers come again. */
function keysOf(notes: RawNote[]): string[] {
  const seen = new Map<string, number>();
  return notes.map(({ label }) => {
    const base = label.form === 'sign' ? `s${label.number}` : String(label.number);
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return count === 1 ? base : `${base}-${count}`;
  });
}

/** Numbers the units: the lines, in the order in which they stand on the pages. */
function toUnits(pages: PageLines[], builder: Builder, place: (line: Line) => Place): void {
  for (const { lines } of pages)
    for (const line of lines) {
      const text = line.items.map((i) => i.found).join('');
      line.unit = builder.unit(text, place(line)).unit;
    }
}

function furnitureOf(
  ornaments: { line: Line; kind: Furniture['kind'] }[],
  builder: Builder,
): Furniture[] {
  return ornaments.map(({ line, kind }) => {
    const span = spanOf(trimmed(whole(line)));
    return { kind, text: builder.read(span), page: line.page, source: [span] };
  });
}

/** Reads the pages of a PDF. */
function toDocument(pdf: Pdf, options: ReaderOptions): SourceDocument {
  const { settings, answers, progress } = options;
  const tell = progress ?? (() => {});
  const pages = readPages(pdf, tell);
  refuseScans(pages);
  const builder = new Builder('extracted');
  const place = (line: Line): Place => {
    const page = pages[line.page] as PageLines;
    const [top, bottom] = [line.baseline - 0.9 * line.size, line.baseline + 0.25 * line.size];
    const [x, y] = page.back?.(line.left, line.baseline) ?? [line.left, line.baseline];
    const [dx, dy] = [x - line.left, y - line.baseline];
    const box = [x, top + dy, line.right + dx, bottom + dy].map(round);
    if (page.vertical) {
      // Back from the turned page.
      const turned = [page.height - bottom, line.left, page.height - top, line.right].map(round);
      return { page: line.page + 1, box: turned as unknown as [number, number, number, number] };
    }
    return { page: line.page + 1, box: box as unknown as [number, number, number, number] };
  };
  toUnits(pages, builder, place);
  const measures = measure(pages);
  const found = findFurniture(pages, measures, settings.runningHead);
  const ornaments = new Set(found.ornaments.map((o) => o.line));
  const texts = pages.map((p) => p.lines.filter((l) => !ornaments.has(l)));
  for (const lines of texts)
    raiseLoneMarks(lines, measures.size, (text) => wholeMark(text) !== undefined);
  const areas = findNotes(pages, texts, measures);
  const { headings, stray } = areas;
  const { notes: rawNotes, text } = withoutDenied(areas.notes, answers, idOfNote, allLines);
  const bodies = areas.bodies.map((own, page) =>
    [...own, ...text.filter((line) => line.page === page)].sort((a, b) => a.unit - b.unit),
  );
  const lines = bodies.flat();
  const { marks, unmarked, orphans } = findMarks(lines, rawNotes, options);
  // The number of a note that is none is asked about already.
  const asked = new Set(text);
  const alone = onOrphans(
    orphans.filter(({ line }) => !asked.has(line)),
    rawNotes,
    answers,
    place,
  );
  marks.push(...alone.marks);
  marks.sort((a, b) => a.line.unit - b.line.unit || a.from - b.from);
  tell(`notes: ${rawNotes.length}, marks: ${marks.length}`);
  const edges = pageEdges(bodies, measures.size);
  const raw = toBlocks(findTables(lines, pages), edges, measures);
  const vocabulary = new Vocabulary();
  for (const { lines: own } of pages) for (const line of own) vocabulary.add(line.text.trim());
  const questions: Question[] = [
    ...onNotes(
      areas.notes,
      unmarked.map((note) => rawNotes[note] as RawNote),
      answers,
      place,
    ),
    ...alone.questions,
  ];
  const keys = keysOf(rawNotes);
  const byLine = new Map<Line, Mark[]>();
  for (const mark of marks) byLine.set(mark.line, [...(byLine.get(mark.line) ?? []), mark]);
  const making: Making = {
    builder,
    marks: byLine,
    rests: new Map(marks.flatMap(({ rest }) => (rest ? [[rest.line, rest.to] as const] : []))),
    keys,
    begun: new Set(),
    vocabulary,
    answers,
    questions,
    place,
  };
  const maker = new Maker(making);
  const blocks = raw.map((block) => maker.block(block));
  const notes = rawNotes.map((note, i) => maker.note(note, keys[i] as string));
  for (const line of stray)
    blocks.push({ type: 'paragraph', inlines: toInlines([whole(line)], making) });
  const furniture = furnitureOf(
    [...found.ornaments, ...headings.map((line) => ({ line, kind: 'notes-heading' as const }))],
    builder,
  );
  return builder.document('pdf', {
    metadata: metadataOf(pdf),
    pages: pages.map((page, i): Page => {
      const number = found.numbers[i] ?? interpolated(found.numbers, i);
      const size = page.vertical ? [page.height, page.width] : [page.width, page.height];
      return {
        ...(number === undefined ? {} : { number }),
        size: size.map(round) as unknown as [number, number],
      };
    }),
    blocks,
    notes,
    furniture,
    questions,
  });
}

/** The number of a page without one (the first of a chapter), from those around it. */
function interpolated(numbers: (string | undefined)[], at: number): string | undefined {
  for (let step = 1; step < numbers.length; step += 1)
    for (const other of [at + step, at - step]) {
      const known = numbers[other];
      if (known !== undefined && /^\d+$/u.test(known)) {
        const number = Number(known) - (other - at);
        return number > 0 ? String(number) : undefined;
      }
    }
  return undefined;
}

/**
 * Reads a PDF.
 * @throws ImportError where it is locked, broken, no book, or pictures without text
 */
export async function readPdf(bytes: Uint8Array, options: ReaderOptions): Promise<SourceDocument> {
  const pdf = await openPdf(bytes);
  try {
    return toDocument(pdf, options);
  } finally {
    pdf.close();
  }
}
