/** chapter.pdf holds the printed text and its notes, character by character, as a book that every program can read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { bookOf } from '../../src/exports/pdf/book.ts';
import { typeset } from '../../src/exports/pdf/typeset.ts';
import { publishedAt } from '../../src/exports/published.ts';
import { openPdf } from '../../src/import/readers/pdf/library.ts';
import { closeSpacing } from '../../src/markdown/rehype-spacing.ts';
import { buildChapter } from '../../src/model/chapter/chapter.ts';
import { readContent } from '../../src/model/content/content.ts';
import { inlinesOf, textOf, walk } from '../../src/model/text/document.ts';
import { DIST, NOTES, ROOT } from './site.ts';
import {
  type Outline,
  type Page,
  readText,
  squeezed,
  type TaggedPdf,
  taggedPdf,
  tagsOf,
  wordsOf,
} from './tagged-pdf.ts';
import { run, which } from './tools.ts';

const FILE = join(DIST, 'downloads/chapter.pdf');
const bytes = new Uint8Array(readFileSync(FILE));
const content = readContent(join(ROOT, 'content'));
if ('findings' in content) throw new Error('the content has findings');
const chapter = buildChapter(content.content);
const blocks = chapter.sections.flatMap((section) => section.blocks);
const HEADINGS = blocks.filter(({ type }) => type === 'heading');

let pdf: TaggedPdf;
/** The pages of the text: those before it bear no number. */
let pages: Page[];
beforeAll(async () => {
  pdf = await taggedPdf(bytes);
  pages = pdf.pages.filter(({ label }) => label !== '');
}, 60_000);

const roles = (role: string) =>
  pages.flatMap((page) =>
    tagsOf(page.tree)
      .filter((tag) => tag.role === role)
      .map((tag) => ({ page, tag })),
  );

test('it is the printed text, and after it the emendations', () => {
  const read = pages.map((page) => readText(page).text).join('');
  const printed = squeezed(blocks.map((block) => textOf(inlinesOf(block))).join(''));
  expect(read.slice(0, printed.length)).toBe(printed);
  const list = read.slice(printed.length);
  expect(list).toMatch(/^校記/u);
  for (const { printed: reading } of chapter.emendations)
    expect(list).toContain(squeezed(closeSpacing(`「${reading}」`)));
  for (const { reason } of chapter.emendations) expect(list).toContain(squeezed(reason));
});

test('each note stands at the foot of the page that has its mark', () => {
  for (const page of pages) {
    const { marks, notes } = readText(page);
    expect(notes.map((note) => note.slice(0, marks[notes.indexOf(note)]?.length))).toEqual(marks);
  }
  const notes = pages.flatMap((page) => readText(page).notes);
  expect(notes).toHaveLength(NOTES.length);
  expect(notes).toEqual(chapter.notes.map(({ mark, inlines }) => squeezed(mark + textOf(inlines))));
});

/** Each printed page, and the first characters on it. */
const PRINTED_PAGES = blocks.flatMap((block) => {
  const all = [...walk(inlinesOf(block))].filter((inline) => !('children' in inline));
  return all.flatMap((inline, i) =>
    inline.type === 'pageBreak'
      ? [{ page: inline.page, first: squeezed(textOf(all.slice(i))) }]
      : [],
  );
});

test('the number of each printed page stands in the margin of the line where it begins', () => {
  expect(PRINTED_PAGES.map(({ page }) => page)).toEqual(
    Array.from({ length: 42 }, (_, i) => 42 + i),
  );
  for (const { page: number, first } of PRINTED_PAGES) {
    // A note that runs on names its page too.
    const lines = pages.flatMap(({ decoration, runs }) =>
      decoration
        .filter(({ text, size }) => text === String(number) && size < 8)
        .map(({ y }) => runs.filter((own) => Math.abs(own.y - y) < 3))
        .map((line) => line.map(({ text }) => text).join('')),
    );
    const begins = (line: string) =>
      line.includes(first.slice(0, 3)) || [2, 1].some((n) => line.endsWith(first.slice(0, n)));
    expect(lines.filter(begins), `page ${number}: ${lines.join(', ')}`).not.toEqual([]);
  }
});

const titlesOf = (items: readonly Outline[]): string[] =>
  items.flatMap(({ title, items: below }) => [title, ...titlesOf(below)]);

test('its outline, its names for links from outside and its tags have all headings', () => {
  const titles = HEADINGS.map((heading) => squeezed(textOf(inlinesOf(heading))));
  expect(titlesOf(pdf.outline).map(squeezed)).toEqual(['目次', ...titles, '校記']);
  const tagged = pages.flatMap((page) =>
    tagsOf(page.tree)
      .filter(({ role }) => /^H\d$/u.test(role))
      .map((tag) => wordsOf(page, tag, ['Note', 'Lbl'])),
  );
  expect(tagged).toEqual([...titles, '校記']);
  // Those of the deepest level are not in the contents.
  const named = HEADINGS.filter((own) => own.type === 'heading' && own.depth <= 4).map(
    ({ id }) => id,
  );
  expect(pdf.names).toEqual(expect.arrayContaining(named));
});

test('tables have header cells and as many rows as printed', () => {
  const tables = blocks.filter((block) => block.type === 'table');
  const rows = roles('TR').length;
  expect(roles('TH')).toHaveLength(tables.flatMap(({ header }) => header).length);
  expect(rows).toBe(tables.reduce((sum, own) => sum + own.rows.length + 1, 0));
});

test('it names its language, title and author, and claims PDF/UA-1', () => {
  expect(pdf.marked).toBe(true);
  expect(pdf.info).toMatchObject({
    Language: 'zh-TW',
    Title: '第三章　駐韓美軍與朝鮮半島安全',
    Author: '何仁傑',
  });
  expect(pdf.xmp('pdfuaid:part')).toBe('1');
  expect(pages.some((page) => tagsOf(page.tree).some(({ lang }) => lang === 'en'))).toBe(true);
});

test('its typefaces are in the file', () => {
  const embedded = pdf.pages.flatMap((page) => page.embedded);
  expect(embedded.length).toBeGreaterThan(pdf.pages.length);
  expect(embedded.every(Boolean)).toBe(true);
});

test('made again it has the same bytes', async () => {
  const again = await typeset(bookOf(chapter, publishedAt(undefined, '/')));
  expect(Buffer.compare(again, bytes)).toBe(0);
});

test('PDFium reads the same characters on every page', async () => {
  const other = await openPdf(bytes);
  expect(other.pages).toBe(pdf.pages.length);
  // A hyphen at the end of a line it gives as U+0002, be it printed or not.
  const sorted = (text: string) =>
    [...squeezed(text)]
      .filter((char) => !'-\u0002'.includes(char))
      .sort()
      .join('');
  for (const [i, { runs, decoration }] of pdf.pages.entries()) {
    const read = other
      .page(i)
      .glyphs.map(({ char }) => char)
      .join('');
    const theirs = [...runs, ...decoration].map(({ text }) => text).join('');
    expect(sorted(read), `page ${i + 1}`).toBe(sorted(theirs));
  }
  other.close();
});

test.skipIf(which('qpdf') === undefined)('qpdf finds nothing amiss', () => {
  const { status, output } = run(['qpdf'], ['--check', FILE]);
  expect([status, output]).toEqual([0, expect.stringContaining('No syntax or stream encoding')]);
});
