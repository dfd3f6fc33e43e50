/**
 * Some extractors set running heads and page numbers close to the text of
 * their page: 〈呈文〉，1889 年。渡口與市鎮 2, or 2換句話說. They are parted where
 * the numbers count with the pages.
 */
import { columns, type Line } from './lines.ts';

/** Parts a line before one of its characters. */
function parted(line: Line, at: number): [Line, Line] {
  const start = line.raw.length - line.raw.trimStart().length;
  const part = (raw: string, text: string, offset: number): Line => ({
    ...line,
    text: text.trim(),
    raw,
    offset: line.offset + offset + text.length - text.trimStart().length,
    indent: 0,
    width: columns(text.trim().replace(/\s{2,}/gu, ' ')),
  });
  const cut = start + at;
  const first = part(line.raw.slice(0, cut), line.text.slice(0, at), 0);
  const second = part(line.raw.slice(cut), line.text.slice(at), at);
  return [
    { ...first, indent: line.indent },
    { ...second, blank: false, feed: false },
  ];
}

/** Fewer pages than these show no habit. */
const LEAST = 3;

/** The number that counts with the pages: what most values are ahead of their page. */
function commonOffset(values: { page: number; value: number }[]): {
  offset: number;
  pages: number;
} {
  const counts = new Map<number, number>();
  for (const { page, value } of values)
    counts.set(value - page, (counts.get(value - page) ?? 0) + 1);
  const [offset, pages] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  return { offset, pages };
}

const GLUED_NUMBER =
  /^(?:[-–—]\s*)?(\d{1,4})(?:\s*[-–—]\s*)?(?=[^\s\d.．、,，:：/／%％年月日–—-])/u;
/** So many of the pages must have their number so. */
const MOST_PAGES = 0.6;

/** Where a number stands close before the first words of a page: its line, and where the words begin. */
function numbersAtHead(pages: Line[][]): Map<Line, number> {
  const found = pages.flatMap((lines, page) =>
    lines.slice(0, 2).flatMap((line) => {
      const match = GLUED_NUMBER.exec(line.text);
      return match ? [{ line, page, value: Number(match[1]), length: match[0].length }] : [];
    }),
  );
  const { offset, pages: count } = commonOffset(found);
  if (count < Math.max(LEAST, MOST_PAGES * pages.length)) return new Map();
  const own = found.filter(({ page, value }) => value - page === offset);
  return new Map(own.map(({ line, length }) => [line, length]));
}

const NUMBER_ALONE = /^[-–—\s]*(\d{1,4})[-–—\s]*$/u;
const NUMBER_AFTER = /\s*(\d{1,4})$/u;
const NUMBER_BEFORE = /(?<!\d)(\d{1,4})\s+$/u;
const STOP = /[。．.！？!?」』”’）)；;，,、]/u;
const SHORTEST = 3;
const LONGEST = 40;
/** How far apart pages may stand that have the same head. */
const TURNS = 3;

/** The words that two texts end with, without what stands before a stop in them. */
function commonEnd(a: string, b: string): string {
  let length = 0;
  while (length < Math.min(a.length, b.length, LONGEST) && a.at(-1 - length) === b.at(-1 - length))
    length += 1;
  const end = a.slice(a.length - length);
  const stop = [...end].findLastIndex((c) => STOP.test(c));
  return end.slice(stop + 1).replace(/^[\d\s]+/u, '');
}

/** Where a running head stands close after the last words of a page: its line, and where the head begins. */
function headsAtFoot(pages: Line[][]): Map<Line, number> {
  const ends = pages.map((lines, page) => {
    const last = lines.at(-1);
    const alone = NUMBER_ALONE.exec(last?.text ?? '')?.[1];
    const line = alone === undefined ? last : lines.at(-2);
    const after = alone ?? NUMBER_AFTER.exec(line?.text ?? '')?.[1];
    const words = alone === undefined ? line?.text.replace(NUMBER_AFTER, '') : line?.text;
    return { page, line, after, words: words ?? '' };
  });
  const votes = new Map<string, Set<number>>();
  for (const [i, { words }] of ends.entries())
    for (const other of ends.slice(i + 1, i + 1 + TURNS)) {
      const end = commonEnd(words, other.words);
      if (end.length < SHORTEST) continue;
      votes.set(end, (votes.get(end) ?? new Set()).add(i).add(other.page));
    }
  const heads = [...votes]
    .filter(([, own]) => own.size >= Math.max(LEAST, 0.25 * pages.length))
    .map(([words]) => words)
    .sort((a, b) => b.length - a.length);
  const wholes = new Map<string, number>();
  for (const { words } of ends) wholes.set(words, (wholes.get(words) ?? 0) + 1);
  // Words that end another page too stand alone, though others end like them.
  const alone = (words: string) => (wholes.get(words) ?? 0) > 1;
  const found = ends.flatMap(({ page, line, after, words }) => {
    if (alone(words)) return [];
    const head = heads.find((h) => words.endsWith(h));
    if (!line || head === undefined) return [];
    const at = words.length - head.length;
    const before = NUMBER_BEFORE.exec(words.slice(0, at));
    const value = Number(after ?? before?.[1] ?? Number.NaN);
    const from = after === undefined && before ? before.index : at;
    return from > 0 && !Number.isNaN(value) ? [{ page, line, from, value }] : [];
  });
  const { offset, pages: count } = commonOffset(found);
  if (count < LEAST) return new Map();
  const own = found.filter(({ page, value }) => value - page === offset);
  return new Map(own.map(({ line, from }) => [line, from]));
}

/** The lines of a file, running heads and numbers parted from the text of their page. */
export function unglued(lines: Line[]): Line[] {
  const pages: Line[][] = [];
  for (const line of lines) {
    if (pages.length === 0 || line.feed) pages.push([]);
    pages.at(-1)?.push(line);
  }
  if (pages.length < LEAST) return lines;
  const cuts = new Map([...numbersAtHead(pages), ...headsAtFoot(pages)]);
  if (cuts.size === 0) return lines;
  return lines.flatMap((line) => {
    const at = cuts.get(line);
    return at === undefined ? [line] : parted(line, at);
  });
}
