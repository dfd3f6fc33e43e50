/** Running heads and page numbers: what the print repeats and what it counts. */
import { fromDigits, fromHan } from '../text/labels.ts';
import type { Line, PageLines } from './lines.ts';
import type { Measures } from './measure.ts';

interface Ornament {
  line: Line;
  kind: 'running-head' | 'page-number';
}

export interface FoundFurniture {
  ornaments: Ornament[];
  /** The number printed on each page, where one is. */
  numbers: (string | undefined)[];
}

const NUMBER = String.raw`(?:\d{1,4}|[０-９]{1,4}|[ivxlcdm]{1,8}|[IVXLCDM]{1,8}|[〇一二三四五六七八九十百]{1,5})`;
/** A number alone, with what may stand beside it: - 57 -, ．57．, 第 57 頁, 57/120. */
const ALONE = new RegExp(
  String.raw`^[-–—‧·•.．~～|\s〔[（(]*(?:第|頁|p\.|page)?\s*(${NUMBER})\s*(?:頁|页)?(?:\s*[/／]\s*\d+)?[-–—‧·•.．~～|\s〕\]）)]*$`,
  'iu',
);
const FIRST = new RegExp(String.raw`^(${NUMBER})[\s|｜•·．]+(?=\D)`, 'u');
const LAST = new RegExp(String.raw`(?<=\D)[\s|｜•·．]+(${NUMBER})$`, 'u');

/** Reads a roman numeral. */
function fromRoman(text: string): number {
  const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
  const digits = [...text.toLowerCase()].map((c) => values[c] ?? 0);
  return digits.reduce((sum, d, i) => sum + (d < (digits[i + 1] ?? 0) ? -d : d), 0);
}

const countOf = (text: string): number => {
  if (/^[\d０-９]+$/u.test(text)) return fromDigits(text);
  return /^[a-z]+$/iu.test(text) ? fromRoman(text) : fromHan(text);
};

/** A line at a page's head or foot, with the number that it may hold. */
interface Edge {
  line: Line;
  page: number;
  /** From the top (0, 1, 2) or from the foot (-1, -2). */
  rank: number;
  number: string | undefined;
  alone: boolean;
  /** Its words without the number, for comparison. */
  words: string;
}

const RANKS = [0, 1, -1, -2] as const;

function edgesOf(page: PageLines): Edge[] {
  const { lines } = page;
  return RANKS.flatMap((rank): Edge[] => {
    const line = lines.at(rank);
    const other = rank < 0 ? lines.length + rank : rank;
    if (!line || (rank < 0 && other < 2)) return [];
    const text = line.text.trim();
    const alone = ALONE.exec(text)?.[1];
    const number = alone ?? FIRST.exec(text)?.[1] ?? LAST.exec(text)?.[1];
    const words = number ? text.replace(FIRST, '').replace(LAST, '') : text;
    return [
      {
        line,
        page: page.index,
        rank,
        number,
        alone: alone !== undefined,
        words: alone !== undefined ? '' : words.replace(/\s+/gu, ''),
      },
    ];
  });
}

const near = (a: Line, b: Line) => Math.abs(a.baseline - b.baseline) < 3;

/**
 * Numbers that count with the pages: most are as far from the index of their
 * page.
 */
function counting(edges: Edge[], pages: number): Edge[] {
  const offsets = new Map<string, Edge[]>();
  for (const edge of edges.filter((e) => e.number)) {
    const text = edge.number ?? '';
    const kind = /\d/u.test(text) ? 'n' : /[a-z]/iu.test(text) ? 'r' : 'h';
    const key = `${kind}${countOf(text) - edge.page}`;
    offsets.set(key, [...(offsets.get(key) ?? []), edge]);
  }
  return [...offsets.values()].flatMap((group) => {
    const onPages = new Set(group.map((e) => e.page)).size;
    // One number alone may be a figure of a table; by its place a lone page shows its number.
    const few = pages <= 2 && group.every((e) => e.alone);
    const enough = onPages >= Math.max(2, 0.2 * pages) || (onPages > 0 && few);
    // The first page of a chapter may have its number elsewhere, alone.
    // Notes begin with numbers too: a foot with words is one by words that come again.
    const same = (edge: Edge) => group.some((e) => e.page !== edge.page && e.words === edge.words);
    const usual = (edge: Edge) =>
      edge.alone ||
      ((edge.rank >= 0 || same(edge)) &&
        group.some((e) => e.page !== edge.page && e.rank === edge.rank && !e.alone));
    return enough ? group.filter(usual) : [];
  });
}

/** Words that stand again at the same height of another page. */
function repeated(edges: Edge[]): Edge[] {
  const candidates = edges.filter((e) => e.words !== '' && e.words.length <= 60);
  const byWords = new Map<string, Edge[]>();
  for (const edge of candidates)
    byWords.set(edge.words, [...(byWords.get(edge.words) ?? []), edge]);
  return [...byWords.values()].flatMap((group) => {
    const again = group.filter((e) => group.some((f) => f.page !== e.page && near(e.line, f.line)));
    return new Set(again.map((e) => e.page)).size >= 2 ? again : [];
  });
}

/** Heads that name their section stand once, at the height and in the size of those that are repeated. */
function likeHeads(edges: Edge[], heads: Edge[], pages: PageLines[], measures: Measures): Edge[] {
  const inner = edges.filter((e) => !heads.includes(e) && e.words !== '');
  return inner.filter((edge) => {
    const alike = heads.find(
      (h) =>
        Math.sign(h.rank + 0.5) === Math.sign(edge.rank + 0.5) &&
        Math.abs(h.line.baseline - edge.line.baseline) < 1.5 &&
        Math.abs(h.line.size - edge.line.size) < 0.3,
    );
    if (!alike || edge.words.length > 40) return false;
    const lines = pages[edge.page]?.lines ?? [];
    const at = lines.indexOf(edge.line);
    const neighbour = edge.rank >= 0 ? lines[at + 1] : lines[at - 1];
    const distance = neighbour
      ? Math.abs(neighbour.baseline - edge.line.baseline)
      : Number.POSITIVE_INFINITY;
    return distance > 1.15 * measures.leading;
  });
}

/** Whether a number that stands alone is set apart from the text. */
function apart(edge: Edge, pages: PageLines[], measures: Measures): boolean {
  const lines = pages[edge.page]?.lines ?? [];
  const at = lines.indexOf(edge.line);
  const neighbour = edge.rank >= 0 ? lines[at + 1] : lines[at - 1];
  return (
    !neighbour ||
    Math.abs(neighbour.baseline - edge.line.baseline) >
      1.1 * Math.min(measures.leading, 1.6 * neighbour.size)
  );
}

/**
 * Finds what is no text at the heads and feet of pages.
 * @param given a running head that the settings name
 */
export function findFurniture(
  pages: PageLines[],
  measures: Measures,
  given: string | undefined,
): FoundFurniture {
  const edges = pages.flatMap(edgesOf);
  const named = given?.replace(/\s+/gu, '');
  // A page whose number stands alone below its notes has it in the same place as the others.
  const numbers = counting(edges, pages.length).filter(
    (e) => !e.alone || apart(e, pages, measures),
  );
  const heads = [
    ...new Set([
      ...repeated(edges).filter(
        (e) => Math.abs(e.rank) <= 1 || numbers.some((n) => n.page === e.page),
      ),
      ...numbers.filter((e) => !e.alone),
      ...edges.filter((e) => named !== undefined && named === e.words),
    ]),
  ];
  const similar = heads.length >= 2 ? likeHeads(edges, heads, pages, measures) : [];
  const kept = new Map<Line, Ornament>();
  const printed: (string | undefined)[] = pages.map(() => undefined);
  const all = new Set([...heads, ...similar, ...numbers].map((e) => e.line));
  // An inner line is none where the outer one is text.
  const reached = ({ rank, page }: Edge) => {
    if (rank === 0 || rank === -1) return true;
    const outer = pages[page]?.lines.at(rank < 0 ? -1 : 0);
    return outer !== undefined && all.has(outer);
  };
  for (const edge of [...heads, ...similar].filter(reached))
    kept.set(edge.line, { line: edge.line, kind: 'running-head' });
  for (const edge of numbers.filter(reached)) {
    if (edge.alone) kept.set(edge.line, { line: edge.line, kind: 'page-number' });
    printed[edge.page] ??= edge.number;
  }
  return { ornaments: [...kept.values()], numbers: printed };
}
