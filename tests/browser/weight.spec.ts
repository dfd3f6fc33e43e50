/** What a page costs before a reader does anything: requests, scripts, and nothing that moves. */
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { KINDS } from './kinds.ts';
import { noteShifts, shiftsOf } from './shifts.ts';

const READING = [
  'section',
  'section with a table and a quotation',
  'whole chapter',
  'printed page',
  'one note',
  'one source',
] as const;

for (const [device, viewport] of Object.entries({
  phone: { width: 390, height: 844 },
  desk: { width: 1440, height: 900 },
})) {
  test.describe(device, () => {
    test.use({ viewport });

    for (const kind of READING) {
      test(`${kind}: fewer than four requests, scripts under 6 KB, nothing moves`, async ({
        page,
      }) => {
        await noteShifts(page);
        const requests: string[] = [];
        const scripts: Promise<Buffer>[] = [];
        page.on('request', (request) => requests.push(request.url()));
        page.on('response', (response) => {
          if (response.request().resourceType() === 'script') scripts.push(response.body());
        });
        // After some seconds more is loaded for who gives no sign: on a slow machine, before all is quiet.
        await page.clock.install();
        await page.goto(KINDS[kind] ?? '', { waitUntil: 'networkidle' });
        expect(requests.filter((url) => !url.includes('favicon')).length).toBeLessThan(4);
        const bytes = (await Promise.all(scripts)).map((s) => brotliCompressSync(s).length);
        expect(bytes.reduce((a, b) => a + b, 0)).toBeLessThan(6 * 1024);
        const blocking = page.locator('head script[src]:not([type="module"], [defer], [async])');
        await expect(blocking).toHaveCount(0);
        expect(await shiftsOf(page)).toEqual([]);
      });
    }
    for (const kind of ['search', 'all notes'])
      test(`${kind}: nothing moves when its form comes`, async ({ page }) => {
        await noteShifts(page);
        // The form comes when all else has long been there.
        let letCome = (): void => undefined;
        const late = new Promise<void>((come) => {
          letCome = come;
        });
        await page.route(/\.js$/u, async (route) => {
          await late;
          await route.continue();
        });
        await page.goto(KINDS[kind] ?? '', { waitUntil: 'commit' });
        const form = page.locator('main form');
        await expect(page.locator('footer.site')).toBeVisible();
        await expect(form).toBeHidden();
        await page.evaluate(() => new Promise(requestAnimationFrame));
        letCome();
        await expect(form).toBeVisible();
        await page.waitForLoadState('networkidle');
        expect(await shiftsOf(page)).toEqual([]);
      });
  });
}
