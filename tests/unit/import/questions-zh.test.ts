/** What readers ask stands in Chinese too. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inChinese } from '../../../src/import/questions-zh.ts';
import { readFile } from '../../../src/import/readers/read.ts';
import { readSettings } from '../../../src/import/settings.ts';
import { HAS_INTAKE, INTAKE } from './intake/shared.ts';

const SRC = new URL('../../../src/import/readers/', import.meta.url);

test('every question that is written in a reader', () => {
  const asks = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...readFileSync(new URL(file, SRC), 'utf8').matchAll(
        /(?:asks: |\? )(['`])([A-Z][^'`]*[.?])\1/gu,
      ),
    ])
    .map((match) => (match[2] ?? '').replace(/\$\{[^}]*\}/gu, '7'));
  expect(asks.length).toBeGreaterThanOrEqual(6);
  expect(asks.filter((english) => inChinese(english) === undefined)).toEqual([]);
});

test.skipIf(!HAS_INTAKE)('every question about the trial files', async () => {
  const texts = readdirSync(join(INTAKE, 'text')).map((name) => join('text', name));
  const read = (name: string) =>
    readFile(readFileSync(join(INTAKE, name)), name, { settings: readSettings(''), answers: {} });
  const documents = await Promise.all([...texts, 'made-lua.pdf', 'made-weasy.pdf'].map(read));
  const questions = documents.flatMap((document) => document.questions);
  expect(questions.length).toBeGreaterThan(10);
  expect(questions.filter(({ asks }) => inChinese(asks) === undefined)).toEqual([]);
});
