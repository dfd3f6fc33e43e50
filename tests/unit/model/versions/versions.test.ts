/** Versions of the text: what their digest is made of, how one is recorded, and how it is cited. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readVersionsOrder, recordVersion } from '../../../../src/cli/versions.ts';
import { stylesOf } from '../../../../src/exports/cite/chapter.ts';
import { allAddresses } from '../../../../src/model/addresses/address.ts';
import { buildChapter, type Chapter } from '../../../../src/model/chapter/chapter.ts';
import { findingsOf } from '../../../../src/model/checks/content-folder.ts';
import { readContent } from '../../../../src/model/content/content.ts';
import { textDigest } from '../../../../src/model/versions/digest.ts';
import { changedSince, readVersions } from '../../../../src/model/versions/recorded.ts';
import { citationOf } from '../../../../src/search/cite/targets.ts';
import { writeContent } from '../../../cases/content.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhangju-versions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let root = '';
let count = 0;
beforeEach(() => {
  count += 1;
  root = join(folder, String(count));
  mkdirSync(root);
  writeContent(root, {}, 'cited');
});

const change = (file: string, of: (text: string) => string) => {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  expect(of(text)).not.toBe(text);
  writeFileSync(path, of(text));
};
const oneMore = (text: string) => `${text.trimEnd()}誤
`;
const chapter = (): Chapter => {
  const read = readContent(root);
  if ('findings' in read) throw new Error(JSON.stringify(read.findings));
  return buildChapter(read.content, textDigest(root));
};
const record = (today: string, ...changes: string[]) => recordVersion({ changes, root }, today);

describe('the digest of a text', () => {
  test.each([
    ['comments', 'chapter.yaml', (text: string) => `# said aside\n${text}`],
    ['the site’s own settings', 'chapter.yaml', (text: string) => `${text}\ncards: true\n`],
    ['line ends', 'sections/1.md', (text: string) => text.replaceAll('\n', '\r\n')],
    [
      'the order of keys',
      'chapter.yaml',
      (text: string) => {
        const [first = '', ...rest] = text.split(/^(?=\w)/mu);
        return `${rest.join('')}${rest.at(-1)?.endsWith('\n') ? '' : '\n'}${first}`;
      },
    ],
  ])('does not change with %s', (_, file, of) => {
    const before = textDigest(root);
    change(file, of);
    expect(textDigest(root)).toEqual(before);
  });

  test.each([
    ['sections', 'sections/1.md'],
    ['footnotes', 'footnotes/001.md'],
  ] as const)('changes with one character of the %s, and says where', (part, file) => {
    const before = textDigest(root);
    change(file, oneMore);
    const after = textDigest(root);
    expect(after.digest).not.toBe(before.digest);
    expect({ ...after.parts, [part]: '' }).toEqual({ ...before.parts, [part]: '' });
    expect(after.parts[part]).not.toBe(before.parts[part]);
  });

  test('changes with the name of a file, which is the id of a source', () => {
    const before = textDigest(root);
    writeFileSync(join(root, 'sources/another.yaml'), 'title: 燈\n');
    const after = textDigest(root);
    expect(after.parts.sources).not.toBe(before.parts.sources);
  });
});

describe('npm run versions', () => {
  test('records the text as it stands, and refuses to record it again', () => {
    const version = record('2026-11-28', '首次記錄。', '補「燈」。');
    expect(version.digest).toBe(textDigest(root).digest);
    expect(readVersions(root)).toEqual([version]);
    // YAML takes 123456789012 and 123e45678901 for numbers.
    expect(parse(readFileSync(join(root, 'versions.yaml'), 'utf8'))).toEqual([version]);
    const text = readFileSync(join(root, 'versions.yaml'), 'utf8');
    expect(() => record('2026-11-29', '無')).toThrow('this text is version 2026-11-28');
    expect(readFileSync(join(root, 'versions.yaml'), 'utf8')).toBe(text);
    expect(findingsOf(root).map(({ rule }) => rule)).toEqual(['permalink/unlisted']);
  });

  test('says in which parts the text has changed since, and records the next', () => {
    expect(changedSince(root)).toBeUndefined();
    const first = record('2026-11-28', '首次記錄。');
    expect(changedSince(root)).toBeUndefined();
    change('chapter.yaml', (text) =>
      text.replace(/^description: .*$/mu, 'description: 另一段話。'),
    );
    expect(changedSince(root)).toContain(
      `not version 2026-11-28 (${first.digest.slice(0, 8)}) any more (chapter)`,
    );
    const second = record('2026-11-28', '改提要。');
    expect(readVersions(root)).toEqual([first, second]);
    expect(changedSince(root)).toBeUndefined();
  });

  test('refuses a day before the last, words nobody could see, and content with faults', () => {
    record('2026-11-28', '首次記錄。');
    change('chapter.yaml', (text) =>
      text.replace(/^description: .*$/mu, 'description: 另一段話。'),
    );
    expect(() => record('2026-11-27', '改。')).toThrow('the last version is of 2026-11-28');
    expect(() => record('2026-11-28', '改\u200b。')).toThrow('U+200B');
    change('sections/1.md', oneMore);
    expect(() => record('2026-11-28', '改。')).toThrow('text/proof');
    expect(readVersions(root)).toHaveLength(1);
  });

  test('wants to be told what changed', () => {
    expect(readVersionsOrder(['改提要。', ' 補註。 ', '--content', 'x'])).toEqual({
      changes: ['改提要。', '補註。'],
      root: 'x',
    });
    for (const args of [[], [''], ['改', ' '], ['--now'], ['改', '--content', '']])
      expect(() => readVersionsOrder(args)).toThrow('Usage: npm run versions');
  });
});

describe('a version', () => {
  const versioned = (of: Chapter) =>
    stylesOf(of).flatMap((style) =>
      style.forms.versioned
        ? citationOf(
            style,
            { id: 'p6', path: '/pages/6/', locus: { pages: [6, 6] } },
            { url: 'https://z.example/' },
            'versioned',
          )
            .map(({ text }) => text)
            .join('')
        : [],
    );

  test('is named in a note, as long as the text is it', () => {
    expect(chapter().version).toBeUndefined();
    expect(versioned(chapter())).toEqual([]);
    const { digest } = record('2026-11-28', '首次記錄。');
    const [taiwan, ...others] = versioned(chapter());
    const eight = digest.slice(0, 8);
    expect(taiwan).toMatch(
      new RegExp(`，頁6，章句，版次 2026-11-28（${eight}），https://z\\.example/$`, 'u'),
    );
    expect(others).toHaveLength(2);
    expect(others[1]).toMatch(
      new RegExp(`, 6, Zhangju, version 2026-11-28 \\(${eight}\\), https://z\\.example/\\.$`, 'u'),
    );
    change('chapter.yaml', (text) =>
      text.replace(/^description: .*$/mu, 'description: 另一段話。'),
    );
    expect(versioned(chapter())).toEqual([]);
  });

  test('has an address that stays, also when the next is recorded', () => {
    const { digest } = record('2026-11-28', '首次記錄。');
    change('chapter.yaml', (text) =>
      text.replace(/^description: .*$/mu, 'description: 另一段話。'),
    );
    const next = record('2026-11-29', '改提要。');
    const found = allAddresses(chapter()).filter((address) => address.startsWith('/versions/'));
    expect(found).toEqual([
      '/versions/',
      `/versions/#v-${digest.slice(0, 8)}`,
      `/versions/#v-${next.digest.slice(0, 8)}`,
    ]);
  });
});
