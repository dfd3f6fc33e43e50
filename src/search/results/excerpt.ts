/** Keyword in context: verbatim, with the matches told apart. */

interface Piece {
  text: string;
  match: boolean;
}
export interface Excerpt {
  /** Whether text was left out at the beginning and at the end. */
  truncatedBefore: boolean;
  truncatedAfter: boolean;
  pieces: Piece[];
}
export type Range = [start: number, end: number];

/** Characters shown before the first match, and altogether. */
const BEFORE = 24;
const WHOLE = 90;

/** Ranges in order, those that touch made one. */
export function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** Moves an offset out of the middle of a character or a Latin word, within a few places. */
function whole(text: string, offset: number, step: -1 | 1): number {
  let at = offset;
  const inWord = () => /[\p{Script=Latin}\d\p{Cs}]{2}/u.test(text.slice(at - 1, at + 1));
  for (let moved = 0; moved < 12 && at > 0 && at < text.length && inWord(); moved += 1) at += step;
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code < 0xe000 ? at + step : at;
}

/** The window with the most matched terms around one of them. */
function windowOf(text: string, ranges: readonly Range[]): Range {
  let best: Range = [0, 0];
  let most = -1;
  for (const [start, end] of ranges) {
    const from = Math.max(0, Math.min(start - BEFORE, text.length - WHOLE));
    const to = Math.max(end, from + WHOLE);
    const held = ranges.filter((r) => r[0] >= from && r[1] <= to).length;
    if (held > most) {
      most = held;
      best = [from, to];
    }
  }
  return most < 0 ? [0, WHOLE] : best;
}

/** Cuts the excerpt around the matches of a text; without matches, its beginning. */
export function excerptOf(text: string, ranges: readonly Range[]): Excerpt {
  const merged = mergeRanges(ranges);
  const [from, to] = windowOf(text, merged);
  const start = from > 0 ? whole(text, from, -1) : 0;
  const end = to < text.length ? whole(text, to, 1) : text.length;
  const pieces: Piece[] = [];
  let at = start;
  for (const range of merged) {
    if (range[0] < start || range[0] >= end) continue;
    const close = Math.min(range[1], end);
    if (range[0] > at) pieces.push({ text: text.slice(at, range[0]), match: false });
    pieces.push({ text: text.slice(range[0], close), match: true });
    at = close;
  }
  if (at < end) pieces.push({ text: text.slice(at, end), match: false });
  return { truncatedBefore: start > 0, truncatedAfter: end < text.length, pieces };
}
