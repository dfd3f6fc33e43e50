/** axe finds nothing on any kind of page, on a phone; dark on a desk too where a kind has colours of its own. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { KINDS, WIDTHS } from './kinds.ts';

/**
 * In aria-prohibited-attr, axe-core 4.14 asks for an element's role without DPUB
 * roles, so it takes a doc-pagebreak for a bare <span> that must not be named.
 * DPUB-ARIA 1.1 (and axe's own table of roles) has its name come from the author.
 */
const isMistaken = (rule: string, html: string) =>
  rule === 'aria-prohibited-attr' && html.startsWith('<span role="doc-pagebreak"');

/** What axe has against a page, one line an element. */
async function problems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.filter(({ html }) => !isMistaken(id, html)).map(({ html }) => `${id}: ${html}`),
  );
}

const BOTH = [
  ['light', WIDTHS.phone],
  ['dark', WIDTHS.desk],
] as const;

/** Kinds that differ in what is coloured; the others have their colours from these. */
const DARK_TOO = ['section with a table and a quotation', 'bibliography', 'one note', 'search'];

for (const [kind, address] of Object.entries(KINDS)) {
  for (const [colorScheme, width] of DARK_TOO.includes(kind) ? BOTH : BOTH.slice(0, 1)) {
    test(`axe finds nothing: ${kind}, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address);
      expect(await problems(page)).toEqual([]);
    });
  }
}

test('axe would find a fault', async ({ page }) => {
  await page.goto('/sections/1/');
  await page.locator('article').evaluate((article) => {
    article.insertAdjacentHTML('afterbegin', '<img src="x.png"><p>顏色太淡的字</p>');
    const pale = article.querySelector('p');
    pale?.style.setProperty('color', '#ccc');
    pale?.style.setProperty('background', '#fff');
  });
  const found = (await problems(page)).map((problem) => problem.split(':')[0]);
  expect(found.sort()).toEqual(['color-contrast', 'image-alt']);
});
