/** Another text, with its own small settings and nothing else: the import knows no chapter by heart. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importText } from '../../../src/import/import.ts';
import { refusal } from './source.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');
const TEXT = fixture('tea.txt');
const SETTINGS = fixture('tea.yaml');

const { files, summary } = importText(Buffer.from(TEXT), 'tea.txt', SETTINGS, () => '');

test('is imported whole', () => {
  expect(summary).toMatchObject({
    sections: 2,
    headings: 6,
    tables: 1,
    notes: 6,
    marks: 6,
    firstPage: 107,
    lastPage: 109,
    repairedUrls: 1,
  });
  expect([...files.keys()]).toHaveLength(1 + 2 + 6);
});

test.each([
  ['chapter.yaml', 'number: 12\nlabel: 第十二章\ntitle: 山城茶業的興衰\nsource: tea.txt\n'],
  ['chapter.yaml', 'first: 107\n  last: 109\n'],
  ['chapter.yaml', 'text: 山城茶業史話 109\n'],
  ['sections/1.md', '# {pb 107}第十二章　山城茶業的興衰 {#ch12}\n\n本章說明'],
  ['sections/1.md', '兼採遊記所載。 {#ch12-p1}\n\n## 第一節　茶園與道路 {#s1}'],
  ['sections/1.md', '茶農 320 戶。[^1]其時道路'],
  ['sections/1.md', '屢有傾覆。[^3]1907 年起'],
  ['sections/1.md', '寫道：“the road is narrow and steep”，可見'],
  ['sections/1.md', '\n\n#### {pb 108}（二）陸路 {#s1-1-2}\n\n'],
  ['sections/1.md', '如[表 12-1](#table-12-1) 所示'],
  ['sections/1.md', '\n\n表 12-1　山城茶價[^4] {#table-12-1}\n\n| 年份 | 每斤價格 | 附記 |\n'],
  ['sections/1.md', '\n| 1912 | 3 角 5 分 | 道路通車，商旅往來日繁。 |\n| 1916 | 5 角 | |\n'],
  ['sections/1.md', '\n\n茶價上漲後，新墾之地漸多，'],
  ['sections/1.md', '每以此為戒，[^5]然而'],
  ['sections/1.md', '封山之{pb 109}議。'],
  ['sections/2.md', '## 第二節　結語 {#s2}\n\n山城茶業因路而興，亦因濫墾而衰。[^6] {#s2-p1}\n'],
  ['footnotes/003.md', 'url: http://www.example.org/archive/river/0203.html\n'],
  ['footnotes/005.md', 'page: 108\n---\n\n王小溪，「茶與路」，未刊稿，頁 3。各莊'],
  ['footnotes/005.md', '頒布新制，風{pb 109}波乃息。\n'],
  [
    'footnotes/006.md',
    'page: 109\n---\n\nJohn A. Smith, A Journey to the Tea Country (London: Hill and Vale',
  ],
])('has in %s: %j', (path, text) => {
  expect(files.get(path)).toContain(text);
});

describe('is refused', () => {
  const without = (text: string) => refusal(TEXT.replace(text, ''), SETTINGS)?.message;

  test.each([
    ['戶。', 1],
    ['鉅。', 2],
    ['覆。', 3],
    ['茶價', 4],
    ['戒，\n\n', 5],
    ['衰。', 6],
  ])('when the mark after “%s” is lost', (before, number) => {
    expect(TEXT).toContain(before + number);
    const text = TEXT.replace(before + number, before);
    expect(refusal(text, SETTINGS)?.message).toMatch(
      new RegExp(`^note ${number} has no mark`, 'u'),
    );
  });

  test.each([
    ['1 林大川編，', /^note 1 is/u],
    ['2 同上註，頁 15-16。 \n', /^note 2 is missing/u],
    ['6 John A. Smith', /^mark 6 .* has no note on page 109/u],
    ['資料來源：', /^table 12-1 cannot be read/u],
    ['年份 每斤價格 附記 \n', /^table 12-1 cannot be read: it has no header/u],
    [' 109\n', /^a running head stands without a page number/u],
    ['第一節  ', /skips a level/u],
  ])('without “%s”', (text, reason) => {
    expect(without(text)).toMatch(reason);
  });

  test('when the settings do not name its running head', () => {
    const error = refusal(TEXT, 'firstPage: 107\n');
    expect(error?.message).toBe('page 109 begins with its own number');
    expect(error?.line).toBe(TEXT.split('\n').indexOf(' 109') + 1);
    expect(refusal(TEXT, '')?.message).toBe('no page number is printed anywhere');
  });
});

test('a mark on a heading is a mark, and no part of the title', () => {
  const text = TEXT.replace('結語 ', '結語6 ').replace('衰。6', '衰。');
  const { files: marked } = importText(Buffer.from(text), 'tea.txt', SETTINGS, () => '');
  expect(marked.get('sections/2.md')).toContain('title: 結語\n');
  expect(marked.get('sections/2.md')).toContain('## 第二節　結語[^6] {#s2}');
  const title = TEXT.replace('興衰 ', '興衰1 ').replace('320 戶。1', '320 戶。');
  const titled = importText(Buffer.from(title), 'tea.txt', SETTINGS, () => '').files;
  expect(titled.get('chapter.yaml')).toContain('title: 山城茶業的興衰\n');
  expect(titled.get('sections/1.md')).toContain('# {pb 107}第十二章　山城茶業的興衰[^1] {#ch12}');
});
