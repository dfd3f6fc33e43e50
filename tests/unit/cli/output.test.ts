/** A build replaces nothing but a site that a build has made. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isSite, OutputError, outputFolder } from '../../../src/cli/output.ts';
import { writeSums } from '../../../src/cli/sums.ts';
import { ROOT } from '../../cases/content.ts';

let parent: string;
let root: string;

const write = (path: string, text = 'x') => {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
};
/** A site as a build leaves it. */
function site(folder: string): string {
  for (const file of [
    'index.html',
    '404.html',
    'offline.json',
    'places.json',
    'notes/1/index.html',
  ])
    write(join(folder, file));
  writeSums(folder);
  return folder;
}
const out = (path: string) => outputFolder(path, 'content', root);

beforeEach(() => {
  parent = realpathSync(mkdtempSync(join(tmpdir(), 'zhangju-output-')));
  root = join(parent, 'project');
  for (const file of [
    'content/chapter.yaml',
    'src/a.ts',
    'public/a.svg',
    '.git/HEAD',
    'package.json',
  ])
    write(join(root, file));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

describe('is built into', () => {
  test('a folder that is not there yet', () => {
    expect(out('dist')).toBe(join(root, 'dist'));
    expect(out('../a/b')).toBe(join(parent, 'a/b'));
  });
  test('an empty folder', () => {
    mkdirSync(join(parent, 'empty'));
    expect(out('../empty')).toBe(join(parent, 'empty'));
  });
  test('a site that was built before, with what npm run compress has added', () => {
    site(join(root, 'dist'));
    write(join(root, 'dist/index.html.br'));
    write(join(root, 'dist/SHA256SUMS.gz'));
    expect(out('dist')).toBe(join(root, 'dist'));
  });
  test('the folder that a link leads to, so that what is served is renewed', () => {
    site(join(parent, 'served'));
    symlinkSync(join(parent, 'served'), join(root, 'dist'));
    expect(out('dist')).toBe(join(parent, 'served'));
  });
});

test.each(['dist/', './dist', '../project/dist', 'dist/../dist/.'])(
  'however it is written, it is one folder: %s',
  (path) => {
    site(join(root, 'dist'));
    expect(out(path)).toBe(join(root, 'dist'));
  },
);

test('links to links are followed to their end', () => {
  site(join(parent, 'served'));
  symlinkSync(join(parent, 'served'), join(parent, 'now'));
  symlinkSync('../now', join(root, 'dist'));
  expect(out('dist')).toBe(join(parent, 'served'));
});

test('a folder within the one of builds at work is one like any other', () => {
  expect(out('.build/other/site')).toBe(join(root, '.build/other/site'));
});

test('npm run compress writes into nothing but a site', () => {
  write(join(parent, 'papers/thesis.txt'), '論文'.repeat(2000));
  const run = (folder: string) =>
    spawnSync('node', ['src/cli/compress.ts', folder], { cwd: ROOT, encoding: 'utf8' });
  const { status, stderr } = run(join(parent, 'papers'));
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^\S+papers is no site that npm run build made: nothing was compressed\n$/u,
  );
  expect(readdirSync(join(parent, 'papers'))).toEqual(['thesis.txt']);
  expect(isSite(site(join(parent, 'served')))).toBe(true);
  expect(run(join(parent, 'served')).status).toBe(0);
});

describe('is refused, by its name', () => {
  test('a folder that holds nothing but a SHA256SUMS of others', () => {
    write(join(parent, 'sums/SHA256SUMS'));
    refused('../sums', /holds SHA256SUMS/u);
  });
  test.each(['dist', '../nowhere'])('a link that leads nowhere: to %s', (to) => {
    symlinkSync(to, join(root, 'dist'));
    refused('dist', /dist is a link that leads nowhere/u);
  });
  const refused = (path: string, why: RegExp) => {
    expect(() => out(path)).toThrow(OutputError);
    expect(() => out(path)).toThrow(why);
  };
  test.each(['content', 'src', 'public', '.git', 'src/new', 'content/site', 'node_modules/x'])(
    'what belongs to the project: %s',
    (path) => refused(path, new RegExp(`${path} is part of`, 'u')),
  );
  test.each(['.', '..', '/'])('what holds the project: %s', (path) =>
    refused(path, /holds the project itself/u),
  );
  test('the content of another name', () => {
    write(join(root, 'tests-text/chapter.yaml'));
    expect(() => outputFolder('tests-text', 'tests-text', root)).toThrow(/is part of tests-text/u);
  });
  test('a folder with other files, of which the first is named', () => {
    write(join(parent, 'papers/thesis.docx'));
    refused('../papers', /papers holds thesis\.docx/u);
  });
  test('a site with something beside it: a worktree of gh-pages', () => {
    write(join(site(join(parent, 'pages')), '.git'));
    refused('../pages', /pages holds \.git/u);
  });
  test('a folder of somebody else’s that has a SHA256SUMS', () => {
    write(join(parent, 'images/debian.iso'));
    writeSums(join(parent, 'images'));
    refused('../images', /holds debian\.iso/u);
  });
  test('folders without files in them are no site either', () => {
    mkdirSync(join(parent, 'tree/a'), { recursive: true });
    refused('../tree', /tree holds /u);
  });
  test('a file', () => {
    write(join(parent, 'file'));
    refused('../file', /is a file/u);
    expect(readFileSync(join(parent, 'file'), 'utf8')).toBe('x');
  });
  test('a link to such a folder', () => {
    symlinkSync(join(root, 'content'), join(root, 'dist'));
    refused('dist', /dist is part of content/u);
    expect(existsSync(join(root, 'content/chapter.yaml'))).toBe(true);
  });
  test.each(['.build', '.build/dist-12', '.build/old-0123456789abcdef-7/x'])(
    'where builds work, and clear up: %s',
    (path) => refused(path, /is where builds work/u),
  );
  test('what is below a file, before anything is built', () => {
    write(join(parent, 'file'));
    refused('../file/site', /is below \S+\/file, which is a file/u);
  });
  test('what is below a link to nowhere, or in a circle', () => {
    symlinkSync('nowhere', join(parent, 'gone'));
    symlinkSync('round', join(parent, 'round'));
    refused('../gone/site', /is below \S+\/gone, a link that leads nowhere/u);
    refused('../round/site', /is below \S+\/round, a link that leads nowhere/u);
    refused('../round', /is a link that leads nowhere/u);
  });
  test('a folder that a file manager has looked into', () => {
    write(join(parent, 'seen/.DS_Store'));
    refused('../seen', /holds \.DS_Store/u);
  });
  test.each(['', ' '])('no name: “%s”', (path) => refused(path, /is no name/u));
});
