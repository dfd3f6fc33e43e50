/** Characters with places → the lines of a page, from its top to its foot, each from its left to its right. */
import { replacements } from '../characters.ts';
import type { Change } from '../types.ts';
import type { Font, Glyph, Rule, Tag } from './page.ts';

/** A character within a line. */
export interface Item {
  /** As the file has it; a space where only a distance says so. */
  found: string;
  /** As it is printed. */
  char: string;
  change: Change['kind'] | undefined;
  left: number;
  right: number;
  size: number;
  /** 1: raised and small, as marks of notes are; -1: lowered and small. */
  raise: -1 | 0 | 1;
  font: Font;
  tags: Tag | undefined;
}

/** A line of print. */
export interface Line {
  /** Index of its page. */
  page: number;
  /** Its number among all lines of the file: the unit that holds its characters. */
  unit: number;
  items: Item[];
  /** Where its first and last character stand, spaces aside. */
  left: number;
  right: number;
  baseline: number;
  /** The size of most of its Han characters, else of most of its characters. */
  size: number;
  /** The font of most of its characters. */
  font: Font;
  text: string;
}

/** A page with its lines. */
export interface PageLines {
  index: number;
  width: number;
  height: number;
  lines: Line[];
  rules: Rule[];
  tagged: boolean;
  pictures: number;
  /** Whether its lines run from top to bottom; then all places are turned. */
  vertical: boolean;
  /** Where a point of these lines stands on the page, if columns were moved. */
  back?: (x: number, y: number) => readonly [x: number, y: number];
}

const HAN = /\p{Script=Han}/u;
const WORD = /[\p{Script=Latin}\p{N}]/u;

/** Characters that follow each other on one baseline in one size. */
interface Segment {
  glyphs: Glyph[];
  baseline: number;
  size: number;
  left: number;
  right: number;
}

/** Two numbers that differ by less than this are one place. */
const SAME = 0.6;

function segments(glyphs: Glyph[]): Segment[] {
  const all: Segment[] = [];
  let last: Segment | undefined;
  for (const glyph of glyphs) {
    if (glyph.char === '\r' || glyph.char === '\n') continue;
    const { left, right, baseline, size } = glyph;
    const follows =
      last &&
      Math.abs(baseline - last.baseline) < SAME &&
      Math.abs(size - last.size) < SAME / 2 &&
      left > last.right - size &&
      left < last.right + 2 * size;
    if (last && follows) {
      last.glyphs.push(glyph);
      last.right = Math.max(last.right, right);
      last.left = Math.min(last.left, left);
    } else {
      last = { glyphs: [glyph], baseline, size, left, right };
      all.push(last);
    }
  }
  return all;
}

interface Row {
  segments: Segment[];
  top: number;
  bottom: number;
  baseline: number;
  size: number;
}

const topOf = ({ baseline, size }: Segment) => baseline - 0.8 * size;
const bottomOf = ({ baseline, size }: Segment) => baseline + 0.2 * size;

/** Gathers segments into rows: the large ones make them, the small ones join those that they overlap. */
function rows(all: Segment[]): Row[] {
  const found: Row[] = [];
  const bySize = [...all].sort((a, b) => b.size - a.size || a.baseline - b.baseline);
  for (const segment of bySize) {
    const top = topOf(segment);
    const bottom = bottomOf(segment);
    let best: Row | undefined;
    let most = 0.5 * segment.size;
    for (const row of found) {
      // Letters of about one size stand on one baseline; small ones a little above or below it.
      const alike = segment.size > 0.85 * row.size;
      const above = (row.baseline - segment.baseline) / row.size;
      if (alike ? Math.abs(above) > 0.3 : above < -0.45 || above > 0.8) continue;
      const shared = Math.min(bottom, row.bottom) - Math.max(top, row.top);
      if (shared <= most) continue;
      most = shared;
      best = row;
    }
    if (best) best.segments.push(segment);
    else
      found.push({
        segments: [segment],
        top,
        bottom,
        baseline: segment.baseline,
        size: segment.size,
      });
  }
  return found.sort((a, b) => a.baseline - b.baseline);
}

/** The value that most characters have, each counted by `weight`. */
export function mostCommon<K>(entries: Iterable<readonly [K, number]>): K | undefined {
  const sums = new Map<K, number>();
  for (const [key, weight] of entries) sums.set(key, (sums.get(key) ?? 0) + weight);
  let best: K | undefined;
  let most = 0;
  for (const [key, sum] of sums)
    if (sum > most) {
      most = sum;
      best = key;
    }
  return best;
}

/** Quotation marks of a Chinese font are as wide as a Han character, and so is the space within. */
function hidesSpace(before: Item, after: Item): boolean {
  const isWide = (item: Item) => item.right - item.left > 0.85 * item.size;
  // A single one may be an apostrophe.
  if (before.char === '”') return isWide(before) && WORD.test(after.char);
  return (
    /[“‘]/u.test(after.char) && isWide(after) && /[\p{Script=Latin}\p{N},.;:]/u.test(before.char)
  );
}

/** A distance that is a space, in sizes of the letters beside it. */
const SPACE = 0.17;
/** Slanted letters reach into each other, so that less is a space between them. */
const SPACE_OF_ITALIC = 0.1;

function spaceBetween(before: Item, after: Item): boolean {
  if (/\s/u.test(before.char) || /\s/u.test(after.char)) return false;
  if (hidesSpace(before, after)) return true;
  const apostrophe = before.char === '’' && /\p{Script=Latin}/u.test(after.char);
  if (apostrophe && before.right - before.left > 0.85 * before.size) return false;
  const gap = after.left - before.right;
  const size = Math.max(before.size, after.size);
  if (gap > 1.2 * size) return true;
  const slanted = before.font.italic && after.font.italic;
  if (gap <= (slanted ? SPACE_OF_ITALIC : SPACE) * size) return false;
  return WORD.test(before.char) || WORD.test(after.char) || !HAN.test(before.char + after.char);
}

/** The character that is printed; nearly all are. */
function asPrinted(char: string): { kind: Change['kind']; to: string } | undefined {
  const code = char.charCodeAt(0);
  if ((code >= 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff)) return undefined;
  return replacements(char, 'extracted')[0];
}

/**
 * Segments from left to right, by their ink: the left half of an opening
 * bracket is empty, and where it begins a line it may be set into the number
 * before it. (The order of the file is no help: PDFium changes it.)
 */
function ordered(all: Segment[]): Segment[] {
  const inked = (segment: Segment) => {
    const first = segment.glyphs.find((g) => g.char.trim() !== '');
    const opens = first !== undefined && /[「『（《〈【〔“‘]/u.test(first.char);
    return (
      segment.left + (opens && first.right - first.left > 0.8 * first.size ? 0.5 * first.size : 0)
    );
  };
  return [...all].sort((a, b) => inked(a) - inked(b));
}

/** How far from the line's baseline a character must stand to be raised, in sizes of the line. */
const RAISED = 0.12;
const SMALL = 0.88;

function toLine(row: Row, page: number): Line | undefined {
  const glyphs = row.segments.flatMap((s) => s.glyphs);
  const printed = glyphs.filter((g) => g.char.trim() !== '');
  if (printed.length === 0) return undefined;
  const han = printed.filter((g) => HAN.test(g.char));
  // A raised 註 alone tells nothing of a line of Latin words.
  const basis = han.length > 0.1 * printed.length ? han : printed;
  const tenth = (n: number) => Math.round(n * 10) / 10;
  const size = mostCommon(basis.map((g) => [tenth(g.size), 1])) ?? row.size;
  const baseline =
    mostCommon(basis.filter((g) => g.size > SMALL * size).map((g) => [tenth(g.baseline), 1])) ??
    row.baseline;
  const font = mostCommon(basis.map((g) => [g.font, 1])) as Font;
  const raiseOf = (g: Glyph): -1 | 0 | 1 => {
    if (g.size >= SMALL * size) return 0;
    if (baseline - g.baseline > RAISED * size) return 1;
    return g.baseline - baseline > RAISED * size ? -1 : 0;
  };
  const inOrder = ordered(row.segments).flatMap((s) => s.glyphs);
  const items: Item[] = [];
  for (const glyph of inOrder) {
    const change = asPrinted(glyph.char);
    const item: Item = {
      found: glyph.char,
      char: change?.to ?? glyph.char,
      change: change?.kind,
      left: glyph.left,
      right: glyph.right,
      size: glyph.size,
      raise: raiseOf(glyph),
      font: glyph.font,
      tags: glyph.tags,
    };
    const before = items.at(-1);
    if (before && spaceBetween(before, item))
      items.push({
        ...before,
        found: ' ',
        char: ' ',
        change: undefined,
        left: before.right,
        right: item.left,
      });
    items.push(item);
  }
  const seen = items.filter((i) => i.char.trim() !== '');
  return {
    page,
    unit: -1,
    items,
    left: Math.min(...seen.map((i) => i.left)),
    right: Math.max(...seen.map((i) => i.right)),
    baseline,
    size,
    font,
    text: items.map((i) => i.char).join(''),
  };
}

/** A mark that the line end has parted from its text stands on a line of its own, and small. */
export function raiseLoneMarks(
  lines: Line[],
  size: number,
  isMark: (text: string) => boolean,
): void {
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    // The text may be a quotation in smaller type.
    const small = before && line.size <= 0.8 * before.size && before.size >= 0.8 * size;
    if (!small || !isMark(line.text)) continue;
    if (line.baseline - before.baseline > 2.2 * size) continue;
    for (const item of line.items) item.raise = 1;
    line.baseline += 0.36 * before.size;
    line.size = before.size;
  }
}

/** The lines that characters make, from the top. Their units are still to be numbered. */
export const linesOf = (glyphs: Glyph[], index: number): Line[] =>
  rows(segments(glyphs)).flatMap((row) => toLine(row, index) ?? []);
