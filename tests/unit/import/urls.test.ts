/** URLs that line wraps and stray spaces broke: each of the chapter's, and what must not be joined. */
import { describe, expect, test } from 'vitest';
import { importText } from '../../../src/import/import.ts';
import { joinUrls } from '../../../src/import/urls.ts';
import { BYTES, SETTINGS } from './source.ts';

/** Note → the repaired URL and the parts it is printed in, read from the source by eye. */
const BROKEN: [note: number, ...parts: string[]][] = [
  [4, 'http://usinfo.org/chinese_cd/', 'living_doc/BIG5/trumandoctrine.htm'],
  [5, 'http://www.chinajilin.com.cn/2002guoji/', '2002-10-31/686.htm'],
  [8, 'http://www.epochtimes.', 'com/b5/3/9/11/n374371.htm'],
  [9, 'http://www.hku.hk/hkcsp/ccex/text/studyguide/hkecon/', 'glossary.heml'],
  [10, 'http://www.csis.org/isp/', 'PathToAnAgreement.pdf'],
  [17, 'http://', 'www.peaceforum.org.tw/filectrl/20010914.doc/'],
  [
    26,
    'http://www.airpower.maxwell.af.mil/airchronicles/aureview/',
    '1973/sep-oct/staley.html#staley',
  ],
  [27, 'http://www.state.gov/', 'r/pa/ho/frus/nixon/i/20592.htm'],
  [28, 'http://www.npf.org.tw/PUBLICATION/IA/091/', 'IA-R-091-032.htm'],
  [52, 'http://www.bartleby.com/65/gr/', 'GrammRudm.html'],
  [
    58,
    'http://big5.xinhuanet.com/gate/big5/news.xinhuanet.com/mil/',
    '2004-10/26/content_2142846.htm',
  ],
  [
    65,
    'http://big5.xinhuanet.com/gate/big5/news.xinhuanet.com/mil/',
    '2004-10/26/content_2142846.htm',
  ],
  [70, 'http://fuhrer.myweb.hinet.net/articles/', 'a3.htm'],
  [75, 'http://www.costind.gov.cn/n435777/n435943/n435944/', 'n436010/15544.html'],
  [76, 'http://www.costind.gov.cn/n435777/n435943/n435944/', 'n436010/15544.html'],
  [95, 'http://www.taiwanthinktank.org/researchfinal.', 'php?id=432'],
  [101, 'http://www.asiatimes-chinese.com/', '930korea.htm'],
  [105, 'http://iir.nccu.edu.tw/2002report/', 'korea.htm'],
  [106, 'http://', 'iwep.org.cn/', 'guojizhengzhi/', 'renhaiping_zhanluejingzheng.pdf'],
  [116, 'http://www.future-china.org/', 'csipf/activity/mt911113.htm'],
];

describe('the 20 broken URLs of the chapter', () => {
  const { files } = importText(BYTES, 'chapter-3.txt', SETTINGS, () => '');
  const note = (n: number) => files.get(`footnotes/${String(n).padStart(3, '0')}.md`) ?? '';

  test.each(BROKEN)('the one of note %i is whole, and its repair recorded', (number, ...parts) => {
    const url = parts.join('');
    expect(note(number)).toContain(`urls:\n  - printed: ${parts.join(' ')}\n    url: ${url}\n`);
    expect(note(number).replace(/\{pb \d+\}/gu, '')).toMatch(
      new RegExp(`[<[]${url.replace(/[.?+]/gu, '\\$&')}[>\\]]`, 'u'),
    );
  });

  test('are all that is repaired', () => {
    const repaired = [...files]
      .filter(([, text]) => /^urls:$/mu.test(text))
      .map(([path]) => Number(/\d+/u.exec(path)?.[0]));
    expect(repaired).toEqual(BROKEN.map(([number]) => number));
    const records = [...files.values()].join('').match(/^ {2}- printed: /gmu);
    expect(records).toHaveLength(20);
  });

  test('leave no URL in the content with a space or a Han character in it', () => {
    const urls = [...files.values()].join('\n').match(/<http[^>]*>|\]\(http[^)]*\)/gu) ?? [];
    expect(urls.length).toBeGreaterThan(40);
    for (const url of urls) expect(url).toMatch(/^[<\](]+https?:\/\/[\x21-\x7E]+[>)]$/u);
  });
});

describe('joinUrls', () => {
  test.each([
    ['a wrap after a slash', 'http://a.org/b/ \nc.htm', 'http://a.org/b/c.htm'],
    ['a wrap after a dot', 'http://a. \norg/b/c', 'http://a.org/b/c'],
    ['a wrap inside a query', 'http://a.org/x?id= \n43&y=2', 'http://a.org/x?id=43&y=2'],
    ['a space after the scheme', 'http:// a.org/b', 'http://a.org/b'],
    ['a space after a slash', 'https://a.org/ bcd/e.html', 'https://a.org/bcd/e.html'],
    ['several wraps', 'http://a.org/b/ \nc/ \nd.pdf', 'http://a.org/b/c/d.pdf'],
    ['a path of capitals', 'http://a.org/ \nGB/Main.asp', 'http://a.org/GB/Main.asp'],
  ])('joins %s', (_, raw, url) => {
    expect(joinUrls(`參見 ${raw}。`)).toEqual({
      text: `參見 ${url}。`,
      repaired: [{ printed: raw.replace(/\s+/gu, ' '), url }],
    });
  });

  test.each([
    ['a year after a wrap', 'http://a.org/b/ \n2004 年'],
    ['a word after a wrap', 'http://a.org/b/ \nKorea'],
    ['an abbreviation after a wrap', 'http://a.org/b/ \nU.S. forces'],
    ['a page after a wrap', 'http://a.org/b/ \np.45.'],
    ['pages after a wrap', 'http://a.org/b/ \npp.45-46.'],
    ['a volume after a wrap', 'http://a.org/b/ \nVol.3, No.2'],
    ['a sentence after a finished page', 'http://a.org/b.htm. Also www.c.org/d'],
    ['a file after a finished page', 'http://a.org/b.html \nc/d.html'],
    ['a second URL', 'http://a.org/b/ \nhttp://c.org/d'],
    ['Han characters after a wrap', 'http://a.org/b/ \n及 c/d.htm'],
    ['a word after a comma', 'http://a.org/b, c/d.htm'],
    ['a word that no dot or slash ends', 'http://a.org/b \nc/d.htm'],
    ['a capital after a space', 'http://a.org/b/ See/also'],
  ])('does not join %s', (_, raw) => {
    expect(joinUrls(raw)).toEqual({ text: raw, repaired: [] });
  });

  test('keeps a page break inside a URL, and leaves it out of the record', () => {
    expect(joinUrls('http://a.org/b/ \n\uE00168\uE002c.html')).toEqual({
      text: 'http://a.org/b/\uE00168\uE002c.html',
      repaired: [{ printed: 'http://a.org/b/ c.html', url: 'http://a.org/b/c.html' }],
    });
  });

  test('takes the full stop after a URL out of the record only', () => {
    expect(joinUrls('見 http://a.org/ \nb.htm.').repaired).toEqual([
      { printed: 'http://a.org/ b.htm', url: 'http://a.org/b.htm' },
    ]);
    expect(joinUrls('見 http://a.org/ \nb.htm.').text).toBe('見 http://a.org/b.htm.');
  });

  test('mends each of several URLs in a text, and leaves the rest', () => {
    const { text, repaired } = joinUrls(
      '一 http://a.org/ \nb.htm 二 http://c.org/d 三 http:// e.org',
    );
    expect(text).toBe('一 http://a.org/b.htm 二 http://c.org/d 三 http://e.org');
    expect(repaired.map((r) => r.url)).toEqual(['http://a.org/b.htm', 'http://e.org']);
  });
});
