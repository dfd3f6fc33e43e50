/** The proof on small texts: what the stream holds, and what a difference says. */
import { describe, expect, test } from 'vitest';
import {
  compare,
  contentStream,
  type Printed,
  placeOf,
  sourceStream,
} from '../../../src/import/proof.ts';
import { CONTENT } from './content.ts';
import { TEXT } from './source.ts';

const SOURCE = [
  ' 第一章  題目 ',
  '',
  '第一節  起 ',
  '',
  '甲乙，1丙丁',
  ' '.repeat(50),
  '1 註一。 ',
  '書名',
  '',
  ' 8',
  '',
  '戊己。2 ',
  '',
  '表 1-1  題 ',
  '日期 事 ',
  '01 庚 ',
  '資料來源：辛 ',
  ' '.repeat(50),
  '2 註二，',
  ' 壬。 ',
  ' '.repeat(100),
  '續。 ',
].join('\n');

const PRINTED: Printed = {
  sections: [
    {
      body: [
        '# {pb 7}第一章　題目 {#ch1}',
        '## 第一節　起 {#s1}',
        '甲乙，[^1]丙丁{pb 8}戊己。[^2] {#s1-p1}',
        '表 1-1　題 {#table-1-1}',
        '| 日期 | 事 |\n| - | - |\n| 01 | 庚 |',
        '資料來源：辛 {#table-1-1-source}',
        '{pb 9}壬。 {#s1-p2}',
      ].join('\n\n'),
    },
  ],
  notes: [
    { number: 1, page: 7, body: '註一。\n' },
    { number: 2, page: 8, body: '註二，{pb 9}續。\n' },
  ],
  furniture: [{ page: 8, text: '書名 8' }],
};

const withBody = (change: (body: string) => string): Printed => ({
  ...PRINTED,
  sections: PRINTED.sections.map(({ body }) => ({ body: change(body) })),
});
const difference = (printed: Printed, source = SOURCE) => compare(source, contentStream(printed));

describe('placeOf', () => {
  const named: Printed = {
    sections: PRINTED.sections.map((s) => ({ ...s, file: 'sections/1.md', bodyLine: 6 })),
    notes: PRINTED.notes.map((n) => ({ ...n, file: `footnotes/00${n.number}.md`, bodyLine: 5 })),
    furniture: PRINTED.furniture,
  };
  const changed = (from: string, to: string) => {
    const change = <T extends { body: string }>(entry: T): T => ({
      ...entry,
      body: entry.body.replace(from, to),
    });
    const printed = {
      ...named,
      sections: named.sections.map(change),
      notes: named.notes.map(change),
    };
    const at = compare(SOURCE, contentStream(printed))?.at ?? -1;
    return placeOf(printed, at);
  };

  test.each([
    ['a character of the text', '丙丁', '丙了', 'sections/1.md', 10],
    ['a cell of a table', '庚', '更', 'sections/1.md', 16],
    ['a note', '註一', '註壹', 'footnotes/001.md', 5],
    ['a note over two pages', '續', '繼', 'footnotes/002.md', 5],
  ])('names the file and the line that were changed: %s', (_, from, to, file, line) => {
    expect(changed(from, to)).toEqual({ file, line });
  });
});

describe('compare', () => {
  test('finds no difference where there is none', () => {
    expect(difference(PRINTED)).toBeUndefined();
    expect(difference(CONTENT, TEXT)).toBeUndefined();
  });

  test('does not care where sections are divided, nor about white space', () => {
    const [body = ''] = PRINTED.sections.map((s) => s.body);
    const blocks = body.split('\n\n');
    const divided = { ...PRINTED, sections: blocks.map((block) => ({ body: block })) };
    expect(difference(divided)).toBeUndefined();
    expect(difference(withBody((b) => b.replace('甲乙', '甲 乙')))).toBeUndefined();
    expect(difference(PRINTED, SOURCE.replace('甲乙', '甲　乙 \n\n'))).toBeUndefined();
  });

  test('says where a difference is, and what stands there', () => {
    expect(difference(withBody((b) => b.replace('丙丁', '丙')))).toEqual({
      at: 14,
      expected: '章題目第一節起甲乙，1丙▸丁1註一。書名8戊己。2',
      found: '章題目第一節起甲乙，1丙▸1註一。書名8戊己。2表',
      sourceLine: 5,
    });
  });

  test.each<[string, (body: string) => string, number]>([
    ['a heading', (b) => b.replace('第一節', '第二節'), 3],
    ['a mark', (b) => b.replace('[^1]', ''), 5],
    ['a mark moved', (b) => b.replace('，[^1]', '[^1]，'), 5],
    ['a mark in another’s place', (b) => b.replace('[^1]', '[^2]'), 5],
    ['a caption', (b) => b.replace('　題 {#t', '　題題 {#t'), 15],
    ['a cell', (b) => b.replace('| 庚 |', '| |'), 16],
    ['a row', (b) => b.replace('\n| 01 | 庚 |', ''), 16],
    ['a source line', (b) => b.replace('：辛', '：'), 17],
    ['a page break moved back', (b) => b.replace('丁{pb 8}', '{pb 8}丁'), 5],
    ['a page break moved on', (b) => b.replace('{pb 8}戊', '戊{pb 8}'), 7],
    ['a page break lost', (b) => b.replace('{pb 8}', ''), 7],
  ])('finds the loss or the change of %s', (_, change, line) => {
    expect(Math.abs((difference(withBody(change))?.sourceLine ?? -9) - line)).toBeLessThanOrEqual(
      1,
    );
  });

  test('finds text after the end, on either side', () => {
    expect(difference(PRINTED, `${SOURCE}多`)?.expected).toMatch(/▸多$/u);
    expect(difference(PRINTED, SOURCE.replace('續。 ', '續'))?.found).toMatch(/▸。$/u);
  });
});

describe('page breaks where no note stands between the pages', () => {
  const source = [
    ' 第一章  題 ',
    '',
    '第一節  起 ',
    '',
    '甲乙丙丁',
    '',
    ' 戊己庚 ',
    '',
    ' 辛壬 ',
  ].join('\n');
  const printed = (text: string): Printed => ({
    sections: [{ body: `# {pb 1}第一章　題 {#ch1}\n\n## 第一節　起 {#s1}\n\n${text}\n` }],
    notes: [],
    furniture: [],
  });
  const at = (text: string) => compare(source, contentStream(printed(text)));

  test('are proved by the source’s lines that begin with a space', () => {
    expect(at('甲乙丙丁{pb 2}戊己庚\n\n{pb 3}辛壬')).toBeUndefined();
  });

  test('may be none where a paragraph begins with a space', () => {
    expect(at('甲乙丙丁{pb 2}戊己庚\n\n辛壬')).toBeUndefined();
  });

  test.each([
    ['moved back', '甲乙丙{pb 2}丁戊己庚\n\n{pb 3}辛壬', 5],
    ['moved on', '甲乙丙丁戊{pb 2}己庚\n\n{pb 3}辛壬', 7],
    ['lost', '甲乙丙丁戊己庚\n\n{pb 3}辛壬', 7],
    ['one too many', '甲乙{pb 2}丙丁{pb 3}戊己庚\n\n{pb 4}辛壬', 5],
  ])('are found when %s', (_, text, line) => {
    const found = at(text);
    expect(found?.sourceLine).toBe(line);
    expect(`${found?.expected} ${found?.found}`).toContain('▸{pb}');
  });
});

test('sourceStream is the text in NFC without white space', () => {
  expect(sourceStream(' \uF963 韓\u3000e\u0301\t\n\n1 ')).toBe('北韓é1');
});
