/** The reader of PDF: what the geometry of a print says, on pages made for it, and on the files given. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { account } from '../../../../src/import/account.ts';
import { replacements } from '../../../../src/import/readers/characters.ts';
import { INTAKE } from '../intake/shared.ts';
import { makePdf, type PageSpec } from './make-pdf.ts';
import { blocksOf, ending, FULL, LEFT, notesOf, para, read, set, sheet } from './sheets.ts';

describe('notes and their marks', () => {
  test.each([
    ['small raised digits', (n: number) => `{${n}}`, (n: number) => `{${n}}`, true],
    ['a star and a digit', (n: number) => `{*${n}}`, (n: number) => `{*${n}}`, true],
    [
      'a raised mark, and a note with a stop',
      (n: number) => `{${n}}`,
      (n: number) => `${n}. `,
      true,
    ],
    ['brackets on the line', (n: number) => `{[${n}]}`, (n: number) => `[${n}] `, false],
    ['circles', (n: number) => `{${'①②③④'[n - 1]}}`, (n: number) => `${'①②③④'[n - 1]}`, true],
    ['註 and a number', (n: number) => `{（註${n}）}`, (n: number) => `註${n}：`, false],
  ])('%s', async (_, mark, label, raised) => {
    const document = await read(
      makePdf([
        sheet(
          {
            body: [...para(`甲${mark(1)}乙`), ...para(`丙${mark(2)}`)],
            notes: [`${label(1)}某甲，頁 3。`, `${label(2)}某乙，1998 年。`],
          },
          raised,
        ),
        sheet({ body: para(`丁${mark(3)}戊`), notes: [`${label(3)}某丙。`] }, raised),
      ]),
    );
    expect(blocksOf(document).map((b) => b.slice(-16))).toEqual([
      expect.stringMatching(/甲\[\^1\]乙。$/u),
      expect.stringMatching(/丙\[\^2\]。$/u),
      expect.stringMatching(/丁\[\^3\]戊。$/u),
    ]);
    expect(notesOf(document).map((n) => n.replace(/^\S*?(?=某)/u, ''))).toEqual(
      expect.arrayContaining([expect.stringContaining('某甲，頁 3。')]),
    );
    expect(document.notes.map((n) => n.page)).toEqual([0, 0, 1]);
    expect(account(document)).toEqual([]);
  });

  test('numbers begin anew on each page, and a power is no mark', async () => {
    const document = await read(
      makePdf([
        sheet({ body: para('佔地 20 m{2}，甲{1}乙{2}'), notes: ['{1}某甲。', '{2}某乙。'] }),
        sheet({ body: para('丁{1}'), notes: ['{1}某丙。'] }),
      ]),
    );
    const text = blocksOf(document).join('');
    expect(text).toContain('m2，甲[^1]乙[^2]');
    expect(text).toContain('丁[^1-2]');
    expect(document.notes).toHaveLength(3);
  });

  test('a note runs over to the next page, and one is marked twice', async () => {
    const document = await read(
      makePdf([
        sheet({ body: para('甲{1}'), notes: ['{1}某書首段的文字寫滿一行'] }),
        sheet({ body: para('乙{2}丙{1}'), notes: ['其餘的文字在下一頁。', '{2}某乙。'] }),
      ]),
    );
    expect(notesOf(document)).toEqual([
      '1 某書首段的文字寫滿一行/其餘的文字在下一頁。',
      '2 某乙。',
    ]);
    expect(blocksOf(document).join('')).toContain('乙[^2]丙[^1]');
  });

  test('a list at the end, under its heading', async () => {
    const list: PageSpec = {
      pieces: [
        { text: '註釋', x: 280, y: 90, size: 15 },
        ...set('1. 某甲。', LEFT, 130, 9),
        ...set('2. 某乙的文字。', LEFT, 145, 9),
      ],
    };
    const document = await read(makePdf([sheet({ body: para('甲{1}乙{2}') }), list]));
    expect(document.notes.map(({ kind }) => kind)).toEqual(['end', 'end']);
    expect(document.furniture.map(({ kind }) => kind)).toContain('notes-heading');
    expect(blocksOf(document).join('')).toContain('甲[^1]乙[^2]');
  });

  test('a raised number without a note is asked', async () => {
    const document = await read(
      makePdf([sheet({ body: para('甲{1}乙{7}'), notes: ['{1}某甲。'] })]),
    );
    expect(document.questions.map(({ id }) => id)).toEqual([
      expect.stringMatching(/^mark:1:.*乙7$/u),
    ]);
  });
});

describe('furniture', () => {
  test('two running heads by turns, and numbers between dashes', async () => {
    const heads = ['某大學碩士論文', '第三章　港口與稅關'];
    const document = await read(
      makePdf(
        [0, 1, 2, 3].map((i) =>
          sheet({
            head: heads[i % 2] as string,
            body: para(`${'甲乙丙丁'[i]}頁`),
            number: `- ${57 + i} -`,
          }),
        ),
      ),
    );
    expect(document.pages.map(({ number }) => number)).toEqual(['57', '58', '59', '60']);
    expect(document.furniture).toHaveLength(8);
    expect(blocksOf(document)).toHaveLength(4);
  });

  test('head and number on one line', async () => {
    const document = await read(
      makePdf(
        [0, 1, 2].map((i) =>
          sheet({
            head: i % 2 ? `港口與稅關　${57 + i}` : `${57 + i}　港口與稅關`,
            body: para(`${'甲乙丙'[i]}頁`),
          }),
        ),
      ),
    );
    expect(document.pages.map(({ number }) => number)).toEqual(['57', '58', '59']);
    expect(document.furniture.map(({ kind }) => kind)).toEqual(Array(3).fill('running-head'));
  });
});

describe('blocks', () => {
  test('a paragraph goes on over a page, where the next one begins with an indent', async () => {
    const document = await read(
      makePdf([
        sheet({ body: [`　　${FULL.slice(0, 33)}`, FULL, FULL] }),
        sheet({ body: [FULL, '結束了。', ...para('另段')] }),
      ]),
    );
    expect(blocksOf(document)).toEqual([
      expect.stringMatching(/^paragraph: \{0\}.*\/\{1\}.*\/結束了。$/u),
      expect.stringMatching(/另段。$/u),
    ]);
  });

  test('headings by size, by weight and by label', async () => {
    const spec: PageSpec = {
      pieces: [
        { text: '第三章', x: 270, y: 80, size: 18 },
        { text: '港口與稅關', x: 250, y: 106, size: 18 },
        { text: '緒論', x: LEFT, y: 150, bold: true },
        ...sheet({ body: para('甲') }).pieces.map((p) => ({ ...p, y: p.y + 85 })),
        { text: '一、稅關的設立', x: LEFT, y: 255 },
        ...sheet({ body: para('乙') }).pieces.map((p) => ({ ...p, y: p.y + 190 })),
      ],
    };
    const document = await read(makePdf([spec]));
    expect(blocksOf(document).map((b) => b.replace(/.本文.*/u, '…'))).toEqual([
      'heading: {0}第三章/港口與稅關',
      'heading: 緒論',
      'paragraph: …',
      'heading: 一、稅關的設立',
      'paragraph: …',
    ]);
  });

  test('a quotation is set in on both sides', async () => {
    const quoted = FULL.slice(0, 29);
    const document = await read(
      makePdf([
        sheet({
          body: [
            ...para('甲'),
            `　　　${quoted}`,
            `　　　${quoted}`,
            '　　　到此為止。',
            ...para('乙'),
          ],
        }),
      ]),
    );
    expect(document.blocks.map(({ type }) => type)).toEqual([
      'paragraph',
      'quotation',
      'paragraph',
    ]);
  });

  test('a table by its rules, with caption, wrapped cell, mark and source', async () => {
    const row = (cells: string[], y: number) =>
      cells.flatMap((text, i) => set(text, LEFT + 10 + 130 * i, y));
    const across = (y: number) => ({
      from: [LEFT, y] as [number, number],
      to: [500, y] as [number, number],
    });
    const spec: PageSpec = {
      pieces: [
        ...(sheet({ body: para('甲') }).pieces ?? []),
        { text: '表 3-1　歷年人數', x: 230, y: 170 },
        ...row(['年份', '人數', '說明'], 200),
        ...row(['1901', '98', '關署落成'], 225),
        ...row(['1906', '152', '增設外班，並收容'], 250),
        ...row(['', '', '女工 26 人{1}'], 266),
        ...set('資料來源：年報。', LEFT, 300),
        ...set('{1}某甲。', LEFT, 700, 9),
      ],
      strokes: [across(182), across(207), across(274)],
    };
    const document = await read(makePdf([spec]));
    expect(blocksOf(document)[1]).toBe(
      'table: 表 3-1　歷年人數 ⏎ 年份 | 人數 | 說明 ⏎ 1901 | 98 | 關署落成 ⏎ 1906 | 152 | 增設外班，並收容/女工 26 人[^1] ⏎ 資料來源：年報。',
    );
  });
});

describe('characters as printed', () => {
  test('radicals, ellipses and what the file says is printed', async () => {
    const document = await read(
      makePdf([
        {
          pieces: [
            { text: '⼀⻑⋯年', x: LEFT, y: 90 },
            { text: 'AB', x: LEFT, y: 120, says: '甲乙。' },
          ],
        },
      ]),
    );
    expect(blocksOf(document).join('')).toMatch(/一長…年.*甲乙。/su);
    expect(document.changes.map(({ kind }) => kind).sort()).toEqual([
      'ellipsis',
      'radical',
      'radical',
    ]);
    expect(account(document)).toEqual([]);
  });

  test.each([
    ['Treaty Ports and inter\u2010', 'national trade', 'international trade', 0],
    ['Straaten-', 'Hofmann wrote', 'Straaten-Hofmann wrote', 0],
    ['see pp. 201-', '233 there', '201-233', 0],
    ['an unrepresenta-', 'tive word', 'unrepresentative', 1],
    ['http://a.example/one-', 'two/page.html', 'http://a.example/one-two/page.html', 1],
    ['http://a.example/one/', 'two/page.html', 'http://a.example/one/two/page.html', 0],
  ])('%s⏎%s', async (first, second, joined, asked) => {
    const document = await read(
      makePdf([
        {
          pieces: [
            { text: `${FULL}。`, x: LEFT, y: 70 },
            { text: `${FULL}。`, x: LEFT, y: 90 },
            { text: ending(first), x: LEFT, y: 110 },
            { text: second, x: LEFT, y: 130 },
          ],
        },
      ]),
    );
    expect(blocksOf(document).join('')).toContain(joined);
    expect(document.questions).toHaveLength(asked);
    for (const { place, readings } of document.questions) {
      expect(place).toMatchObject({ page: 1 });
      expect(readings[0]).not.toBe(readings[1]);
    }
    expect(account(document)).toEqual([]);
  });

  test('an answer in the settings decides', async () => {
    const pdf = makePdf([
      {
        pieces: [
          { text: ending('a co-'), x: LEFT, y: 90 },
          { text: 'operation', x: LEFT, y: 110 },
        ],
      },
    ]);
    const first = await read(pdf);
    const id = first.questions[0]?.id ?? '';
    const kept = await read(pdf, { [id]: 0 });
    expect(blocksOf(kept).join('')).toContain('co-operation');
    expect(kept.questions[0]).toMatchObject({ taken: 0, answered: true });
  });
});

test('a line that repeats the one above is not taken for its shadow', async () => {
  const document = await read(
    makePdf([{ pieces: [90, 110, 130].map((y) => ({ text: FULL.slice(0, 29), x: LEFT, y })) }]),
  );
  expect(document.units).toHaveLength(3);
});

describe('refuses with one line', () => {
  test.each([
    [
      'a locked file',
      makePdf([{ pieces: [{ text: '甲', x: 90, y: 90 }] }], true),
      /locked with a password/u,
    ],
    ['an empty file', new Uint8Array(), /empty/u],
    ['what is no PDF', new TextEncoder().encode('%PDF-1.7\nnothing'), /broken, or no PDF/u],
    [
      'a file cut short',
      makePdf([sheet({ body: para('甲') })]).slice(0, 900),
      /broken, or no PDF/u,
    ],
    ['scanned pages', makePdf(Array(4).fill({ picture: true })), /pictures without text/u],
    ['pages without text', makePdf([{}, {}]), /hold no text/u],
    ['more pages than a book', makePdf(Array(10_000).fill({})), /has 10000 pages/u],
  ])('%s', async (_, bytes, reason) => {
    const error = await read(bytes).then(
      () => undefined,
      (e: unknown) => e as Error & { hint: string },
    );
    expect(error?.message).toMatch(reason);
    expect(error?.message).not.toContain('\n');
    expect(error?.hint).toMatch(/\S/u);
  });
});

const GIVEN = existsSync(INTAKE) ? readdirSync(INTAKE).filter((n) => n.endsWith('.pdf')) : [];

/** Characters without white space, as they are to be read, in no order. */
const sorted = (text: string): string => {
  // PDFium takes ligatures apart.
  let read = text
    .normalize('NFC')
    .replace(/\s+/gu, '')
    .replace(/[\uFB00-\uFB06]/gu, (c) => c.normalize('NFKC'));
  for (const { at, from, to } of replacements(read, 'extracted').reverse())
    read = read.slice(0, at) + to + read.slice(at + from.length);
  return [...read].sort().join('');
};

describe.skipIf(GIVEN.length === 0)('the files given', () => {
  test.each(GIVEN)('%s: pdf.js reads the same characters on every page', async (name) => {
    const bytes = readFileSync(join(INTAKE, name));
    const document = await read(bytes);
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
    const other = await task.promise;
    expect(document.pages).toHaveLength(other.numPages);
    for (let page = 1; page <= other.numPages; page += 1) {
      const { items } = await (await other.getPage(page)).getTextContent();
      const theirs = items.map((item) => ('str' in item ? item.str : '')).join('');
      const ours = document.units
        .filter(({ place }) => 'page' in place && place.page === page)
        .map(({ text }) => text)
        .join('');
      expect(sorted(ours), `page ${page}`).toBe(sorted(theirs));
    }
    await task.destroy();
  });

  test.each(GIVEN)('%s: all is accounted for, and nothing but hyphens is asked', async (name) => {
    const document = await read(readFileSync(join(INTAKE, name)));
    expect(account(document)).toEqual([]);
    expect(document.notes).toHaveLength(24);
    expect(document.questions.filter(({ about }) => about !== 'hyphen')).toEqual([]);
    expect(document.pages.every(({ number }) => number !== undefined)).toBe(true);
  });
});

test('a page is drawn for a question about it', async () => {
  const { openPdf } = await import('../../../../src/import/readers/pdf/library.ts');
  const pdf = await openPdf(
    makePdf([{ strokes: [{ from: [0, 421], to: [595, 421] }] }, { pieces: [] }]),
  );
  const dark = (data: Uint8Array) => data.filter((v, i) => i % 4 === 0 && v < 200).length;
  const { width, height, data } = pdf.picture(0, 1);
  expect({ width, height, bytes: data.length }).toEqual({
    width: 595,
    height: 842,
    bytes: 595 * 842 * 4,
  });
  expect(dark(data)).toBeGreaterThan(500);
  expect(dark(pdf.picture(1, 1).data)).toBe(0);
  pdf.close();
});
