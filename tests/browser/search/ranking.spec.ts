/** What people type: all that they would expect is found, and what they mean comes first. */
import { expect, test } from '@playwright/test';
import { NAMED, NOTHING, REAL, textsByPath, truthOf } from '../../search/real.ts';
import { ask, open } from './page.ts';

const texts = textsByPath();

test(`real queries find what they must and nothing else: ${REAL.length} of them`, async ({
  page,
}) => {
  expect(REAL.length).toBeGreaterThanOrEqual(50);
  await open(page);
  const answers = await ask(
    page,
    REAL.map(({ typed }) => typed),
  );
  for (const [i, real] of REAL.entries()) {
    const truth = truthOf(real, texts);
    expect.soft(truth, `${real.typed} finds nothing`).not.toEqual([]);
    expect.soft(answers[i]?.paths.sort(), real.typed).toEqual(truth.sort());
  }
});

test('what a query names comes first', async ({ page }) => {
  expect(NAMED.filter(({ first }) => first === undefined)).toEqual([]);
  const ranked = REAL.filter(({ first }) => first !== undefined);
  await open(page);
  const answers = await ask(
    page,
    ranked.map(({ typed }) => typed),
    true,
  );
  for (const [i, { typed, first = '' }] of ranked.entries()) {
    const path = answers[i]?.paths[0] ?? 'nothing';
    if (typeof first === 'string') expect.soft(path, typed).toBe(first);
    else expect.soft(texts.get(path), `${typed}: ${path}`).toMatch(first);
  }
});

test('what people type in vain finds nothing, and is told so', async ({ page }) => {
  await open(page);
  for (const { query, total, paths, status } of await ask(page, NOTHING)) {
    expect([total, paths], query).toEqual([0, []]);
    expect(status).toContain(`全章與註釋中都沒有「${query}」。`);
  }
});
