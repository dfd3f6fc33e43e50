/**
 * A text of which little is known yet, as `npm run new` makes a site of it: nothing is catalogued,
 * emended or computed, or it has no notes at all. What such a site says is true of it, and it has
 * no page, file or link for what it has none of.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseHtml } from 'parse5';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allAddresses } from '../../src/model/addresses/address.ts';
import { type Base, chapterOf, edit, OWN_ADDRESS, writeContent } from '../cases/content.ts';
import { all, attribute, hasId, hasTag, type Node, one, ROOT, text } from './site.ts';
import { commandOf, run, schema } from './tools.ts';

/** A site, built from a base of the cases as a draft. */
class Site {
  readonly #parent: string;
  readonly content: string;
  readonly dist: string;
  /** What the build said. */
  readonly said: string;

  constructor(base: Base, change: (content: string) => void = () => {}) {
    mkdirSync(join(ROOT, '.build'), { recursive: true });
    this.#parent = mkdtempSync(join(ROOT, '.build', 'new-'));
    this.content = join(this.#parent, 'content');
    this.dist = join(this.#parent, 'dist');
    writeContent(this.content, {}, base);
    rmSync(join(this.content, 'permalinks.txt'));
    edit(join(this.content, 'chapter.yaml'), [
      { find: 'furniture: []', replace: 'furniture: []\ndraft: true' },
    ]);
    change(this.content);
    this.said = execFileSync('node', ['src/cli/build.ts'], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, CONTENT: this.content, BUILD_OUT: this.dist, SITE: '', BASE: '' },
      stdio: 'pipe',
    });
  }

  remove(): void {
    rmSync(this.#parent, { recursive: true, force: true });
  }

  files(): string[] {
    return readdirSync(this.dist, { recursive: true, encoding: 'utf8' });
  }

  read(file: string): string {
    return readFileSync(join(this.dist, file), 'utf8');
  }

  page(address: string): Node {
    return parseHtml(this.read(`${address}index.html`));
  }

  /** The words of a page, its white space aside. */
  words(address: string): string {
    return text(one(this.page(address), hasTag('main'))).replace(/\s+/gu, '');
  }

  /** Everything that a page of the site leads to, below the base. */
  leadsTo(): string[] {
    const pages = this.files().filter((file) => file.endsWith('.html'));
    const links = pages.flatMap((file) =>
      all(parseHtml(this.read(file)), (e) => attribute(e, 'href') !== undefined),
    );
    return links.map((link) => attribute(link, 'href') ?? '');
  }
}

/** A file that holds nothing: no bytes, or an empty list of JSON. */
const isEmpty = (site: Site, file: string): boolean =>
  statSync(join(site.dist, file)).isFile() && /^\s*(?:\[\]\s*)?$/u.test(site.read(file));

const NO_CATALOGUE =
  /^\/(?:zh-hans\/)?(?:sources|emendations|names|timeline|downloads\/(?:schema\/)?(?:sources|emendations|names|events)|downloads\/notes\.csv)/u;

describe('a text without catalogued sources, emendations, names, events or editor notes', () => {
  let site: Site;
  beforeAll(() => {
    site = new Site('base');
  }, 120_000);
  afterAll(() => site.remove());

  test('has no page and no file of them, and nothing leads to one', () => {
    const paths = site.files().map((file) => `/${file}`);
    expect(paths.filter((path) => NO_CATALOGUE.test(path))).toEqual([]);
    expect(site.leadsTo().filter((to) => NO_CATALOGUE.test(to))).toEqual([]);
    expect(site.read('linkset.json')).not.toMatch(
      /(?:sources|emendations|names|events)\.|notes\.csv/u,
    );
    expect(allAddresses(chapterOf(site.content)).filter((to) => NO_CATALOGUE.test(to))).toEqual([]);
  });

  test('tells its own address on no page, and has no sitemap, where nobody gave it', () => {
    expect(site.said).toContain('no address given (SITE, or `site` in ');
    expect(site.said).toContain('content/chapter.yaml)');
    expect(site.files()).not.toContain('sitemap.xml');
    for (const form of OWN_ADDRESS) expect(site.read('sections/2/index.html')).not.toMatch(form);
  });

  test('has no download that holds nothing', () => {
    const downloads = site.files().filter((file) => file.startsWith('downloads/'));
    expect(downloads.length).toBeGreaterThan(8);
    expect(downloads.filter((file) => isEmpty(site, file))).toEqual([]);
  });

  test('says nothing of a catalogue, of short forms or of emendations', () => {
    for (const address of ['', 'about/', 'notes/', 'notes/1/', 'search/', 'offline/', 'chapter/'])
      expect(`${address}: ${site.words(address)}`).not.toMatch(
        /徵引文獻|逐條著錄|Ibid|op\. ?cit|同上註|前引文|查得原書|校記|驗算|轉引|文獻種類|出版者|undefined|NaN|。。|、。|，。/u,
      );
    expect(site.words('about/')).toContain('作者的筆誤也照原樣保留。字元統一為');
  });

  test('says the year alone where nothing is to be said of it', () => {
    const years = all(site.page('about/'), hasTag('dd')).map((dd) => text(dd).trim());
    expect(years).toContain('2001');
  });

  test('offers no setting and no export for what it has none of', () => {
    const link = one(site.page(''), (e) => attribute(e, 'data-settings') !== undefined);
    expect(attribute(link, 'data-settings')?.split(' ')).toContain('slips');
    for (const address of ['search/', 'notes/'])
      expect(all(site.page(address), hasId('export'))).toEqual([]);
  });

  test('gives an example of an address that it has', () => {
    const code = all(site.page('about/'), hasTag('code')).map((c) => text(c));
    const addresses = allAddresses(chapterOf(site.content));
    const shown = code.filter((words) => words.startsWith('/'));
    expect(shown.length).toBeGreaterThan(0);
    for (const address of shown) expect(addresses).toContain(address);
  });
});

/** What stands in chapter.yaml for a thesis, and what for an article of a journal. */
const THESIS = `author: { family: 林, given: 小舟 }
thesis: { title: 河邊的故事, genre: 碩士論文 }
institution: { name: 渡口學堂 }
`;
const ARTICLE = `kind: article
authors:
  - { family: 林, given: 小舟, latin: { family: Lin, given: Hsiao-chou } }
  - { family: 何, given: 岸 }
journal: { title: 渡口學報, volume: 40, issue: 2, issn: 1234-5679, publisher: 渡口學堂 }
licence: CC-BY-4.0
abstracts: [{ lang: zh-Hant-TW, text: 本文論渡口之燈。 }, { lang: en, text: On the lamp at the ferry. }]
keywords: [{ lang: zh-Hant-TW, words: [燈, 渡口] }, { lang: en, words: [lamps, ferries] }]
`;

describe('an article that is catalogued in part', () => {
  let site: Site;
  beforeAll(() => {
    site = new Site('cited', (content) => {
      const lookup =
        'lookups:\n  - { name: 渡口圖書館, urls: ["https://lamp.example/?q={doi}"] }\n';
      edit(join(content, 'chapter.yaml'), [
        { find: 'catalogued: true', replace: lookup },
        { find: THESIS, replace: ARTICLE },
      ]);
      const found =
        '\nidentifiers:\n  - { type: doi, value: 10.5555/lamps, by: 林小舟, when: 2026-11-28 }';
      edit(join(content, 'sources/reed-1981.yaml'), [
        { find: 'kind: journal', replace: `kind: journal${found}` },
      ]);
    });
  }, 120_000);
  afterAll(() => site.remove());

  test('is of its journal, and of no thesis', () => {
    expect(site.words('')).toMatch(/^《渡口學報》.*渡口的燈林小舟、何岸撰第40卷，第2期2001頁7–9/u);
    const about = site.words('about/');
    expect(about).toContain('期刊《渡口學報》，第40卷，第2期作者林小舟（Lin,Hsiao-chou）何岸');
    expect(about).toContain('出版者渡口學堂年份2001頁碼7–9');
    expect(about).toContain('ISSN1234-5679摘要本文論渡口之燈。Onthelampattheferry.關鍵詞燈、渡口');
    expect(about).toContain('授權：CC-BY-4.0');
    const pages = site.files().filter((file) => file.endsWith('.html'));
    expect(pages.filter((file) => /碩士論文|河邊的故事/u.test(site.read(file)))).toEqual([]);
  });

  test.skipIf(!commandOf('jing'))(
    'is valid TEI and JATS (left out where jing or a schema is not at hand)',
    () => {
      for (const [file, rules] of [
        ['chapter.xml', 'tei_all.rng'],
        ['chapter.jats.xml', 'JATS-archiving.rng'],
      ] as const) {
        const path = schema(rules);
        if (!path) continue;
        const { status, stdout } = run(commandOf('jing') ?? [], [
          path,
          join(site.dist, 'downloads', file),
        ]);
        expect(status, stdout).toBe(0);
      }
    },
  );

  test('says how far one has come, and not that it is whole', () => {
    const { notes } = chapterOf(site.content);
    const done = notes.filter((n) => n.kind !== undefined || n.citations.length > 0).length;
    const said = `已著錄${done}條註（共${notes.length}條）`;
    for (const address of ['', 'about/', 'sources/']) expect(site.words(address)).toContain(said);
    expect(site.words('about/')).not.toContain('每條註所引文獻逐條著錄');
  });

  test('gives an identifier with who found it, and the catalogue that its publisher added', () => {
    const address = 'sources/reed-1981/';
    expect(site.words(address)).toContain('DOI10.5555/lamps（查得：林小舟，2026-11-28）');
    expect(site.words(address)).toContain('到別處查找渡口圖書館');
    const links = all(site.page(address), hasTag('a')).map((a) => attribute(a, 'href'));
    expect(links).toEqual(
      expect.arrayContaining([
        'https://doi.org/10.5555/lamps',
        'https://lamp.example/?q=10.5555%2Flamps',
      ]),
    );
    expect(site.words('sources/reed-1980/')).not.toContain('到別處查找');
    expect(site.read(`${address}index.html`)).toContain(
      '"sameAs":["https://doi.org/10.5555/lamps"]',
    );
    expect(JSON.parse(site.read('downloads/sources.json'))).toContainEqual(
      expect.objectContaining({ id: 'reed-1981', DOI: '10.5555/lamps' }),
    );
  });

  test('has no emendations, and so nothing of them', () => {
    expect(site.leadsTo().filter((to) => to.includes('emendations'))).toEqual([]);
    expect(site.files().filter((file) => file.includes('emendations/'))).toEqual([]);
  });
});

describe('a text without notes', () => {
  let site: Site;
  beforeAll(() => {
    site = new Site('base', (content) => {
      rmSync(join(content, 'footnotes'), { recursive: true });
      const spoil = (file: string, ...finds: string[]) =>
        edit(
          join(content, file),
          finds.map((find) => ({ find, replace: '' })),
        );
      spoil('sections/1.md', '[^1]');
      spoil('sections/2.md', '[^2]', '[^3]');
      edit(join(content, 'source/lamp.txt'), [
        { find: '（如表 2-1）。1', replace: '（如表 2-1）。' },
        { find: '1 林阿水口述，參見 https://lamp.example/old/ \n\nstory.html。', replace: '' },
        { find: '沒有人了。2', replace: '沒有人了。' },
        { find: '2 村報，第 4 期，頁 2。', replace: '' },
        { find: '會回來。」3', replace: '會回來。」' },
        { find: '3 同註 2，頁 3。', replace: '' },
      ]);
    });
  }, 120_000);
  afterAll(() => site.remove());

  test('has no page and no file of notes, and nothing leads to one', () => {
    const NOTES = /\/notes(?:\/|\.)/u;
    expect(
      site.files().filter((file) => !file.startsWith('assets/') && NOTES.test(`/${file}`)),
    ).toEqual([]);
    expect(site.leadsTo().filter((to) => NOTES.test(to))).toEqual([]);
    expect(site.files().filter((file) => isEmpty(site, file))).toEqual([]);
  });

  test('says in its 404 page and of its proof what it has, and no more', () => {
    const missing = text(one(parseHtml(site.read('404.html')), hasTag('main')));
    expect(missing.replace(/\s+/gu, '')).toContain('本章有第1至2節、頁7至9；');
    expect(site.words('about/')).toContain('重組原檔，連同換頁處，逐字');
  });

  test('promises for its addresses what holds of a draft', () => {
    expect(site.words('about/')).toContain('本站尚未正式公布，網址仍隨文字而變。自公布之日起');
  });

  test('says nothing of notes', () => {
    for (const address of ['', 'about/', 'search/', 'offline/'])
      expect(`${address}: ${site.words(address).replace('註釋書目格式', '')}`).not.toMatch(
        /條註|註號|註釋|undefined|NaN/u,
      );
  });
});
