/** The reader of extracted text: no dialect is taken for granted. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { account } from '../../../../src/import/account.ts';
import { readText } from '../../../../src/import/readers/text.ts';
import type { SourceDocument } from '../../../../src/import/readers/types.ts';
import { readSettings } from '../../../../src/import/settings.ts';
import { INTAKE } from '../intake/shared.ts';
import { notesOf, shown } from './shown.ts';

const read = (text: string, answers = {}) =>
  readText(new TextEncoder().encode(text), { settings: readSettings(''), answers });

const textOf = (document: SourceDocument): string[] =>
  document.blocks.map((b) => ('inlines' in b ? shown(b.inlines) : b.type));

const FULL = '本文寫滿一行共有三十五個字所以每一行都寫到右邊的邊緣為止沒有例外';

/** A text of two pages, whose marks and notes are printed in some way. */
function paged(mark: (n: number) => string, notes: (own: [number, string][]) => string): string {
  const page = (words: string, number: number, own: [number, string][]) =>
    [
      '港口與稅關之研究',
      `${words}${FULL.slice(2)}`,
      FULL,
      `結束於此。${mark(own[0]?.[0] ?? 0)}又有${mark(own[1]?.[0] ?? 0)}。`,
      notes(own),
      String(number),
    ].join('\n');
  return [
    page('甲是', 57, [
      [1, '某甲，《某書》，頁 3。'],
      [2, '同上註。'],
    ]),
    page('乙是', 58, [
      [3, '某乙，《另一書》。'],
      [4, 'Ibid., p. 219.'],
    ]),
  ].join('\n\f');
}

const bare = (n: number) => String(n);
const RAISED = '⁰¹²³⁴';

describe('marks and notes', () => {
  test.each<[string, (n: number) => string, (own: [number, string][]) => string]>([
    ['glued', bare, (own) => own.map(([n, t]) => `${n}${t}`).join('\n')],
    ['after a space', bare, (own) => own.map(([n, t]) => `${n} ${t}`).join('\n')],
    [
      'on a line of its own before the note',
      bare,
      (own) => own.map(([n, t]) => `${n}\n${t}`).join('\n'),
    ],
    ['parted by empty lines', bare, (own) => own.map(([n, t]) => `\n${n}\n\n${t}`).join('\n')],
    ['after the note', bare, (own) => own.map(([n, t]) => `${t}\n${n}\n`).join('\n')],
    [
      'all after all notes',
      bare,
      (own) => `${own.map(([, t]) => t).join('\n')}\n${own.map(([n]) => n).join('\n')}`,
    ],
    ['with a stop', bare, (own) => own.map(([n, t]) => `${n}. ${t}`).join('\n')],
    ['raised digits', (n) => RAISED[n] ?? '', (own) => own.map(([n, t]) => `${n} ${t}`).join('\n')],
    ['brackets', (n) => `[${n}]`, (own) => own.map(([n, t]) => `[${n}] ${t}`).join('\n')],
    [
      'circles',
      (n) => '①②③④'[n - 1] ?? '',
      (own) => own.map(([n, t]) => `${'①②③④'[n - 1]}${t}`).join('\n'),
    ],
    [
      '註 and a number',
      (n) => `（註${n}）`,
      (own) => own.map(([n, t]) => `註${n}：${t}`).join('\n'),
    ],
  ])('%s', (_, mark, notes) => {
    const document = read(paged(mark, notes));
    expect(textOf(document).map((t) => t.slice(-20))).toEqual(
      ['結束於此。[^1]又有[^2]。', '結束於此。[^3]又有[^4]。'].map((t) =>
        expect.stringContaining(t),
      ),
    );
    expect(notesOf(document).map((n) => n.replace(/^\S+ /u, ''))).toEqual([
      '某甲，《某書》，頁 3。',
      '同上註。',
      '某乙，《另一書》。',
      'Ibid., p. 219.',
    ]);
    expect(document.pages.map(({ number }) => number)).toEqual(['57', '58']);
    expect(document.furniture).toHaveLength(4);
    expect(account(document)).toEqual([]);
  });

  test('circles that begin anew on each page', () => {
    const again = (n: number) => '①②'[(n - 1) % 2] ?? '';
    const document = read(
      paged(again, (own) => own.map(([n, t]) => `${again(n)} ${t}`).join('\n')),
    );
    expect(document.notes.map(({ mark }) => mark)).toEqual(['①', '②', '①', '②']);
    expect(textOf(document).at(-1)).toContain('[^1-2]又有[^2-2]');
  });

  test('a list at the end, with a heading or without', () => {
    for (const heading of ['註釋\n', '']) {
      const text = `${FULL}\n結束。1又有2三3。\n${heading}1. 某甲。\n2. 某乙。\n3. 某丙。\n`;
      const document = read(text);
      expect(textOf(document).join('')).toContain('結束。[^1]又有[^2]三[^3]。');
      expect(document.notes.map(({ kind }) => kind)).toEqual(['end', 'end', 'end']);
    }
  });

  test('figures of the text are no marks', () => {
    const document = read(
      paged(bare, (own) => own.map(([n, t]) => `${n}${t}`).join('\n')).replace(
        '甲是',
        '佔 2 成，1903 年',
      ),
    );
    expect(document.notes).toHaveLength(4);
    expect(textOf(document)[0]).toContain('佔 2 成，1903 年');
  });
});

describe('pages', () => {
  test('without form feeds they are parted by running heads and numbers', () => {
    const text = paged(bare, (own) => own.map(([n, t]) => `${n}${t}`).join('\n')).replaceAll(
      '\f',
      '',
    );
    const document = read(text);
    expect(document.pages.map(({ number }) => number)).toEqual(['57', '58']);
    expect(document.notes).toHaveLength(4);
  });
});

describe('blocks', () => {
  test('radicals and vertical forms that stand for characters hide no heading, note or mark', () => {
    const document = read(
      ['第⼀章　甲⽉', `${FULL}。︵註1︶`, FULL, '註釋', '︵註1︶某⽂，⾴ 3‒4。'].join('\n'),
    );
    expect(document.blocks.map(({ type }) => type)).toEqual(['heading', 'paragraph']);
    expect(textOf(document)).toEqual(['第一章　甲月', `${FULL}。[^1]${FULL}`]);
    expect(notesOf(document)).toEqual(['（註1） 某文，頁 3–4。']);
    expect(account(document)).toEqual([]);
    expect(new Set(document.changes.map(({ kind }) => kind))).toEqual(
      new Set(['radical', 'vertical-form', 'dash']),
    );
  });

  test('empty lines, indents and short lines part paragraphs; a title follows its label', () => {
    const document = read(
      [
        '第三章',
        '',
        '港口稅關',
        '',
        '第一節 稅關的設立',
        FULL,
        '短的一行。',
        `另段${FULL.slice(2)}`,
        '完。',
      ].join('\n'),
    );
    expect(document.blocks.map(({ type }) => type)).toEqual([
      'heading',
      'heading',
      'paragraph',
      'paragraph',
    ]);
    expect(textOf(document)[0]).toBe('第三章港口稅關');
  });

  test('a table is shown by its columns, and asked', () => {
    const rows = [
      '表 3-1　歷年人數',
      '年份     人數    說明',
      '1901     98      落成',
      '1906     152     增設',
      '資料來源：年報。',
    ];
    const document = read([FULL, '如下。', ...rows, FULL, '完。'].join('\n'));
    const table = document.blocks.find((b) => b.type === 'table');
    expect(table?.rows.map((r) => r.map((c) => shown(c.paragraphs.flat())))).toEqual([
      ['1901', '98', '落成'],
      ['1906', '152', '增設'],
    ]);
    const { id } = document.questions.find(({ about }) => about === 'table') ?? { id: '' };
    const answered = read([FULL, '如下。', ...rows, FULL, '完。'].join('\n'), { [id]: 1 });
    expect(answered.questions.find(({ about }) => about === 'table')).toMatchObject({
      taken: 1,
      answered: true,
    });
  });
});

const TEXTS = join(INTAKE, 'text');
const GIVEN = existsSync(TEXTS) ? readdirSync(TEXTS).filter((n) => n.endsWith('.txt')) : [];

describe.skipIf(GIVEN.length === 0)('the texts given', () => {
  test.each(GIVEN)('%s: every mark leads to its note, and all is accounted for', (name) => {
    const document = read(readFileSync(join(TEXTS, name), 'utf8'));
    const marks = document.blocks.flatMap((b) => {
      const inlines = 'inlines' in b ? b.inlines : b.type === 'table' ? (b.sourceLine ?? []) : [];
      return inlines.flatMap((i) => (i.type === 'noteref' ? [i.note] : []));
    });
    expect(marks).toEqual(Array.from({ length: 24 }, (_, i) => String(i + 1)));
    expect(document.notes.map(({ key }) => key)).toEqual(marks);
    expect(account(document)).toEqual([]);
  });
});
