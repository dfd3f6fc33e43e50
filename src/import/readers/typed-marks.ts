/** The marks of notes that a writer typed as text: raised numbers, [1], （註1）, ①. */
import { cut } from './inlines.ts';
import { standingMarks, wholeMark } from './text/labels.ts';
import type { Inline, Noteref, Span, Text } from './types.ts';

/** A place that could be a mark. */
export interface TypedMark {
  number: number;
  mark: string;
  source: Span[];
  /** The inlines of the paragraph that hold it, from (included) to (not included). */
  from: number;
  to: number;
  /** Within one run of text alone: its characters. */
  within?: { at: number; length: number };
}

/** What a raised number may stand after and be a power or a formula: m², 10³. */
const POWER = /[\p{Script=Latin}\d)）]$/u;

const isRaised = (inline: Inline | undefined): boolean =>
  inline?.type === 'text' && inline.superscript === true;

/** Raised runs that follow each other, as one. */
function raisedMark(inlines: readonly Inline[], from: number): TypedMark | undefined {
  let to = from;
  while (isRaised(inlines[to])) to += 1;
  const runs = inlines.slice(from, to).filter((inline): inline is Text => inline.type === 'text');
  const label = wholeMark(runs.map(({ text }) => text).join(''));
  const before = inlines[from - 1];
  const isPower =
    label?.form === 'bare' && before?.type === 'text' && POWER.test(before.text.trimEnd());
  if (!label || isPower) return undefined;
  return { ...label, mark: label.text, source: runs.flatMap(({ source }) => source), from, to };
}

/** Finds what could be a mark in a paragraph, in order. */
export function typedMarks(inlines: readonly Inline[]): TypedMark[] {
  const found: TypedMark[] = [];
  for (let i = 0; i < inlines.length; i += 1) {
    const inline = inlines[i];
    if (inline?.type !== 'text') continue;
    if (isRaised(inline)) {
      const mark = raisedMark(inlines, i);
      if (mark) found.push(mark);
      while (isRaised(inlines[i + 1])) i += 1;
      continue;
    }
    const [span, ...others] = inline.source;
    if (!span || others.length > 0 || span.to - span.from !== inline.text.length) continue;
    for (const { number, text, at, length } of standingMarks(inline.text))
      found.push({
        number,
        mark: text,
        source: [{ ...span, from: span.from + at, to: span.from + at + length }],
        from: i,
        to: i + 1,
        within: { at, length },
      });
  }
  return found;
}

/** A paragraph with marks in place of the characters that were typed. @param marks in order, with the key of the note of each */
export function withMarks(
  inlines: readonly Inline[],
  marks: readonly (TypedMark & { note: string })[],
): Inline[] {
  const out = [...inlines];
  // From the end, so that what stands before is still where it was.
  for (const { mark, note, source, from, to, within } of marks.toReversed()) {
    const noteref: Noteref = { type: 'noteref', mark, note, source };
    const run = out[from];
    if (!within || run?.type !== 'text') {
      out.splice(from, to - from, noteref);
      continue;
    }
    const [head, rest] = cut(run, within.at) ?? [];
    const tail = rest && cut(rest, within.length)?.[1];
    if (head && tail) out.splice(from, 1, head, noteref, tail);
  }
  return out.filter((i) => i.type !== 'text' || i.text !== '');
}
