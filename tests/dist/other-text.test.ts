/**
 * Another text (tests/texts/printing) as a site of its own, by its settings alone: what
 * its reader gets. It is in Simplified characters, has no page numbers, and its notes
 * begin anew in each section.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { parse as parseHtml } from 'parse5';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noteSourcesOf } from '../../src/integrations/note-sources.ts';
import { buildChapter } from '../../src/model/chapter/chapter.ts';
import { readContent } from '../../src/model/content/content.ts';
import type { Places } from '../../src/search/cite/places.ts';
import { charactersOf } from '../../src/search/cite/runs.ts';
import { citationOf, targetOf } from '../../src/search/cite/targets.ts';
import { createSearch } from '../../src/search/engine.ts';
import { goTo } from '../../src/search/goto/goto.ts';
import { recordsOf } from '../../src/search/index/records.ts';
import { memoryIndex } from '../unit/search/memory-index.ts';
import {
  all,
  attribute,
  type Element,
  hasId,
  hasRole,
  hasTag,
  type Node,
  one,
  ROOT,
  text,
} from './site.ts';
import { readText, taggedPdf } from './tagged-pdf.ts';

const CONTENT = join(ROOT, 'tests/texts/printing');
let parent: string;
let dist: string;

beforeAll(() => {
  mkdirSync(join(ROOT, '.build'), { recursive: true });
  parent = mkdtempSync(join(ROOT, '.build', 'other-'));
  dist = join(parent, 'dist');
  execFileSync('node', ['src/cli/build.ts'], {
    cwd: ROOT,
    env: { ...process.env, CONTENT: 'tests/texts/printing', BUILD_OUT: dist },
    stdio: 'pipe',
  });
}, 180_000);
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const read = (file: string) => readFileSync(join(dist, file), 'utf8');
const page = (address: string): Node => parseHtml(read(`${address}index.html`));
const download = (file: string) => read(`downloads/${file}`);

const isAdded = (e: Element) =>
  attribute(e, 'data-apparatus') !== undefined || attribute(e, 'role') === 'doc-backlink';
const isNotes = hasRole('doc-endnotes');
const closed = (words: string) => words.normalize('NFC').replace(/\s+/gu, '');

/** The source file as its text and its notes, each in the order of the print, white space aside. */
function source(): { body: string; notes: string } {
  const parts = { body: '', notes: '' };
  let at: keyof typeof parts = 'body';
  for (const line of readFileSync(join(CONTENT, 'source/printing.txt'), 'utf8').split('\n')) {
    if (/^ \S/u.test(line)) at = 'body';
    if (/^ {49,}$/u.test(line)) at = 'notes';
    else parts[at] += line;
  }
  return { body: closed(parts.body), notes: closed(parts.notes) };
}

test('the interface speaks the language of the text, in its own words', () => {
  const home = read('index.html');
  expect(home).toContain('<html lang="zh-Hans"');
  for (const word of ['跳转到…', '设置', '离线阅读']) expect(home).toContain(word);
  // Its catalogue in another language is there for who asks for that.
  const scripts = readdirSync(join(dist, 'assets'))
    .filter((file) => /^(?!zh-|en[.]).*[.]js$/u.test(file))
    .map((file) => read(`assets/${file}`))
    .join('');
  expect(scripts).toContain('复制链接');
  expect(scripts).not.toContain('複製連結');
});

describe('the text', () => {
  test('stands verbatim, with its marks as printed', () => {
    const article = one(page('chapter/'), hasTag('article'));
    expect(closed(text(article, (e) => isAdded(e) || isNotes(e)))).toBe(source().body);
  });

  test('and so do the notes, after their marks', () => {
    const notes = all(page('chapter/'), (e) => /^fn\d+$/u.test(attribute(e, 'id') ?? ''));
    const printed = notes.map(
      (note) => text(one(note, (e) => attribute(e, 'class') === 'number')) + text(note, isAdded),
    );
    expect(closed(printed.join(''))).toBe(source().notes);
    expect(notes.map((note) => attribute(note, 'value')).join(' ')).toBe(
      '1 2 3 4 5 1 2 3 4 5 6 1 2 3 4 5',
    );
  });

  test('a mark shows what is printed, and leads to the one note it means', () => {
    const marks = all(page('sections/2/'), hasRole('doc-noteref'));
    expect(marks.map((m) => [attribute(m, 'data-number'), attribute(m, 'href')])).toEqual([
      ['①', '#fn6'],
      ['②', '#fn7'],
      ['③', '#fn8'],
      ['④', '#fn9'],
      ['⑤', '#fn10'],
      ['⑥', '#fn11'],
    ]);
    expect(marks.map((m) => attribute(m, 'aria-label'))[2]).toBe('註 2.3');
    const ids = all(page('chapter/'), (e) => attribute(e, 'id') !== undefined).map((e) =>
      attribute(e, 'id'),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(text(one(page('notes/8/'), hasTag('h1')))).toBe('注 2.3');
  });

  test('a figure has its caption and its source, and the text leads to it', () => {
    const section = page('sections/1/');
    const caption = one(section, hasId('figure-1'));
    expect(text(caption, isAdded)).toMatch(/^图\s?1\u3000《金刚经》卷首扉画/u);
    expect(text(one(section, hasId('figure-1-source')))).toContain('英国国家图书馆藏');
    const link = one(section, (e) => attribute(e, 'href') === '#figure-1');
    expect(closed(text(link))).toBe('图1');
    expect(read('index.html')).toContain('图目录');
  });

  test('names in kana and hangul are marked with their languages', () => {
    const article = one(page('chapter/'), hasTag('article'));
    expect(attribute(article, 'lang')).toBe('zh-Hans');
    const inLanguage = (lang: string) =>
      all(article, (e) => attribute(e, 'lang') === lang).map((e) => text(e));
    expect(inLanguage('ja')).toEqual(
      expect.arrayContaining(['ほんあみ こうえつ', 'すみのくら そあん', 'キリシタン']),
    );
    expect(inLanguage('ko')).toEqual(expect.arrayContaining(['불국사', '청주', '천혜봉']));
  });
});

describe('a print without page numbers', () => {
  test('has no pages, no page breaks, and nothing that leads to one', () => {
    expect(existsSync(join(dist, 'pages'))).toBe(false);
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
    const pages = files
      .filter((file) => file.endsWith('.html'))
      .map((file) => read(file).replace(/<style>[\s\S]*?<\/style>/gu, ''));
    expect(pages.length).toBeGreaterThan(30);
    for (const html of pages) {
      expect(html).not.toMatch(
        /doc-pagebreak|run-over|\/pages\/|#pages|原書頁碼|undefined|頁 ?\d/u,
      );
    }
  });

  test('is cited by section, paragraph and note', () => {
    const places = JSON.parse(read('places.json')) as Places;
    const cited = (id: string, style: string, lang: string) => {
      const target = targetOf(places, id);
      const found = places.styles.find((s) => s.id === style && s.lang === lang);
      return target && found && charactersOf(citationOf(found, target, { url: 'URL' }));
    };
    const work = '例文，〈东亚印刷术的传布〉，《东亚书籍史札记（示例）》（示例学堂示例论文，2026）';
    expect(cited('s1-1-p2', 'taiwan', 'zh')).toBe(`${work}，第一节一，第2段，URL`);
    expect(cited('fn8', 'taiwan', 'zh')).toBe(`${work}，第二节一，註3，URL`);
    expect(cited('figure-1', 'apa', 'en')).toBe('(例文, 2026, Chapter 2, §1.1, figure 1)');
    expect(cited('fn8', 'chicago', 'en')).toContain('§2.1, n. 3, URL.');
    for (const { forms } of places.styles)
      expect(charactersOf(forms.list ?? [])).not.toMatch(/頁|\bpp\.|undefined|\. \./u);
  });

  test.each([
    ['註2.3', ['/notes/8/']],
    ['第二节一，注3', ['/notes/8/']],
    ['§2.1, n. 3', ['/notes/8/']],
    ['註3', ['/notes/3/', '/notes/8/', '/notes/14/']],
    ['图1', ['/sections/1/#figure-1']],
    ['第二节二', ['/sections/2/#s2-2']],
    ['頁 3', []],
  ])('“%s” leads to its places', (typed, paths) => {
    const { destinations, says = '' } = goTo(typed, JSON.parse(read('places.json')) as Places);
    expect(destinations.map(({ path }) => path).filter((path) => !path.includes('#fnref'))).toEqual(
      paths,
    );
    expect(says).not.toContain('undefined');
    if (paths.length === 0) expect(says).toContain('原書沒有頁碼');
  });
});

describe('the downloads', () => {
  test('have the marks as printed, and no pages', () => {
    const notes = JSON.parse(download('notes.json')) as Record<string, unknown>[];
    expect(notes[7]).toMatchObject({ number: 8, mark: '③', section: 's2-1', text: '同上。' });
    expect(notes.some((note) => 'page' in note)).toBe(false);
    const tei = download('chapter.xml');
    expect(tei).toContain('<note place="foot" type="citation" n="③" xml:id="fn8">');
    expect(tei).toContain('<foreign xml:lang="ko">흥덕사</foreign>');
    expect(tei).toContain('xml:lang="zh-Hans"');
    expect(tei).not.toMatch(/<pb|unit="page"|undefined/u);
    expect(download('chapter.txt')).toContain('再用。[註 2.1]元代');
    expect(download('chapter.txt')).not.toMatch(/\[頁|undefined/u);
  });

  test('of an e-book too', () => {
    const book = unzipSync(readFileSync(join(dist, 'downloads/chapter.epub')));
    const all_ = Object.entries(book).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
    const xml = all_.filter(([name]) => /\.(?:xhtml|opf)$/u.test(name)).map(([, s]) => s);
    expect(xml.join('')).toMatch(/aria-label="註 2\.3"[^>]*>③</u);
    expect(xml.join('')).not.toMatch(/page-list|pagebreak|pageNavigation|undefined/u);
  });

  test('of a PDF, whose notes have the marks of the print', async () => {
    const { info, pages } = await taggedPdf(readFileSync(join(dist, 'downloads/chapter.pdf')));
    const notes = pages.flatMap((own) => readText(own).notes);
    expect(info['Language']).toBe('zh-CN');
    expect(notes.map((note) => note.charAt(0)).join('')).toBe('①②③④⑤①②③④⑤⑥①②③④⑤');
    expect(pages.flatMap(({ decoration }) => decoration).filter(({ size }) => size === 7)).toEqual(
      [],
    );
  });

  test('a text in Simplified characters has no second set of pages in them', () => {
    expect(existsSync(join(dist, 'zh-hans'))).toBe(false);
    expect(read('index.html')).not.toContain('簡體版</a>');
  });

  test('no picture of another text is shown where a link to it is shared', () => {
    expect(read('index.html')).not.toContain('og:image');
  });
});

describe('search', () => {
  const content = readContent(CONTENT);
  if ('findings' in content) throw new Error('the text cannot be read');
  const chapter = buildChapter(content.content);
  const { search } = createSearch(memoryIndex(recordsOf(chapter, noteSourcesOf(chapter))));

  test.each([
    ['决非初创', ['/sections/1/#s1-1-p1']],
    ['決非初創', ['/sections/1/#s1-1-p1']],
    ['百萬塔陀羅尼', ['/sections/1/#s1-1-p2']],
    ['흥덕사', ['/sections/2/#s2-2-p1']],
    ['以金属活字', ['/sections/2/#s2-2-p1']],
    ['こかつじばん', ['/sections/3/#s3-p1']],
    ['ひゃくまんとう', ['/sections/1/#s1-1-p2']],
    ['佐々木信綱', ['/sections/3/#s3-p2', '/notes/15/']],
    ['卷首扉画', ['/sections/1/#s1-1-p1', '/sections/1/#figure-1']],
    // Ibid., 前揭书 and 同注① lead to the work they cite.
    ['中国印刷史', ['/notes/1/', '/notes/5/', '/notes/10/', '/notes/11/']],
    ['古活字版之研究', ['/notes/13/', '/notes/14/']],
    ['蒸汽机', []],
  ])('“%s” finds its places', async (typed, paths) => {
    const found = await search(typed, { sort: 'order' });
    const hits = found.status === 'found' ? await found.page(0) : [];
    expect(hits.map((hit) => hit.path)).toEqual(paths);
    expect(hits.every((hit) => hit.page === undefined)).toBe(true);
  });

  test('the index that the browser loads is there', () => {
    const files = readdirSync(join(dist, 'pagefind'));
    expect(files).toContain('pagefind-entry.json');
    expect(files.some((file) => file.endsWith('.pf_tables'))).toBe(true);
  });
});
