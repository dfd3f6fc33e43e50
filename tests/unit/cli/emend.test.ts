/** `npm run emend`: a report is read, its place is found, a person decides, and the entry is checked as it is written. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { readEmendOrder } from '../../../src/cli/emend/order.ts';
import { placeIn, readReport } from '../../../src/cli/emend/report.ts';
import { emend } from '../../../src/cli/emend.ts';
import { findingsOf } from '../../../src/model/checks/content-folder.ts';
import { writeContent } from '../../cases/content.ts';

vi.spyOn(console, 'log').mockImplementation(() => undefined);

describe('a report', () => {
  test('is lines of a name and a value, in a letter or as quoted in one', () => {
    expect(
      readReport(
        '您好：\r\n> 位置：https://lamp.example/z/sections/1/#s1-p2:~:text=x\r\n> 原書：頁 7\r\n> 印作：「燈油」\r\n> 應作：\r\n理由: 形近\n',
      ),
    ).toEqual({ at: 's1-p2', printed: '燈油', correction: '', reason: '形近' });
  });

  test.each([
    ['/sections/4/#s4-2-1-1-p3', 's4-2-1-1-p3'],
    ['https://lamp.example/notes/12/', 'fn12'],
    ['/chapter/#fn12', 'fn12'],
    ['table-3-1', 'table-3-1'],
    ['https://lamp.example/about/', undefined],
  ])('%s leads to %s', (address, id) => {
    expect(placeIn(address)).toBe(id);
  });
});

/** What the file of a small chapter's emendations becomes when a person answers. */
async function answered(report: string | undefined, answers: readonly string[], before?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'zhangju-emend-'));
  const root = join(folder, 'content');
  const path = join(root, 'emendations.yaml');
  const rest = [...answers];
  const ask = async () => {
    const next = rest.shift();
    if (next === undefined) throw new Error('asked too often');
    return next;
  };
  try {
    mkdirSync(root);
    writeContent(root, before === undefined ? {} : { 'emendations.yaml': before });
    const file = report === undefined ? undefined : join(folder, 'report.txt');
    if (file) writeFileSync(file, report ?? '');
    let refused = '';
    await emend({ root, report: file }, '2026-12-01', ask).catch((error: Error) => {
      refused = error.message;
    });
    const findings = findingsOf(root).filter(({ rule }) => rule !== 'permalink/unlisted');
    const text = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    return { text, entries: parse(text ?? '') as object[] | null, refused, findings, left: rest };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const REPORT =
  '位置：https://lamp.example/sections/1/#s1-1-p1\n印作：輪流添油\n應作：按月添油\n理由：表 2-1 按月。\n';
const BEFORE = `# Slips.
- id: em4
  at: s1-1-p1
  printed: "一盞燈"
  correction: "一盞油燈"
  kind: missing
  certainty: doubtful
  reason: "脫「油」字。"`;

test('a report is written as it stands, after what is there, when a person says yes', async () => {
  const { text, entries, refused, findings, left } = await answered(
    REPORT,
    ['', '', '', 'w', 'd', '', 'y'],
    BEFORE,
  );
  expect(refused).toBe('');
  expect(text).toContain(`${BEFORE}\n- id: em5\n`);
  expect(entries?.[1]).toEqual({
    id: 'em5',
    at: 's1-1-p1',
    printed: '輪流添油',
    correction: '按月添油',
    kind: 'word',
    certainty: 'doubtful',
    reason: '表 2-1 按月。',
    added: '2026-12-01',
  });
  expect(findings).toEqual([]);
  expect(left).toEqual([]);
});

test('without a report all is asked; what is not printed there, or more than once, is asked again', async () => {
  const { entries, findings } = await answered(undefined, [
    's9-p9',
    's1-1-p1',
    '江邊',
    '的',
    '江邊的人',
    '村裡的人',
    '-',
    'e',
    's',
    '「的」字衍。',
    'y',
  ]);
  expect(entries).toMatchObject([
    { id: 'em1', at: 's1-1-p1', context: '村裡的人', printed: '的', correction: '', kind: 'extra' },
  ]);
  expect(findings).toEqual([]);
});

test('nothing is written without a yes, nor what the checks refuse', async () => {
  const no = await answered(REPORT, ['', '', '', 'w', 's', '', 'n']);
  expect(no.text).toBeUndefined();
  const same = REPORT.replace('按月添油', '輪流添油');
  const { text, refused } = await answered(same, ['', '', '', 'w', 's', '', 'y'], BEFORE);
  expect(refused).toMatch(/emendations\.yaml:\d+ {2}emendation\//u);
  expect(text).toBe(BEFORE);
});

test('a command line that is not understood is one clear line', () => {
  expect(() => readEmendOrder(['a', 'b'])).toThrow(/one report at a time, not a, b\nUsage: /u);
  expect(() => readEmendOrder(['no-such-file.txt'])).toThrow(/no-such-file\.txt is not there/u);
  expect(() => readEmendOrder(['--yes'])).toThrow(/Usage: npm run emend/u);
});
