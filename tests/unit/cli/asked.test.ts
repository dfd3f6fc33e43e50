/** `npm run new` asks only what the file does not tell. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Answers } from '../../../src/cli/new/questions.ts';
import { askOpen } from '../../../src/cli/new.ts';

const BODY =
  '# 第三章　港口\n\n## 第一節　稅關\n\n這是為了說明他們從何時開始經過關口，與東邊的車對照。\n';
const TOLD = `---\ntitle: 港口與稅關之研究\nauthor: 林小華\ndate: 2004\n---\n\n${BODY}`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhangju-asked-'));
  vi.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/** What is asked of a file, and what comes of the answers typed. */
async function asked(text: string, ...typed: string[]) {
  const file = join(folder, 'a.md');
  writeFileSync(file, text);
  const answers: Answers = { text: file, folder: join(folder, 'site') };
  const questions: string[] = [];
  await askOpen(answers, async (words) => {
    questions.push(words.trim().slice(0, 4));
    const next = typed.shift();
    if (next === undefined) throw new Error(`nothing is left to type for ${words}`);
    return next;
  });
  expect(typed).toEqual([]);
  return { questions, answers };
}

test('what it tells is shown once, and taken with Enter', async () => {
  const { questions, answers } = await asked(TOLD, '', '', '某大學', '');
  expect(questions).toEqual(['出自哪一', '都對就按', '學校或機', '哪一種論']);
  expect(answers).toMatchObject({
    kind: 'thesis',
    thesis: '港口與稅關之研究',
    author: '林 小華',
    institution: '某大學',
    genre: '碩士論文',
    date: '2004',
    language: 'zh-Hant-TW',
    'first-page': 'none',
  });
});

test('what it tells can be changed', async () => {
  const { answers } = await asked(TOLD, '', 'n', '另一個題名', '', '某大學', '', '2005', '');
  expect(answers).toMatchObject({ thesis: '另一個題名', author: '林 小華', date: '2005' });
});

test('a file that tells nothing but its script is asked about the rest', async () => {
  const simplified = BODY.replace(
    '這是為了說明他們從何時開始經過關口，與東邊的車對照',
    '这是为了说明他们从何时开始经过关口，与东边的车对照',
  );
  const { questions, answers } = await asked(
    simplified,
    '',
    '',
    '題',
    '例 文',
    '某大學',
    '',
    '2026',
  );
  expect(questions).toHaveLength(7);
  expect(answers['language']).toBe('zh-Hans');
});

test('of an article, what a reference to one needs is asked, until it is there', async () => {
  const typed = ['article', '', '渡口學報', '', '', '40', '1234-5678', '1234-5679'];
  const { questions, answers } = await asked(TOLD, ...typed);
  // Without a volume there must be an issue, and the check digit of the ISSN is looked at.
  expect(questions.slice(2)).toEqual([
    '期刊名稱',
    '第幾卷（',
    '第幾期？',
    '第幾期？',
    '期刊的 ',
    '期刊的 ',
  ]);
  expect(answers).toMatchObject({ author: '林 小華', volume: '', issue: '40', issn: '1234-5679' });
  for (const name of ['thesis', 'institution', 'genre', 'book'])
    expect(answers).not.toHaveProperty(name);
});
