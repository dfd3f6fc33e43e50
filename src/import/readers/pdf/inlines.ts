/** Lines, marks and page breaks → the inlines of the document, with the places of their characters in the file. */
import type { Builder } from '../builder.ts';
import { settled } from '../joint-questions.ts';
import { type Joint, jointOf, type Vocabulary } from '../text/joints.ts';
import type { Inline, Place, Question, Span, Style } from '../types.ts';
import type { Item, Line } from './lines.ts';
import type { Mark } from './marks.ts';

/** A stretch of a line. */
export interface Part {
  line: Line;
  from: number;
  to: number;
}

export const whole = (line: Line): Part => ({ line, from: 0, to: line.items.length });

/** What inlines are made with. */
export interface Making {
  builder: Builder;
  marks: Map<Line, Mark[]>;
  /** Lines that begin with the rest of a mark: how many of their items it covers. */
  rests: Map<Line, number>;
  keys: string[];
  /** Pages whose break stands already. */
  begun: Set<number>;
  vocabulary: Vocabulary;
  answers: Record<string, number>;
  questions: Question[];
  place: (line: Line) => Place;
}

/** Text offsets of each item in its unit. */
const offsets = new WeakMap<Line, number[]>();

function offsetsOf(line: Line): number[] {
  const known = offsets.get(line);
  if (known) return known;
  const own = [0];
  for (const item of line.items) own.push((own.at(-1) ?? 0) + item.found.length);
  offsets.set(line, own);
  return own;
}

export const spanOf = ({ line, from, to }: Part): Span => {
  const at = offsetsOf(line);
  return { unit: line.unit, from: at[from] ?? 0, to: at[to] ?? 0 };
};

const isBlank = (item: Item | undefined) => item === undefined || item.char.trim() === '';

/** A part without the blanks at its ends. */
export function trimmed({ line, from, to }: Part): Part {
  let [a, b] = [from, to];
  while (a < b && isBlank(line.items[a])) a += 1;
  while (b > a && isBlank(line.items[b - 1])) b -= 1;
  return { line, from: a, to: b };
}

/** A part without the end of a mark that the line before begins. */
function withoutRest(part: Part, { rests }: Making): Part {
  const to = rests.get(part.line);
  return to !== undefined && to > part.from ? { ...part, from: to } : part;
}

const foundOf = ({ line, from, to }: Part): string =>
  line.items
    .slice(from, to)
    .map((i) => i.found)
    .join('');

function styleOf(item: Item, plainBold: boolean): Style {
  return {
    ...(item.font.italic ? { italic: true as const } : {}),
    ...(item.font.bold && !plainBold ? { bold: true as const } : {}),
    ...(item.raise === 1 ? { superscript: true as const } : {}),
    ...(item.raise === -1 ? { subscript: true as const } : {}),
  };
}

const sameStyle = (a: Style, b: Style): boolean =>
  a.italic === b.italic &&
  a.bold === b.bold &&
  a.superscript === b.superscript &&
  a.subscript === b.subscript;

/** Adds a run, or lengthens the last one. */
function addRun(out: Inline[], making: Making, span: Span, style: Style): void {
  const text = making.builder.text(span, style);
  const last = out.at(-1);
  if (last?.type !== 'text' || !sameStyle(last, style)) {
    out.push(text);
    return;
  }
  last.text += text.text;
  const end = last.source.at(-1);
  if (end && end.unit === span.unit && end.to === span.from) end.to = span.to;
  else last.source.push(...text.source);
}

/** Ends a line: the words go on in the next. */
function feed(out: Inline[]): void {
  for (let i = out.length - 1; i >= 0; i -= 1) {
    const inline = out[i];
    if (inline?.type !== 'text') continue;
    inline.text += '\n';
    return;
  }
}

function addPart(out: Inline[], part: Part, making: Making, plainBold: boolean): void {
  const { line, from, to } = part;
  const marks = (making.marks.get(line) ?? []).filter((m) => m.from >= from && m.to <= to);
  let at = from;
  const text = (until: number) => {
    let i = at;
    while (i < until) {
      const style = styleOf(line.items[i] as Item, plainBold);
      let end = i + 1;
      // Blanks take the style of what stands before them.
      while (
        end < until &&
        (isBlank(line.items[end]) || sameStyle(style, styleOf(line.items[end] as Item, plainBold)))
      )
        end += 1;
      addRun(out, making, spanOf({ line, from: i, to: end }), isBlank(line.items[i]) ? {} : style);
      i = end;
    }
    at = until;
  };
  for (const mark of marks) {
    text(mark.from);
    // A mark that only the settings tell of has no characters.
    const source = mark.to === mark.from ? [] : [spanOf({ line, from: mark.from, to: mark.to })];
    if (mark.rest) source.push(spanOf(mark.rest));
    const note = making.keys[mark.note];
    if (note === undefined) making.builder.leave('mark', ...source);
    else out.push({ type: 'noteref', mark: mark.text, note, source });
    at = mark.to;
  }
  text(to);
}

/** How a line joins the next; what is not certain is asked. */
function joined(part: Part, next: Part, making: Making): Joint {
  const { line } = part;
  const { joint, question } = settled(
    jointOf(foundOf(part), foundOf(next), making.vocabulary),
    { at: line.page + 1, place: making.place(line), before: line.text.trim() },
    making.answers,
  );
  if (question) making.questions.push(question);
  return joint;
}

/**
 * The inlines of lines that follow one another.
 * @param plainBold whether bold means nothing here (headings)
 */
export function toInlines(parts: Part[], making: Making, plainBold = false): Inline[] {
  const out: Inline[] = [];
  const own = parts
    .map((part) => withoutRest(part, making))
    .map(trimmed)
    .filter((p) => p.to > p.from);
  for (const [i, part] of own.entries()) {
    const { line } = part;
    if (!making.begun.has(line.page)) {
      making.begun.add(line.page);
      out.push({ type: 'pageBreak', page: line.page });
    }
    const next = own[i + 1];
    const joint = next ? joined(part, next, making) : ({ how: 'plain' } as const);
    if (joint.how === 'drop') {
      const hyphen = spanOf({ line, from: part.to - 1, to: part.to });
      const from = line.items[part.to - 1]?.found ?? '-';
      making.builder.changes.push({ kind: 'line-end-hyphen', source: hyphen, from, to: '' });
      addPart(out, { ...part, to: part.to - 1 }, making, plainBold);
    } else addPart(out, part, making, plainBold);
    if (next && joint.how === 'plain') feed(out);
  }
  return out;
}
