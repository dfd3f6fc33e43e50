/** `npm run new` and `npm run guide`: from a text file to a chapter that can be built, without a terminal and without a network. */
import { spawnSync } from 'node:child_process';
import {
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
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findingsOf } from '../../../src/model/checks/content-folder.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const TEXT = join(ROOT, 'tests/texts/printing/source/printing.txt');

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'zhangju-new-'));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

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
type Options = Partial<Record<keyof typeof OPTIONS | 'folder', string | undefined>>;

function run(command: string, args: string[], cwd = ROOT) {
  const { status, stdout, stderr } = spawnSync('node', [join(ROOT, 'src/cli', command), ...args], {
    cwd,
    encoding: 'utf8',
    input: '',
    env: { ...process.env, CONTENT: '' },
  });
  return { status, said: stdout + stderr };
}

const start = (options: Options = {}) =>
  run(
    'new.ts',
    Object.entries({ folder: join(parent, 'site'), ...OPTIONS, ...options }).flatMap(
      ([name, value]) => (value === undefined ? [] : [`--${name}`, value]),
    ),
  );

/** Writes a file beside the site to be. @returns its path */
function write(name: string, data: string | Uint8Array): string {
  writeFileSync(join(parent, name), data);
  return join(parent, name);
}

const inSite = (file: string) => join(parent, 'site', file);

describe('npm run new', () => {
  test('makes a project whose chapter is imported and checked, a draft until it is published', () => {
    const { status, said } = start();
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

  test('takes the program, and nothing of the first text or its tests', () => {
    start();
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

  test('never writes into a folder that holds something', () => {
    mkdirSync(inSite('content'), { recursive: true });
    writeFileSync(inSite('content/mine.txt'), 'mine');
    const { status, said } = start();
    expect(status).toBe(1);
    expect(said).toContain('--folder');
    expect(readdirSync(inSite('content'))).toEqual(['mine.txt']);
  });

  test('takes an empty folder that is there', () => {
    mkdirSync(inSite(''));
    expect(start().status).toBe(0);
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
  ])('leaves nothing of a try with %s', (_, options, says) => {
    const { status, said } = start(options());
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
    ['refuses an option it does not know', { colour: 'red' } as Options, '--colour'],
  ])('without a terminal, %s, and writes nothing', (_, options, says) => {
    const { status, said } = start(options);
    expect(status).toBe(1);
    expect(said).toContain(says);
    expect(existsSync(inSite(''))).toBe(false);
  });
});

describe('addresses', () => {
  const change = (file: string, from: string, to: string) => {
    const text = readFileSync(inSite(file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(inSite(file), text.replace(from, to));
  };
  /** The last note goes, as after a correction of the source. */
  const lastNote = 'content/footnotes/016.md';

  test('follow the text until a person publishes, and hold from then on', () => {
    start();
    rmSync(inSite(lastNote));
    // What is refused is the missing note, not a lost address.
    expect(findingsOf(inSite('content')).map(({ rule }) => rule)).not.toContain('permalink/lost');
    start({ folder: join(parent, 'other') });
    const { status } = run('permalinks.ts', [], join(parent, 'other'));
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

  test('are strict where the registry is there, whatever the content says', () => {
    start();
    run('permalinks.ts', [], inSite(''));
    change('content/chapter.yaml', 'draft: false', 'draft: true');
    writeFileSync(inSite('content/permalinks.txt'), '/notes/17/\n');
    expect(findingsOf(inSite('content')).map(({ rule }) => rule)).toContain('permalink/lost');
  });
});

describe('npm run guide', () => {
  const guide = () => run('guide.ts', [], inSite(''));

  test('leads through what is wrong to the chapter, one thing after the other', () => {
    const { status, said } = start({ 'first-page': '7', mark: '1' });
    expect(status).toBe(1);
    expect(said).toContain('printing.txt:');
    expect(said).toContain('npm run guide');
    const settings = inSite('content/source/printing.yaml');
    const write = (from: string, to: string) =>
      writeFileSync(settings, readFileSync(settings, 'utf8').replace(from, to));
    write('noteMarks: "1"', 'noteMarks: ①');
    expect(guide().status).toBe(0);
    const chapter = inSite('content/chapter.yaml');
    writeFileSync(chapter, readFileSync(chapter, 'utf8').replace('lang: zh-Hans', 'lang:'));
    const again = guide();
    expect(again.status).toBe(1);
    expect(again.said).toMatch(/1\. .*chapter\.yaml:\d+ {2}schema\/value/u);
    expect(again.said).toContain('冒號之後要空一格');
  });

  test.each([
    ['no page number', 'firstPage: 7', '', 'pageNumbers: false'],
    ['a settings file that is wrong', 'firstPage: 7', 'firstPage: seven', '設定檔寫錯了'],
    ['notes that begin anew', 'noteNumbers: section', 'noteNumbers: chapter', '註釋的編號不連續'],
  ])('says in plain words what to do about %s', (_, from, to, advice) => {
    start({ 'first-page': '7' });
    const settings = inSite('content/source/printing.yaml');
    const text = readFileSync(settings, 'utf8');
    expect(text).toContain(from);
    writeFileSync(settings, text.replace(from, to));
    const { status, said } = guide();
    expect(status).toBe(1);
    expect(said).toContain(advice);
  });
});
