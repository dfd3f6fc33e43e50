/** A command does nothing before it has understood its command line, and says in a line what it cannot do. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS, wordsOf } from '../../../src/cli/arguments.ts';
import { readAddress } from '../../../src/cli/setup/address-options.mjs';
import { ROOT } from '../../cases/content.ts';

/** Commands that read options of their own. */
const OTHERS = ['import', 'new', 'dev', 'start', 'source', 'emend', 'versions'];

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

test('every command of ours is in the table, or reads options of its own', () => {
  const ours = Object.entries(scripts)
    .filter(([, script]) => /^(?:exec )?node src\/\S+ ?\w*$/u.test(script))
    .map(([name]) => name);
  expect(ours.sort()).toEqual([...Object.keys(COMMANDS), ...OTHERS].sort());
});

const run = (script: string, args: string[], env: NodeJS.ProcessEnv = {}) => {
  const { status, stdout, stderr } = spawnSync('node', [join(ROOT, 'src', script), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, stdout, said: stderr.trim().split('\n') };
};

test.each(Object.keys(COMMANDS) as (keyof typeof COMMANDS)[])('%s', (name) => {
  const usage = new RegExp(`\nUsage: npm run ${name}\\b`, 'u');
  expect(() => wordsOf(name, ['--prot', 'x'])).toThrow(usage);
  expect(() => wordsOf(name, ['-x'])).toThrow(/has no option -x\n/u);
  expect(() => wordsOf(name, ['a', 'b', 'c'])).toThrow(usage);
  expect(() => wordsOf(name, ['--help'])).toThrow(/^Usage: npm run /u);
});

test('a name with nothing in it is none', () => {
  expect(() => wordsOf('check', [''])).toThrow(/^check was given an empty name\n/u);
  expect(wordsOf('check', ['a folder'])).toEqual(['a folder']);
});

test.each(['figures', 'hosting', 'guide'])(
  'npm run %s does nothing when it is asked for help',
  (name) => {
    const { status, stdout, said } = run(`cli/${name}.ts`, ['--help']);
    expect([status, stdout, said.length]).toEqual([1, '', 1]);
    expect(said[0]).toMatch(/^Usage: npm run /u);
  },
);

describe('what cannot be had is named in a line', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'zhangju-arguments-'));
    for (const file of ['index.html', '404.html', 'offline.json', 'places.json'])
      writeFileSync(join(folder, file), 'x');
    const sums = ['index.html', '404.html', 'offline.json', 'places.json'];
    writeFileSync(
      join(folder, 'SHA256SUMS'),
      sums.map((file) => `${'0'.repeat(64)}  ${file}\n`).join(''),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('by npm run guide: a folder without a source text', () => {
    const { status, stdout } = run('cli/guide.ts', [join(folder, 'nowhere')]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/nowhere\/source 裡要有一個原文檔/u);
  });

  test.each([
    ['an address', ['nonsense'], /^nonsense is no address of a site$/u],
    ['a site', ['http://127.0.0.1/', '/nowhere'], /^\/nowhere is no site that npm run build made/u],
  ])('by npm run probe: %s', (_, args, says) => {
    const { status, said } = run('cli/probe.ts', args);
    expect(status).toBe(1);
    expect(said[0]).toMatch(says);
  });

  test('by npm run probe: a server that does not answer', () => {
    const { status, said } = run('cli/probe.ts', ['http://127.0.0.1:9/', folder]);
    expect([status, said.length]).toEqual([1, 1]);
    expect(said[0]).toMatch(/^http:\/\/127\.0\.0\.1:9\/\S* cannot be asked: .+$/u);
  });

  test('by npm run build: what SITE is wrong with, before anything is built', () => {
    const { status, stdout, said } = run('cli/build.ts', [], { SITE: 'example.org' });
    expect([status, stdout, said.length]).toEqual([1, '', 1]);
    expect(said[0]).toMatch(/^SITE: example\.org is no address of a site/u);
  });

  test('by npm run new: the options that there are', () => {
    const { status, said } = run('cli/new.ts', ['--titel', 'x']);
    expect(status).toBe(1);
    expect(said.at(-1)).toMatch(/^Usage: npm run new -- \[--text …\] \[--folder …\]/u);
  });
});

describe('where a site is served', () => {
  const read = (...args: string[]) => readAddress(args, 'npm start');
  test.each([
    [[], { port: 4321, host: undefined }],
    [['--port', '5000'], { port: 5000, host: undefined }],
    [['--port=5000', '--host'], { port: 5000, host: '0.0.0.0' }],
    [['--host', '--port', '1'], { port: 1, host: '0.0.0.0' }],
    [['--host=::1'], { port: 4321, host: '::1' }],
  ])('%j', (args, wanted) => expect(read(...args)).toEqual(wanted));
  test.each([
    [['--port'], /--port/u],
    [['--port', 'x'], /^Not a port number: x\n/u],
    [['--port', '0x10'], /^Not a port number/u],
    [['--port', '1e3'], /^Not a port number/u],
    [['--port', '65536'], /^Not a port number/u],
    [['--port='], /^Not a port number: \n/u],
    [['--host='], /^Not an address of this machine: \n/u],
    [['--host', ''], /^Not an address of this machine: \n/u],
    [['--prot', '1'], /^Unknown option '--prot'/u],
    [['5000'], /5000/u],
  ])('%j is refused', (args, says) => {
    expect(() => read(...args)).toThrow(says);
    expect(() => read(...args)).toThrow(/\nUsage: npm start -- \[--port N\]/u);
  });
});
