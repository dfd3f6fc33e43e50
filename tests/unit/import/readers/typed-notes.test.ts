/** Notes that a writer typed by hand, in Word and HTML, and tables of contents without a field. */
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { account } from '../../../../src/import/account.ts';
import { chaptersOf, chooseChapter } from '../../../../src/import/chapters.ts';
import { outline } from '../../../../src/import/headings.ts';
import { paragraphsOf, textOf } from '../../../../src/import/readers/inlines.ts';
import { readFile } from '../../../../src/import/readers/read.ts';
import type { Inline, SourceDocument } from '../../../../src/import/readers/types.ts';
import { readSettings } from '../../../../src/import/settings.ts';
import { docx, heading, paragraph, run } from '../intake/docx.ts';

const RAISED = '<w:vertAlign w:val="superscript"/>';
const raised = (mark: string) => run(mark, RAISED);
const read = (bytes: Uint8Array, name = 'a.docx', answers = {}): Promise<SourceDocument> =>
  readFile(bytes, name, { settings: readSettings(''), answers });
const word = (...paragraphs: string[]) => docx(heading(1, '第一章　港口') + paragraphs.join(''));
const typed = (...texts: string[]) => texts.map((text) => paragraph(run(text))).join('');

/** Text with [mark → the first words of its note] in place of the marks. */
function shown(document: SourceDocument): string[] {
  const notes = new Map(
    document.notes.map(({ key, blocks }) => [
      key,
      blocks.flatMap(paragraphsOf).map(textOf).join('¶').trim(),
    ]),
  );
  const inline = (i: Inline) =>
    i.type === 'noteref' ? `[${i.mark}→${notes.get(i.note)}]` : i.type === 'text' ? i.text : '';
  return document.blocks.flatMap(paragraphsOf).map((inlines) => inlines.map(inline).join(''));
}

describe('typed notes', () => {
  test.each([
    ['raised numbers', raised('1'), raised('2'), '1. 甲書。', '2. 乙書。', '1', '2'],
    [
      'raised words',
      raised('（註1）'),
      raised('（註2）'),
      '（註1）甲書。',
      '（註2） 乙書。',
      '（註1）',
      '（註2）',
    ],
    [
      'words in the line',
      run('（註一）'),
      run('（註二）'),
      '（註一）甲書。',
      '（註二）乙書。',
      '（註一）',
      '（註二）',
    ],
    ['circles', run('①'), run('②'), '① 甲書。', '② 乙書。', '①', '②'],
    ['brackets', run('[1]'), raised('[2]'), '[1] 甲書。', '[2] 乙書。', '[1]', '[2]'],
  ])('%s', async (_, one, two, first, second, a, b) => {
    const bytes = word(
      paragraph(run('潮水退了。') + one + run('船來了') + two + run('。')),
      typed('註釋', first, second),
    );
    const document = await read(bytes);
    expect(shown(document)).toEqual([
      '第一章　港口',
      `潮水退了。[${a}→甲書。]船來了[${b}→乙書。]。`,
    ]);
    expect(document.furniture.map(({ kind, text }) => [kind, text])).toEqual([
      ['notes-heading', '註釋'],
    ]);
    expect(document.questions.map(({ about, taken }) => [about, taken])).toEqual([['note', 0]]);
    expect(account(document)).toEqual([]);
  });

  test('a mark of several runs, a note of two paragraphs, a mark that stands twice', async () => {
    const document = await read(
      word(
        paragraph(
          run('甲') + raised('（註') + raised('1') + raised('）') + run('乙') + raised('（註2）'),
        ),
        paragraph(run('丙') + raised('（註1）') + run('。')),
        typed('（註1）某書。', '又一段。', '（註2）他書。'),
      ),
    );
    expect(shown(document).slice(1)).toEqual([
      '甲[（註1）→某書。¶又一段。]乙[（註2）→他書。]',
      '丙[（註1）→某書。¶又一段。]。',
    ]);
    expect(account(document)).toEqual([]);
  });

  test('a list after each section, and lists in a row at the end', async () => {
    const one = paragraph(run('甲') + raised('1') + run('乙') + raised('2'));
    const two = paragraph(run('丙') + raised('1'));
    const after = [
      one,
      typed('1. 一。', '2. 二。'),
      heading(2, '第二節　丁'),
      two,
      typed('1. 三。'),
    ];
    const atEnd = [one, heading(2, '第二節　丁'), two, typed('1. 一。', '2. 二。', '1. 三。')];
    for (const paragraphs of [after, atEnd])
      expect(shown(await read(word(...paragraphs))).slice(1)).toEqual([
        '甲[1→一。]乙[2→二。]',
        '第二節　丁',
        '丙[1→三。]',
      ]);
  });

  test.each([
    ['an enumeration without marks', paragraph(run('有兩件事：')), typed('1. 船。', '2. 米。')],
    ['a mark too few', paragraph(run('甲') + raised('1')), typed('1. 船。', '2. 米。')],
    [
      'a power',
      paragraph(run('面積 12 km') + raised('2') + run('，長 3 m') + raised('1')),
      typed('1. 船。', '2. 米。'),
    ],
    [
      'marks that count twice, and one list',
      paragraph(['1', '2', '1', '2', '3'].map((n) => run('甲') + raised(n)).join('')),
      typed('1. 一。', '2. 二。', '3. 三。'),
    ],
  ])('not %s', async (_, text, list) => {
    const document = await read(word(text, list));
    expect(document.notes).toEqual([]);
    expect(document.blocks.length).toBeGreaterThan(3);
    expect(document.questions).toEqual([]);
  });

  test('a person says that they are paragraphs', async () => {
    const bytes = word(paragraph(run('甲') + raised('1')), typed('1. 船來了。'));
    const { questions } = await read(bytes);
    const document = await read(bytes, 'a.docx', { [questions[0]?.id ?? '']: 1 });
    expect(shown(document)).toEqual(['第一章　港口', '甲1', '1. 船來了。']);
    expect(document.questions.map(({ answered }) => answered)).toEqual([true]);
  });
});

describe('pages in HTML', () => {
  test('links that are Chinese numbers are marks', async () => {
    const html = `<h1>第一章 港口</h1><p>甲。<sup><a href="#n1" id="r1">（註一）</a></sup></p>
      <p id="n1">（註一） 某書。 <a href="#r1">↩</a></p>`;
    const document = await read(strToU8(`<!doctype html><body>${html}`), 'a.html');
    expect(shown(document).at(1)).toBe('甲。[（註一）→某書。]');
  });

  test('LibreOffice sets the number before the brackets of its note', async () => {
    const html = `<h1>第一章 港口</h1>
      <p>甲。<sup>（註</sup><a class="sdendnoteanc" name="sdendnote1anc" href="#sdendnote1sym"><sup>1</sup></a><sup>）</sup></p>
      <div id="sdendnote1"><p><a class="sdendnotesym" name="sdendnote1sym" href="#sdendnote1anc">1</a><sup>（註）</sup> 某書。</p></div>`;
    const document = await read(strToU8(`<!doctype html><body>${html}`), 'a.html');
    expect(shown(document).at(1)).toBe('甲。[（註1）→某書。]');
    expect(account(document)).toEqual([]);
  });
});

test('a typed table of contents is left out, and its chapters are not chosen', async () => {
  const contents = typed('目錄', '第一章　緒論 1', '第一節　船 2', '第二章　米 8');
  const chapters = ['一', '二'].map((n) => heading(1, `第${n}章　緒論`) + typed(`${n}。`));
  const document = await read(docx(contents + chapters.join('')));
  expect(document.leftOut.map(({ why }) => why)).toEqual(['contents']);
  expect(account(document)).toEqual([]);
  const { chapters: found } = chaptersOf(outline(document.blocks), document);
  expect(found.map(({ number }) => number)).toEqual([1, 2]);
});

test('of two chapters of one number the one with a text is taken', async () => {
  const lines =
    typed('第一章　緒論', '第二章　米') +
    heading(1, '第一章　緒論') +
    typed('船來了。', '米也來了。');
  const document = await read(docx(lines));
  const outlined = outline(document.blocks);
  const chapter = chooseChapter(chaptersOf(outlined, document).chapters, 1);
  expect(chapter.to - chapter.from).toBe(3);
});
