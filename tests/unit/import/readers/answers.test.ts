/** What a person answers, and what the settings say of marks and figures, holds for the next reading. */
import { describe, expect, test } from 'vitest';
import { account } from '../../../../src/import/account.ts';
import { importFile } from '../../../../src/import/import.ts';
import { readPdf } from '../../../../src/import/readers/pdf.ts';
import { readText } from '../../../../src/import/readers/text.ts';
import type { SourceDocument } from '../../../../src/import/readers/types.ts';
import { readSettings } from '../../../../src/import/settings.ts';
import { makePdf } from './make-pdf.ts';
import { FULL, LEFT, set } from './sheets.ts';
import { notesOf, wordsOf } from './shown.ts';

const page = (body: string[], notes: string[]) => ({
  pieces: [
    ...body.flatMap((text, i) => set(text, LEFT, 70 + 20 * i)),
    ...notes.flatMap((text, i) => set(text, LEFT, 700 + 15 * i, 9)),
  ],
});

const pdf = (body: string[], notes: string[], answers = {}, settings = '') =>
  readPdf(makePdf([page([FULL, ...body, FULL], notes)]), {
    settings: readSettings(settings),
    answers,
  });

/** The answer to the one question about a thing, for a reading. */
function answer({ questions }: SourceDocument, about: string, taken: number) {
  const own = questions.filter((question) => question.about === about);
  expect(own).toHaveLength(1);
  return { [own[0]?.id ?? '']: taken };
}

describe('a note of a PDF without a mark', () => {
  const BODY = ['甲{1}乙。'];
  const NOTES = ['{1}某甲之書。', '{2}某年之事。'];

  test('stays a note until it is answered', async () => {
    const document = await pdf(BODY, NOTES);
    expect(notesOf(document)).toEqual(['1 某甲之書。', '2 某年之事。']);
    expect(document.questions[0]?.readings).toHaveLength(3);
  });

  test.each([
    [1, ['1 某甲之書。2某年之事。'], `${FULL}甲[^1]乙。${FULL}`],
    [2, ['1 某甲之書。'], `${FULL}甲[^1]乙。${FULL}¶2某年之事。`],
  ])('is none by answer %i', async (taken, notes, text) => {
    const first = await pdf(BODY, NOTES);
    const document = await pdf(BODY, NOTES, answer(first, 'note', taken));
    expect(notesOf(document)).toEqual(notes);
    expect(wordsOf(document.blocks).replaceAll('¶', '')).toBe(text.replaceAll('¶', ''));
    expect(document.questions).toMatchObject([{ taken, answered: true }]);
    expect(account(document)).toEqual([]);
  });

  test('is marked where the settings say, with or without a printed figure', async () => {
    const printed = await pdf(['甲{1}乙2丙2丁。'], NOTES, {}, 'marks: { 2: 丙 }');
    expect(wordsOf(printed.blocks)).toContain('甲[^1]乙2丙[^2]丁。');
    const lost = await pdf(['甲{1}乙丙丁。'], NOTES, {}, 'marks: { 2: 丙 }');
    expect(wordsOf(lost.blocks)).toContain('甲[^1]乙丙[^2]丁。');
    expect([...account(printed), ...account(lost), ...lost.questions]).toEqual([]);
  });
});

describe('a raised number of a PDF without a note', () => {
  const BODY = ['甲{1}乙{7}丙。'];
  const NOTES = ['{1}某甲之書。'];

  test.each([
    [0, '甲[^1]乙7丙。'],
    [1, '甲[^1]乙丙。'],
  ])('is what answer %i says', async (taken, text) => {
    const first = await pdf(BODY, NOTES);
    const document = await pdf(BODY, NOTES, answer(first, 'mark', taken));
    expect(wordsOf(document.blocks)).toContain(text);
    expect(document.questions).toMatchObject([{ taken, answered: true }]);
    expect(account(document)).toEqual([]);
  });

  test('may be the mark of a note far away', async () => {
    const sheets = [
      page([FULL, '甲{1}乙。', FULL], ['{1}某甲之書。']),
      page([FULL, '丙{1}丁。', FULL], ['{1}某乙之書。']),
      page([FULL, '戊。', FULL], []),
      page([FULL, '己{1}庚。', FULL], []),
    ];
    const read = (answers = {}) =>
      readPdf(makePdf(sheets), { settings: readSettings(''), answers });
    const first = await read();
    expect(first.questions[0]?.readings[2]).toContain('某乙之書');
    const document = await read(answer(first, 'mark', 2));
    expect(wordsOf(document.blocks)).toContain('己[^1-2]庚。');
  });

  test('is no mark within a word of `figures`', async () => {
    const document = await pdf(['甲{1}第{7}艦隊。'], NOTES, {}, 'figures: [第7艦隊]');
    expect(wordsOf(document.blocks)).toContain('甲[^1]第7艦隊。');
    expect(document.questions).toEqual([]);
  });
});

describe('notes and marks of a text', () => {
  const read = (text: string, answers = {}, settings = '') =>
    readText(new TextEncoder().encode(text), { settings: readSettings(settings), answers });

  const TWICE = `${FULL}\n甲之事。1乙之事。1丙。\n${FULL}\n結束。2\n\n1某甲之書。\n2某乙之書。\n57\n\f${FULL}\n丁之事。3\n\n3某丙之書。\n58`;

  test('a mark stands in the place that was chosen', () => {
    const first = read(TWICE);
    const [question] = first.questions.filter(({ about }) => about === 'mark');
    expect(question).toBeDefined();
    const second = read(TWICE, { [question?.id ?? '']: 1 });
    expect(wordsOf(first.blocks)).not.toBe(wordsOf(second.blocks));
    expect(second.questions.find(({ id }) => id === question?.id)).toMatchObject({
      taken: 1,
      answered: true,
    });
    expect(account(second)).toEqual([]);
  });

  const UNMARKED = `${FULL}\n甲之事。1乙之事。\n${FULL}\n結束。\n\n1某甲之書。\n2某乙之書。\n57\n\f${FULL}\n丁之事。3\n\n3某丙之書。\n58`;

  test.each([
    [1, ['1 某甲之書。2某乙之書。', '3 某丙之書。']],
    [2, ['1 某甲之書。', '3 某丙之書。']],
  ])('a note without a mark is none by answer %i', (taken, notes) => {
    const document = read(UNMARKED, answer(read(UNMARKED), 'note', taken));
    expect(notesOf(document)).toEqual(notes);
    expect(account(document)).toEqual([]);
  });

  test('a mark that is not printed stands where the settings say', () => {
    const document = read(UNMARKED, {}, 'marks: { 2: 結束。 }');
    expect(wordsOf(document.blocks)).toContain('結束。[^2]');
    expect(document.questions).toEqual([]);
  });

  const APART = `${FULL}\n甲之事。1乙之事。2\n${FULL}\n結束。3\n\n某甲之書。\n某乙之書。\n其第二版。\n某丙之書。\n1\n2\n3\n57\n\f${FULL}\n丁之事。4\n\n4某丁之書。\n58`;

  test('notes whose numbers stand apart begin where it was said', () => {
    const asked = (document: SourceDocument) =>
      document.questions.filter(({ id }) => id.startsWith('begins:'));
    const first = read(APART);
    const starts = ['某甲之書', '某乙之書', '某丙之書'];
    const answers = Object.fromEntries(
      asked(first).map(({ id, readings }, i) => [
        id,
        readings.findIndex((reading) => reading.includes(starts[i] ?? '–')),
      ]),
    );
    const second = read(APART, answers);
    expect(notesOf(second).slice(0, 3)).toEqual([
      '1 某甲之書。',
      '2 某乙之書。其第二版。',
      '3 某丙之書。',
    ]);
    expect(asked(second).map(({ answered }) => answered)).toEqual([true, true, true]);
    expect(account(second)).toEqual([]);
  });
});

test('the content is proved with an answer as without', async () => {
  const bytes = makePdf([
    page(
      ['第三章　港口', '第一節　稅關', FULL, '甲{1}乙{7}丙。', FULL],
      ['{1}某甲之書。', '{2}某年之事。'],
    ),
  ]);
  const first = await importFile(bytes, 'a.pdf');
  const answers = first.summary.questions.map(({ id }) => `  ${JSON.stringify(id)}: 1`).join('\n');
  const { files, summary } = await importFile(bytes, 'a.pdf', {
    settingsYaml: `answers:\n${answers}\n`,
  });
  expect(summary.questions.every(({ answered }) => answered)).toBe(true);
  expect(files.get('footnotes/001.md')).toContain('2某年之事。');
  expect(files.get('sections/1.md')).toContain('甲[^1]乙丙。');
});
