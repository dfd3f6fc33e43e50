/** axe finds nothing on any kind of page: light on a phone, dark on a desk; a colour or a layout alone does not need both. */
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

for (const [kind, address] of Object.entries(KINDS)) {
  for (const [colorScheme, width] of [
    ['light', WIDTHS.phone],
    ['dark', WIDTHS.desk],
  ] as const) {
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
