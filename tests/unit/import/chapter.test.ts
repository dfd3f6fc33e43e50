/** The real chapter: what is counted in it independently, and the places that mislead. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Imported, importText } from '../../../src/import/import.ts';
import {
  BYTES,
  contentPath,
  LAYOUT,
  LINES,
  SETTINGS,
  sourceMarks,
  sourceNotes,
  TEXT,
} from './source.ts';

let imported: Imported;
const file = (path: string): string => imported.files.get(path) ?? '';
const sections = () => [1, 2, 3, 4, 5].map((n) => file(`sections/${n}.md`));
const note = (n: number) => file(`footnotes/${String(n).padStart(3, '0')}.md`);
/** The lines of a section's table, without the line that parts its head. */
const rows = (section: string, columns: number) =>
  section
    .split('\n')
    .filter((l) => l.startsWith('| ') && !l.startsWith('| - |'))
    .map((l) => l.split(/(?<!\\)\|/u).slice(1, -1))
    .filter((cells) => cells.length === columns)
    .map((cells) => cells.map((cell) => cell.trim()));

beforeAll(() => {
  imported = importText(BYTES, 'chapter-3.txt', SETTINGS, () => '');
});

describe('the counts', () => {
  const HEADINGS = [
    /^ ?第.章 /u,
    /^ ?第.節 /u,
    /^ ?[一二三四五六七八九十]、 .* $/u,
    /^ ?（[一二三四五六七八九十]） .* $/u,
    /^ ?\d\. .* $/u,
  ];
  const headings = LINES.filter((line) => HEADINGS.some((h) => h.test(line)));

  test('the source itself has 38 headings, 5 of them sections, and 116 notes and marks', () => {
    expect(headings).toHaveLength(38);
    expect(headings.filter((line) => /第.節/u.test(line))).toHaveLength(5);
    expect(sourceNotes().map((n) => n.number)).toEqual(
      Array.from({ length: 116 }, (_, i) => i + 1),
    );
    expect(sourceMarks().map((m) => m.number)).toEqual(
      Array.from({ length: 116 }, (_, i) => i + 1),
    );
  });

  test('the summary says what is in the source', () => {
    expect(imported.summary).toMatchObject({
      sections: 5,
      headings: headings.length,
      tables: 2,
      notes: 116,
      marks: 116,
      firstPage: 42,
      lastPage: 83,
      characters: TEXT.replace(/\s+/gu, '').length,
      repairedUrls: 20,
    });
  });

  test('each mark stands in the source where the content has it', () => {
    for (const { number, line, column } of sourceMarks())
      expect(LINES[line - 1]?.slice(column), `mark ${number}`).toMatch(
        new RegExp(`^${number}`, 'u'),
      );
  });

  test('each heading and each note becomes one, in order', () => {
    const written =
      sections()
        .join('\n')
        .match(/^#+ .*$/gmu) ?? [];
    const plain = (text: string) =>
      text.replace(/^#+ |\{(?:#|pb )[^}]*\}|\\/gu, '').replace(/\s+/gu, '');
    expect(written.map(plain)).toEqual(headings.map((h) => h.replace(/\s+/gu, '')));
    for (const { number, page } of sourceNotes())
      expect(note(number)).toMatch(new RegExp(`^---\\nnumber: ${number}\\npage: ${page}\\n`, 'u'));
    expect(imported.files.size).toBe(1 + 5 + 116);
  });

  test('each page from 42 to 83 begins once', () => {
    const breaks =
      sections()
        .join('')
        .match(/\{pb \d+\}/gu) ?? [];
    expect(breaks).toEqual(Array.from({ length: 42 }, (_, i) => `{pb ${42 + i}}`));
    expect(LAYOUT.at(-1)?.page).toBe(83);
  });

  test('the tables have 12 and 5 rows', () => {
    expect(rows(file('sections/1.md'), 2)).toHaveLength(1 + 12);
    expect(rows(file('sections/4.md'), 3)).toHaveLength(1 + 5);
  });
});

describe('places that mislead', () => {
  test.each([
    ['mark 26 is glued to the year 1969', 2, '由地主國派遣。[^26]1969 年 7 月'],
    ['mark 49 is glued to the year 1977', 2, '表示很大疑慮。[^49]1977 年 10 月'],
    ['mark 77 is glued to the year 2003', 4, '「大浦洞」的噴射實驗，[^77]2003 年 2 月 24 日'],
    ['mark 4 stands before a year that a space parts from it', 1, '的軍事援助。[^4]1947 年 5 月'],
    ['no mark stands before the year 1983', 1, '以斧頭謀殺，1983 年北韓策動'],
    ['mark 85 follows a space and stands at its sentence', 4, '推波助瀾。[^85] {#s4-1-3-p4}'],
    ['mark 8 stands on the caption', 1, '表 3-1　1950 年韓戰啟動時間表[^8] {#table-3-1}'],
    ['mark 11 stands at the start of a line', 1, '修改「駐軍地位協定」，[^11]使南韓政府'],
    ['mark 12 stands alone on its line', 1, '中加列環保條款。[^12] {#s1-3-p3}'],
    ['mark 46 stands at the end of a line', 2, '之規模與部署。[^46]由此可見'],
    ['the first page begins with the chapter', 1, '# {pb 42}第三章　駐韓美軍與朝鮮半島安全 {#ch3}'],
    ['the running head is no text', 1, '統一朝鮮半島的成功機{pb 44}率大增'],
    ['a page may begin with a section', 2, '## {pb 50}第二節　冷戰時期駐韓美軍之調整 {#s2}'],
    [
      'a paragraph that begins with a space is no page',
      3,
      '\n\n另外一個比較次要的影響，則是美韓經濟關係緊張',
    ],
    ['page 45 begins with the row 05.13', 1, '\n| {pb 45}05.13 | 金日成訪問北京，'],
    [
      'a row’s date may wrap',
      1,
      '\n| 06.25 凌晨 4 時 | 北韓突然對南韓發動大規模進攻，韓戰爆發。 |',
    ],
    ['an empty cell stays empty', 4, '| 2000.02 | 1 名美軍(麥卡錫)被指控謀殺 1 名韓國婦女。 | |'],
    ['so does one at the table’s end', 4, '充當駐韓美軍之性奴隸。 | |\n\n資料來源：新華社'],
    ['the author’s slips stay as printed', 1, '「援助希、土法案」。l947 年至 1950 年'],
    ['a table of another chapter is no link', 4, '犯眾事件(如表 4-1)，'],
    ['a table of this one is', 1, '(如[表 3-1](#table-3-1))'],
  ])('%s', (_, section, text) => {
    expect(file(`sections/${section}.md`).split(text)).toHaveLength(2);
  });

  test.each([
    [66, 63, '北韓政府在平壤宣佈成立，{pb 64}9 月 10 日，'],
    [76, 67, 'n435943/n435944/{pb 68}n436010/15544.html]('],
  ])('note %i runs over to the page after %i', (number, page, text) => {
    expect(note(number)).toContain(`page: ${page}\n`);
    expect(note(number)).toContain(text);
  });

  test('only those two notes hold a page break', () => {
    const broken = [...imported.files].filter(
      ([path, text]) => path.startsWith('footnotes/') && text.includes('{pb'),
    );
    expect(broken.map(([path]) => path)).toEqual(['footnotes/066.md', 'footnotes/076.md']);
  });

  test('set-in paragraphs become one quotation', () => {
    const quoted = file('sections/3.md').match(/^> .+$/gmu) ?? [];
    expect(quoted.map((line) => line.slice(2, 5))).toEqual([
      '1\\.',
      '2\\.',
      '3\\.',
      '4\\.',
      '5\\.',
    ]);
  });

  test('no compatibility ideograph is left', () => {
    for (const [path, text] of imported.files) expect(text, path).not.toMatch(/[\uF900-\uFAFF]/u);
  });
});

test('what is imported is what content/ holds', () => {
  const body = (text: string) => text.replace(/^---\n[\s\S]*?\n---\n/u, '');
  for (const [path, text] of imported.files) {
    if (!path.endsWith('.md')) continue;
    expect(body(readFileSync(contentPath(path), 'utf8')), path).toBe(body(text));
  }
});
