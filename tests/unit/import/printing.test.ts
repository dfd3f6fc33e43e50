/**
 * The text in tests/texts/printing, by its settings alone: Simplified characters, notes
 * that begin anew in each section under circled marks, no page numbers, a figure, kana
 * and hangul.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importText } from '../../../src/import/import.ts';
import { markForm } from '../../../src/import/noteref-forms.ts';
import { refusal } from './source.ts';

const folder = new URL('../../texts/printing/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const TEXT = read('source/printing.txt');
const SETTINGS = read('source/printing.yaml');
const imported = (text = TEXT, settings = SETTINGS) =>
  importText(Buffer.from(text), 'printing.txt', settings, () => '');

test('what is imported is what its content folder holds', () => {
  const { files } = importText(Buffer.from(TEXT), 'printing.txt', SETTINGS, read);
  expect([...files.keys()]).toHaveLength(1 + 3 + 16);
  for (const [path, data] of files) expect(data, path).toBe(read(path));
});

test.each([
  ['chapter.yaml', 'pages:\n  first: 1\n  last: 4\n  printed: false\n'],
  ['footnotes/003.md', 'number: 3\nmark: ③\npage: 1\n'],
  ['footnotes/006.md', 'number: 6\nmark: ①\npage: 2\n---\n\n沈括'],
  ['sections/2.md', '即可拆下再用。[^6]元代'],
  ['sections/1.md', '如[图 1](#figure-1) 所示'],
  ['sections/1.md', '\n\n图 1　《金刚经》卷首扉画（868 年，敦煌藏经洞出土） {#figure-1}\n\n来源：'],
  ['sections/1.md', '。 {#figure-1-source}\n\n没有纪年'],
  ['sections/1.md', 'ひゃくま{pb 2}んとうだらに'],
  // The source has 金 as a compatibility ideograph, and these in parts.
  ['sections/2.md', '以金属活字'],
  ['sections/2.md', '清州（청주）'],
  ['sections/3.md', '（こかつじばん）。[^13]'],
])('has in %s: %j', (path, text) => {
  expect(imported().files.get(path)).toContain(text);
});

describe('is refused', () => {
  test.each([
    ['when a mark is lost', '先声。①', '先声。', /^note 1 has no mark/u],
    ['when a note is lost', '④ Peter Kornicki', 'Peter Kornicki', /^note 4 is missing/u],
    ['when a mark stands twice', '决非初创。', '决非初创。②', /two places|stands there again/u],
  ])('%s', (_, from, to, reason) => {
    expect(TEXT).toContain(from);
    expect(refusal(TEXT.replace(from, to), SETTINGS)?.message).toMatch(reason);
  });

  test('when the settings say that notes are numbered through', () => {
    const settings = SETTINGS.replace('noteNumbers: section', '');
    expect(refusal(TEXT, settings)?.message).toMatch(/^note 1 stands again/u);
  });

  test('when notes begin anew within a section', () => {
    const moved = TEXT.replace('第二节  活字的试验 ', '三、 活字的试验 ')
      .replace('一、 泥活字', '（一） 泥活字')
      .replace('二、 高丽', '（二） 高丽')
      .replace('第三节', '第二节');
    expect(refusal(moved, SETTINGS)?.message).toBe(
      'the notes begin anew with ① after ⑤, and no section begins between their marks',
    );
  });

  test('when the settings do not say that no page is numbered', () => {
    const error = refusal(TEXT, SETTINGS.replace('pageNumbers: false', ''));
    expect(error?.hint).toContain('pageNumbers: false');
  });
});

describe('the form of marks', () => {
  test.each([
    ['1', 12, '12'],
    ['[1]', 12, '[12]'],
    ['〔1〕', 3, '〔3〕'],
    ['①', 20, '⑳'],
    ['①', 21, '㉑'],
    ['①', 36, '㊱'],
    ['①', 50, '㊿'],
  ])('of a text whose first is %s: note %i is %s', (first, number, mark) => {
    const form = markForm(first);
    expect(form.of(number)).toBe(mark);
    expect(form.numberIn(mark)).toBe(number);
    expect(mark).toMatch(new RegExp(`^${form.pattern}$`, 'u'));
  });

  test('in brackets is read like the others', () => {
    const circled = /[①-⑨]/gu;
    const bracketed = TEXT.replace(circled, (m) => `[${m.normalize('NFKC')}]`);
    const { files } = imported(bracketed, SETTINGS.replace('①', '"[1]"'));
    expect(files.get('footnotes/006.md')).toContain('mark: "[1]"');
    expect(files.get('sections/2.md')).toContain('即可拆下再用。[^6]元代');
  });
});
