/** Compares what an import wrote with what is known of its file to be true. */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../../../../src/markdown/processor.ts';

/** The truth of a chapter (made.truth.json). */
export interface Truth {
  headings: { level: number; label: string; title: string }[];
  blocks: { kind: string; text: string }[];
  tables: { label: string; caption: string; head: string[]; rows: string[][]; source: string }[];
  quotations: string[];
  notes: string[];
  noterefs: { note: number; at: number }[];
  characters: number;
  files: Record<
    string,
    { firstPage: number; pages: { page: number; at: number | null; begins: string }[] }
  >;
}

/** Right of how many; `false` where something is there that ought not to be. */
export interface Figures {
  characters: [right: number, of: number];
  marks: [right: number, of: number];
  falseMarks: number;
  notes: [right: number, of: number];
  headings: [right: number, of: number];
  levels: [right: number, of: number];
  paragraphs: [right: number, of: number];
  cells: [right: number, of: number];
  quotations: [right: number, of: number];
  pages: [right: number, of: number];
  /** Latin words that were fused or split, in text and notes. */
  words: [right: number, of: number];
}

const close = (text: string) => text.replace(/\s+/gu, '');

interface Read {
  headings: { level: number; text: string }[];
  paragraphs: string[];
  quotations: string[];
  cells: string[];
  captions: string[];
  sources: string[];
  /** All text without marks, in order; `at` of marks and pages. */
  stream: string;
  marks: { note: number; at: number }[];
  pages: { page: number; at: number }[];
  plain: string[];
}

/** Reads the sections that an import wrote. */
function readSections(bodies: string[]): Read {
  const read: Read = {
    headings: [],
    paragraphs: [],
    quotations: [],
    cells: [],
    captions: [],
    sources: [],
    stream: '',
    marks: [],
    pages: [],
    plain: [],
  };
  const textOf = (node: unknown, counted: boolean): string => {
    let text = '';
    let plain = '';
    visit(node as Root, (inner) => {
      if (inner.type === 'noteref') {
        if (counted) read.marks.push({ note: inner.number, at: read.stream.length });
        text += `[^${inner.number}]`;
      } else if (inner.type === 'pageBreak') {
        read.pages.push({ page: inner.page, at: read.stream.length });
      } else if ('value' in inner) {
        text += inner.value;
        plain += inner.value;
        if (counted) read.stream += close(inner.value);
      }
    });
    read.plain.push(plain);
    return text.trim();
  };
  for (const body of bodies) {
    const blocks = parseMarkdown(body).children;
    for (const [i, block] of blocks.entries()) {
      const id =
        (block.data as { hProperties?: { id?: string } } | undefined)?.hProperties?.id ?? '';
      if (block.type === 'heading')
        read.headings.push({ level: block.depth, text: textOf(block, true) });
      else if (block.type === 'blockquote')
        read.quotations.push(...block.children.map((p) => textOf(p, true)));
      else if (block.type === 'table')
        read.cells.push(
          ...block.children.flatMap((row) => row.children.map((c) => textOf(c, false))),
        );
      else if (/^table-[\d-]+-source$/u.test(id)) read.sources.push(textOf(block, true));
      else if (blocks[i + 1]?.type === 'table') read.captions.push(textOf(block, true));
      else read.paragraphs.push(textOf(block, true));
    }
  }
  return read;
}

/** How many characters two texts share in order, by their longest common subsequence near the diagonal. */
function shared(expected: string, found: string): number {
  let right = 0;
  let i = 0;
  let j = 0;
  while (i < expected.length && j < found.length) {
    if (expected[i] === found[j]) {
      right += 1;
      i += 1;
      j += 1;
      continue;
    }
    // The nearest place where six characters agree again.
    let best: [number, number] | undefined;
    for (let sum = 1; sum < 200 && !best; sum += 1)
      for (let a = 0; a <= sum; a += 1)
        if (expected.slice(i + a, i + a + 6) === found.slice(j + sum - a, j + sum - a + 6)) {
          best = [a, sum - a];
          break;
        }
    if (!best) break;
    i += best[0];
    j += best[1];
  }
  return right;
}

/** How many of the expected stand among the found, each once. */
function among(expected: string[], found: string[]): [number, number] {
  const rest = new Map<string, number>();
  for (const text of found) rest.set(text, (rest.get(text) ?? 0) + 1);
  let right = 0;
  for (const text of expected) {
    const left = rest.get(text) ?? 0;
    if (left === 0) continue;
    right += 1;
    rest.set(text, left - 1);
  }
  return [right, expected.length];
}

const latin = (text: string) =>
  text.match(/[\p{Script=Latin}\d]+(?:['’.-][\p{Script=Latin}\d]+)*/gu) ?? [];

/**
 * Measures the files of an import against the truth.
 * @param name the file that was imported, for what is known of its pages
 */
export function measure(files: Map<string, string>, truth: Truth, name = ''): Figures {
  const body = (path: string) => (files.get(path) ?? '').replace(/^---\n[\s\S]*?\n---\n/u, '');
  const paths = [...files.keys()];
  const numberIn = (path: string) => Number(/(\d+)\.md$/u.exec(path)?.[1]);
  const sections = paths
    .filter((p) => p.startsWith('sections/'))
    .sort((a, b) => numberIn(a) - numberIn(b));
  const read = readSections(sections.map(body));
  const notes = paths
    .filter((p) => p.startsWith('footnotes/'))
    .sort()
    .map((p) =>
      readSections([body(p)])
        .plain.join(' ')
        .trim(),
    );
  const withoutMarks = (text: string) => text.replace(/\[\^\d+\]/gu, '');
  let expected = '';
  let table = 0;
  for (const { kind, text } of truth.blocks) {
    if (kind === 'table') {
      const { label, caption, source } = truth.tables[table] as Truth['tables'][number];
      expected += close(withoutMarks(label + caption + source));
      table += 1;
    } else expected += close(withoutMarks(text));
  }
  const right = truth.noterefs.filter(({ note, at }) => {
    // The same note, with the same words before it.
    const before = expected.slice(Math.max(0, at - 8), at);
    return read.marks.some(
      (m) => m.note === note && read.stream.slice(Math.max(0, m.at - 8), m.at) === before,
    );
  }).length;
  const heads = truth.headings.map(({ label, title }) => close(label + title));
  const leveled = truth.headings.map(
    ({ level, label, title }) => `${level} ${close(label + title)}`,
  );
  const cells = truth.tables.flatMap(({ head, rows }) => [...head, ...rows.flat()]);
  const known = truth.files[name]?.pages ?? [];
  const paged = known.filter(({ at }) => at !== null);
  const allWords = truth.blocks
    .map(({ text }) => withoutMarks(text ?? ''))
    .concat(truth.notes)
    .flatMap(latin);
  const foundWords = [...read.plain, ...notes].flatMap(latin);
  return {
    characters: [shared(expected, read.stream), expected.length],
    marks: [right, truth.noterefs.length],
    falseMarks: read.marks.length - right,
    notes: among(truth.notes.map(close), notes.map(close)),
    headings: among(
      heads,
      read.headings.map(({ text }) => close(withoutMarks(text))),
    ),
    levels: among(
      leveled,
      read.headings.map(({ level, text }) => `${level} ${close(withoutMarks(text))}`),
    ),
    paragraphs: among(
      truth.blocks.filter((b) => b.kind === 'paragraph').map((b) => close(b.text)),
      read.paragraphs.map(close),
    ),
    cells: among(
      cells.map(close),
      read.cells.map((c) => close(withoutMarks(c))),
    ),
    quotations: among(
      truth.quotations.map(close),
      read.quotations.map((q) => close(withoutMarks(q))),
    ),
    pages: [
      paged.filter(({ page, at }) => read.pages.some((p) => p.page === page && p.at === at)).length,
      paged.length,
    ],
    words: among(allWords, foundWords),
  };
}
