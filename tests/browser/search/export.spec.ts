/** The notes found as BibTeX, RIS, CSL-JSON and CSV: exactly their sources, in the form of the site's own downloads. */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import Papa from 'papaparse';
import { downloaded, type NoteData } from '../../search/references.ts';
import { open } from './page.ts';

const NOTES = downloaded<NoteData[]>('notes.json');

/** What a button of the export saves. */
async function saved(page: Page, name: string): Promise<{ file: string; text: string }> {
  const waiting = page.waitForEvent('download');
  await page.locator('#export').getByRole('button', { name, exact: true }).click();
  const download = await waiting;
  await expect(page.locator('#export [role="status"]')).toHaveText(`已下載 ${name}`);
  return { file: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

const citedBy = (numbers: readonly number[]) =>
  [
    ...new Set(
      NOTES.filter(({ number }) => numbers.includes(number)).flatMap(({ citations }) =>
        citations.map(({ source }) => source),
      ),
    ),
  ].sort();

for (const [what, address] of [
  ['of words', '/search/?q=niksch'],
  ['of words and choices', '/search/?q=參見&type=newspaper&lang=zh'],
  ['of a choice alone, on the page of notes', '/notes/?publisher=中央社'],
] as const) {
  test(`the sources of the notes found, and no others: ${what}`, async ({ page }) => {
    await page.goto(address);
    await expect(page.locator('#export')).toContainText(/匯出這 \d+ 條註所引的文獻/u);
    const numbers = await page.evaluate(async () => {
      const more = document.querySelector<HTMLButtonElement>('#more');
      const idle = () => document.querySelector('#results')?.getAttribute('aria-busy') === 'false';
      while (more && !more.hidden) {
        more.click();
        while (!idle()) await new Promise(requestAnimationFrame);
      }
      const ofNotes = [...document.querySelectorAll<HTMLLIElement>('.notes > li')];
      if (ofNotes.length > 0) return ofNotes.filter((li) => !li.hidden).map((li) => li.value);
      return [...document.querySelectorAll<HTMLAnchorElement>('#results > li > a')].flatMap(
        (a) => /\/notes\/(\d+)\//u.exec(a.href)?.slice(1).map(Number) ?? [],
      );
    });
    expect(numbers.length).toBeGreaterThan(1);
    await expect(page.locator('#export')).toContainText(`匯出這 ${numbers.length} 條註`);
    const ids = citedBy(numbers);

    const bib = await saved(page, 'BibTeX');
    expect(bib.file).toBe('sources.bib');
    expect([...bib.text.matchAll(/^@\w+\{([^,]+),/gmu)].map((m) => m[1]).sort()).toEqual(ids);

    const biblatex = await saved(page, 'BibLaTeX');
    expect(biblatex.file).toBe('sources.biblatex.bib');
    expect([...biblatex.text.matchAll(/^@\w+\{([^,]+),/gmu)].map((m) => m[1]).sort()).toEqual(ids);

    const ris = await saved(page, 'RIS');
    expect([...ris.text.matchAll(/^ID {2}- (.*?)\r?$/gmu)].map((m) => m[1]).sort()).toEqual(ids);
    expect(ris.text.match(/^ER {2}-/gmu)).toHaveLength(ids.length);

    const csl: { id: string }[] = JSON.parse((await saved(page, 'CSL-JSON')).text);
    expect(csl.map(({ id }) => id).sort()).toEqual(ids);
    const whole = new Map(downloaded<{ id: string }[]>('sources.json').map((s) => [s.id, s]));
    for (const item of csl) expect(item).toEqual(whole.get(item.id));

    const csv = await saved(page, 'CSV');
    expect(csv.file).toBe('notes.csv');
    const { data, errors } = Papa.parse<{ note: string; source: string }>(
      csv.text.replace(/^\uFEFF/u, ''),
      { header: true, skipEmptyLines: true },
    );
    expect(errors).toEqual([]);
    expect(new Set(data.map(({ note }) => Number(note)))).toEqual(new Set(numbers));
    expect([...new Set(data.map(({ source }) => source).filter(Boolean))].sort()).toEqual(ids);
  });
}

test('what finds no notes offers no export', async ({ page }) => {
  await open(page, '?q=龍山基地&in=text');
  await expect(page.locator('#results > li').first()).toBeVisible();
  await expect(page.locator('#export')).toHaveText('');
});

test('a file that cannot be had is told, and nothing is saved', async ({ page }) => {
  await page.route(/sources\.bib/u, (route) => route.fulfill({ status: 500, body: '' }));
  await open(page, '?q=niksch');
  let saves = 0;
  page.on('download', () => {
    saves += 1;
  });
  await page.locator('#export').getByRole('button', { name: 'BibTeX' }).click();
  await expect(page.locator('#export [role="status"]')).toHaveText('無法載入檔案，請稍後再試。');
  expect(saves).toBe(0);
});
