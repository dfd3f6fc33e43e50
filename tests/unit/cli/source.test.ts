/** `npm run source`: a note is drafted, confirmed, written whole and checked; the resolver traces short forms. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { inOneLine } from '../../../src/cli/faults.ts';
import { readOrder } from '../../../src/cli/source/order.ts';
import { causesFirst } from '../../../src/cli/source/report.ts';
import { writeTogether } from '../../../src/cli/source/write.ts';
import { catalogue, runSource } from '../../../src/cli/source.ts';
import { splitFrontMatter } from '../../../src/import/frontmatter.ts';
import { findingsOf } from '../../../src/model/checks/content-folder.ts';
import { ROOT, withTemporary, writeContent } from '../../cases/content.ts';

vi.setConfig({ testTimeout: 60_000 });

/** The front matter of a note; without what was catalogued by hand. */
const matter = (root: string, note: number) =>
  parse(splitFrontMatter(readFileSync(fileOf(root, note), 'utf8')).yaml) as Record<string, unknown>;
const fileOf = (root: string, note: number) =>
  join(root, `footnotes/${String(note).padStart(3, '0')}.md`);

/** A copy of the small chapter, of which some notes are not catalogued, and some works unknown. */
async function withNotes(
  notes: readonly number[],
  without: readonly string[],
  work: (root: string) => void | Promise<void>,
): Promise<void> {
  const folders: string[] = [];
  withTemporary((root) => {
    // It is taken away when its work is done, which may be later.
    folders.push(`${root}-notes`);
    writeContent(`${root}-notes`, {}, 'cited');
  });
  const [root = ''] = folders;
  try {
    for (const note of notes) {
      const path = fileOf(root, note);
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, text.replace(/^kind:[\s\S]*?^(?=---$)/mu, ''));
    }
    for (const id of without) rmSync(join(root, `sources/${id}.yaml`));
    await work(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The command as a person types it. */
function spawned(...args: string[]) {
  const { status, stdout, stderr } = spawnSync('node', [join(ROOT, 'src/cli/source.ts'), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    input: '',
    env: { ...process.env, CONTENT: '' },
  });
  return { status, stdout, stderr: stderr.trim() };
}

/** The same without a process of its own. */
async function command(...args: string[]) {
  const said = { stdout: '', stderr: '' };
  const hear = (stream: keyof typeof said) => (words: unknown) => {
    said[stream] += `${words}\n`;
  };
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(hear('stdout')),
    vi.spyOn(console, 'error').mockImplementation(hear('stderr')),
  ];
  const { isTTY } = process.stdin;
  const { exitCode } = process;
  process.stdin.isTTY = false;
  process.exitCode = 0;
  try {
    await inOneLine(() => runSource(args));
    return { status: process.exitCode, stdout: said.stdout, stderr: said.stderr.trim() };
  } finally {
    process.stdin.isTTY = isTTY;
    process.exitCode = exitCode;
    for (const spy of spies) spy.mockRestore();
  }
}

const order = (root: string, host: number | string) => ({ host, root, yes: true, isNew: false });
const silent = () => vi.spyOn(console, 'log').mockImplementation(() => undefined);

test('a note becomes the source and the front matter that a person made of it', async () => {
  await withNotes([6], ['reed-1981'], (root) => {
    const { status, stdout } = spawned('6', '--yes', '--content', root);
    expect(status).toBe(0);
    expect(stdout).toContain('title: The New Bridge    ← “The New Bridge,”');
    expect(stdout).toContain('檢查通過');
    const written = readFileSync(join(root, 'sources/reed-1981.yaml'), 'utf8');
    const byHand = readFileSync(
      join(ROOT, 'tests/cases/checks/cited/sources/reed-1981.yaml'),
      'utf8',
    );
    expect(parse(written)).toEqual(parse(byHand));
    expect(findingsOf(root)).toEqual([]);
  });
});

test('every note of the small chapter, in its order, is catalogued as by hand', async () => {
  const all = Array.from({ length: 16 }, (_, i) => i + 1);
  const hand = join(ROOT, 'tests/cases/checks/cited');
  const log = silent();
  const ids: Record<string, string> = {};
  await withNotes(
    all,
    readdirSync(join(hand, 'sources')).map((f) => f.replace('.yaml', '')),
    async (root) => {
      for (const note of all) await catalogue(order(root, note), undefined);
      const shape = (folder: string, note: number) => {
        const { kind, citations = [] } = matter(folder, note) as {
          kind: string;
          citations?: Record<string, unknown>[];
        };
        return { kind, citations: citations.map(({ source: _, via: __, ...rest }) => rest) };
      };
      for (const note of all) {
        const [made, wanted] = [matter(root, note), matter(hand, note)].map(
          ({ citations }) => (citations ?? []) as { source?: string; via?: string }[],
        );
        wanted?.forEach(({ source = '-' }, i) => {
          // One work has one id throughout.
          const own = made?.[i]?.source ?? '-';
          expect(ids[source] ?? own, `note ${note}`).toBe(own);
          ids[source] = own;
        });
        expect(shape(root, note), `note ${note}`).toEqual(shape(hand, note));
      }
      // 王大川，舊渡口志，頁 8 was seen in 陳阿月.
      const [first, second] = (matter(root, 8) as { citations: { source: string; via?: string }[] })
        .citations;
      expect(first?.via).toBe(second?.source);
    },
  );
  log.mockRestore();
});

test('the source line of a table is catalogued as a note is, in the front matter of its section', async () => {
  const section = (root: string) => join(root, 'sections/1.md');
  const tables = (root: string) =>
    (parse(splitFrontMatter(readFileSync(section(root), 'utf8')).yaml) as { tables: unknown })
      .tables;
  await withNotes([], [], async (root) => {
    const byHand = readFileSync(section(root), 'utf8');
    writeFileSync(section(root), byHand.replace(/^tables:[\s\S]*?^(?=---$)/mu, ''));
    const { status, stdout } = await command('table-2-1', '--yes', '--content', root);
    expect(status).toBe(0);
    expect(stdout).toContain('表 table-2-1：資料來源：林阿水');
    expect(stdout).toContain('文獻已有此種 (the catalogue seems to have it): lin-ashui-1981');
    expect(tables(root)).toEqual([
      {
        id: 'table-2-1',
        citations: [
          {
            source: 'lin-ashui-1981',
            form: 'repeat',
            text: '林阿水，「渡口舊事」，村報，第 4 期(民國 70 年 5 月)。',
            antecedent: 4,
            basis: 'title',
          },
        ],
      },
    ]);
    expect(splitFrontMatter(readFileSync(section(root), 'utf8')).body).toBe(
      splitFrontMatter(byHand).body,
    );
    expect(findingsOf(root)).toEqual([]);
    const again = await command('table-2-1', '--content', root);
    expect(again.status).toBe(1);
    expect(again.stderr).toMatch(
      /sections\/1\.md:\d+: the source line of table-2-1 is catalogued already/u,
    );
    expect((await command('table-9-9', '--content', root)).stderr).toContain(
      'there is no table table-9-9: the tables are table-2-1.',
    );
  });
});

test('without a terminal the draft is shown, and nothing is written', async () => {
  await withNotes([6], ['reed-1981'], async (root) => {
    const before = readFileSync(fileOf(root, 6), 'utf8');
    const { status, stdout } = await command('6', '--content', root);
    expect(status).toBe(0);
    expect(stdout).toContain('kind: journal');
    expect(stdout).toContain('Nothing was written');
    expect(readFileSync(fileOf(root, 6), 'utf8')).toBe(before);
    expect(existsSync(join(root, 'sources/reed-1981.yaml'))).toBe(false);
  });
});

test('a work that is there is cited, and no second file made of it', async () => {
  await withNotes([10], [], async (root) => {
    const { stdout } = await command('10', '--yes', '--content', root);
    expect(stdout).toContain('文獻已有此種 (the catalogue seems to have it): lin-ashui-1981');
    expect(matter(root, 10)).toMatchObject({
      citations: [{ source: 'lin-ashui-1981', form: 'repeat', antecedent: 4, basis: 'title' }],
    });
    expect(findingsOf(root)).toEqual([]);
  });
  await withNotes([10], [], async (root) => {
    const { stdout } = await command('10', '--yes', '--new', '--content', root);
    expect(stdout).toContain('先看這一項 (mend this first)');
    expect(stdout).toMatch(/source\/alike\n/u);
  });
});

test('a short form is traced, or it is said why not', async () => {
  await withNotes([2, 7, 12], [], async (root) => {
    const { stdout } = await command('2', '--yes', '--content', root);
    expect(stdout).toContain('略式 (short form): ibid');
    expect(matter(root, 2)).toMatchObject({
      citations: [{ source: 'reed-1980', form: 'ibid', antecedent: 1, basis: 'preceding-note' }],
    });
    await command('7', '--yes', '--content', root);
    expect(matter(root, 7)).toMatchObject({ citations: [{ source: 'reed-1980', basis: 'pages' }] });
    const lost = await command('12', '--yes', '--content', root);
    expect(lost.stdout).toContain('無法確定 (not traced): 周小梅，前引文，頁 11。');
    expect(matter(root, 12)).toMatchObject({ citations: [{ unresolved: 'not-cited-earlier' }] });
    expect(findingsOf(root)).toEqual([]);
  });
});

test('a person takes, drops, mends and adds fields, and names the file', async () => {
  const log = silent();
  await withNotes([6], ['reed-1981'], async (root) => {
    const asked: string[] = [];
    const answers: [RegExp, string[]][] = [
      [/採用/u, ['y', 'y', 'y', 'x', 'y', 'e', 'y', 'n', 'y', 'y', 'y', 'e']],
      [/locator/u, ['chapter 2']],
      [/title = /u, ['The New Bridge', '']],
      [/還要補/u, ['nonsense', 'volume', '']],
      [/volume = /u, ['3']],
      [/檔名/u, ['Reed 1981', 'reed-1980', 'bridge']],
      [/寫入/u, ['y']],
    ];
    await catalogue({ ...order(root, 6), yes: false }, async (question) => {
      asked.push(question);
      const list = answers.find(([form]) => form.test(question))?.[1];
      return list?.shift() ?? 'y';
    });
    expect(parse(readFileSync(join(root, 'sources/bridge.yaml'), 'utf8'))).toMatchObject({
      title: 'The New Bridge',
      volume: '3',
      issue: '2',
      issued: { date: '1981-05', printed: 'May 1981' },
    });
    expect(asked.filter((question) => /檔名/u.test(question))).toHaveLength(3);
    expect(matter(root, 6)).toMatchObject({
      citations: [{ source: 'bridge', form: 'full', locator: { label: 'chapter', value: '2' } }],
    });
  });
  log.mockRestore();
});

test('what is not confirmed at the end is not written', async () => {
  const log = silent();
  await withNotes([6], ['reed-1981'], async (root) => {
    const before = readFileSync(fileOf(root, 6), 'utf8');
    await catalogue({ ...order(root, 6), yes: false }, async (question) =>
      /寫入/u.test(question) ? 'n' : /還要補|檔名/u.test(question) ? '' : 'y',
    );
    expect(readFileSync(fileOf(root, 6), 'utf8')).toBe(before);
    expect(existsSync(join(root, 'sources/reed-1981.yaml'))).toBe(false);
  });
  log.mockRestore();
});

test('a file that cannot be written takes the others back', async () => {
  await withNotes([], [], (root) => {
    const kept = join(root, 'sources/reed-1980.yaml');
    const before = readFileSync(kept, 'utf8');
    mkdirSync(join(root, 'in-the-way'));
    const files = new Map([
      [kept, 'x'],
      [join(root, 'sources/new.yaml'), 'x'],
      [join(root, 'in-the-way'), 'x'],
    ]);
    expect(() => writeTogether(files)).toThrow();
    expect(readFileSync(kept, 'utf8')).toBe(before);
    expect(existsSync(join(root, 'sources/new.yaml'))).toBe(false);
  });
});

test.each([
  [[], /^which note, or which table\?\nUsage: npm run source -- <number/u],
  [['x'], /^“x” is no number of a note/u],
  [['0'], /^“0” is no number of a note/u],
  [['1', '2'], /^one at a time, not 1, 2/u],
  [['1', '--prot'], /^Unknown option '--prot'/u],
  [['1', '--content', ''], /^--content was given an empty name/u],
  [['--help'], /^Usage: npm run source/u],
])('%j is refused', (args, says) => {
  expect(() => readOrder(args)).toThrow(says);
});

test.each([
  ['99', /^there is no note 99: the notes are numbered 1 to 16\.$/u],
  ['1', /footnotes\/001\.md:\d+: note 1 is catalogued already\. Take “kind” and “citations” out/u],
])('note %s is refused', async (note, says) => {
  await withNotes([], [], async (root) => {
    const { status, stdout, stderr } = await command(note, '--content', root);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(says);
  });
});

test('what is refused is one line, and the process ends with 1', async () => {
  await withNotes([], [], (root) => {
    const { status, stdout, stderr } = spawned('99', '--content', root);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toBe('there is no note 99: the notes are numbered 1 to 16.');
  });
});

test('content that cannot be read is named with its line, and nothing is written', async () => {
  await withNotes([6], [], async (root) => {
    writeFileSync(join(root, 'sources/reed-1980.yaml'), 'kind: jurnal\n');
    const { status, stderr } = await command('6', '--yes', '--content', root);
    expect(status).toBe(1);
    expect(stderr).toMatch(/sources\/reed-1980\.yaml:1 {2}schema\/value/u);
    expect(matter(root, 6)).not.toHaveProperty('citations');
  });
  const { stderr } = await command('1', '--content', '/nowhere');
  expect(stderr).toMatch(/chapter\.yaml {2}file\/missing/u);
});

test('of what is found, the cause comes first', () => {
  const finding = (file: string, rule: string) => ({ file, rule, line: 1, message: '' });
  const found = [
    finding('sources/b.yaml', 'source/unprinted'),
    finding('footnotes/006.md', 'citation/title'),
    finding('sources/a.yaml', 'source/missing'),
    finding('sources/a.yaml', 'schema/value'),
  ];
  expect(
    causesFirst(found, ['sources/a.yaml', 'footnotes/006.md']).map(({ rule }) => rule),
  ).toEqual(['schema/value', 'source/missing', 'citation/title', 'source/unprinted']);
});
