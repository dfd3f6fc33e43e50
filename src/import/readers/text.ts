/**
 * Extracted text → the typed document. No extractor's habits are taken for
 * granted: pages, notes, marks and paragraphs are found by whatever of them
 * the file shows.
 */
import { decode } from '../lines.ts';
import { ask } from './ask.ts';
import { Builder } from './builder.ts';
import { withoutDenied } from './denied-notes.ts';
import { settled } from './joint-questions.ts';
import { type RawBlock, toBlocks } from './text/blocks.ts';
import { contentsIn } from './text/contents.ts';
import { isDialect, readDialect } from './text/dialect.ts';
import { type Joint, jointOf, Vocabulary } from './text/joints.ts';
import { layoutOf, measureOf } from './text/layout.ts';
import { type Line, readLines } from './text/lines.ts';
import { markedIn } from './text/mark-places.ts';
import { findMarks, type Mark } from './text/marks.ts';
import { findNotes } from './text/note-areas.ts';
import { allLines, idOfNote, placed, questionsOn } from './text/note-questions.ts';
import { toPages } from './text/pages.ts';
import type { RawNote } from './text/raw-note.ts';
import { type Part, rowsOf, whole } from './text/rows.ts';
import { unglued } from './text/unglue.ts';
import type {
  Block,
  Cell,
  Furniture,
  Inline,
  Note,
  Page,
  Question,
  ReaderOptions,
  SourceDocument,
  Span,
} from './types.ts';

const READINGS = {
  quotation: ['a quotation', 'a paragraph'],
  heading: ['a heading', 'a paragraph'],
  table: ['as shown', 'a line a row'],
} as const;

class Maker {
  readonly #builder: Builder;
  readonly #marks: Map<Line, Mark[]>;
  /** Characters at the head of lines that belong to a mark of the line before. */
  readonly #tails: Map<Line, number>;
  readonly #keys: string[];
  readonly #vocabulary = new Vocabulary();
  readonly #answers: ReaderOptions['answers'];
  readonly #paged: boolean;
  readonly #begun = new Set<number>();
  readonly questions: Question[] = [];

  constructor(
    builder: Builder,
    lines: Line[],
    marks: Map<Line, Mark[]>,
    keys: string[],
    answers: ReaderOptions['answers'],
    paged: boolean,
  ) {
    this.#builder = builder;
    this.#marks = marks;
    const tails = [...marks.values()].flat().flatMap(({ tail }) => (tail ? [tail] : []));
    this.#tails = new Map(tails.map(({ line, length }) => [line, length]));
    this.#keys = keys;
    this.#answers = answers;
    this.#paged = paged;
    for (const { text } of lines) this.#vocabulary.add(text);
  }

  span({ line, from, to }: Part): Span {
    const start = line.raw.length - line.raw.trimStart().length;
    return { unit: line.unit, from: start + from, to: start + to };
  }

  inlines(parts: Part[]): Inline[] {
    const out: Inline[] = [];
    const own = parts.filter((p) => p.line.text.slice(p.from, p.to).trim() !== '');
    for (const [i, part] of own.entries()) {
      const { line } = part;
      if (this.#paged && !this.#begun.has(line.page)) {
        this.#begun.add(line.page);
        out.push({ type: 'pageBreak', page: line.page });
      }
      const next = own[i + 1];
      const how = next ? this.#joint(part, next) : 'plain';
      if (how === 'drop') {
        const source = this.span({ ...part, from: part.to - 1 });
        const from = line.text.slice(part.to - 1, part.to);
        this.#builder.changes.push({ kind: 'line-end-hyphen', source, from, to: '' });
      }
      this.#add(out, how === 'drop' ? { ...part, to: part.to - 1 } : part);
      if (next && how === 'plain') feed(out);
    }
    return out;
  }

  /** How a line joins the next; what is not certain is asked. */
  #joint({ line, from, to }: Part, next: Part): Joint['how'] {
    const before = line.text.slice(from, to).trimEnd();
    const after = next.line.text.slice(next.from, next.to).trimStart();
    const place = { line: line.number, column: line.offset + to };
    const { joint, question } = settled(
      jointOf(before, after, this.#vocabulary),
      { at: line.number, place, before },
      this.#answers,
    );
    if (question) this.questions.push(question);
    return joint.how;
  }

  #text(out: Inline[], part: Part): void {
    if (part.to <= part.from) return;
    const text = this.#builder.text(this.span(part));
    const last = out.at(-1);
    if (last?.type === 'text') {
      last.text += text.text;
      last.source.push(...text.source);
    } else out.push(text);
  }

  #add(out: Inline[], { line, from, to }: Part): void {
    let at = Math.max(from, Math.min(to, this.#tails.get(line) ?? 0));
    for (const mark of this.#marks.get(line) ?? []) {
      if (mark.at < from || mark.at + mark.length > to) continue;
      this.#text(out, { line, from: at, to: mark.at });
      const end = mark.at + mark.length;
      // A mark that only the settings tell of has no characters.
      const source = mark.length === 0 ? [] : [this.span({ line, from: mark.at, to: end })];
      const { tail } = mark;
      if (tail) source.push(this.span({ line: tail.line, from: 0, to: tail.length }));
      const printed = source.map((span) => this.#builder.read(span)).join('') || mark.text;
      out.push({ type: 'noteref', mark: printed, note: this.#keys[mark.note] ?? '', source });
      at = end;
    }
    this.#text(out, { line, from: at, to });
  }

  block(raw: RawBlock): Block {
    if (raw.type === 'table') return this.#table(raw);
    const inlines = this.inlines(raw.lines.map(whole));
    if (raw.type === 'quotation') {
      this.#ask(
        'quotation',
        raw.lines,
        'These lines are narrower than the others: are they a quotation that is set in?',
      );
      const inOne = { type: 'paragraph' as const, inlines };
      return this.#answers[idOf('quotation', raw.lines)] === 1
        ? inOne
        : { type: 'quotation', paragraphs: [inOne] };
    }
    if (raw.type === 'heading') return this.#heading(raw, inlines);
    return { type: raw.type, inlines };
  }

  #heading({ lines, level, doubt }: Extract<RawBlock, { type: 'heading' }>, inlines: Inline[]) {
    if (doubt) {
      this.#ask('heading', lines, 'This line stands alone: is it a heading?');
      if (this.#answers[idOf('heading', lines)] === 1)
        return { type: 'paragraph' as const, inlines };
    }
    return { type: 'heading' as const, inlines, ...(level === undefined ? {} : { level }) };
  }

  note(raw: RawNote, key: string): Note {
    const parts = raw.lines.map(whole);
    const first = parts[0];
    if (first && raw.labelLine === first.line) first.from = raw.labelLength;
    const label = { line: raw.labelLine, from: 0, to: raw.labelLength };
    label.to = label.from + raw.labelLine.text.slice(0, raw.labelLength).trimEnd().length;
    const source = [this.span(label)];
    return {
      key,
      mark: source.map((span) => this.#builder.read(span)).join(''),
      source,
      kind: raw.kind,
      blocks: [{ type: 'paragraph', inlines: this.inlines(parts) }],
      ...(this.#paged ? { page: raw.page } : {}),
    };
  }

  #ask(about: keyof typeof READINGS, lines: Line[], asks: string): void {
    const line = lines[0] as Line;
    const question = {
      id: idOf(about, lines),
      about,
      asks,
      place: { line: line.number, column: line.offset + 1 },
      context: line.text.slice(0, 40),
      readings: READINGS[about],
    };
    this.questions.push(ask(question, 0, this.#answers));
  }

  #table({ caption, lines, source }: Extract<RawBlock, { type: 'table' }>): Block {
    const before = this.inlines(caption.map(whole));
    const rows =
      this.#answers[idOf('table', lines)] === 1 ? lines.map((l) => [[whole(l)]]) : rowsOf(lines);
    this.#ask(
      'table',
      lines,
      `The columns of this table are taken from the white space: ${rows[0]?.length ?? 0} columns, ${rows.length} rows.`,
    );
    const most = Math.max(...rows.map((r) => r.length));
    const cells = rows.map((row) =>
      Array.from({ length: most }, (_, i): Cell => ({ paragraphs: [this.inlines(row[i] ?? [])] })),
    );
    const after = source.length > 0 ? { sourceLine: this.inlines(source.map(whole)) } : {};
    return {
      type: 'table',
      caption: before,
      header: cells.slice(0, 1),
      rows: cells.slice(1),
      ...after,
    };
  }
}

const idOf = (about: string, lines: Line[]): string =>
  `${about}:${lines[0]?.number ?? 0}:${lines[0]?.text.slice(0, 12) ?? ''}`;

/** Ends a line: the words go on in the next. */
function feed(out: Inline[]): void {
  const last = out.findLast((i) => i.type === 'text');
  if (last?.type === 'text') last.text += '\n';
}

/** The keys of notes: their numbers, and which of them where numbers come again. */
function keysOf(notes: RawNote[]): string[] {
  const seen = new Map<string, number>();
  return notes.map(({ label }) => {
    const base = label.form === 'sign' ? `s${label.number}` : String(label.number);
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return count === 1 ? base : `${base}-${count}`;
  });
}

/**
 * Reads a text that some program has extracted.
 * @throws ImportError when the bytes are not UTF-8 or hold no text
 */
export function readText(bytes: Uint8Array, options: ReaderOptions): SourceDocument {
  if (isDialect(decode(bytes))) return readDialect(bytes, options);
  const { settings, answers } = options;
  const lines = unglued(readLines(bytes));
  const builder = new Builder('extracted');
  for (const line of lines)
    line.unit = builder.unit(line.raw, { line: line.number, column: line.offset + 1 }).unit;
  const found = toPages(lines, settings.runningHead);
  const ornaments = new Set([...found.heads, ...found.folios]);
  const matter = lines.filter((l) => !ornaments.has(l));
  const contents = new Set(contentsIn(matter));
  const text = matter.filter((l) => !contents.has(l));
  const paged = found.count > 0;
  const pages = paged
    ? Array.from({ length: found.count }, (_, p) => text.filter((l) => l.page === p))
    : [text];
  const measure = measureOf(text);
  const areas = findNotes(pages, {
    measure,
    markedIn: (number, own) => markedIn(number, own, settings),
  });
  const begun = placed(areas, answers);
  const { notes: rawNotes, text: denied } = withoutDenied(begun.notes, answers, idOfNote, allLines);
  const body = [...begun.body, ...denied].sort((a, b) => a.number - b.number);
  // Where no pages are known, notes stand at the end.
  if (!paged) for (const note of rawNotes) note.kind = 'end';
  const { marks, ...doubts } = findMarks(body, rawNotes, options);
  const byLine = new Map<Line, Mark[]>();
  for (const mark of marks) byLine.set(mark.line, [...(byLine.get(mark.line) ?? []), mark]);
  const keys = keysOf(rawNotes);
  const maker = new Maker(builder, text, byLine, keys, answers, paged);
  builder.leave('contents', ...[...contents].map((line) => maker.span(whole(line))));
  const blocks = toBlocks(body, byLine, layoutOf(body)).map((raw) => maker.block(raw));
  const notes = rawNotes.map((note, i) => maker.note(note, keys[i] as string));
  const questions = [
    ...maker.questions,
    ...begun.questions,
    ...questionsOn({ all: begun.notes, notes: rawNotes, ...doubts }, answers),
  ];
  const furniture = [
    ...found.heads.map((line) => ({ line, kind: 'running-head' as const })),
    ...found.folios.map((line) => ({ line, kind: 'page-number' as const })),
    ...areas.headings.map((line) => ({ line, kind: 'notes-heading' as const })),
  ].map(({ line, kind }): Furniture => {
    const source = maker.span(whole(line));
    return {
      kind,
      text: builder.read(source),
      ...(paged ? { page: line.page } : {}),
      source: [source],
    };
  });
  return builder.document('text', {
    metadata: {},
    pages: Array.from({ length: found.count }, (_, p): Page => {
      const number = found.numbers[p];
      return number === undefined ? {} : { number };
    }),
    blocks,
    notes,
    furniture,
    questions,
  });
}
