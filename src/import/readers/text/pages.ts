/** The pages of a text, which form feeds or running heads and numbers part. */
import { isOfChapters } from './heading-lines.ts';
import { fromDigits, fromHan } from './labels.ts';
import type { Line } from './lines.ts';

/** Ends of pages, numbers and heads. */
export interface Pages {
  count: number;
  /** The number printed on each page. */
  numbers: (string | undefined)[];
  heads: Line[];
  folios: Line[];
}

const NUMERAL = String.raw`(?:\d{1,4}|[０-９]{1,4}|[ivxlc]{1,7}|[〇一二三四五六七八九十百]{1,5})`;
const ALONE = new RegExp(
  String.raw`^[-–—‧·•.．~～|〔[（(\s]*(?:第\s*|頁\s*|p\.?\s*)?(${NUMERAL})(?:\s*頁)?(?:\s*[/／]\s*\d+)?[-–—‧·•.．~～|〕\]）)\s]*$`,
  'iu',
);
const FIRST = new RegExp(String.raw`^(${NUMERAL})[\s\u3000|｜•·．]+(\D.{0,50})$`, 'u');
const LAST = new RegExp(String.raw`^(\D.{0,50}?)[\s\u3000|｜•·．]+(${NUMERAL})$`, 'u');

const valueOfNumeral = (text: string): number => {
  const plain = text.normalize('NFKC');
  if (/^\d+$/u.test(plain)) return fromDigits(plain);
  if (/^[a-z]+$/iu.test(plain)) {
    const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
    const digits = [...plain.toLowerCase()].map((c) => values[c] ?? 0);
    return digits.reduce((sum, d, i) => sum + (d < (digits[i + 1] ?? 0) ? -d : d), 0);
  }
  return fromHan(plain);
};

/** A line that could be a page's number, or its running head with the number. */
interface Candidate {
  at: number;
  value: number;
  numeral: string;
  alone: boolean;
  words: string;
}

function candidateAt(line: Line, at: number): Candidate | undefined {
  const alone = ALONE.exec(line.text)?.[1];
  if (alone) return { at, value: valueOfNumeral(alone), numeral: alone, alone: true, words: '' };
  const first = FIRST.exec(line.text);
  if (first?.[1] && first[2])
    return {
      at,
      value: valueOfNumeral(first[1]),
      numeral: first[1],
      alone: false,
      words: close(first[2]),
    };
  const last = LAST.exec(line.text);
  if (last?.[1] && last[2])
    return {
      at,
      value: valueOfNumeral(last[2]),
      numeral: last[2],
      alone: false,
      words: close(last[1]),
    };
  return undefined;
}

const close = (text: string) => text.replace(/\s+/gu, '');

/** How often words stand alone on a line, or beside a number. */
function repetition(lines: Line[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [i, line] of lines.entries()) {
    const own = candidateAt(line, i);
    const words = own && !own.alone ? own.words : close(line.text);
    if (words.length > 1 && words.length <= 50) counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return counts;
}

/** A line at the edge of a page: from 0 at its head, from -1 at its foot. */
interface Edge {
  line: Line;
  rank: number;
  page: number;
  own: Candidate | undefined;
}

const LABEL = /^第.{1,5}?[章編篇節节]/u;
/** A running head comes again at least on every other page. */
const NEAR = 2;

/**
 * The lines at the edges of pages that are headings of chapters, though their
 * words come again: the first of its words where no other line has its label,
 * and one whose words come again far from it (over notes at the end).
 * @param words the pages on which words stand at an edge
 */
function titlesAmong(edges: Edge[], words: Map<string, Set<number>>, lines: Line[]): Set<Line> {
  const labels = Map.groupBy(lines, ({ text }) => LABEL.exec(close(text))?.[0]);
  const ownWords = new Map<string, Edge[]>();
  for (const edge of edges) {
    if (!isOfChapters(edge.line.text) || edge.own) continue;
    const key = close(edge.line.text);
    ownWords.set(key, [...(ownWords.get(key) ?? []), edge]);
  }
  const titles = new Set<Line>();
  for (const [key, own] of ownWords) {
    const pages = [...(words.get(key) ?? [])];
    for (const { line, page } of own)
      if (pages.every((p) => p === page || Math.abs(p - page) > NEAR)) titles.add(line);
    const first = Math.min(...own.map(({ page }) => page));
    const title = own
      .filter((e) => e.page === first && e.rank >= 0)
      .sort((a, b) => b.rank - a.rank)[0];
    const others = labels.get(LABEL.exec(key)?.[0]) ?? [];
    const isOnly = others.every(({ text }) => close(text) === key || /\d$/u.test(text));
    if (title && isOnly) titles.add(title.line);
  }
  return titles;
}

/** Pages that form feeds part. */
function byFeeds(lines: Line[], head: string | undefined): Pages {
  let page = -1;
  for (const line of lines) {
    if (page === -1 || line.feed) page += 1;
    line.page = page;
  }
  const count = page + 1;
  const pages = Array.from({ length: count }, (_, p) => lines.filter((l) => l.page === p));
  const edges = pages.flatMap((own, p) =>
    [0, 1, -1, -2].flatMap((rank) => {
      const line = own.at(rank);
      if (!line || (rank < 0 && own.length + rank < 2)) return [];
      return [{ line, rank, page: p, own: candidateAt(line, 0) }];
    }),
  );
  const offsets = new Map<number, Set<number>>();
  for (const { own, page: p } of edges) {
    if (!own) continue;
    offsets.set(own.value - p, (offsets.get(own.value - p) ?? new Set()).add(p));
  }
  const [offset, on] = [...offsets].sort((a, b) => b[1].size - a[1].size)[0] ?? [0, new Set()];
  const counts = on.size >= Math.max(2, 0.3 * count) || count <= 2;
  const words = new Map<string, Set<number>>();
  for (const { line, own, page: p } of edges) {
    const key = own && !own.alone ? own.words : close(line.text);
    if (!own?.alone) words.set(key, (words.get(key) ?? new Set()).add(p));
  }
  const numbers: (string | undefined)[] = pages.map(() => undefined);
  const heads = new Set<Line>();
  const folios = new Set<Line>();
  const titles = titlesAmong(edges, words, lines);
  for (const { line, rank, page: p, own } of edges) {
    if (titles.has(line)) continue;
    const outer = pages[p]?.at(rank < 0 ? -1 : 0);
    const reached = rank === 0 || rank === -1 || (outer && (heads.has(outer) || folios.has(outer)));
    if (!reached) continue;
    const counted = counts && own && own.value - p === offset;
    const again = own && !own.alone ? own.words : close(line.text);
    const repeated = !own?.alone && (words.get(again)?.size ?? 0) >= 2 && again.length <= 50;
    if (counted && own.alone) folios.add(line);
    else if ((counted && own && repeated) || repeated || again === head) heads.add(line);
    else continue;
    if (counted && own) numbers[p] ??= own.numeral;
  }
  // Numbers that count apart (of front matter, or of a first page), where the others stand beside their heads.
  if (folios.size >= 2)
    for (const { line, rank, page: p, own } of edges) {
      const neighbour = rank === 0 ? pages[p]?.[1] : rank === 1 ? pages[p]?.[0] : undefined;
      if (own?.alone && neighbour && heads.has(neighbour)) folios.add(line);
    }
  // Two heads by turns, of which one stands but once: beside the number, where the others have theirs.
  const usual = edges.some(({ rank, line }) => rank === 1 && heads.has(line));
  for (const { line, rank, page: p, own } of edges) {
    if (own?.alone || heads.has(line) || rank < 0 || !line) continue;
    const own0 = pages[p] ?? [];
    const neighbour = usual && rank === 1 && own0[0] && folios.has(own0[0]);
    if (neighbour && line.width <= 60 && !/[。，；]/u.test(line.text)) heads.add(line);
  }
  return { count, numbers, heads: [...heads], folios: [...folios] };
}

/** Fewer lines than this are no page. */
const LEAST = 6;

/** Numbers that count through the file, and the heads beside them. */
function byNumbers(lines: Line[], head: string | undefined): Pages | undefined {
  const counts = repetition(lines);
  const isHead = (line: Line | undefined): boolean =>
    line !== undefined &&
    ((counts.get(close(line.text)) ?? 0) >= 2 || close(line.text) === head) &&
    !ALONE.test(line.text);
  const all = lines.flatMap((line, at) => {
    const own = candidateAt(line, at);
    if (!own) return [];
    const neighbour = isHead(lines[at - 1]) || isHead(lines[at + 1]);
    const repeated = !own.alone && ((counts.get(own.words) ?? 0) >= 2 || own.words === head);
    return own.alone || repeated ? [{ ...own, sure: neighbour || repeated }] : [];
  });
  // The longest chain that counts by ones, sure links first.
  let best: typeof all = [];
  let bestScore = 0;
  const chains = new Map<number, { chain: typeof all; score: number }>();
  for (const candidate of all) {
    const before = chains.get(candidate.value - 1);
    const last = before?.chain.at(-1);
    const follows = before && last && candidate.at - last.at >= LEAST;
    const score = (follows ? before.score : 0) + (candidate.sure ? 3 : 1);
    const chain = follows ? [...before.chain, candidate] : [candidate];
    const known = chains.get(candidate.value);
    if (!known || score >= known.score) chains.set(candidate.value, { chain, score });
    if (score > bestScore) {
      bestScore = score;
      best = chain;
    }
  }
  const sure = best.filter((c) => c.sure).length;
  if (best.length < 2 || (sure < 1 && best.length < 3)) return undefined;
  const first = best[0]?.at ?? 0;
  // At the head of its page where nothing but a head stands before the first.
  const atHead =
    lines.slice(0, first).filter((l) => !isHead(l)).length === 0 &&
    !(best.at(-1)?.at === lines.length - 1);
  const heads = new Set<Line>();
  const folios = new Set<Line>();
  const starts: number[] = [];
  const numbers: (string | undefined)[] = [];
  for (const { at, alone, numeral } of best) {
    const line = lines[at] as Line;
    if (alone) folios.add(line);
    else heads.add(line);
    const [above, below] = [lines[at - 1], lines[at + 1]];
    if (atHead) {
      if (isHead(above)) heads.add(above as Line);
      if (isHead(below)) heads.add(below as Line);
      starts.push(isHead(above) ? at - 1 : at);
      numbers.push(numeral);
    } else {
      if (isHead(below)) heads.add(below as Line);
      starts.push(at + 1);
      numbers.push(numeral);
    }
  }
  if (isHead(lines[0])) heads.add(lines[0] as Line);
  const begins = atHead ? new Set(starts.slice(1)) : new Set(starts);
  let page = 0;
  for (const [i, line] of lines.entries()) {
    if (i > 0 && begins.has(i)) page += 1;
    line.page = page;
  }
  return { count: page + 1, numbers, heads: [...heads], folios: [...folios] };
}

/** Parts the lines into pages; one page without number where the file tells of none. */
export function toPages(lines: Line[], runningHead: string | undefined): Pages {
  const head = runningHead === undefined ? undefined : close(runningHead);
  if (lines.some((l, i) => i > 0 && l.feed)) return byFeeds(lines, head);
  return byNumbers(lines, head) ?? { count: 0, numbers: [], heads: [], folios: [] };
}
