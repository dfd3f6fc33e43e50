/** What a page adds with the first sign of use: waits for it, as a reader's pointer would bring it. */
import type { Page } from '@playwright/test';

/** Opens a page and begins to use it. */
export async function use(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await inUse(page);
}

/** Begins to use a page. */
export async function inUse(page: Page): Promise<void> {
  await page.dispatchEvent('body', 'pointermove');
  await page.locator('.pilcrow').first().waitFor({ state: 'attached' });
}
