/** The reader of PDF: habits of print that other chapters have. */
import { describe, expect, test } from 'vitest';
import { account } from '../../../../src/import/account.ts';
import { importFile } from '../../../../src/import/import.ts';
import { makePdf, type PageSpec, type Piece, widthOf } from './make-pdf.ts';
import { blocksOf, FULL, LEFT, notesOf, para, read, set, sheet } from './sheets.ts';

const filled = (rows: string[][], y: number, xs: number[]): Piece[] =>
  rows.flatMap((row, i) =>
    row.flatMap((text, j) => (text ? [{ text, x: xs[j] ?? 0, y: y + 18 * i, size: 12 }] : [])),
  );

describe('notes', () => {
  test('two marks side by side are two notes', async () => {
    const document = await read(
      makePdf([
        sheet({ body: para('甲{1}乙{23}丙'), notes: ['{1}某甲。', '{2}某乙。', '{3}某丙。'] }),
      ]),
    );
    expect(blocksOf(document)[0]).toMatch(/甲\[\^1\]乙\[\^2\]\[\^3\]丙。$/u);
  });

  test('a number that a note has is not divided', async () => {
    const notes = Array.from({ length: 12 }, (_, i) => `{${i + 1}}某${i + 1}。`);
    const marks = notes.map((_, i) => `甲{${i + 1}}`);
    const body = [...para(marks.slice(0, 6).join('')), ...para(marks.slice(6).join(''))];
    const document = await read(makePdf([sheet({ body, notes })]));
    expect(blocksOf(document)[1]).toMatch(/\[\^12\]。$/u);
  });

  test('smaller type at the foot of a page is a quotation where no note begins in it', async () => {
    const quoted = [1, 2].flatMap((n) =>
      set(`${n === 1 ? '所引' : '全文'}寫成小字兩行`, LEFT + 36, 660 + 16 * n, 10),
    );
    const page = sheet({ body: [...para('甲{1}'), ...para('乙')], notes: [] });
    const document = await read(
      makePdf([
        { ...page, pieces: [...page.pieces, ...quoted] },
        sheet({ body: para('丙{2}'), notes: ['{1}某甲。', '{2}某乙。'] }),
      ]),
    );
    expect(blocksOf(document)).toContain('quotation: 所引寫成小字兩行/全文寫成小字兩行');
    expect(account(document)).toEqual([]);
  });

  test('a note may end the page before its mark', async () => {
    const document = await read(
      makePdf([
        sheet({ body: para('甲{1}'), notes: ['{1}某甲。', '{2}某乙。'] }),
        sheet({ body: para('乙{2}丙{3}'), notes: ['{3}某丙。'] }),
      ]),
    );
    expect(blocksOf(document)[1]).toMatch(/乙\[\^2\]丙\[\^3\]。$/u);
  });

  test('signs go on doubled when their row is at its end', async () => {
    const signs = ['＊', '†', '‡', '§', '¶', '＊＊', '††'];
    const document = await read(
      makePdf([
        sheet({
          body: para(signs.map((s) => `甲{${s}}`).join('')),
          notes: signs.map((s, i) => `{${s}}某${i + 1}。`),
        }),
      ]),
    );
    expect(notesOf(document)).toEqual(signs.map((s, i) => `${s} 某${i + 1}。`));
    expect(blocksOf(document)[0]?.match(/甲\[/gu)).toHaveLength(7);
  });

  test('the last notes of pages count no pages', async () => {
    const pages = [1, 2, 3, 4].map((n) =>
      sheet({
        head: `港口　${n + 10}`,
        body: para(`${'春夏秋冬'[n - 1]}{${n}}`),
        notes: [`${n} 某人${'子丑寅卯'[n - 1]}，頁 ${n * 7}。`],
      }),
    );
    const document = await read(makePdf(pages));
    expect(notesOf(document)).toHaveLength(4);
    expect(document.furniture.map((f) => f.text)).toEqual(
      [11, 12, 13, 14].map((n) => `港口　${n}`),
    );
  });

  test('a mark that a line end parts is one', async () => {
    const room = Math.floor((widthOf(FULL) - widthOf('（註')) / 12);
    const document = await read(
      makePdf([
        sheet({
          body: [
            `${FULL.slice(0, room)}（註`,
            `1）又有文字${FULL.slice(0, 24)}`,
            '末行乙（註2）。',
          ],
          notes: ['（註1）某甲。', '（註2）某乙。'],
        }),
      ]),
    );
    expect(blocksOf(document)[0]).toContain(`${FULL.slice(0, room)}`);
    expect(blocksOf(document)[0]).toMatch(/\[\^1\]\/?又有文字/u);
    expect(document.notes.map((n) => n.mark)).toEqual(['（註1）', '（註2）']);
    expect(account(document)).toEqual([]);
  });

  test('a list at the end of the whole has a heading for each chapter', async () => {
    const list: Piece[] = [
      { text: '註釋', x: LEFT, y: 90, size: 18 },
      ...['第一章　甲', '1 某甲。', '2 某乙。', '第二章　乙', '1 某丙。'].map((text, i) => ({
        text,
        x: LEFT,
        y: 120 + 18 * i,
        size: 10,
      })),
    ];
    const chapter = (title: string): Piece => ({ text: title, x: LEFT, y: 60, size: 18 });
    const page = (title: string, text: string): PageSpec => {
      const { pieces } = sheet({ body: para(text) });
      return { pieces: [chapter(title), ...pieces] };
    };
    const document = await read(
      makePdf([page('第一章　甲', '子{1}丑{2}'), page('第二章　乙', '寅{1}'), { pieces: list }]),
    );
    expect(notesOf(document)).toEqual(['1 {2}某甲。', '2 某乙。', '1 某丙。']);
    expect(blocksOf(document).at(-1)).toMatch(/寅\[\^1-2\]。$/u);
    expect(document.furniture.map((f) => f.text)).toEqual(['註釋', '第一章　甲', '第二章　乙']);
  });
});

describe('tables', () => {
  const rows = [
    ['年份', '性別', '人數'],
    ['1871', '男', '906'],
    ['', '女', '500'],
    ['1878', '男', '689'],
    ['', '女', '137'],
  ];
  const caption = { text: '表 2-1　歷年工數', x: 240, y: 250, size: 12 };
  const page = (strokes: PageSpec['strokes'] = []): PageSpec => {
    const { pieces } = sheet({ body: para('甲') });
    return { pieces: [...pieces, caption, ...filled(rows, 280, [90, 240, 390])], strokes };
  };

  test('a cell over two rows makes them no one row', async () => {
    const document = await read(makePdf([page()]));
    expect(blocksOf(document).at(-1)).toBe(
      'table: 表 2-1　歷年工數 ⏎ 年份 | 性別 | 人數 ⏎ 1871 | 男 | 906 ⏎  | 女 | 500 ⏎ 1878 | 男 | 689 ⏎  | 女 | 137 ⏎ ',
    );
  });

  test('a grid may be open at its sides', async () => {
    const across = [264, 284, 302, 320, 338, 356].map((y) => ({
      from: [85, y] as [number, number],
      to: [505, y] as [number, number],
    }));
    const down = [200, 350].map((x) => ({
      from: [x, 264] as [number, number],
      to: [x, 356] as [number, number],
    }));
    const document = await read(makePdf([page([...across, ...down])]));
    expect(blocksOf(document).at(-1)).toContain('1871 | 男 | 906 ⏎  | 女 | 500');
  });
});

test('headings without numbers are ranked by their size', async () => {
  const head = (text: string, y: number, size: number): Piece => ({ text, x: LEFT, y, size });
  const { pieces } = sheet({ body: [] });
  const body = (text: string, y: number) => set(`${text}${FULL.slice(0, 33)}`, LEFT, y);
  const { files } = await importFile(
    makePdf([
      {
        pieces: [
          ...pieces,
          head('港口與稅關', 60, 22),
          ...body('甲', 100),
          ...body('乙', 120),
          head('稅關的設立', 170, 17),
          ...body('丙', 200),
          ...body('丁', 220),
          head('商人的對策', 270, 14),
          ...body('戊', 300),
          ...body('己', 320),
        ],
      },
    ]),
    'a.pdf',
  );
  expect(files.get('sections/1.md')?.match(/^#+ .*(?= \{#)/gmu)).toEqual([
    '# {pb 1}港口與稅關',
    '## 稅關的設立',
    '### 商人的對策',
  ]);
});
