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
import { cases, edit, OWN_ADDRESS, ROOT, writeContent } from './content.ts';

const SLOW = 120_000;
/** What a build makes or does not need. */
const LEFT_OUT = /^(?:\.(?!npmrc$)|node_modules$|dist$|content$|tests$|coverage$|test-results$)/u;
const PROCESSOR = 'src/markdown/processor.ts';
const THROWS = "[() => () => { throw new Error('this plugin fails'); }],";

let folder: string;
/** A copy of the repository with the small chapter, built once, for an address with a base. */
let good: string;
let saidByGood: string;
let digestsOfGood: Map<string, string>;
const SITE = 'https://example.org/zhangju';

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

/** Spoils files of the good copy, and puts them back when the work is done. */
function whileSpoiled(files: readonly string[], spoil: () => void, work: () => void): void {
  const paths = files.map((file) => join(good, file));
  const before = paths.map((path) => (existsSync(path) ? readFileSync(path) : undefined));
  try {
    spoil();
    work();
  } finally {
    for (const [i, path] of paths.entries()) {
      const bytes = before[i];
      if (bytes) writeFileSync(path, bytes);
      else rmSync(path, { force: true });
    }
  }
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhangju-build-'));
  good = join(folder, 'good');
  mkdirSync(join(good, 'dist'), { recursive: true });
  for (const file of [...OURS, 'of-the-build-before.html'])
    writeFileSync(join(good, 'dist', file), '');
  writeSums(join(good, 'dist'));
  copyRepository(good);
  appendFileSync(join(good, 'content/chapter.yaml'), '\ncards: true\n');
  const { status, output } = build(good, { SITE: 'https://example.org', BASE: '/zhangju' });
  if (status !== 0) throw new Error(`the copy could not be built:\n${output}`);
  saidByGood = output;
  digestsOfGood = digests(good);
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

describe('the address of the site, where it is given', () => {
  const html = (address: string) => readFileSync(join(good, 'dist', address, 'index.html'), 'utf8');

  test('stands in all metadata, with the base', () => {
    expect(saidByGood).not.toContain('no address given');
    for (const address of ['sections/2', 'notes/1', 'pages/8', 'about', 'chapter']) {
      const page = html(address);
      for (const form of OWN_ADDRESS) expect(form.exec(page)?.[1]).toBe(`${SITE}/${address}/`);
      expect(/property="og:image" content="(.*?)"/u.exec(page)?.[1]).toMatch(
        /^https:\/\/example\.org\/zhangju\/og\/[\w-]+\.png$/u,
      );
      const data = /<script type="application\/ld\+json">(.*?)<\/script>/u.exec(page)?.[1] ?? '';
      const ids = [...data.matchAll(/"(?:@id|url|item)":"(.*?)"/gu)].map((m) => m[1]);
      const other = ids.filter((id) => !id?.startsWith(`${SITE}/`));
      expect(other.filter((id) => id !== 'https://lamp.example/')).toEqual([]);
      expect(ids.length).toBeGreaterThan(4);
    }
    expect(html('')).toContain(`"urlTemplate":"${SITE}/search/?q={search_term_string}"`);
    expect(html('pages/8')).toContain(`name="citation_public_url" content="${SITE}/chapter/"`);
    const linkset = readFileSync(join(good, 'dist/linkset.json'), 'utf8');
    expect(linkset).not.toMatch(/"(?:href|anchor)": "\//u);
  });

  test('stands in the sitemap, to which robots.txt leads', () => {
    const sitemap = readFileSync(join(good, 'dist/sitemap.xml'), 'utf8');
    const listed = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/gu)].map((m) => m[1]);
    expect(listed).toEqual(expect.arrayContaining([`${SITE}/`, `${SITE}/notes/3/`]));
    expect(listed.every((url) => url?.startsWith(`${SITE}/`))).toBe(true);
    expect(readFileSync(join(good, 'dist/robots.txt'), 'utf8')).toContain(
      `Sitemap: ${SITE}/sitemap.xml`,
    );
  });
});

interface Failure {
  when: string;
  /** The files that are changed, taken away or added. */
  files: readonly string[];
  spoil: () => void;
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

const FULL_DISK = 'src/cli/full.mjs';
const BUILD = 'src/cli/build.ts';
const ABOUT = 'src/pages/about.astro';

/** A file in which one text is replaced by another. */
const replaced = (file: string, find: string, replace: string) => ({
  files: [file],
  spoil: () => edit(join(good, file), [{ find, replace }]),
});

const FAILURES: Failure[] = [
  {
    when: 'the disk is full',
    files: [FULL_DISK, BUILD],
    spoil: () => {
      writeFileSync(join(good, FULL_DISK), FULL);
      edit(join(good, BUILD), [
        { find: 'import { existsSync', replace: "import './full.mjs';\nimport { existsSync" },
      ]);
    },
    says: 'ENOSPC',
  },
  {
    when: 'a check finds something',
    ...replaced('content/sections/2.md', '還亮著', '還[^99]亮著'),
    says: join('content', 'sections/2.md:9  noteref/dangling'),
  },
  {
    when: 'a published address is lost',
    ...replaced('content/permalinks.txt', '\n/notes/3/\n', '\n/notes/3/\n/notes/4/\n'),
    says: '/notes/4/ was published and no longer leads anywhere',
  },
  {
    when: 'a page with a published address is no longer made',
    files: [ABOUT],
    spoil: () => rmSync(join(good, ABOUT)),
    says: '/about/ was published and leads nowhere',
  },
  {
    when: 'a plugin that reads Markdown throws',
    ...replaced(PROCESSOR, '[remarkApparatus],', `[remarkApparatus], ${THROWS}`),
    says: 'markdown/unreadable\n  the Markdown could not be read: this plugin fails',
  },
  {
    when: 'a plugin that makes HTML throws',
    ...replaced(PROCESSOR, '[rehypeTables],', `[rehypeTables], ${THROWS}`),
    says: 'this plugin fails',
  },
];

test.each(FAILURES)(
  'when $when, the build exits 1 and leaves the last good site alone',
  ({ files, spoil, says }) => {
    whileSpoiled(files, spoil, () => {
      const { status, output } = build(good);
      expect(output).toContain(says);
      expect(status).toBe(1);
      expect(digests(good)).toEqual(digestsOfGood);
      // Nothing half-built is left lying about either.
      expect(readdirSync(join(good, '.build'))).toEqual([]);
    });
  },
  SLOW,
);
