/** A text that changes after it was published: no address comes to name something else. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { runImport } from '../../../src/import/cli.ts';
import { ImportError } from '../../../src/import/errors.ts';
import { withPublishedIds } from '../../../src/import/published-ids.ts';

const section = (...blocks: string[]) =>
  new Map([['sections/1.md', `---\nnumber: 1\n---\n\n${blocks.join('\n\n')}\n`]]);
const PUBLISHED = '/sections/1/\n/sections/1/#s1\n/sections/1/#s1-p1\n/sections/1/#s1-p2\n';
const HEAD = '## 第一節　渡口 {#s1}';
const one = '渡口在鎮的南邊，每天有兩班船往來，船家姓林。';
const two = '後來修了橋，船就停了，渡口只剩下一塊石碑。';
const added = '鎮上的人說，最早的渡口其實不在這裡，而在上游。';
const before = section(HEAD, `${one} {#s1-p1}`, `${two}[^1] {#s1-p2}`);

const idsAfter = (...words: string[]) => {
  const after = section(HEAD, ...words.map((text, i) => `${text} {#s1-p${i + 1}}`));
  const text = withPublishedIds(before, after, PUBLISHED).get('sections/1.md') ?? '';
  return [...text.matchAll(/\{#(s1-p\d+)\}/gu)].map(([, id]) => id);
};

describe('paragraphs that are published', () => {
  test.each<[string, string[], string[]]>([
    ['keep their ids as they are', [one, two], ['s1-p1', 's1-p2']],
    ['keep them when one comes before', [added, one, two], ['s1-p3', 's1-p1', 's1-p2']],
    ['keep them when one comes between', [one, added, two], ['s1-p1', 's1-p3', 's1-p2']],
    ['keep them when one comes after', [one, two, added], ['s1-p1', 's1-p2', 's1-p3']],
    ['keep them when one goes', [two], ['s1-p2']],
    ['keep them when they change places', [two, one], ['s1-p2', 's1-p1']],
    [
      'keep them when words change',
      [added, one.replace('兩班', '三班'), two.replace('石碑', '斷碑')],
      ['s1-p3', 's1-p1', 's1-p2'],
    ],
    [
      'keep them when one is divided: the longer part',
      [one, two.slice(0, 14), two.slice(14)],
      ['s1-p1', 's1-p2', 's1-p3'],
    ],
    ['give theirs to no other', [added, two], ['s1-p3', 's1-p2']],
  ])('%s', (_, words, ids) => {
    expect(idsAfter(...words)).toEqual(ids);
  });

  test('have their ids where notes name them too', () => {
    const after = new Map([
      ...section(HEAD, `${added} {#s1-p1}`, `${one} {#s1-p2}`, `${two}[^1] {#s1-p3}`),
      ['footnotes/001.md', '---\nplace:\n  at: s1-p3\n---\n同上。\n'],
    ]);
    expect(withPublishedIds(before, after, PUBLISHED).get('footnotes/001.md')).toContain(
      '  at: s1-p2\n',
    );
  });

  test('follow the text as long as nothing is published', () => {
    const after = section(HEAD, `${added} {#s1-p1}`, `${one} {#s1-p2}`);
    expect(withPublishedIds(before, after, '# a comment\n')).toEqual(after);
  });
});

test('a heading whose address would name another is refused', () => {
  const old = section('## 第一節　渡口 {#s1}', '### 一、船 {#s1-1}', `${one} {#s1-1-p1}`);
  const after = section(
    '## 第一節　渡口 {#s1}',
    '### 一、石 {#s1-1}',
    `${two} {#s1-1-p1}`,
    '### 一、船 {#s1-2}',
    `${one} {#s1-2-p1}`,
  );
  const run = () => withPublishedIds(old, after, '/sections/1/#s1-1\n');
  expect(run).toThrow(ImportError);
  expect(run).toThrow(/published as #s1-1, and in this text it would be #s1-2/u);
});

describe('npm run import', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'zhangju-published-'));
    vi.spyOn(console, 'log').mockReturnValue();
  });
  afterAll(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });

  test('over a published text keeps its addresses', async () => {
    const text = (...paragraphs: string[]) =>
      `# 第一章　渡口\n\n## 第一節　渡\n\n${paragraphs.join('\n\n')}\n`;
    const file = join(folder, 'text.md');
    const content = join(folder, 'content');
    const run = () => runImport([file, '--content', content]);
    const read = () => readFileSync(join(content, 'sections/1.md'), 'utf8');
    writeFileSync(file, text(one, two));
    expect(await run()).toBe(0);
    expect(read()).toContain(`${two} {#s1-p2}`);
    writeFileSync(join(content, 'permalinks.txt'), PUBLISHED);
    writeFileSync(file, text(added, one, two));
    expect(await run()).toBe(0);
    expect(read()).toContain(`${added} {#s1-p3}`);
    expect(read()).toContain(`${two} {#s1-p2}`);
    // A draft has not been published yet.
    writeFileSync(
      join(content, 'chapter.yaml'),
      `${readFileSync(join(content, 'chapter.yaml'), 'utf8')}draft: true\n`,
    );
    expect(await run()).toBe(0);
    expect(read()).toContain(`${two} {#s1-p3}`);
  });
});
