/** `npm run new` and `npm run guide`: from a text file to a chapter that can be built, without a terminal and without a network. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { guide } from '../../../src/cli/guide.ts';
import { runNew } from '../../../src/cli/new.ts';
import { publishAddresses } from '../../../src/cli/permalinks.ts';
import { findingsOf } from '../../../src/model/checks/content-folder.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const TEXT = join(ROOT, 'tests/texts/printing/source/printing.txt');

// A process that starts on a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'zhangju-new-'));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

/** Where sites lie of which several tests take the content. */
const shared = mkdtempSync(join(tmpdir(), 'zhangju-new-shared-'));
afterAll(() => rmSync(shared, { recursive: true, force: true }));

const OPTIONS = {
  text: TEXT,
  thesis: '书籍史：札记',
  author: '例 文',
  institution: '示例学堂',
  date: '2026',
  language: 'zh-Hans',
  'first-page': 'none',
  notes: 'section',
  mark: '①',
};
/** What is said of a publication of another kind, and what of a thesis is not. */
const NO_THESIS = { thesis: undefined, institution: undefined };
const ARTICLE = {
  ...NO_THESIS,
  kind: 'article',
  journal: '渡口: 学报',
  issue: '1-2',
  issn: '1234-5679',
  author: '例 文；林 小舟',
};
const BOOK = {
  ...NO_THESIS,
  kind: 'book',
  book: '河边文集',
  publisher: '渡口书局',
  editor: '邱 海',
  isbn: '978-0-306-40615-7',
};
type Name = keyof typeof OPTIONS | keyof typeof ARTICLE | keyof typeof BOOK | 'folder';
type Options = Partial<Record<Name, string | undefined>>;

/** What a command ends with, and what it says. */
interface Ended {
  status: number | null;
  said: string;
}

/** A command as a person types it. */
function spawned(command: string, args: string[], cwd = ROOT): Ended {
  const { status, stdout, stderr } = spawnSync('node', [join(ROOT, 'src/cli', command), ...args], {
    cwd,
    encoding: 'utf8',
    input: '',
    env: { ...process.env, CONTENT: '' },
  });
  return { status, said: stdout + stderr };
}

/** The same without a process of its own: what it throws fails the test. */
async function called(command: () => Promise<number>): Promise<Ended> {
  const said: string[] = [];
  const hear = (...words: unknown[]) => void said.push(words.join(' '));
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(hear),
    vi.spyOn(console, 'error').mockImplementation(hear),
    vi.spyOn(console, 'warn').mockImplementation(hear),
  ];
  const { isTTY } = process.stdin;
  process.stdin.isTTY = false;
  try {
    return { status: await command(), said: said.join('\n') };
  } finally {
    process.stdin.isTTY = isTTY;
    for (const spy of spies) spy.mockRestore();
  }
}

const argsOf = (options: Options): string[] =>
  Object.entries({ folder: join(parent, 'site'), ...OPTIONS, ...options }).flatMap(
    ([name, value]) => (value === undefined ? [] : [`--${name}`, value]),
  );
const start = (options: Options = {}) => called(() => runNew(argsOf(options)));

const begun = new Map<string, { site: string; ended: Ended }>();

/** The content of a site that was begun with these options: of the same options, the same site's. */
async function contentOf(options: Options = {}, folder = join(parent, 'site')): Promise<Ended> {
  const key = JSON.stringify(options);
  const site = begun.get(key)?.site ?? join(shared, String(begun.size));
  const ended = begun.get(key)?.ended ?? (await start({ ...options, folder: site }));
  begun.set(key, { site, ended });
  cpSync(join(site, 'content'), join(folder, 'content'), { recursive: true });
  return ended;
}

/** Writes a file beside the site to be. @returns its path */
function write(name: string, data: string | Uint8Array): string {
  writeFileSync(join(parent, name), data);
  return join(parent, name);
}

const inSite = (file: string) => join(parent, 'site', file);

describe('npm run new', () => {
  test('makes a project whose chapter is imported and checked, a draft until it is published', () => {
    const { status, said } = spawned('new.ts', argsOf({}));
    expect(status, said).toBe(0);
    expect(said).toContain('npm start');
    expect(findingsOf(inSite('content'))).toEqual([]);
    expect(readFileSync(inSite('content/source/printing.txt'))).toEqual(readFileSync(TEXT));
    const chapter = readFileSync(inSite('content/chapter.yaml'), 'utf8');
    expect(chapter).toContain('title: 东亚印刷术的传布\n');
    expect(chapter).toContain('title: 书籍史：札记\n');
    expect(chapter).toContain('# 以下由您填寫');
    expect(existsSync(inSite('content/permalinks.txt'))).toBe(false);
    expect(chapter).toContain('draft: true\n');
  });

  test.each<[string, Options, object]>([
    [
      'an article',
      ARTICLE,
      {
        journal: { title: '渡口: 学报', issue: '1-2', issn: '1234-5679' },
        authors: [
          { family: '例', given: '文' },
          { family: '林', given: '小舟' },
        ],
      },
    ],
    [
      'a chapter of a book',
      BOOK,
      {
        author: { family: '例', given: '文' },
        book: {
          title: '河边文集',
          editors: [{ family: '邱', given: '海' }],
          publisher: '渡口书局',
          isbn: '978-0-306-40615-7',
        },
      },
    ],
  ])('makes a project of %s', async (_, options, says) => {
    const { status, said } = await contentOf(options);
    expect(status, said).toBe(0);
    expect(findingsOf(inSite('content'))).toEqual([]);
    const yaml = readFileSync(inSite('content/chapter.yaml'), 'utf8');
    expect(parse(yaml)).toMatchObject({ kind: options.kind, ...says });
    expect(parse(yaml)).not.toHaveProperty('thesis');
    // What it says as an example is good once it is no comment.
    const filled = yaml.replace(/^# (?=(?:abstracts|keywords|licence):)/gmu, '');
    expect(filled).not.toBe(yaml);
    writeFileSync(inSite('content/chapter.yaml'), filled);
    expect(findingsOf(inSite('content'))).toEqual([]);
  });

  test('takes the program, and nothing of the first text or its tests', async () => {
    await start();
    const files = readdirSync(inSite(''));
    expect(files).toEqual(expect.arrayContaining(['src', 'package-lock.json', 'astro.config.mjs']));
    for (const name of [
      'tests',
      'public/og',
      'content/sources',
      'content/emendations.yaml',
      '.git',
    ])
      expect(existsSync(inSite(name)), name).toBe(false);
    const { scripts } = JSON.parse(readFileSync(inSite('package.json'), 'utf8'));
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['start', 'build', 'guide']));
    expect(JSON.stringify(scripts)).not.toContain('tests/');
  });

  test('never writes into a folder that holds something', async () => {
    mkdirSync(inSite('content'), { recursive: true });
    writeFileSync(inSite('content/mine.txt'), 'mine');
    const { status, said } = await start();
    expect(status).toBe(1);
    expect(said).toContain('--folder');
    expect(readdirSync(inSite('content'))).toEqual(['mine.txt']);
  });

  test('takes an empty folder that is there', async () => {
    mkdirSync(inSite(''));
    expect((await start()).status).toBe(0);
    expect(readdirSync(parent)).toEqual(['site']);
  });

  test.each<[string, () => Options, string]>([
    [
      'a text that is no text',
      () => ({ text: write('text.txt', Buffer.from([0xb4, 0xfa])) }),
      'UTF-8',
    ],
    ['an empty text', () => ({ text: write('text.txt', '') }), 'empty'],
    [
      'a file that is not what its name says',
      () => ({ text: write('text.docx', 'no') }),
      'text.docx',
    ],
    ['a folder below a file', () => ({ folder: `${write('file', '')}/site` }), 'EEXIST'],
    ['a name that is too long', () => ({ folder: join(parent, '書'.repeat(100)) }), 'ENAMETOOLONG'],
    ['a folder in the program', () => ({ folder: join(ROOT, 'src/site') }), '--folder'],
  ])('leaves nothing of a try with %s', async (_, options, says) => {
    const { status, said } = await start(options());
    expect(status).toBe(1);
    expect(said).toContain(says);
    expect(said).not.toContain('    at ');
    expect(readdirSync(parent).filter((name) => !/^(?:text|file)/u.test(name))).toEqual([]);
    expect(existsSync(join(ROOT, 'src/site'))).toBe(false);
  });

  test.each<[string, Options, string]>([
    ['names the options that are missing', { author: undefined, date: undefined }, '--author'],
    ['says what a good answer is', { date: '民國九十三年' }, '西元'],
    ['says when there is no such file', { text: '/nowhere/text.txt' }, '找不到檔案'],
    ['names what an article needs', { ...ARTICLE, journal: undefined }, '--journal'],
    ['asks for a volume or an issue', { ...ARTICLE, issue: undefined }, '--issue'],
    ['refuses a false ISSN', { ...ARTICLE, issn: '1234-5678' }, '--issn'],
    ['refuses what is of another kind', { journal: '渡口学报' }, '--kind article'],
    ['refuses a second author of a thesis', { author: '例 文；林 小舟' }, '一位作者'],
    ['refuses a kind it does not know', { kind: 'journal' }, 'article'],
    ['refuses an option it does not know', { colour: 'red' } as Options, '--colour'],
  ])('without a terminal, %s, and writes nothing', async (_, options, says) => {
    const { status, said } = await start(options);
    expect(status).toBe(1);
    expect(said).toContain(says);
    expect(existsSync(inSite(''))).toBe(false);
  });
});

test('npm run new ends with 1, and says why, where it refuses', () => {
  const { status, said } = spawned('new.ts', argsOf({ author: undefined }));
  expect(status).toBe(1);
  expect(said).toContain('--author');
  expect(said).not.toContain('    at ');
  expect(existsSync(inSite(''))).toBe(false);
});

describe('addresses', () => {
  const change = (file: string, from: string, to: string) => {
    const text = readFileSync(inSite(file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(inSite(file), text.replace(from, to));
  };
  /** The last note goes, as after a correction of the source. */
  const lastNote = 'content/footnotes/016.md';

  test('follow the text until a person publishes, and hold from then on', async () => {
    await contentOf();
    rmSync(inSite(lastNote));
    // What is refused is the missing note, not a lost address.
    expect(findingsOf(inSite('content')).map(({ rule }) => rule)).not.toContain('permalink/lost');
    await contentOf({}, join(parent, 'other'));
    const { status } = spawned('permalinks.ts', [], join(parent, 'other'));
    expect(status).toBe(0);
    const registry = join(parent, 'other/content/permalinks.txt');
    expect(readFileSync(registry, 'utf8')).toContain('/notes/16/\n');
    expect(readFileSync(join(parent, 'other/content/chapter.yaml'), 'utf8')).toContain(
      'draft: false\n',
    );
    expect(findingsOf(join(parent, 'other/content'))).toEqual([]);
    writeFileSync(registry, `${readFileSync(registry, 'utf8')}/notes/17/\n`);
    expect(findingsOf(join(parent, 'other/content')).map(({ rule }) => rule)).toEqual([
      'permalink/lost',
    ]);
  });

  test('are strict where the registry is there, whatever the content says', async () => {
    await contentOf();
    publishAddresses(inSite('content'));
    change('content/chapter.yaml', 'draft: false', 'draft: true');
    writeFileSync(inSite('content/permalinks.txt'), '/notes/17/\n');
    expect(findingsOf(inSite('content')).map(({ rule }) => rule)).toContain('permalink/lost');
  });
});

describe('npm run guide', () => {
  test('leads through what is wrong to the chapter, one thing after the other', async () => {
    const { status, said } = await contentOf({ 'first-page': '7', mark: '1' });
    expect(status).toBe(1);
    expect(said).toContain('printing.txt:');
    expect(said).toContain('npm run guide');
    const settings = inSite('content/source/printing.yaml');
    const write = (from: string, to: string) =>
      writeFileSync(settings, readFileSync(settings, 'utf8').replace(from, to));
    write('noteMarks: "1"', 'noteMarks: ①');
    expect((await called(() => guide(inSite('content')))).status).toBe(0);
    const chapter = inSite('content/chapter.yaml');
    writeFileSync(chapter, readFileSync(chapter, 'utf8').replace('lang: zh-Hans', 'lang:'));
    const again = spawned('guide.ts', [], inSite(''));
    expect(again.status).toBe(1);
    expect(again.said).toMatch(/1\. .*chapter\.yaml:\d+ {2}schema\/value/u);
    expect(again.said).toContain('冒號之後要空一格');
  });

  test.each([
    ['no page number', 'firstPage: 7', '', 'pageNumbers: false'],
    ['a settings file that is wrong', 'firstPage: 7', 'firstPage: seven', '設定檔寫錯了'],
    ['notes that begin anew', 'noteNumbers: section', 'noteNumbers: chapter', '註釋的編號不連續'],
  ])('says in plain words what to do about %s', async (_, from, to, advice) => {
    await contentOf({ 'first-page': '7' });
    const settings = inSite('content/source/printing.yaml');
    const text = readFileSync(settings, 'utf8');
    expect(text).toContain(from);
    writeFileSync(settings, text.replace(from, to));
    const { status, said } = await called(() => guide(inSite('content')));
    expect(status).toBe(1);
    expect(said).toContain(advice);
  });
});
