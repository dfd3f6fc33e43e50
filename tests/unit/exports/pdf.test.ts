/** The book that becomes chapter.pdf: every word as it is, however it is written; and typefaces for all of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bookOf } from '../../../src/exports/pdf/book.ts';
import { formulaOf } from '../../../src/exports/pdf/math.ts';
import { NotSet, TYPEFACES, typeset } from '../../../src/exports/pdf/typeset.ts';
import { lacking } from '../../../src/integrations/ming/subset.ts';
import type { Chapter } from '../../../src/model/chapter/chapter.ts';
import { inlinesOf, textOf } from '../../../src/model/text/document.ts';
import { readText, squeezed, taggedPdf, tagsOf } from '../../dist/tagged-pdf.ts';
import { chapterOf, NOWHERE } from './chapter.ts';

const set = async (chapter: Chapter) => taggedPdf(await typeset(bookOf(chapter, NOWHERE)));
const printed = ({ sections }: Chapter): string =>
  squeezed(sections.flatMap(({ blocks }) => blocks.map((b) => textOf(inlinesOf(b)))).join(''));

/** The text and notes of the pages that are numbered. */
async function readBack(chapter: Chapter) {
  const { pages } = await set(chapter);
  const read = pages.filter(({ label }) => label !== '').map(readText);
  return {
    text: read.map(({ text }) => text).join(''),
    marks: read.flatMap(({ marks }) => marks),
    notes: read.flatMap(({ notes }) => notes),
  };
}

test('what would be markup for Typst is printed as it is', async () => {
  const hostile = String.raw`#read("/etc/hosts") \#let x = 1 \$a\$ \*甲\* \_乙\_ \`丙\` \<s1> \@s1 \\u{41} // 丁 /\* 戊 \*/ ] } ) " ~ --- ...`;
  const chapter = chapterOf({
    body: `${hostile}[^1] {#s1-p1}\n`,
    notes: [{ text: hostile }],
  });
  const { text, notes } = await readBack(chapter);
  expect(text).toBe(printed(chapter));
  expect(text).toContain('#read("/etc/hosts")');
  expect(notes).toEqual([`1${squeezed(textOf(chapter.notes[0]?.inlines ?? []))}`]);
});

test('notes are marked in headings, tables and captions, by marks that are no count, and twice', async () => {
  const chapter = chapterOf({
    body: [
      '### 一、標題[^1] {#s1-1}',
      '甲[^2]乙[^2]。 {#s1-1-p1}',
      '見[表 1](#table-1)與[甲](https://a.example/?x=1&y=2)。 {#s1-1-p2}',
      '表 1[^3] {#table-1}',
      '| 年[^4] | 事 |\n| --- | --- |\n| 一 | 二[^5] |',
      '來源[^6] {#table-1-source}',
    ].join('\n\n'),
    notes: ['一', '二', '三', '四', '五', '六'].map((text) => ({ text })),
  });
  const marks = ['①', '[2]', '*', '†', '12a', '[十三]'];
  for (const [i, note] of chapter.notes.entries()) note.mark = marks[i] ?? '';
  const read = await readBack(chapter);
  expect(read.text.replace('[2]', '')).toBe(printed(chapter));
  expect(read.marks).toEqual(marks);
  expect(read.notes).toEqual(['①一', '[2]二', '*三', '†四', '12a五', '[十三]六']);
});

test('formulas are set, and say for those who cannot see them what they are', async () => {
  const source = String.raw`\frac{a^2}{\sqrt[3]{b_1}} + \sum_{i=1}^n \binom{n}{k} \times \mathbb{R} \le \left( \begin{matrix} 1 & 2 \\ 3 & 4 \end{matrix} \right) \hat{x} \text{甲}`;
  const { pages } = await set(chapterOf({ body: `甲 $${source}$ 乙。 {#s1-p1}\n` }));
  const formulas = pages.flatMap(({ tree }) =>
    tagsOf(tree).filter(({ role }) => role === 'Formula'),
  );
  expect(formulas.map(({ alt }) => alt)).toEqual([source]);
  expect(JSON.stringify(formulaOf(String.raw`\binom{n}{k}`))).toContain('"bare":true');
});

test('a character without a glyph is named, and no half of a book is made', async () => {
  const body = '甲\u{13000}乙。 {#s1-p1}\n';
  await expect(typeset(bookOf(chapterOf({ body }), NOWHERE))).rejects.toThrow(NotSet);
  await expect(typeset(bookOf(chapterOf({ body }), NOWHERE))).rejects.toThrow(/\u{13000}/u);
});

test('a break between printed pages stands behind the first character after it', () => {
  const { blocks } = bookOf(chapterOf({ body: '甲{pb 8}乙丙。 {#s1-p1}\n' }), NOWHERE);
  expect(blocks.at(-1)).toMatchObject({
    runs: [
      { type: 'text', value: '甲' },
      { type: 'text', value: '乙' },
      { type: 'pageBreak', page: 8, starts: false, first: '乙' },
      { type: 'text', value: '丙。' },
    ],
  });
});

/** Line breaks and the like are no characters of a typeface. */
const isSet = (char: string): boolean => !/[\p{C}\p{Z}]/u.test(char);

describe.each(['content', 'tests/texts/printing'])('of %s', (folder) => {
  const text = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!README)\.(?:md|yaml)$/u.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('');
  const characters = [...new Set(text)].filter(isSet).join('');

  test.each(['regular', 'bold'] as const)(
    'every character has a glyph in the %s typefaces',
    (weight) => {
      const left = TYPEFACES[weight].reduce(
        (rest, file) => lacking(readFileSync(file), rest),
        characters,
      );
      expect(left).toBe('');
    },
  );
});
