/** TEI of small chapters: marks at their characters, citations with what is known of them. */
import { describe, expect, test } from 'vitest';
import { locatorRange, locatorSpan } from '../../../src/exports/tei/locators.ts';
import { toTei } from '../../../src/exports/tei/tei.ts';
import type { Locator } from '../../../src/model/citations/schema.ts';
import { chapterOf, LAMPS, NOWHERE } from './chapter.ts';

const within = (xml: string, tag: string) =>
  new RegExp(`<${tag}[ >].*?</${tag.split(' ')[0]}>`, 'su').exec(xml)?.[0];
const tei = (small: Parameters<typeof chapterOf>[0]) => toTei(chapterOf(small), NOWHERE);

test.each([
  ['a page break inside a word', '渡{pb 8}口', '渡<pb n="8" xml:id="p8"></pb>口'],
  ['a link', '如[表 2-1](#table-2-1)', '如<ref target="#table-2-1">表 2-1</ref>'],
  ['emphasis', '*渡*口**燈**', '<emph>渡</emph>口<hi rend="bold">燈</hi>'],
  [
    'English of two words',
    '條約 Mutual Aid 之',
    '條約 <foreign xml:lang="en">Mutual Aid</foreign> 之',
  ],
  ['signs of XML', 'a \\< b & c', 'a &#x3C; b &#x26; c'],
  ['mathematics', '$a^2$', '<formula notation="tex">a^2</formula>'],
])('%s', (_, body, expected) => {
  const p = within(tei({ body: `${body} {#s1-p1}` }).split('<body>')[1] ?? '', 'p');
  expect(p).toBe(`<p xml:id="s1-p1" n="1">${expected}</p>`);
});

test('a quotation of several paragraphs is one', () => {
  const xml = tei({ body: '> 甲 {#s1-p1}\n>\n> 乙 {#s1-p2}\n\n丙 {#s1-p3}' });
  expect(within(xml, 'quote')?.match(/<p /gu)).toHaveLength(2);
});

describe('the words of a citation', () => {
  const noteOf = (text: string, ...citations: object[]) => {
    const xml = tei({
      body: '燈。[^1] {#s1-p1}',
      notes: [{ text, citations: citations as never }],
      sources: {
        'reed-1999': LAMPS,
        'mo-2001': { language: 'zh', title: '燈油', 'container-title': '渡口' },
      },
    });
    return within(xml, 'note place="foot"')?.replace(/^<note[^>]*>|<\/note>$/gu, '');
  };
  const page = (value: string) => ({ label: 'page', value });

  test.each<[string, string, object[], string]>([
    [
      'with titles and a page',
      'Ann Reed, “Lamps,” *River Quarterly*, p. 5.',
      [{ source: 'reed-1999', form: 'full', locator: page('5') }],
      '<bibl type="full" corresp="#reed-1999" xml:lang="en">Ann Reed, “<title level="a">Lamps</title>,” <title level="j"><emph>River Quarterly</emph></title>, p. <citedRange unit="page" from="5" to="5">5</citedRange>.</bibl>',
    ],
    [
      'that are a part of the note, and point back',
      '參見 Ibid., p. 6。',
      [
        {
          source: 'reed-1999',
          form: 'ibid',
          text: 'Ibid., p. 6',
          locator: page('6'),
          antecedent: 1,
          basis: 'preceding-note',
        },
      ],
      '參見 <bibl type="ibid" corresp="#reed-1999" xml:lang="en">Ibid., p. <citedRange unit="page" from="6" to="6">6</citedRange><ptr type="antecedent" subtype="preceding-note" target="#fn1"></ptr></bibl>。',
    ],
    [
      'that lead to no source',
      '王燈，前引文，頁 11。',
      [{ unresolved: 'not-cited-earlier', form: 'qianyinwen', locator: page('11') }],
      '<bibl type="qianyinwen" subtype="not-cited-earlier" cert="unknown">王燈，前引文，頁 <citedRange unit="page" from="11" to="11">11</citedRange>。</bibl>',
    ],
    [
      'of two works, one seen in the other',
      '「燈油」，轉引自 Lamps',
      [
        { source: 'mo-2001', form: 'full', text: '「燈油」', via: 'reed-1999' },
        { source: 'reed-1999', form: 'full', text: '轉引自 Lamps' },
      ],
      '<bibl type="full" corresp="#mo-2001" source="#reed-1999">「<title level="a">燈油</title>」</bibl>，<bibl type="full" corresp="#reed-1999">轉引自 <title level="a" xml:lang="en">Lamps</title></bibl>',
    ],
    [
      'that print the page in words of their own',
      '「燈油」，第三頁。',
      [{ source: 'mo-2001', form: 'full', locator: page('3') }],
      '<bibl type="full" corresp="#mo-2001">「<title level="a">燈油</title>」，第三頁。<citedRange unit="page" from="3" to="3"></citedRange></bibl>',
    ],
  ])('%s', (_, text, citations, expected) => {
    expect(noteOf(text, ...citations)).toBe(expected);
  });
});

test.each<[string, Locator['label'], string, string | undefined]>([
  ['Reed, p. 258.', 'page', '258', '258'],
  ['Reed, pp. 258－259.', 'page', '258-259', '258－259'],
  ['頁 31-32。', 'page', '31-32', '31-32'],
  ['第 4 版。', 'page', '4', '4'],
  ['2004 年，第 4 頁', 'page', '4', '4'],
  ['page A-15: p. A-15', 'page', 'A-15', 'A-15'],
  ['p. 2585', 'page', '258', undefined],
  ['258 燈', 'page', '258', undefined],
  ['Vol. 3', 'volume', '3', '3'],
  ['第二段', 'paragraph', '二', undefined],
])('of “%s” the %s %s is “%s”', (words, label, value, expected) => {
  const span = locatorSpan(words, { label, value });
  expect(span && words.slice(span.from, span.to)).toBe(expected);
});

test.each([
  ['258', '258', '258'],
  ['258-259', '258', '259'],
  ['A-15', 'A-15', 'A-15'],
])('the range of %s is from %s to %s', (value, from, to) => {
  expect(locatorRange({ label: 'page', value })).toEqual({ from, to });
});
