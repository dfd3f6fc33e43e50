/** Every style × every kind of place, in Chinese and in English. */
import { describe, expect, test } from 'vitest';
import { stylesOf } from '../../../src/exports/cite/styles.ts';
import { fullTitle } from '../../../src/exports/imprint.ts';
import { printedChinese, structural } from '../../../src/search/cite/locus.ts';
import { citationOf, quotationOf, type Target } from '../../../src/search/cite/targets.ts';
import { chapter } from './placed-chapter.ts';

const styles = stylesOf(chapter);
const URL = 'https://z.example/x/';

const PLACES: Record<string, Target['locus']> = {
  paragraph: { pages: [72, 73], place: '第四節 二（一）', paragraph: 3 },
  note: { pages: [72, 72], place: '第四節 二（一）', paragraph: 3, note: 88 },
  table: { pages: [44, 45], place: '第一節 二', table: '表 3-1' },
  page: { pages: [57, 57] },
};

const WORK = '駐韓美軍與朝鮮半島安全';
const THESIS = '駐韓美軍問題與中國立場之研究';
const TAIWAN = `何仁傑，〈${WORK}〉，《${THESIS}》（國立政治大學碩士論文，2004年）`;
const CHICAGO = `何仁傑，〈${WORK}〉，載於《${THESIS}》，第三章（碩士論文，國立政治大學，2004）`;
const CHICAGO_EN = `Ho Jen-Chieh 何仁傑, “${WORK},” chap. 3 in “${THESIS}” (master’s thesis, National Chengchi University, 2004)`;
const GBT = `何仁傑. ${THESIS}[D/OL]. 國立政治大學, 2004`;

/** Style, what stands before the place, and what after it. */
const FORMS: [style: string, before: string, after: string, places: Record<string, string>][] =
  (() => {
    const zh = { paragraph: '頁72–73', note: '頁72，註88', table: '頁44–45，表 3-1', page: '頁57' };
    const en = { paragraph: '72–73', note: '72n88', table: '44–45, table 3-1', page: '57' };
    const pp = {
      paragraph: 'pp. 72–73',
      note: 'p. 72, note 88',
      table: 'pp. 44–45, table 3-1',
      page: 'p. 57',
    };
    return [
      ['taiwan zh', `${TAIWAN}，`, `，${URL}。`, zh],
      ['chicago zh', `${CHICAGO}，`, `，${URL}。`, zh],
      ['chicago en', `${CHICAGO_EN}, `, `, ${URL}.`, en],
      ['apa zh', '（何仁傑，2004，第三章，', `；${URL}）`, zh],
      ['apa en', '(Ho, 2004, Chapter 3, ', `, ${URL})`, pp],
      ['mla zh', '（何仁傑，', `，${URL}）`, zh],
      ['mla en', '(Ho ', `, ${URL})`, en],
      ['gbt7714 zh', `${GBT}: `, `. ${URL}.`, en],
    ];
  })();

const styleNamed = (name: string) => {
  const style = styles.find(({ id, lang }) => `${id} ${lang}` === name);
  if (!style) throw new Error(`there is no style ${name}`);
  return style;
};

test('the table has every style', () => {
  expect(FORMS.map(([name]) => name)).toEqual(styles.map(({ id, lang }) => `${id} ${lang}`));
});

describe.each(FORMS)('%s', (name, before, after, places) => {
  test.each(Object.entries(PLACES))('a %s', (kind, locus) => {
    const cited = citationOf(styleNamed(name), { id: 'x', path: '/x/', locus }, URL);
    expect(cited).toBe(before + places[kind] + after);
  });
});

test.each([
  ['taiwan zh', `${TAIWAN}，頁42–83。`],
  [
    'chicago zh',
    `何仁傑。〈${WORK}〉。載於《${THESIS}》，第三章，42–83。碩士論文，國立政治大學，2004。`,
  ],
  [
    'chicago en',
    `Ho, Jen-Chieh 何仁傑. “${WORK}.” Chap. 3 in “${THESIS},” 42–83. Master’s thesis, National Chengchi University, 2004. http://h.example/33717.`,
  ],
  ['apa zh', `何仁傑（2004）。《${THESIS}》〔碩士論文，國立政治大學〕。http://h.example/33717`],
  [
    'apa en',
    `Ho, J.-C. (2004). ${THESIS} [Master’s thesis, National Chengchi University]. http://h.example/33717`,
  ],
  [
    'mla zh',
    `何仁傑。〈${WORK}〉。《${THESIS}》，2004，國立政治大學，碩士論文，頁42–83，http://h.example/33717。`,
  ],
  [
    'mla en',
    `Ho, Jen-Chieh. “${WORK}.” ${THESIS}, 2004. National Chengchi University, Master’s thesis, pp. 42–83. http://h.example/33717.`,
  ],
  ['gbt7714 zh', `${GBT}. http://h.example/33717.`],
])('the chapter itself: %s', (name, reference) => {
  const whole: Target = { id: '', path: '/chapter/', locus: { pages: [42, 83] }, whole: true };
  expect(citationOf(styleNamed(name), whole, URL)).toBe(reference);
});

test.each([
  ['paragraph', '第三章第四節二（一）¶3', '頁72–73'],
  ['note', '第三章第四節二（一）¶3，註88', '頁72，註88'],
  ['table', '第三章第一節二表 3-1', '頁44–45，表 3-1'],
])('both ways to name a %s', (kind, inStructure, inPrint) => {
  const locus = PLACES[kind];
  if (!locus) throw new Error(kind);
  expect([structural('第三章', locus), printedChinese(locus)]).toEqual([inStructure, inPrint]);
});

test('a quotation stands in 「」, quotations within it in 『』, its citation after it', () => {
  expect(quotationOf('他說「好」。', '（何仁傑，頁42）')).toBe('「他說『好』。」（何仁傑，頁42）');
  expect(quotationOf('甲', '何仁傑，頁42。')).toBe('「甲」\n何仁傑，頁42。');
});

test('a chapter without a number, on pages without numbers, is cited without either', () => {
  const bare = { ...chapter, label: '', pages: undefined };
  for (const { reference, note } of stylesOf(bare)) {
    expect(reference).not.toMatch(/[，,]\s*[。.，,]|　|chap\.|undefined/iu);
    expect(note).not.toMatch(/[，,]\s*[。.，,]|　|（，|chap|undefined/iu);
  }
  expect(fullTitle(bare)).toBe(WORK);
  expect(fullTitle(chapter)).toBe(`第三章　${WORK}`);
});
