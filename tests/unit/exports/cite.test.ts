/** The chapter in every style: each form × every kind of place, in Chinese and in English. */
import { describe, expect, test } from 'vitest';
import { stylesOf } from '../../../src/exports/cite/chapter.ts';
import { fullTitle } from '../../../src/exports/imprint.ts';
import type { Chapter } from '../../../src/model/chapter/chapter.ts';
import { printedChinese, structural } from '../../../src/search/cite/locus.ts';
import type { Form } from '../../../src/search/cite/places.ts';
import { charactersOf } from '../../../src/search/cite/runs.ts';
import { citationOf, formFor, quotationOf, type Target } from '../../../src/search/cite/targets.ts';
import { chapter } from './placed-chapter.ts';

const URL = 'https://z.example/x/';
const DAY = '2026-11-28';

const PLACES: Record<string, Target['locus']> = {
  paragraph: { pages: [72, 73], place: '第四節 二（一）', paragraph: 3 },
  note: { pages: [72, 72], place: '第四節 二（一）', paragraph: 3, note: 88 },
  table: { pages: [44, 45], place: '第一節 二', table: '表 3-1' },
  page: { pages: [57, 57] },
};

const WORK = '駐韓美軍與朝鮮半島安全';
const THESIS = '駐韓美軍問題與中國立場之研究';
const TAIWAN = `何仁傑，〈${WORK}〉，《${THESIS}》（臺北：國立政治大學東亞研究所碩士論文，2004）`;
const CHICAGO = `何仁傑，〈${WORK}〉，載於《${THESIS}》，第三章（碩士論文，國立政治大學，2004）`;
const TITLE_EN = `“Zhuhan Meijun” ${WORK} [U.S. forces in Korea]`;
const THESIS_EN = `“Zhuhan Meijun wenti” ${THESIS} [The question of U.S. forces in Korea]`;
const CHICAGO_EN = `Ho Jen-Chieh 何仁傑, ${TITLE_EN}, chap. 3 in ${THESIS_EN} (master’s thesis, National Chengchi University, 2004)`;
const GBT = `何仁傑. ${THESIS}[D/OL]. 臺北：國立政治大學，2004`;
const GBT_2015 = `何仁傑. ${THESIS}[D/OL]. 臺北: 國立政治大學, 2004`;

const ZH = { paragraph: '頁72–73', note: '頁72，註88', table: '頁44–45，表 3-1', page: '頁57' };
const EN = { paragraph: '72–73', note: '72n88', table: '44–45, table 3-1', page: '57' };
const PP = {
  paragraph: 'pp. 72–73',
  note: 'p. 72, note 88',
  table: 'pp. 44–45, table 3-1',
  page: 'p. 57',
};
const GB = { paragraph: '72-73', note: '72注88', table: '44-45表3-1', page: '57' };

/** Style and form, what stands before the place, and what after it. */
const TEMPLATES: [name: string, before: string, after: string, places: Record<string, string>][] = [
  ['taiwan zh note', `${TAIWAN}，`, `，${URL}`, ZH],
  ['chicago zh note', `${CHICAGO}，`, `，${URL}`, ZH],
  ['chicago zh short', `何仁傑，〈${WORK}〉，`, '。', ZH],
  ['chicago en note', `${CHICAGO_EN}, `, `, ${URL}.`, EN],
  ['chicago en short', `Ho, “Zhuhan Meijun,” `, '.', EN],
  ['apa zh text', '（何仁傑，2004，第三章，', '）', ZH],
  ['apa en text', '(Ho, 2004, Chapter 3, ', ')', PP],
  ['mla zh text', '（何仁傑，', '）', ZH],
  ['mla en text', '(Ho ', ')', EN],
  ['gbt7714 zh note', `${GBT}：`, `. ${URL}.`, GB],
  ['gbt7714-2015 zh note', `${GBT_2015}: `, `[${DAY}]. ${URL}.`, GB],
];

function cited(of: Chapter, name: string, target: Target): string {
  const [id, lang, form] = name.split(' ');
  const style = stylesOf(of).find((s) => s.id === id && s.lang === lang);
  if (!style) throw new Error(`there is no style ${name}`);
  return charactersOf(citationOf(style, target, { url: URL, day: DAY }, form as Form));
}

const named = stylesOf(chapter).flatMap(({ id, lang, forms }) =>
  Object.keys(forms).map((form) => `${id} ${lang} ${form}`),
);

test('the tables have every form of every style', () => {
  const lists = named.filter((name) => name.endsWith(' list'));
  expect([...TEMPLATES.map(([name]) => name), ...lists].sort()).toEqual(named.sort());
  expect(LISTS.map(([name]) => `${name} list`).sort()).toEqual(lists.sort());
});

describe.each(TEMPLATES)('%s', (name, before, after, places) => {
  test.each(Object.entries(PLACES))('a %s', (kind, locus) => {
    const target = { id: 'x', path: '/x/', locus };
    expect(cited(chapter, name, target)).toBe(before + places[kind] + after);
  });
});

const WHOLE: Target = { id: '', path: '/chapter/', locus: { pages: [42, 83] }, whole: true };

const LISTS: [string, string][] = [
  ['taiwan zh', `${TAIWAN}，頁42–83。`],
  [
    'chicago zh',
    `何仁傑。〈${WORK}〉。載於《${THESIS}》，第三章，42–83。碩士論文，國立政治大學，2004。`,
  ],
  [
    'chicago en',
    `Ho Jen-Chieh 何仁傑. ${TITLE_EN}. Chap. 3 in ${THESIS_EN}, 42–83. Master’s thesis, National Chengchi University, 2004. http://h.example/33717.`,
  ],
  [
    'apa zh',
    `何仁傑（2004）。${THESIS}〔碩士論文，國立政治大學〕。政大學術集成。http://h.example/33717`,
  ],
  [
    'apa en',
    'Ho, J.-C. (2004). Zhuhan Meijun wenti [The question of U.S. forces in Korea] [Master’s thesis, National Chengchi University]. NCCU Academic Hub. http://h.example/33717',
  ],
  [
    'mla zh',
    `何仁傑。〈${WORK}〉。《${THESIS}》。2004。國立政治大學東亞研究所，碩士論文，頁42–83。政大學術集成，http://h.example/33717`,
  ],
  [
    'mla en',
    'Ho Jen-Chieh. “Zhuhan Meijun” [U.S. forces in Korea]. Zhuhan Meijun wenti [The question of U.S. forces in Korea]. 2004. National Chengchi U, master’s thesis, pp. 42–83. NCCU Academic Hub, http://h.example/33717.',
  ],
  ['gbt7714 zh', `${GBT}：42-83. http://h.example/33717.`],
  ['gbt7714-2015 zh', `${GBT_2015}: 42-83[${DAY}]. http://h.example/33717.`],
];

test.each(LISTS)('the chapter itself: %s', (name, reference) => {
  expect(cited(chapter, `${name} list`, WHOLE)).toBe(reference);
});

describe('other chapters', () => {
  const all = (changes: object): Record<string, string> => {
    const other = { ...chapter, ...changes } as Chapter;
    return Object.fromEntries(named.map((name) => [name, cited(other, name, WHOLE)]));
  };

  test('a thesis with a day has its year', () => {
    expect(all({ issued: '2004-06-15' })).toEqual(all({}));
  });

  test.each([
    ['硕士论文', 'master’s thesis', 'Master’s thesis'],
    ['碩士學位論文', 'master’s thesis', 'Master’s thesis'],
    ['博士論文', 'PhD diss.', 'Doctoral dissertation'],
    ['博士学位论文', 'PhD diss.', 'Doctoral dissertation'],
  ])('%s is in English a %s', (genre, inChicago, inApa) => {
    const forms = all({ thesis: { title: THESIS, genre } });
    expect(forms['chicago en note']).toContain(`(${inChicago}, National`);
    expect(forms['apa en list']).toContain(`[${inApa}, National`);
    expect(forms['mla en list']).toMatch(/ U, (?:master’s thesis|PhD dissertation), pp\./u);
    for (const name of named.filter((n) => / en /u.test(n)))
      expect(forms[name]).not.toContain(genre);
  });

  test('a title that asks takes no full stop, and a title within a title other marks', () => {
    const asks = all({
      title: '誰的半島？',
      thesis: { title: '《紅樓夢》研究', genre: '碩士論文' },
      latin: { title: 'Shei de bandao?' },
      translated: undefined,
    });
    expect(asks['taiwan zh list']).toContain('〈誰的半島？〉，《〈紅樓夢〉研究》（');
    expect(asks['chicago en list']).toContain('“Shei de bandao?” 誰的半島？ Chap. 3 in');
    expect(asks['mla en list']).toContain('“Shei de bandao?” 《紅樓夢》研究. 2004.');
    expect(Object.values(asks).join()).not.toMatch(/[？?]”?[.。]/u);
  });

  test('without romanised titles English styles print the characters', () => {
    const bare = all({ latin: undefined, translated: undefined });
    expect(bare['chicago en list']).toContain(`“${WORK}.” Chap. 3 in “${THESIS},” 42–83.`);
    expect(bare['apa en list']).toContain(`${THESIS} [Master’s thesis,`);
  });

  test('without label, pages, archive, place or identifier nothing is said of them', () => {
    const bare = all({
      label: '',
      pages: undefined,
      archive: undefined,
      identifiers: [],
      institution: { name: '渡口學堂' },
    });
    for (const [name, text] of Object.entries(bare)) {
      expect(text, name).not.toMatch(/undefined|[，,：:.] ?[，,：:]|\(\)|（）|Chap|第三章|\.\.$/u);
    }
    expect(bare['taiwan zh list']).toContain('（渡口學堂碩士論文，2004）。');
    expect(bare['gbt7714 zh list']).toBe(`何仁傑. ${THESIS}[D]. 渡口學堂，2004.`);
  });
});

test('no address is followed by a mark that a program would take into it', () => {
  const forms = named.map((name) => cited(chapter, name, name.endsWith('list') ? WHOLE : PLACE));
  for (const form of forms) {
    expect(form).not.toMatch(/https?:\/\/[\w./-]+[^\w./\s-]/u);
    expect(form).not.toMatch(/https?:\/\/\S+[,)]/u);
  }
});
const PLACE: Target = { id: 'x', path: '/x/', locus: PLACES['note'] ?? {} };

test('citations in the text have no address', () => {
  for (const name of named.filter((n) => n.endsWith('text')))
    expect(cited(chapter, name, PLACE)).not.toContain('http');
});

test('what is italic or bold is marked: books after APA and MLA, in Taiwan the thesis', () => {
  const marked = (id: string, lang: string) =>
    stylesOf(chapter)
      .find((s) => s.id === id && s.lang === lang)
      ?.forms.list?.filter(({ italic, bold }) => italic || bold)
      .map(({ text, bold }) => `${bold ? 'bold' : 'italic'} ${text}`);
  expect(marked('apa', 'en')).toEqual(['italic Zhuhan Meijun wenti']);
  expect(marked('mla', 'en')).toEqual(['italic Zhuhan Meijun wenti']);
  expect(marked('apa', 'zh')).toEqual([`bold ${THESIS}`]);
  expect(marked('chicago', 'en')).toEqual([]);
});

test('a place is cited in a note or in the text, the chapter in the list', () => {
  for (const style of stylesOf(chapter)) {
    expect(formFor(style, WHOLE)).toBe('list');
    expect(formFor(style, PLACE)).toBe(/apa|mla/u.test(style.id) ? 'text' : 'note');
  }
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

test('a chapter without a number has its title alone', () => {
  expect(fullTitle({ ...chapter, label: '' })).toBe(WORK);
  expect(fullTitle(chapter)).toBe(`第三章　${WORK}`);
});

test('a quotation stands in 「」, quotations within it in 『』, its citation after it', () => {
  const quotation = (text: string, citation: string) =>
    charactersOf(quotationOf(text, [{ text: citation }]));
  expect(quotation('他說「好」。', '（何仁傑，頁42）')).toBe('「他說『好』。」（何仁傑，頁42）');
  expect(quotation('甲', '何仁傑，頁42。')).toBe('「甲」\n何仁傑，頁42。');
});
