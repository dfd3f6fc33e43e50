/** An article of a journal and a chapter of a book, as every export has them. */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { toBibtex } from '../../../src/exports/bibtex/bibtex.ts';
import { toCff } from '../../../src/exports/citation-cff.ts';
import { stylesOf } from '../../../src/exports/cite/chapter.ts';
import { chapterSource } from '../../../src/exports/cite/record.ts';
import { toCsl } from '../../../src/exports/csl-json.ts';
import { packageDocument } from '../../../src/exports/epub/package.ts';
import { imprintOf } from '../../../src/exports/imprint.ts';
import { toJats } from '../../../src/exports/jats/jats.ts';
import { toPortableMarkdown } from '../../../src/exports/markdown.ts';
import type { MetaTag } from '../../../src/exports/metadata/about.ts';
import { toCoins } from '../../../src/exports/metadata/coins.ts';
import { dublinCore } from '../../../src/exports/metadata/dublin-core.ts';
import { highwire } from '../../../src/exports/metadata/highwire.ts';
import { chapterInFull } from '../../../src/exports/metadata/json-ld-text.ts';
import { publishedAt } from '../../../src/exports/published.ts';
import { toRis } from '../../../src/exports/ris.ts';
import { toTei } from '../../../src/exports/tei/tei.ts';
import type { Chapter } from '../../../src/model/chapter/chapter.ts';
import { parseYaml } from '../../../src/model/content/parse-yaml.ts';
import { chapterSchema } from '../../../src/model/content/schemas.ts';
import { charactersOf } from '../../../src/search/cite/runs.ts';
import { article, BOOK, bookChapter, COMMON, JOURNAL } from './kinds.ts';

const site = publishedAt(new URL('https://z.example'), '/');
const page = (chapter: Chapter) =>
  ({
    about: { kind: 'home' },
    chapter,
    published: site,
    title: chapter.title,
    description: chapter.description,
  }) as const;

/** Tags as their name and what they say. */
const said = (tags: readonly MetaTag[]): string[] =>
  tags.map((tag) => `${'name' in tag ? tag.name : ''} ${tag.content}`);

const cited = (chapter: Chapter): string[] =>
  stylesOf(chapter).flatMap(({ id, lang, forms }) =>
    Object.entries(forms).map(([form, runs]) => `${id} ${lang} ${form}: ${charactersOf(runs)}`),
  );

const ARTICLE = [
  'taiwan zh note: 林小舟、何岸，〈渡口的燈〉，《渡口學報》第40卷第2期（2001），{printed}，{url}',
  'taiwan zh list: 林小舟、何岸，〈渡口的燈〉，《渡口學報》第40卷第2期（2001），頁7–9。',
  'chicago zh note: 林小舟、何岸，〈渡口的燈〉，《渡口學報》第40卷第2期（2001），{printed}，{url}',
  'chicago zh short: 林小舟、何岸，〈渡口的燈〉，{printed}。',
  'chicago zh list: 林小舟、何岸。〈渡口的燈〉。《渡口學報》第40卷第2期（2001），頁7–9。',
  'chicago en note: Lin Hsiao-chou 林小舟 and Ho An 何岸, “Dukou de deng” 渡口的燈 [The lamp at the ferry], Dukou xuebao 渡口學報 [Ferry Journal] 40, no. 2 (2001), {printed}, {url}.',
  'chicago en short: Lin and Ho, “Dukou de deng” 渡口的燈, {printed}.',
  'chicago en list: Lin Hsiao-chou 林小舟 and Ho An 何岸. “Dukou de deng” 渡口的燈 [The lamp at the ferry]. Dukou xuebao 渡口學報 [Ferry Journal] 40, no. 2 (2001): 7–9. https://doi.org/10.5555/lamp.',
  'apa zh text: （林小舟、何岸，2001，{printed}）',
  'apa zh list: 林小舟、何岸（2001）。渡口的燈。渡口學報，40（2），7–9。https://doi.org/10.5555/lamp',
  'apa en text: (Lin & Ho, 2001, {printed})',
  'apa en list: Lin, H.-C., & Ho, A. (2001). Dukou de deng [The lamp at the ferry]. Dukou xuebao [Ferry Journal], 40(2), 7–9. https://doi.org/10.5555/lamp',
  'mla zh text: （林小舟、何岸，{printed}）',
  'mla zh list: 林小舟、何岸。〈渡口的燈〉。《渡口學報》，第40卷，第2期，2001，頁7–9，https://doi.org/10.5555/lamp',
  'mla en text: (Lin and Ho {printed})',
  'mla en list: Lin Hsiao-chou and Ho An. “Dukou de deng” [The lamp at the ferry]. Dukou xuebao [Ferry Journal], vol. 40, no. 2, 2001, pp. 7–9, https://doi.org/10.5555/lamp.',
  'gbt7714 zh note: 林小舟，何岸. 渡口的燈[J/OL]. 渡口學報，2001，40（2）：{printed}. {url}.',
  'gbt7714 zh list: 林小舟，何岸. 渡口的燈[J/OL]. 渡口學報，2001，40（2）：7-9. https://doi.org/10.5555/lamp.',
  'gbt7714-2015 zh note: 林小舟, 何岸. 渡口的燈[J/OL]. 渡口學報, 2001, 40(2): {printed}{accessed}. {url}.',
  'gbt7714-2015 zh list: 林小舟, 何岸. 渡口的燈[J/OL]. 渡口學報, 2001, 40(2): 7-9{accessed}. https://doi.org/10.5555/lamp.',
];

const CHAPTER = [
  'taiwan zh note: 林小舟、何岸，〈渡口的燈〉，收入邱海編，《河邊文集》（第2版）（臺北：渡口書局，2001），{printed}，{url}',
  'taiwan zh list: 林小舟、何岸，〈渡口的燈〉，收入邱海編，《河邊文集》（第2版）（臺北：渡口書局，2001），頁7–9。',
  'chicago zh note: 林小舟、何岸，〈渡口的燈〉，收入邱海編，《河邊文集》（第2版）（臺北：渡口書局，2001），{printed}，{url}',
  'chicago zh short: 林小舟、何岸，〈渡口的燈〉，{printed}。',
  'chicago zh list: 林小舟、何岸。〈渡口的燈〉。收入邱海編，《河邊文集》（第2版）（臺北：渡口書局，2001），頁7–9。',
  'chicago en note: Lin Hsiao-chou 林小舟 and Ho An 何岸, “Dukou de deng” 渡口的燈 [The lamp at the ferry], in Hebian wenji 河邊文集 [Riverside Essays], 2nd ed., ed. Chiu Hai 邱海 (渡口書局, 2001), {printed}, {url}.',
  'chicago en short: Lin and Ho, “Dukou de deng” 渡口的燈, {printed}.',
  'chicago en list: Lin Hsiao-chou 林小舟 and Ho An 何岸. “Dukou de deng” 渡口的燈 [The lamp at the ferry]. In Hebian wenji 河邊文集 [Riverside Essays], 2nd ed., edited by Chiu Hai 邱海, 7–9. 渡口書局, 2001. https://doi.org/10.5555/lamp.',
  'apa zh text: （林小舟、何岸，2001，{printed}）',
  'apa zh list: 林小舟、何岸（2001）。渡口的燈。載於邱海（主編），河邊文集（第2版，頁7–9）。渡口書局。https://doi.org/10.5555/lamp',
  'apa en text: (Lin & Ho, 2001, {printed})',
  'apa en list: Lin, H.-C., & Ho, A. (2001). Dukou de deng [The lamp at the ferry]. In H. Chiu (Ed.), Hebian wenji [Riverside Essays] (2nd ed., pp. 7–9). 渡口書局. https://doi.org/10.5555/lamp',
  'mla zh text: （林小舟、何岸，{printed}）',
  'mla zh list: 林小舟、何岸。〈渡口的燈〉。《河邊文集》，邱海編，第2版，渡口書局，2001，頁7–9，https://doi.org/10.5555/lamp',
  'mla en text: (Lin and Ho {printed})',
  'mla en list: Lin Hsiao-chou and Ho An. “Dukou de deng” [The lamp at the ferry]. Hebian wenji [Riverside Essays], edited by Chiu Hai, 2nd ed., 渡口書局, 2001, pp. 7–9, https://doi.org/10.5555/lamp.',
  'gbt7714 zh note: 林小舟，何岸. 渡口的燈[M/OL]//邱海. 河邊文集. 2版. 臺北：渡口書局，2001：{printed}. {url}.',
  'gbt7714 zh list: 林小舟，何岸. 渡口的燈[M/OL]//邱海. 河邊文集. 2版. 臺北：渡口書局，2001：7-9. https://doi.org/10.5555/lamp.',
  'gbt7714-2015 zh note: 林小舟, 何岸. 渡口的燈[M/OL]//邱海. 河邊文集. 2版. 臺北: 渡口書局, 2001: {printed}{accessed}. {url}.',
  'gbt7714-2015 zh list: 林小舟, 何岸. 渡口的燈[M/OL]//邱海. 河邊文集. 2版. 臺北: 渡口書局, 2001: 7-9{accessed}. https://doi.org/10.5555/lamp.',
];

test.each([
  ['an article', article, ARTICLE],
  ['a chapter of a book', bookChapter, CHAPTER],
])('%s in every style', (_, chapter, expected) => {
  expect(cited(chapter)).toEqual(expected);
});

const bare = (chapter: Chapter): string => toTei(chapter, site).replace(/\n/gu, '');

describe('an article', () => {
  test('has its journal in its imprint', () => {
    expect(imprintOf(article)).toBe('《渡口學報》，第 40 卷第 2 期，2001，頁 7–9');
  });
  test('is a record of its kind for reference managers', () => {
    const source = chapterSource(article);
    expect(toCsl(source)).toMatchObject({
      type: 'article-journal',
      'container-title': '渡口學報',
      volume: '40',
      issue: '2',
      page: '7-9',
      DOI: '10.5555/lamp',
      ISSN: '1234-5679',
      author: [
        { family: '林', given: '小舟' },
        { family: '何', given: '岸' },
      ],
    });
    expect(toBibtex([source])).toMatch(
      /^@article\{lin-2001-2,\n {2}author = \{林, 小舟 and 何, 岸\},[\s\S]*journal = \{渡口學報\}/u,
    );
    expect(toRis([source])).toMatch(
      /^TY {2}- JOUR[\s\S]*T2 {2}- 渡口學報[\s\S]*SN {2}- 1234-5679/u,
    );
    expect(decodeURIComponent(toCoins(source))).toContain('rft.jtitle=渡口學報');
    expect(parse(toCff(article))).toMatchObject({
      license: 'CC-BY-4.0',
      keywords: ['燈', '渡口', 'lamps', 'ferries'],
      'preferred-citation': { type: 'article', journal: '渡口學報', doi: '10.5555/lamp' },
    });
  });
  test('says so in the head of its pages', () => {
    const tags = said(highwire(page(article)));
    expect(tags).toEqual(
      expect.arrayContaining([
        'citation_author 林, 小舟',
        'citation_author 何, 岸',
        'citation_journal_title 渡口學報',
        'citation_issn 1234-5679',
        'citation_volume 40',
        'citation_issue 2',
        'citation_doi 10.5555/lamp',
      ]),
    );
    expect(tags.join()).not.toMatch(/dissertation|inbook/u);
    const terms = said(dublinCore(page(article)));
    expect(terms).toContain('dcterms.isPartOf 渡口學報');
    expect(terms).toContain('dcterms.license https://creativecommons.org/licenses/by/4.0/');
    expect(chapterInFull(article, site)).toMatchObject({
      '@type': 'ScholarlyArticle',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      isPartOf: {
        '@type': 'PublicationIssue',
        issueNumber: '2',
        isPartOf: {
          '@type': 'PublicationVolume',
          volumeNumber: '40',
          isPartOf: { '@type': 'Periodical', name: '渡口學報', issn: '1234-5679' },
        },
      },
    });
  });
  test('is described in TEI, JATS, EPUB and Markdown', () => {
    expect(bare(article)).toContain(
      '<title level="j">渡口學報</title><idno type="ISSN">1234-5679</idno><imprint>',
    );
    expect(bare(article)).toContain('<keywords xml:lang="en"><term>lamps</term>');
    const jats = toJats(article, site);
    expect(jats).toContain('article-type="research-article"');
    expect(jats).toMatch(
      /<journal-meta>[\s\S]*<journal-title>渡口學報<[\s\S]*<issn>1234-5679<\/issn>/u,
    );
    expect(jats).toMatch(/<volume>40<\/volume>\n<issue>2<\/issue>\n<fpage>7</u);
    expect(jats).toContain('<trans-abstract xml:lang="en"><p>On the lamp at the ferry.</p>');
    const epub = packageDocument(article, []);
    expect(epub.match(/<dc:creator id="[^"]+" xml:lang="zh-Hant">[^<]+/gu)).toHaveLength(2);
    expect(epub).toContain('渡口學報（第 40 卷第 2 期，2001）');
    expect(toPortableMarkdown(article, site)).toMatch(/container-title: 渡口學報\nvolume: "40"/u);
  });
});

describe('a chapter of a book', () => {
  test('has its book in its imprint', () => {
    expect(imprintOf(bookChapter)).toBe(
      '《河邊文集》，邱海編，第 2 版，臺北：渡口書局，2001，頁 7–9',
    );
  });
  test('is a record of its kind for reference managers', () => {
    const source = chapterSource(bookChapter);
    expect(toCsl(source)).toMatchObject({
      type: 'chapter',
      'container-title': '河邊文集',
      editor: [{ family: '邱', given: '海' }],
      edition: '2',
      publisher: '渡口書局',
      'publisher-place': '臺北',
      ISBN: '978-0-306-40615-7',
    });
    expect(toBibtex([source])).toMatch(/^@incollection\{[\s\S]*booktitle = \{河邊文集\}/u);
    expect(toRis([source])).toMatch(/^TY {2}- CHAP[\s\S]*ED {2}- 邱, 海/u);
    expect(decodeURIComponent(toCoins(source))).toContain('rft.btitle=河邊文集');
    expect(parse(toCff(bookChapter))['preferred-citation']).toMatchObject({
      type: 'generic',
      'collection-title': '河邊文集',
      isbn: '978-0-306-40615-7',
    });
  });
  test('says so in the head of its pages', () => {
    const tags = said(highwire(page(bookChapter)));
    expect(tags).toContain('citation_inbook_title 河邊文集');
    expect(tags).toContain('citation_isbn 978-0-306-40615-7');
    expect(tags.join()).not.toMatch(/dissertation|journal/u);
    expect(chapterInFull(bookChapter, site)).toMatchObject({
      '@type': 'Chapter',
      isPartOf: { '@type': 'Book', name: '河邊文集', isbn: '978-0-306-40615-7' },
    });
  });
  test('is described in TEI, JATS and EPUB', () => {
    expect(bare(bookChapter)).toMatch(
      /<title level="m">河邊文集<.*<edition>2<\/edition><imprint>/u,
    );
    const jats = toJats(bookChapter, site);
    expect(jats).not.toContain('journal-meta');
    expect(jats).toContain('document-type="book" document-id="978-0-306-40615-7"');
    expect(packageDocument(bookChapter, [])).toContain('河邊文集（邱海編，第 2 版');
  });
});

describe('what chapter.yaml must say', () => {
  const WRONG: [what: string, yaml: string, line: number, says: RegExp][] = [
    [
      'another kind',
      JOURNAL.replace('article', 'jurnal'),
      27,
      /write `kind: thesis`, `kind: article`/u,
    ],
    [
      'no number',
      JOURNAL.replace(/ {2}(?:volume|issue): .*\n/gu, ''),
      28,
      /`volume` or the `issue`/u,
    ],
    ['a false ISSN', JOURNAL.replace('5679', '5678'), 34, /check digit should be 9/u],
    ['a thesis too', `${JOURNAL}thesis: { title: x }\n`, 37, /unknown key “thesis”/u],
    ['a slip', BOOK.replace('publisher', 'publishr'), 34, /Did you mean “publisher”/u],
    ['author twice', `${JOURNAL}author: { family: 林, given: 海 }\n`, 37, /not both/u],
  ];
  test.each(WRONG)('%s is told with its line', (_, yaml, line, says) => {
    const read = parseYaml(chapterSchema, COMMON + yaml, 'chapter.yaml', 1);
    const findings = 'findings' in read ? read.findings : [];
    const found = findings.find(({ message }) => says.test(message));
    expect(found).toMatchObject({ file: 'chapter.yaml', line });
  });
  test('a thesis names no kind, or that it is one', () => {
    const thesis = `${COMMON.replace(/authors:[\s\S]*?\nlatin/u, 'author: { family: 林, given: 小舟 }\nlatin')}
thesis: { title: 河邊的故事, genre: 碩士論文 }
institution: { name: 渡口學堂 }
`;
    for (const yaml of [thesis, `${thesis}kind: thesis\n`])
      expect(parseYaml(chapterSchema, yaml, 'chapter.yaml', 1)).toHaveProperty('data');
  });
});
