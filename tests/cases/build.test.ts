/**
 * A build that fails exits 1 and leaves the last good site as it was, to the byte.
 * Everything happens in copies of the repository: its own dist is never touched.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OURS } from '../../src/cli/output.ts';
import { writeSums } from '../../src/cli/sums.ts';
import { cases, edit, ROOT, writeContent } from './content.ts';

const SLOW = 120_000;
/** What a build makes or does not need. */
const LEFT_OUT = /^(?:\.(?!npmrc$)|node_modules$|dist$|content$|tests$|coverage$|test-results$)/u;
const PROCESSOR = 'src/markdown/processor.ts';
const THROWS = "[() => () => { throw new Error('this plugin fails'); }],";

let folder: string;
/** A copy of the repository with the small chapter, built once. */
let good: string;
let saidByGood: string;

/** Shares the installed packages, but not the caches beside them. */
function linkPackages(root: string): void {
  const installed = join(ROOT, 'node_modules');
  mkdirSync(join(root, 'node_modules'));
  for (const name of readdirSync(installed).filter((n) => !n.startsWith('.')))
    symlinkSync(join(installed, name), join(root, 'node_modules', name));
}

function copyRepository(root: string): void {
  for (const name of readdirSync(ROOT).filter((n) => !LEFT_OUT.test(n)))
    cpSync(join(ROOT, name), join(root, name), { recursive: true });
  linkPackages(root);
  // One word is bold, and a bracket ends it: CommonMark alone would print the asterisks.
  writeContent(join(root, 'content'), cases.get('text-emphasis-cjk')?.files);
}

function build(
  root: string,
  given: Record<string, string> = {},
): { status: number | null; output: string } {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/build.ts'], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH, HOME, NODE_COMPILE_CACHE, ASTRO_TELEMETRY_DISABLED: '1', ...given },
  });
  return { status, output: stdout + stderr };
}

/** The digest of each file of a built site. */
function digests(root: string): Map<string, string> {
  const dist = join(root, 'dist');
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
  return new Map(files.map((path) => [path.slice(dist.length), digest(path)]));
}

/** A copy of the good build, spoiled. */
function spoiled(name: string, spoil: (root: string) => void): string {
  const root = join(folder, name);
  cpSync(good, root, { recursive: true, verbatimSymlinks: true });
  spoil(root);
  return root;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhangju-build-'));
  good = join(folder, 'good');
  mkdirSync(join(good, 'dist'), { recursive: true });
  for (const file of [...OURS, 'of-the-build-before.html'])
    writeFileSync(join(good, 'dist', file), '');
  writeSums(join(good, 'dist'));
  copyRepository(good);
  const { status, output } = build(good);
  if (status !== 0) throw new Error(`the copy could not be built:\n${output}`);
  saidByGood = output;
}, SLOW);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a build that succeeds takes the place of the one before', () => {
  expect(existsSync(join(good, 'dist/of-the-build-before.html'))).toBe(false);
  expect(readFileSync(join(good, 'dist/index.html'), 'utf8')).toContain('渡口的燈');
  expect(readdirSync(join(good, '.build'))).toEqual([]);
});

test('emphasis that ends with a bracket before a character is bold on the page', () => {
  const html = readFileSync(join(good, 'dist/sections/2/index.html'), 'utf8');
  expect(html).toContain('<strong>「燈」</strong>還亮著');
});

describe('the address of the site', () => {
  const SITE = 'https://example.org/zhangju';
  const html = (root: string, address: string) =>
    readFileSync(join(root, 'dist', address, 'index.html'), 'utf8');
  /** What the metadata of a page say of its own address. */
  const OWN = [
    /<link rel="canonical" href="(.*?)"/u,
    /property="og:url" content="(.*?)"/u,
    /name="dcterms.identifier" content="(.*?)"/u,
  ];

  test('is told by no page, and there is no sitemap, where nobody gave it', () => {
    expect(saidByGood).toContain('no address given (SITE, or `site` in content/chapter.yaml)');
    expect(existsSync(join(good, 'dist/sitemap.xml'))).toBe(false);
    for (const form of OWN) expect(html(good, 'sections/2')).not.toMatch(form);
  });

  test(
    'stands in all metadata, with the base, where it is given',
    () => {
      const root = spoiled('addressed', (copy) =>
        appendFileSync(join(copy, 'content/chapter.yaml'), '\ncards: true\n'),
      );
      const { status, output } = build(root, { SITE: 'https://example.org', BASE: '/zhangju' });
      expect([status, output.includes('no address given')]).toEqual([0, false]);
      for (const address of ['sections/2', 'notes/1', 'pages/8', 'about', 'chapter']) {
        const page = html(root, address);
        for (const form of OWN) expect(form.exec(page)?.[1]).toBe(`${SITE}/${address}/`);
        expect(/property="og:image" content="(.*?)"/u.exec(page)?.[1]).toMatch(
          /^https:\/\/example\.org\/zhangju\/og\/[\w-]+\.png$/u,
        );
        const data = /<script type="application\/ld\+json">(.*?)<\/script>/u.exec(page)?.[1] ?? '';
        const ids = [...data.matchAll(/"(?:@id|url|item)":"(.*?)"/gu)].map((m) => m[1]);
        const other = ids.filter((id) => !id?.startsWith(`${SITE}/`));
        expect(other.filter((id) => id !== 'https://lamp.example/')).toEqual([]);
        expect(ids.length).toBeGreaterThan(4);
      }
      expect(html(root, '')).toContain(`"urlTemplate":"${SITE}/search/?q={search_term_string}"`);
      expect(html(root, 'pages/8')).toContain(
        `name="citation_public_url" content="${SITE}/chapter/"`,
      );
      const linkset = readFileSync(join(root, 'dist/linkset.json'), 'utf8');
      expect(linkset).not.toMatch(/"(?:href|anchor)": "\//u);
      const sitemap = readFileSync(join(root, 'dist/sitemap.xml'), 'utf8');
      const listed = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/gu)].map((m) => m[1]);
      expect(listed).toEqual(expect.arrayContaining([`${SITE}/`, `${SITE}/notes/3/`]));
      expect(listed.every((url) => url?.startsWith(`${SITE}/`))).toBe(true);
      expect(readFileSync(join(root, 'dist/robots.txt'), 'utf8')).toContain(
        `Sitemap: ${SITE}/sitemap.xml`,
      );
    },
    SLOW,
  );
});

interface Failure {
  when: string;
  name: string;
  spoil: (root: string) => void;
  says: string;
}

/** A disk on which so many files of the new site fit, and no more. */
const FULL = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
let left = 40;
const fits = (path) => !String(path).includes('.build/dist-') || left-- > 0;
const full = (path) => Object.assign(new Error('ENOSPC: no space left on device, ' + path), { code: 'ENOSPC' });
for (const holder of [fs, fs.promises]) {
  for (const name of ['writeFile', 'writeFileSync', 'copyFile', 'copyFileSync']) {
    const real = holder[name];
    if (!real) continue;
    holder[name] = (...given) => {
      const path = name.startsWith('copy') ? given[1] : given[0];
      if (fits(path)) return real.apply(holder, given);
      if (holder === fs.promises) return Promise.reject(full(path));
      if (name.endsWith('Sync')) throw full(path);
      given.at(-1)(full(path));
    };
  }
}
syncBuiltinESMExports();
`;

const FAILURES: Failure[] = [
  {
    when: 'the disk is full',
    name: 'full',
    spoil: (root) => {
      writeFileSync(join(root, 'src/cli/full.mjs'), FULL);
      edit(join(root, 'src/cli/build.ts'), [
        { find: 'import { existsSync', replace: "import './full.mjs';\nimport { existsSync" },
      ]);
    },
    says: 'ENOSPC',
  },
  {
    when: 'a check finds something',
    name: 'check',
    spoil: (root) =>
      edit(join(root, 'content/sections/2.md'), [{ find: '還亮著', replace: '還[^99]亮著' }]),
    says: join('content', 'sections/2.md:9  noteref/dangling'),
  },
  {
    when: 'a published address is lost',
    name: 'permalink',
    spoil: (root) =>
      edit(join(root, 'content/permalinks.txt'), [
        { find: '\n/notes/3/\n', replace: '\n/notes/3/\n/notes/4/\n' },
      ]),
    says: '/notes/4/ was published and no longer leads anywhere',
  },
  {
    when: 'a page with a published address is no longer made',
    name: 'page',
    spoil: (root) => rmSync(join(root, 'src/pages/about.astro')),
    says: '/about/ was published and leads nowhere',
  },
  {
    when: 'a plugin that reads Markdown throws',
    name: 'remark',
    spoil: (root) =>
      edit(join(root, PROCESSOR), [
        { find: '[remarkApparatus],', replace: `[remarkApparatus], ${THROWS}` },
      ]),
    says: 'markdown/unreadable\n  the Markdown could not be read: this plugin fails',
  },
  {
    when: 'a plugin that makes HTML throws',
    name: 'rehype',
    spoil: (root) =>
      edit(join(root, PROCESSOR), [
        { find: '[rehypeTables],', replace: `[rehypeTables], ${THROWS}` },
      ]),
    says: 'this plugin fails',
  },
];

test.each(FAILURES)(
  'when $when, the build exits 1 and leaves the last good site alone',
  ({ name, spoil, says }) => {
    const root = spoiled(name, spoil);
    const { status, output } = build(root);
    expect(output).toContain(says);
    expect(status).toBe(1);
    expect(digests(root)).toEqual(digests(good));
    // Nothing half-built is left lying about either.
    expect(readdirSync(join(root, '.build'))).toEqual([]);
  },
  SLOW,
);
