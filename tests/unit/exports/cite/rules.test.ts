/**
 * Rules of the manuals in works made for them, each with the section it comes from as the official styles
 * name it; a rule without a number is one whose section nobody here has seen.
 */
import { describe, expect, test } from 'vitest';
import { lacksLatin, stylesOfWork } from '../../../../src/exports/cite/works.ts';
import type { Name } from '../../../../src/model/sources/name.ts';
import type { SourceData } from '../../../../src/model/sources/source.ts';
import type { Form } from '../../../../src/search/cite/places.ts';
import { htmlOf } from '../../../../src/search/cite/runs.ts';
import { source } from '../../model/sources/source.ts';

function cited(name: string, data: Partial<SourceData>): string {
  const [id, lang, form] = name.split(' ');
  const styles = stylesOfWork({ id: 'x', ...source(data) });
  const style = styles.find((s) => s.id === id && s.lang === lang);
  return htmlOf(style?.forms[form as Form] ?? []);
}

type Row = [rule: string, data: Partial<SourceData>, expected: string];

const REED: Name = { family: 'Reed', given: 'Ann B.', suffix: 'Jr.' };
const B: Name = { family: 'Bell', given: 'Bob' };
const C: Name = { family: 'Cole', given: 'Jean-Paul' };
const WU: Name = { family: 'Wu', given: 'Xinbo', 'static-ordering': true };
const LIU: Name = { family: '劉', given: '德海', latin: { family: 'Liu', given: 'Te-hai' } };
const VEEN: Name = { family: 'Veen', given: 'Piet H.', 'non-dropping-particle': 'van der' };

const issued = (date: string, season?: 'spring') => ({
  date,
  printed: 'x',
  ...(season ? { season } : {}),
});

const ARTICLE: Partial<SourceData> = {
  author: [REED],
  title: 'Of Oil',
  'container-title': 'River Quarterly',
  volume: '3',
  issue: '2',
  page: '325-341',
  issued: issued('1999', 'spring'),
};
const BOOK: Partial<SourceData> = {
  kind: 'book',
  type: 'book',
  author: [B],
  title: 'Lamps: A History',
  publisher: 'Quay Press',
  'publisher-place': 'Harbour',
  issued: issued('1999'),
};
const PART: Partial<SourceData> = {
  ...BOOK,
  type: 'chapter',
  title: 'Of Oil',
  'container-title': 'Lamps',
  editor: [C, WU],
  page: '12-40',
};
const NEWS: Partial<SourceData> = {
  type: 'article-newspaper',
  title: 'Lamps Go Out',
  'container-title': 'The Ferry Post',
  issued: issued('1977-06-12'),
  page: 'A-15',
};
const THESIS: Partial<SourceData> = {
  type: 'thesis',
  author: [B],
  title: 'Of Oil',
  genre: 'doctoral dissertation',
  publisher: 'Quay University',
  issued: issued('1999-06-15'),
};
const PAPER: Partial<SourceData> = {
  type: 'paper-conference',
  author: [B],
  title: 'Of Oil',
  'event-title': 'Harbour Seminar',
  'event-place': 'Eastport',
  issued: issued('2003-01-17/2003-01-20'),
};
const ZH: Partial<SourceData> = {
  language: 'zh',
  author: [LIU],
  title: '半島新情勢',
  latin: { title: 'Bandao xin qingshi', 'container-title': 'Zhanlüe yanjiu' },
  translated: { title: 'The new situation of the peninsula' },
  'container-title': '戰略研究',
  volume: '3',
  issue: '2',
  issued: issued('2001-04'),
  page: '1-20',
};

/** A DOI that somebody looked up. */
const DOI = [{ type: 'doi' as const, value: '10.5555/lamp.1', by: '林小舟' }];
const AT_DOI: Partial<SourceData> = { ...ARTICLE, identifiers: DOI };
const MAGAZINE: Partial<SourceData> = {
  ...NEWS,
  type: 'article-magazine',
  'container-title': 'Lamp Weekly',
  page: '20-24',
  volume: '77',
  issue: '2',
};
const REPORT: Partial<SourceData> = {
  ...BOOK,
  type: 'report',
  genre: 'Working Paper',
  number: 'No. 12',
  'collection-title': 'Lamp Papers',
};
const EDITED: Partial<SourceData> = {
  ...BOOK,
  editor: [C],
  translator: [VEEN],
  edition: 'Revised edition',
};
const SITE: Partial<SourceData> = {
  type: 'webpage',
  title: 'Lamps',
  'container-title': 'Quay Site',
  issued: issued('2003-01-17'),
};
const NAMELESS: Partial<SourceData> = { type: 'webpage', URL: 'http://quay.example/x' };
const TWO_ZH: Partial<SourceData> = { ...ZH, author: [LIU, { family: '李', given: '大華' }] };

const RULES: Record<string, Row[]> = {
  'chicago en note': [
    [
      'a particle that ends in a hyphen stands close',
      { ...BOOK, author: [{ family: 'Sayyid', given: 'Mustafa K.', 'dropping-particle': 'al-' }] },
      'Mustafa K. al-Sayyid, <i>Lamps: A History</i> (Quay Press, 1999).',
    ],
    [
      'Roman pages; bare digits of a report',
      { ...ARTICLE, page: 'iv-x' },
      'Ann B. Reed Jr., “Of Oil,” <i>River Quarterly</i> 3, no. 2 (Spring 1999): iv–x.',
    ],
    ['what nothing names is called by its host', NAMELESS, 'quay.example, http://quay.example/x.'],
    [
      'a DOI is given as an address where none was printed',
      AT_DOI,
      'Ann B. Reed Jr., “Of Oil,” <i>River Quarterly</i> 3, no. 2 (Spring 1999): 325–41, https://doi.org/10.5555/lamp.1.',
    ],
    [
      'a printed address stays',
      { ...AT_DOI, URL: 'http://quay.example/lamps' },
      'Ann B. Reed Jr., “Of Oil,” <i>River Quarterly</i> 3, no. 2 (Spring 1999): 325–41, http://quay.example/lamps.',
    ],
    [
      'a revised edition, who edited and who translated it',
      EDITED,
      'Bob Bell, <i>Lamps: A History</i>, rev. ed., ed. Jean-Paul Cole, trans. Piet H. van der Veen (Quay Press, 1999).',
    ],
    [
      'a double issue; a range of months',
      { ...ARTICLE, issue: '1-2', issued: issued('1999-01/1999-06'), page: '107-108' },
      'Ann B. Reed Jr., “Of Oil,” <i>River Quarterly</i> 3, nos. 1–2 (January–June 1999): 107–8.',
    ],
    [
      'marks go inside the inner quotation marks too; an apostrophe is none',
      { ...ARTICLE, title: 'Before and ‘After’' },
      'Ann B. Reed Jr., “Before and ‘After,’” <i>River Quarterly</i> 3, no. 2 (Spring 1999): 325–41.',
    ],
    [
      '13.18: names as spoken, commas, the imprint in brackets',
      BOOK,
      'Bob Bell, <i>Lamps: A History</i> (Quay Press, 1999).',
    ],
    [
      '13.78: of three authors, the first',
      { ...BOOK, author: [B, C, REED] },
      'Bob Bell et al., <i>Lamps: A History</i> (Quay Press, 1999).',
    ],
    [
      '14.8: a part of a book',
      PART,
      'Bob Bell, “Of Oil,” in <i>Lamps</i>, ed. Jean-Paul Cole and Wu Xinbo, 12–40 (Quay Press, 1999).',
    ],
    [
      'a comma stays after a question mark; of the last page, what changes',
      { ...ARTICLE, title: 'Whose Oil?' },
      'Ann B. Reed Jr., “Whose Oil?,” <i>River Quarterly</i> 3, no. 2 (Spring 1999): 325–41.',
    ],
    [
      '11.90 of the 17th: romanised, in characters, translated; the name in its own order',
      ZH,
      'Liu Te-hai 劉德海, “Bandao xin qingshi” 半島新情勢 [The new situation of the peninsula], <i>Zhanlüe yanjiu</i> 戰略研究 3, no. 2 (April 2001): 1–20.',
    ],
  ],
  'chicago en short': [
    ['13.36: family name and short title', BOOK, 'Bell, <i>Lamps</i>.'],
    ['13.36: two names', { ...ARTICLE, author: [REED, VEEN] }, 'Reed and van der Veen, “Of Oil.”'],
    ['13.36: three names', { ...ARTICLE, author: [REED, B, C] }, 'Reed et al., “Of Oil.”'],
    ['11.90 of the 17th: a romanised title', ZH, 'Liu, “Bandao xin qingshi” 半島新情勢.'],
  ],
  'chicago en list': [
    [
      'bare digits of a report are its number',
      { ...REPORT, number: '12' },
      'Bell, Bob. <i>Lamps: A History</i>. Working Paper no. 12. Lamp Papers. Quay Press, 1999.',
    ],
    [
      'the kind of a page takes no capital within',
      { ...SITE, author: [B], genre: 'blog post' },
      'Bell, Bob. “Lamps.” Quay Site, blog post, January 17, 2003.',
    ],
    [
      '14.87: a magazine by its date, in the place of an author',
      MAGAZINE,
      '<i>Lamp Weekly</i>. “Lamps Go Out.” June 12, 1977, 20–24.',
    ],
    [
      '14.89: what has no title, under its newspaper',
      { ...NEWS, title: undefined },
      '<i>The Ferry Post</i>. June 12, 1977, A-15.',
    ],
    ['14.104: a page under its site', SITE, 'Quay Site. “Lamps.” January 17, 2003.'],
    [
      'a wire service is not in italics',
      {
        ...NEWS,
        kind: 'wire',
        author: [B],
        'container-title': 'Quay News Agency',
        page: undefined,
      },
      'Bell, Bob. “Lamps Go Out.” Quay News Agency, June 12, 1977.',
    ],
    [
      'kind and number of a report together, then its series',
      REPORT,
      'Bell, Bob. <i>Lamps: A History</i>. Working Paper No. 12. Lamp Papers. Quay Press, 1999.',
    ],
    [
      'a book has its year alone; a revised edition begins with a capital',
      { ...EDITED, issued: issued('1999-06') },
      'Bell, Bob. <i>Lamps: A History</i>. Rev. ed. Edited by Jean-Paul Cole. Translated by Piet H. van der Veen. Quay Press, 1999.',
    ],
    [
      'a newspaper’s edition after its date',
      { ...NEWS, author: [B], edition: 'late edition' },
      'Bell, Bob. “Lamps Go Out.” <i>The Ferry Post</i>, June 12, 1977, late edition, A-15.',
    ],
    [
      'proceedings say where a paper is from',
      {
        ...PAPER,
        'container-title': 'Harbour Papers',
        publisher: 'Quay Press',
        issued: issued('2003'),
      },
      'Bell, Bob. “Of Oil.” In <i>Harbour Papers</i>. Quay Press, 2003.',
    ],
    [
      '14.30: no place of publication',
      BOOK,
      'Bell, Bob. <i>Lamps: A History</i>. Quay Press, 1999.',
    ],
    [
      '14.89: an unsigned article under its newspaper',
      NEWS,
      '<i>The Ferry Post</i>. “Lamps Go Out.” June 12, 1977, A-15.',
    ],
    ['14.113: a thesis', THESIS, 'Bell, Bob. “Of Oil.” PhD diss., Quay University, 1999.'],
    [
      '13.78: of seven authors, three',
      { ...BOOK, author: [B, C, REED, B, C, REED, B] },
      'Bell, Bob, Jean-Paul Cole, Ann B. Reed Jr., et al. <i>Lamps: A History</i>. Quay Press, 1999.',
    ],
    [
      '14.115: a paper',
      PAPER,
      'Bell, Bob. “Of Oil.” Paper presented at Harbour Seminar, Eastport, January 17–20, 2003.',
    ],
    [
      '11.90 of the 17th: no comma in a name that stands in its own order',
      { ...ZH, volume: undefined, issue: undefined, page: undefined },
      'Liu Te-hai 劉德海. “Bandao xin qingshi” 半島新情勢 [The new situation of the peninsula]. <i>Zhanlüe yanjiu</i> 戰略研究, April 2001.',
    ],
    [
      'an address, with the stop that English programs leave out of it',
      { ...BOOK, URL: 'http://quay.example/lamps' },
      'Bell, Bob. <i>Lamps: A History</i>. Quay Press, 1999. http://quay.example/lamps.',
    ],
  ],
  'apa en list': [
    [
      '10.3: who translated a part of a book',
      { ...PART, translator: [VEEN] },
      'Bell, B. (1999). Of Oil (P. H. van der Veen, Trans.). In J.-P. Cole &amp; X. Wu (Eds.), <i>Lamps</i> (pp. 12–40). Quay Press.',
    ],
    [
      'what nothing names is called by its host',
      NAMELESS,
      '<i>quay.example</i>. (n.d.). http://quay.example/x',
    ],
    [
      '9.34–36: a DOI as an address, with no full stop',
      AT_DOI,
      'Reed, A. B., Jr. (1999). Of Oil. <i>River Quarterly</i>, <i>3</i>(2), 325–341. https://doi.org/10.5555/lamp.1',
    ],
    [
      '10.4: kind and number of a report, then its series',
      REPORT,
      'Bell, B. (1999). <i>Lamps: A History</i> (Working Paper No. 12; Lamp Papers). Quay Press.',
    ],
    [
      '10.2: editor, translator, edition',
      EDITED,
      'Bell, B. (1999). <i>Lamps: A History</i> (J.-P. Cole, Ed.; P. H. van der Veen, Trans.; Rev. ed.). Quay Press.',
    ],
    [
      'a double issue',
      { ...ARTICLE, issue: '1-2' },
      'Reed, A. B., Jr. (1999). Of Oil. <i>River Quarterly</i>, <i>3</i>(1–2), 325–341.',
    ],
    [
      '11.6: a hearing as law is cited',
      {
        type: 'hearing',
        author: [B],
        title: 'Lamp Policy',
        authority: 'House Committee on Ferries',
        issued: issued('1977-06-10'),
      },
      '<i>Lamp Policy</i>, House Committee on Ferries (1977) (testimony of Bob Bell).',
    ],
    [
      '9.8, 9.25: initials, year, volume in italics',
      ARTICLE,
      'Reed, A. B., Jr. (1999). Of Oil. <i>River Quarterly</i>, <i>3</i>(2), 325–341.',
    ],
    [
      '9.28, 10.3: editors within, in brackets with their part',
      PART,
      'Bell, B. (1999). Of Oil. In J.-P. Cole &amp; X. Wu (Eds.), <i>Lamps</i> (pp. 12–40). Quay Press.',
    ],
    [
      '9.10: editors in the place of authors',
      { ...BOOK, author: undefined, editor: [B, C] },
      'Bell, B., &amp; Cole, J.-P. (Eds.). (1999). <i>Lamps: A History</i>. Quay Press.',
    ],
    [
      '9.12, 10.1: without author the title leads; the day of a newspaper',
      NEWS,
      'Lamps Go Out. (1977, June 12). <i>The Ferry Post</i>, A-15.',
    ],
    [
      '9.19, 10.2: who translated it, edition and volume',
      { ...BOOK, edition: '2', volume: '1', translator: [C] },
      'Bell, B. (1999). <i>Lamps: A History</i> (J.-P. Cole, Trans.; 2nd ed., Vol. 1). Quay Press.',
    ],
    [
      '10.5: a paper with its days',
      PAPER,
      'Bell, B. (2003, January 17–20). <i>Of Oil</i> [Paper presentation]. Harbour Seminar, Eastport.',
    ],
    [
      '10.6: a thesis, its year alone',
      THESIS,
      'Bell, B. (1999). <i>Of Oil</i> [Doctoral dissertation, Quay University].',
    ],
    [
      '9.35: no full stop after an address',
      { ...BOOK, URL: 'http://quay.example/lamps' },
      'Bell, B. (1999). <i>Lamps: A History</i>. Quay Press. http://quay.example/lamps',
    ],
    [
      '9.38: romanised and translated',
      ZH,
      'Liu, T.-H. (2001). Bandao xin qingshi [The new situation of the peninsula]. <i>Zhanlüe yanjiu</i>, <i>3</i>(2), 1–20.',
    ],
    [
      '9.29: a publisher that is the author is not said again',
      { ...BOOK, author: [{ literal: 'Quay Press' }] },
      'Quay Press. (1999). <i>Lamps: A History</i>.',
    ],
    [
      '9.12: a page without a title, its site once',
      { type: 'webpage', 'container-title': 'Quay Site', issued: issued('2004-10-26') },
      '<i>Quay Site</i>. (2004, October 26).',
    ],
    [
      '9.17: no date',
      { ...BOOK, issued: undefined },
      'Bell, B. (n.d.). <i>Lamps: A History</i>. Quay Press.',
    ],
  ],
  'apa en text': [
    [
      'a name in characters keeps its distance',
      { ...TWO_ZH, author: [{ family: '李', given: '大華' }, LIU, B] },
      '(李大華 et al., 2001)',
    ],
    [
      '8.17: one and two authors',
      { ...BOOK, author: [B, VEEN] },
      '(Bell &amp; van der Veen, 1999)',
    ],
    ['8.17: three', { ...BOOK, author: [B, C, REED] }, '(Bell et al., 1999)'],
    ['8.14: no author', NEWS, '(“Lamps Go Out,” 1977)'],
    ['8.14: no author of a book', { ...BOOK, author: undefined }, '(<i>Lamps</i>, 1999)'],
  ],
  'apa zh list': [
    [
      '專書中的篇章: 譯者在篇名後，版次與頁在書名後',
      {
        ...ZH,
        type: 'chapter',
        'container-title': '燈',
        translator: [{ family: '朱', given: '三' }],
        edition: '2',
        volume: undefined,
        issue: undefined,
        publisher: '水鄉書局',
        issued: issued('2001'),
      },
      '劉德海（2001）。半島新情勢（朱三譯）。載於<b>燈</b>（第2版，頁1–20）。水鄉書局。',
    ],
    [
      'a DOI as an address',
      { ...ZH, identifiers: DOI },
      '劉德海（2001）。半島新情勢。<b>戰略研究</b>，<b>3</b>（2），1–20。https://doi.org/10.5555/lamp.1',
    ],
    [
      'a description is no title, and not in bold',
      {
        language: 'zh',
        type: 'speech',
        author: [LIU],
        title: '[開幕致詞]',
        issued: issued('2003-01-17'),
      },
      '劉德海（2003年1月17日）。〔開幕致詞〕。',
    ],
    [
      '期刊: names whole, periodical and volume in bold',
      ZH,
      '劉德海（2001）。半島新情勢。<b>戰略研究</b>，<b>3</b>（2），1–20。',
    ],
    [
      '學位論文: title in bold without title marks',
      {
        ...ZH,
        type: 'thesis',
        genre: '碩士論文',
        publisher: '渡口學堂',
        'container-title': undefined,
        volume: undefined,
        issue: undefined,
        page: undefined,
      },
      '劉德海（2001）。<b>半島新情勢</b>〔碩士論文，渡口學堂〕。',
    ],
    [
      '專書中的篇章',
      {
        ...ZH,
        type: 'chapter',
        'container-title': '燈',
        editor: [{ family: '李', given: '大華' }],
        publisher: '水鄉書局',
        volume: undefined,
        issue: undefined,
        issued: issued('2001'),
      },
      '劉德海（2001）。半島新情勢。載於李大華（主編），<b>燈</b>（頁1–20）。水鄉書局。',
    ],
    [
      '無題名: the site once, in its place',
      { language: 'zh', type: 'webpage', 'container-title': '戰略研究', issued: issued('2001-04') },
      '<b>戰略研究</b>（2001年4月）。',
    ],
    [
      'a title that asks takes no full stop',
      { ...ZH, title: '誰的半島？' },
      '劉德海（2001）。誰的半島？<b>戰略研究</b>，<b>3</b>（2），1–20。',
    ],
  ],
  'apa zh text': [
    [
      'two authors',
      { ...ZH, author: [LIU, { family: '李', given: '大華' }] },
      '（劉德海、李大華，2001）',
    ],
    ['three', { ...ZH, author: [LIU, LIU, LIU] }, '（劉德海等人，2001）'],
  ],
  'mla en list': [
    [
      'what nothing names is called by its host',
      NAMELESS,
      '<i>quay.example</i>, http://quay.example/x.',
    ],
    [
      '5.84–99: a DOI as an address',
      AT_DOI,
      'Reed, Ann B., Jr. “Of Oil.” <i>River Quarterly</i>, vol. 3, no. 2, Spring 1999, pp. 325–41, https://doi.org/10.5555/lamp.1.',
    ],
    [
      'what follows a title begins with a capital; within, small letters',
      { ...EDITED, volume: '2' },
      'Bell, Bob. <i>Lamps: A History</i>. Edited by Jean-Paul Cole, translated by Piet H. van der Veen, rev. ed., vol. 2, Quay Press, 1999.',
    ],
    [
      'an address that follows a title has no capital',
      { type: 'webpage', title: 'Lamps', URL: 'http://quay.example/lamps' },
      '<i>Lamps</i>. http://quay.example/lamps.',
    ],
    [
      '5.107: a translator of an article after its title',
      { ...ARTICLE, translator: [B], page: '103-104' },
      'Reed, Ann B., Jr. “Of Oil.” Translated by Bob Bell. <i>River Quarterly</i>, vol. 3, no. 2, Spring 1999, pp. 103–04.',
    ],
    [
      '5.3–22: two names, of which the first stands in its own order',
      TWO_ZH,
      'Liu Te-hai and 李大華. “Bandao xin qingshi” [The new situation of the peninsula]. <i>Zhanlüe yanjiu</i>, vol. 3, no. 2, Apr. 2001, pp. 1–20.',
    ],
    [
      '5.54–67: academic presses',
      { ...BOOK, publisher: 'Quay University Press' },
      'Bell, Bob. <i>Lamps: A History</i>. Quay UP, 1999.',
    ],
    [
      'a paper: the meeting holds it, then day and city',
      PAPER,
      'Bell, Bob. “Of Oil.” Harbour Seminar, 17–20 Jan. 2003, Eastport.',
    ],
    [
      'a speech in quotation marks',
      { ...PAPER, type: 'speech', 'event-place': undefined },
      'Bell, Bob. “Of Oil.” Harbour Seminar, 17–20 Jan. 2003.',
    ],
    [
      'several pages',
      { ...NEWS, page: 'A1, A15' },
      '“Lamps Go Out.” <i>The Ferry Post</i>, 12 June 1977, pp. A1, A15.',
    ],
    [
      'a title that asks in characters takes no full stop',
      { ...ZH, title: '誰的半島？', latin: undefined, translated: undefined },
      'Liu Te-hai. “誰的半島？” 戰略研究, vol. 3, no. 2, Apr. 2001, pp. 1–20.',
    ],
    [
      '5.31–99: container, number, date, pages',
      ARTICLE,
      'Reed, Ann B., Jr. “Of Oil.” <i>River Quarterly</i>, vol. 3, no. 2, Spring 1999, pp. 325–41.',
    ],
    [
      '5.3–22: of three authors, the first',
      { ...BOOK, author: [B, C, REED] },
      'Bell, Bob, et al. <i>Lamps: A History</i>. Quay Press, 1999.',
    ],
    [
      '5.3–22: two authors',
      { ...BOOK, author: [B, C] },
      'Bell, Bob, and Jean-Paul Cole. <i>Lamps: A History</i>. Quay Press, 1999.',
    ],
    [
      '5.38–47: contributors within a container',
      PART,
      'Bell, Bob. “Of Oil.” <i>Lamps</i>, edited by Jean-Paul Cole and Wu Xinbo, Quay Press, 1999, pp. 12–40.',
    ],
    [
      '5.113: title, year, university and kind of a thesis',
      THESIS,
      'Bell, Bob. <i>Of Oil</i>. 1999. Quay U, PhD dissertation.',
    ],
    [
      '5.68–83: day, month, year',
      NEWS,
      '“Lamps Go Out.” <i>The Ferry Post</i>, 12 June 1977, p. A-15.',
    ],
    [
      '5.3–22: a name in its own order takes no comma; the title romanised and translated',
      ZH,
      'Liu Te-hai. “Bandao xin qingshi” [The new situation of the peninsula]. <i>Zhanlüe yanjiu</i>, vol. 3, no. 2, Apr. 2001, pp. 1–20.',
    ],
  ],
  'mla en text': [
    ['two authors', { ...BOOK, author: [B, C] }, '(Bell and Cole)'],
    ['no author, a short title', { ...BOOK, author: undefined }, '(<i>Lamps</i>)'],
  ],
  'taiwan zh note': [
    [
      '無題名、作者、站名: 以網址的主機稱之',
      { ...NAMELESS, language: 'zh' },
      '<i>quay.example</i>，http://quay.example/x',
    ],
    [
      '專書論文: 版次在括號內',
      {
        ...ZH,
        type: 'chapter',
        'container-title': '燈',
        edition: '2',
        volume: '下',
        issue: undefined,
        publisher: '水鄉書局',
        issued: issued('2001'),
      },
      '劉德海，〈半島新情勢〉，《燈》下（第2版）（水鄉書局，2001），頁1–20。',
    ],
    [
      '韓文學位論文: 詞間有空格',
      {
        language: 'ko',
        type: 'thesis',
        author: [{ family: '박', given: '병선' }],
        title: '직지',
        genre: '석사학위논문',
        publisher: '서울대학교',
        issued: issued('1999'),
      },
      '박병선，《직지》（서울대학교 석사학위논문，1999）。',
    ],
    [
      'a DOI as an address, nothing after it',
      { ...ZH, identifiers: DOI },
      '劉德海，〈半島新情勢〉，《戰略研究》，第3卷第2期，2001年4月，頁1–20，https://doi.org/10.5555/lamp.1',
    ],
    [
      '譯著: 著 beside 譯',
      { ...ZH, translator: [{ family: '朱', given: '三' }] },
      '劉德海著，朱三譯，〈半島新情勢〉，《戰略研究》，第3卷第2期，2001年4月，頁1–20。',
    ],
    [
      '西文: pages whole',
      { ...ARTICLE, identifiers: [] },
      'Ann B. Reed Jr., “Of Oil,” <i>River Quarterly</i> 3, no. 2 (Spring 1999): 325–341.',
    ],
    ['中文期刊', ZH, '劉德海，〈半島新情勢〉，《戰略研究》，第3卷第2期，2001年4月，頁1–20。'],
    [
      '西文: its own form, with the place of publication',
      BOOK,
      'Bob Bell, <i>Lamps: A History</i> (Harbour: Quay Press, 1999).',
    ],
    [
      'nothing after an address',
      { ...ZH, URL: 'http://quay.example/x' },
      '劉德海，〈半島新情勢〉，《戰略研究》，第3卷第2期，2001年4月，頁1–20，http://quay.example/x',
    ],
  ],
  'gbt7714 zh list': [
    [
      '7.9: a DOI without its registry, where no address was printed',
      AT_DOI,
      'Reed A B，Jr. Of Oil[J/OL]. River Quarterly，1999，3（2）：325-341. DOI:10.5555/lamp.1.',
    ],
    [
      '7.8: a printed address stays',
      { ...AT_DOI, URL: 'http://quay.example/x' },
      'Reed A B，Jr. Of Oil[J/OL]. River Quarterly，1999，3（2）：325-341. http://quay.example/x.',
    ],
    [
      'a season in the place of a number',
      { ...ARTICLE, volume: undefined, issue: undefined },
      'Reed A B，Jr. Of Oil[J]. River Quarterly，1999（Spring）：325-341.',
    ],
    [
      'editor and translator beside an author; editions in the language of the work',
      { ...EDITED, edition: '2' },
      'Bell B. Lamps: A History[M]. Cole J-P，ed. Veen P H van der，trans. 2nd ed. Harbour：Quay Press，1999.',
    ],
    [
      '8.5: pages of a magazine after a colon',
      { ...MAGAZINE, volume: undefined, issue: undefined },
      'Lamps Go Out[J]. Lamp Weekly，1977-06-12：20-24.',
    ],
    [
      'no capitals; hyphens kept in initials',
      { ...ARTICLE, author: [C, VEEN, REED] },
      'Cole J-P，Veen P H van der，Reed A B，Jr. Of Oil[J]. River Quarterly，1999，3（2）：325-341.',
    ],
    [
      'pinyin is not shortened',
      { ...BOOK, author: [WU] },
      'Wu Xinbo. Lamps: A History[M]. Harbour：Quay Press，1999.',
    ],
    [
      'of four, three and et al.',
      { ...BOOK, author: [B, C, WU, REED] },
      'Bell B，Cole J-P，Wu Xinbo，et al. Lamps: A History[M]. Harbour：Quay Press，1999.',
    ],
    [
      '等，译 with its comma',
      {
        ...ZH,
        type: 'book',
        'container-title': undefined,
        volume: undefined,
        issue: undefined,
        page: undefined,
        translator: [LIU, LIU, LIU, LIU],
        publisher: '水鄉書局',
      },
      '劉德海. 半島新情勢[M]. 劉德海，劉德海，劉德海，等，译. 水鄉書局，2001.',
    ],
    [
      '8.3: the host of a contribution after //',
      PART,
      'Bell B. Of Oil[M]//Cole J-P，Wu Xinbo. Lamps. Harbour：Quay Press，1999：12-40.',
    ],
    [
      '8.6: the host of a paper, a meeting without proceedings',
      PAPER,
      'Bell B. Of Oil[C]//Harbour Seminar，2003.',
    ],
    ['a thesis', THESIS, 'Bell B. Of Oil[D]. Quay University，1999.'],
    [
      '8.5: a newspaper with its page',
      NEWS,
      'Lamps Go Out[N]. The Ferry Post，1977-06-12（A-15）.',
    ],
    [
      '8.11: a page on the web with its day; when it was read is for the writer to say',
      {
        type: 'webpage',
        title: 'Lamps',
        issued: issued('2003-01-17'),
        URL: 'http://quay.example/x',
      },
      'Lamps[EB/OL]. （2003-01-17）. http://quay.example/x.',
    ],
  ],
  'gbt7714-2015 zh list': [
    [
      '8.7 of 2015: a DOI',
      AT_DOI,
      'REED A B, Jr. Of Oil[J/OL]. River Quarterly, 1999, 3(2): 325-341. DOI:10.5555/lamp.1.',
    ],
    [
      '8.1 of 2015: capitals, half-width marks',
      { ...ARTICLE, author: [C, VEEN] },
      'COLE J P, VEEN P H van der. Of Oil[J]. River Quarterly, 1999, 3(2): 325-341.',
    ],
  ],
};

describe.each(Object.entries(RULES))('%s', (name, rows) => {
  test.each(rows)('%s', (_, data, expected) => {
    expect(cited(name, data)).toBe(expected);
  });
});

test('nobody guesses: without Latin forms characters stand, and the page says so', () => {
  const { latin: _, translated: __, ...bare } = ZH;
  const { latin: ___, ...name } = LIU;
  const data = { ...bare, author: [name] };
  expect(cited('apa en list', data)).toBe(
    '劉德海. (2001). 半島新情勢. 戰略研究, <i>3</i>(2), 1–20.',
  );
  expect(cited('mla en text', data)).toBe('(劉德海)');
  expect(lacksLatin({ id: 'x', ...source(data) })).toBe(true);
  expect(lacksLatin({ id: 'x', ...source(ZH) })).toBe(false);
  expect(lacksLatin({ id: 'x', ...source(BOOK) })).toBe(false);
});

test('every style has a list, and a form for notes or for the text; English works no Chinese APA', () => {
  for (const data of [ZH, BOOK]) {
    for (const { forms, id, lang } of stylesOfWork({ id: 'x', ...source(data) })) {
      expect(forms.list, `${id} ${lang}`).toBeDefined();
      expect(forms.note ?? forms.text, `${id} ${lang}`).toBeDefined();
    }
  }
  const styles = stylesOfWork({ id: 'x', ...source(BOOK) });
  expect(styles.filter(({ id }) => id === 'apa').map(({ lang }) => lang)).toEqual(['en']);
});

test('no address is followed by a mark that a program would take into it', () => {
  const all = [ARTICLE, BOOK, PART, NEWS, THESIS, PAPER, ZH, { ...ZH, type: 'report' as const }];
  for (const data of all) {
    const work = { id: 'x', ...source({ ...data, URL: 'http://quay.example/lamps' }) };
    for (const { forms } of stylesOfWork(work)) {
      for (const runs of Object.values(forms)) {
        expect(htmlOf(runs)).not.toMatch(/quay\.example\/lamps(?!\.?$|\. |, )/u);
        expect(htmlOf(runs)).not.toMatch(/quay\.example\/lamps, /u);
      }
    }
  }
});
