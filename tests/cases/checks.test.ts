/** Each rule of the content checks finds its smallest offence, in its file and line, and nothing else. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importText } from '../../src/import/import.ts';
import { parseMarkdown } from '../../src/markdown/processor.ts';
import { findingsOf } from '../../src/model/checks/content-folder.ts';
import type { Finding } from '../../src/model/checks/findings.ts';
import { bases, type Case, cases, ROOT, withTemporary, writeContent } from './content.ts';

const CHECK = join(ROOT, 'src/cli/check.ts');

/** Each message says what is wrong and then, in the imperative, what to do. */
const ADVICE =
  /\b(?:accept|did you mean|end|escape|give|import|known here|link|mend|move|name|publish|put|rename|set|take|undo|write)\b/iu;

function findingsFor({ files, base }: Case): Finding[] {
  return withTemporary((folder) => {
    writeContent(folder, files, base);
    return findingsOf(folder);
  });
}

function caseNamed(name: string): Case {
  const found = cases.get(name);
  if (!found) throw new Error(`there is no case ${name}`);
  return found;
}

/** Every rule that a source of the model can emit. */
function rulesInSources(): Set<string> {
  const model = join(ROOT, 'src/model');
  const sources = readdirSync(model, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(model, file), 'utf8'));
  return new Set(
    sources.flatMap((source) =>
      [...source.matchAll(/\brule: '([a-z]+\/[a-z-]+)'/gu)].map((match) => match[1] ?? ''),
    ),
  );
}

describe('each rule', () => {
  test.each([...cases.values()])('$rule: $name', (spoilt) => {
    const { rule, findings } = spoilt;
    const found = findingsFor(spoilt);
    expect(found.map((f) => ({ rule: f.rule, file: f.file, line: f.line }))).toEqual(
      findings.map((f) => ({ rule: f.rule ?? rule, file: f.file, line: f.line })),
    );
    for (const [i, { says }] of findings.entries()) expect(found[i]?.message).toContain(says);
    for (const { message } of found) expect(message).toMatch(ADVICE);
  });
});

describe('the cases', () => {
  test.each([...bases.keys()])('spoil a chapter in which nothing is wrong: %s', (base) => {
    expect(
      withTemporary((folder) => {
        writeContent(folder, {}, base);
        return findingsOf(folder);
      }),
    ).toEqual([]);
  });

  test.each([...bases])('spoil a chapter that is what the import makes of it: %s', (_, base) => {
    const read = (path: string) => readFileSync(join(base, path), 'utf8');
    const [name = ''] = readdirSync(join(base, 'source')).filter((file) => file.endsWith('.txt'));
    const settings = read(`source/${name.replace('.txt', '.yaml')}`);
    const { files } = importText(readFileSync(join(base, 'source', name)), name, settings, read);
    expect([...files.keys()].length).toBeGreaterThan(1);
    expect([...files].filter(([path, text]) => read(path) !== text)).toEqual([]);
  });

  test('hold an offence against every rule of the sources, and against no others', () => {
    const offended = [...cases.values()].filter((c) => c.findings.length > 0).map((c) => c.rule);
    expect([...new Set(offended)].sort()).toEqual([...rulesInSources()].sort());
  });

  test('are named after their rules', () => {
    const misnamed = [...cases].filter(([file, c]) => !file.startsWith(c.rule.replace('/', '-')));
    expect(misnamed.map(([file]) => file)).toEqual([]);
  });
});

describe('what CommonMark gets wrong in Chinese', () => {
  test.each(['**「重點」**文字', '文字**「重點」**', '**重點。**文字', '文字**（重點）**文字'])(
    '%s is set in bold',
    (body) => {
      const [paragraph] = parseMarkdown(body).children;
      const children = paragraph && 'children' in paragraph ? paragraph.children : [];
      expect(children.map((child) => child.type)).toContain('strong');
    },
  );
});

describe('npm run check', () => {
  const run = (folder: string) =>
    spawnSync(process.execPath, [CHECK, folder], { cwd: ROOT, encoding: 'utf8' });

  test('exits 0 for content in which nothing is wrong', () => {
    const { status, stdout, stderr } = withTemporary((folder) => {
      writeContent(folder);
      return run(folder);
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe('content: all checks passed\n');
  });

  test('exits 1 and shows file, line, rule and what to do', () => {
    withTemporary((folder) => {
      writeContent(folder, caseNamed('noteref-dangling').files);
      const { status, stdout, stderr } = run(folder);
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(stderr).toContain(
        `${join(folder, 'sections/2.md')}:9  noteref/dangling\n  [^99] has no note: write footnotes/099.md`,
      );
    });
  });

  test('shows no line where the whole file is meant', () => {
    withTemporary((folder) => {
      writeContent(folder, caseNamed('page-missing').files);
      expect(run(folder).stderr).toContain(`${join(folder, 'chapter.yaml')}  page/missing\n`);
    });
  });
});
