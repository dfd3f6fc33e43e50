/** 跳到…: what readers type and paste, and where it leads. */
import { describe, expect, test } from 'vitest';
import { examplesOf } from '../../../../src/search/goto/answer.ts';
import { goTo } from '../../../../src/search/goto/goto.ts';
import { numeral } from '../../../../src/search/goto/numerals.ts';
import { places } from '../cite/places.ts';

const first = (typed: string) => goTo(typed, places).destinations[0]?.path;

describe('pages', () => {
  test.each([
    ...[
      '頁57',
      '頁 57',
      '第57頁',
      '第 57 頁',
      '57頁',
      '57 頁',
      '57页',
      '五十七頁',
      '57-58頁',
      '页57',
      '頁５７',
      '印刷頁57',
      '原書頁碼57',
      '原書第 57 頁',
      '本章頁 57',
      '頁五十七',
      '第五十七頁',
    ],
    ...[
      'p57',
      'p. 57',
      'p.57',
      'P. 57',
      'pp. 57–58',
      '頁57–58',
      'page 57',
      'pages 57-58',
      '#p57',
      '57',
    ],
  ])('%s', (typed) => expect(first(typed)).toBe('/pages/57/'));
});

describe('notes', () => {
  test.each([
    ...[
      '註43',
      '注43',
      '註 43',
      '註４３',
      '注释43',
      '註釋 43',
      '腳註43',
      '脚注 43',
      '註四十三',
      '第43註',
      '第43條註釋',
    ],
    ...[
      'fn43',
      'fn 43',
      'fn. 43',
      'n. 43',
      'n43',
      'note 43',
      'Note 43',
      'footnote 43',
      '#fn43',
      '57n43',
      '57 n. 43',
    ],
    ...[
      '頁57，註43',
      '页57，注43',
      '頁 57 註 43',
      'p. 57, note 43',
      'p. 57, n. 43',
      '頁57–58，註43',
      '57–58n43',
    ],
  ])('%s', (typed) => expect(first(typed)).toBe('/notes/43/'));

  test('the mark of a note is a place of its own', () => {
    expect(first('fnref43')).toBe('/sections/4/#fnref43');
    expect(goTo('註43', places).destinations.map((o) => o.path)).toContain('/sections/4/#fnref43');
  });
});

describe('the structure', () => {
  test.each([
    ['第四節', '/sections/4/'],
    ['第4節', '/sections/4/'],
    ['第四节', '/sections/4/'],
    ['四', '/sections/4/'],
    ['s4', '/sections/4/'],
    ['第四節二（一）', '/sections/4/#s4-2-1'],
    ['第四節 二、（一）', '/sections/4/#s4-2-1'],
    ['第四節二(一)', '/sections/4/#s4-2-1'],
    ['四二（一）', '/sections/4/#s4-2-1'],
    ['第三章第四節二（一）', '/sections/4/#s4-2-1'],
    ['第三章第四節二（一）¶3', '/sections/4/#s4-2-1-p3'],
    ['第三章第四節二（一）¶3（頁 57）', '/sections/4/#s4-2-1-p3'],
    ['第四節二（一）第3段', '/sections/4/#s4-2-1-p3'],
    ['第四節二（一）第三段', '/sections/4/#s4-2-1-p3'],
    ['第四節二（一）1', '/sections/4/#s4-2-1-1'],
    ['s4-2-1', '/sections/4/#s4-2-1'],
    ['#s4-2-1-p3', '/sections/4/#s4-2-1-p3'],
    ['S4-2-1-P3', '/sections/4/#s4-2-1-p3'],
    ['4.2.1', '/sections/4/#s4-2-1'],
    ['§4.2.1', '/sections/4/#s4-2-1'],
    ['第三章', '/chapter/'],
    ['ch3', '/chapter/'],
    ['第三章第四節二（一）¶3，註43', '/notes/43/'],
  ])('%s', (typed, path) => expect(first(typed)).toBe(path));
});

describe('tables and sources', () => {
  test.each([
    ['表3-1', '/sections/1/#table-3-1'],
    ['表 3-1', '/sections/1/#table-3-1'],
    ['表３－１', '/sections/1/#table-3-1'],
    ['table 3-1', '/sections/1/#table-3-1'],
    ['Table 3.1', '/sections/1/#table-3-1'],
    ['table-3-1', '/sections/1/#table-3-1'],
    ['niksch-1981', '/sources/niksch-1981/'],
    ['Niksch 1981', '/sources/niksch-1981/'],
    ['niksch', '/sources/niksch-1981/'],
    ['Niksch, 1981', '/sources/niksch-1981/'],
    ['(Niksch, 1981)', '/sources/niksch-1981/'],
    ['Niksch (1981)', '/sources/niksch-1981/'],
    ['troop withdrawal', '/sources/niksch-1981/'],
    [
      'Larry A. Niksch, “U.S. Troop Withdrawal from South Korea: Past Shortcomings,” Asian Survey 21',
      '/sources/niksch-1981/',
    ],
    ['賴怡忠', '/sources/lai-yizhong-nd/'],
    ['賴怡忠，〈布希政府的東亞政策〉', '/sources/lai-yizhong-nd/'],
  ])('%s', (typed, path) => expect(first(typed)).toBe(path));
});

describe('addresses', () => {
  test.each([
    ['/sections/4/#s4-2-1-p3', '/sections/4/#s4-2-1-p3'],
    ['https://example.org/base/sections/4/#s4-2-1-p3', '/sections/4/#s4-2-1-p3'],
    ['example.org/notes/43/', '/notes/43/'],
    ['http://127.0.0.1:4321/pages/57/', '/pages/57/'],
    ['/notes/43', '/notes/43/'],
    ['https://example.org/sources/niksch-1981/', '/sources/niksch-1981/'],
    ['https://example.org/chapter/#s4', '/chapter/#s4'],
    ['/', '/'],
    ['/search/?q=龍山', '/search/?q=龍山'],
    [
      'https://example.org/sections/4/#s4-2-1-p3:~:text=%E6%97%A5,-%2D',
      '/sections/4/#s4-2-1-p3:~:text=%E6%97%A5,-%2D',
    ],
  ])('%s', (typed, path) => expect(first(typed)).toBe(path));
});

describe('citations that the site made', () => {
  test.each([
    [
      '甲乙，〈題〉，《書》（學校碩士論文，2004年），頁57，註43，https://example.org/notes/43/。',
      '/notes/43/',
    ],
    [
      '（甲乙，2004，第三章，頁57；https://example.org/sections/4/#s4-2-1-p3）',
      '/sections/4/#s4-2-1-p3',
    ],
    ['(Ho, 2004, Chapter 3, p. 57, https://example.org/pages/57/)', '/pages/57/'],
    [
      '「引文」\n甲乙，〈題〉，頁57，https://example.org/sections/4/#s4-2-1-p3。',
      '/sections/4/#s4-2-1-p3',
    ],
    ['甲乙，〈一個很長的題名〉，《書》（學校碩士論文，2004年），頁57，註43。', '/notes/43/'],
    ['Ho Jen-Chieh, “Title,” chap. 3 in “Thesis” (master’s thesis, 2004), 57n43.', '/notes/43/'],
    ['甲乙，〈題〉，《書》（學校碩士論文，2004），頁42–83。', '/chapter/'],
    ['Ref[2026-11-28].', '/chapter/'],
    ['(57–58)', '/pages/57/'],
    ['(p. 57, note 43)', '/notes/43/'],
    ['(44–45, table 3-1)', '/sections/1/#table-3-1'],
    ['甲乙. 書[D/OL]. 臺北：學校，2004：57注43. https://elsewhere.example/.', '/notes/43/'],
  ])('%s', (typed, path) => expect(first(typed)).toBe(path));
});

describe('what is not there is said, with what there is', () => {
  test.each([
    ['頁90', /沒有頁 90；原書頁碼是 42–83/u],
    ['p. 12', /沒有頁 12/u],
    ['註117', /沒有註 117；註釋是 1–2/u],
    ['頁44，註43', /註 43 不在頁 44，在頁 57/u],
    ['表4-1', /沒有表 4-1；有表 3-1/u],
    ['第九節', /沒有第九節；有第一節、第四節/u],
    ['第二章第一節', /本站只有第三章/u],
    ['第四節二（九）', /第四節二之下沒有「\(九\)」；有：（一）/u],
    ['第四節二（一）¶9', /第四節二（一）只有 3 段/u],
    ['/pages/90/', /沒有 \/pages\/90\/ 這一頁/u],
    ['/sections/4/#s4-2-1-p9', /沒有 #s4-2-1-p9/u],
    ['900', /沒有頁 900，也沒有註 900/u],
    ['隨便打的字', /不知道「隨便打的字」是何處。本章有第一節至第四節、頁 42–83、註 8–43、表 3-1/u],
    ['https://example.com/', /不知道/u],
    ['五', /不知道/u],
    ['constructor', /不知道/u],
    ['__proto__', /不知道/u],
    ['/notes/constructor/', /本站沒有/u],
    ['Niksch 1999', /不知道/u],
    ['240 頁的書', /不知道/u],
  ])('%s', (typed, says) => expect(goTo(typed, places).says).toMatch(says));

  test('nothing typed is no fault', () => {
    expect(goTo('　 ', places)).toEqual({ destinations: [] });
  });
});

test.each([
  ['四十三', 43],
  ['十', 10],
  ['二十', 20],
  ['一百一十六', 116],
  ['一百〇三', 103],
  ['五七', 57],
  ['57', 57],
  ['頁', undefined],
])('%s is the number %s', (text, value) => expect(numeral(text)).toBe(value));

test('a citation at the end of a long text is found, and a text of any length is answered', () => {
  const cited = `${'一'.repeat(200_000)}。頁57，註43。`;
  expect(goTo(cited, places).destinations).not.toEqual([]);
  expect(goTo('第'.repeat(200_000), places).says).toMatch(/不知道/u);
});

test('each example of the hint is a place of the chapter', () => {
  const examples = examplesOf(places);
  expect(examples.length).toBeGreaterThanOrEqual(5);
  for (const example of examples) {
    expect([example, goTo(example, places).destinations]).not.toEqual([example, []]);
    expect(goTo(example, places).says, example).toBeUndefined();
  }
});
