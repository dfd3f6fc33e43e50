/** What is loaded late does not come: the link’s own way, or a line that says so, and another try afterwards. */
import { expect, type Page, test } from '@playwright/test';
import { KINDS } from './kinds.ts';

/** How a file fails to come. */
const FAULTS = {
  aborted: (page: Page, files: RegExp) => page.route(files, (route) => route.abort()),
  missing: (page: Page, files: RegExp) =>
    page.route(files, (route) => route.fulfill({ status: 404, body: 'not found' })),
  'a page instead': (page: Page, files: RegExp) =>
    page.route(files, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>another edition' }),
    ),
  garbled: (page: Page, files: RegExp) =>
    page.route(files, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'const half = "' }),
    ),
  // Answered only when the page is left.
  hanging: (page: Page, files: RegExp) => page.route(files, () => new Promise<void>(() => {})),
} satisfies Record<string, (page: Page, files: RegExp) => Promise<unknown>>;
type Fault = keyof typeof FAULTS;

/** All scripts but the one entry that the page names and what that cannot begin without; all stylesheets that no page names. */
async function lateFiles(page: Page): Promise<RegExp> {
  const early = await page.evaluate(async () => {
    const named = [...document.querySelectorAll<HTMLScriptElement>('script[type="module"][src]')];
    const texts = await Promise.all(named.map(async ({ src }) => (await fetch(src)).text()));
    const within = texts.flatMap((text) =>
      [
        ...text.matchAll(/^import[^;]*?from"\.\/([^"]+)";/gmu),
        ...text.matchAll(/;import[^;]*?from"\.\/([^"]+)";/gu),
      ].map((m) => m[1] ?? ''),
    );
    const styles = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
    return [
      ...[...named.map(({ src }) => src), ...styles.map(({ href }) => href)].map(
        (url) => url.split('/').at(-1) ?? '',
      ),
      ...within,
    ];
  });
  const names = early.map((name) => name.replaceAll('.', '\\.')).join('|');
  return new RegExp(`/assets/(?!${names})[^/]+\\.(?:js|css)$`, 'u');
}

const uncaught = new WeakMap<Page, string[]>();
test.beforeEach(({ page }) => {
  const errors: string[] = [];
  uncaught.set(page, errors);
  page.on('pageerror', ({ message }) => errors.push(message));
});
test.afterEach(({ page }) => expect(uncaught.get(page)).toEqual([]));

const FAILED = /這項功能無法載入/u;
const notice = (page: Page) => page.locator('p[role="status"][data-apparatus]');

test.use({ viewport: { width: 820, height: 1000 } });

for (const fault of Object.keys(FAULTS) as Fault[])
  test(`files ${fault}: a noteref leads to its note, links go their own way`, async ({ page }) => {
    await page.goto('/sections/1/');
    await FAULTS[fault](page, await lateFiles(page));
    await page.locator('#fnref1').click();
    await expect(page).toHaveURL(/#fn1$/u);
    await expect(page.locator('#fn1')).toBeInViewport();
    await page.locator('[data-settings]').click();
    await expect(page).toHaveURL(/\/about\/#settings$/u);
  });

for (const fault of ['aborted', 'hanging'] as const)
  test(`files ${fault}: a key says so, and works once they come`, async ({ page }) => {
    await page.clock.install();
    await page.goto('/sections/1/');
    const files = await lateFiles(page);
    await FAULTS[fault](page, files);
    await page.keyboard.press('g');
    if (fault === 'hanging') {
      await page.clock.runFor(1000);
      await expect(notice(page)).toHaveText('還在載入…');
      await page.clock.runFor(8000);
    }
    await expect(notice(page)).toHaveText(FAILED);
    if (fault === 'hanging') return;
    await page.unroute(files);
    await page.keyboard.press('g');
    await expect(page.getByRole('dialog', { name: '跳到…' })).toBeVisible();
    await expect(notice(page)).toHaveCount(0);
  });

for (const [kind, path] of Object.entries(KINDS))
  test(`${kind}: without any late file it is quiet or says so, and its links work`, async ({
    page,
  }) => {
    await page.goto('/404.html');
    await FAULTS.missing(page, await lateFiles(page));
    await page.goto(path);
    await page.dispatchEvent('body', 'pointermove');
    await page.keyboard.press('?');
    await expect(notice(page)).toHaveText(FAILED);
    await page.locator('header.site nav a').first().click();
    await expect(page).toHaveURL(/\/$/u);
  });
