/** A reader in Chromium or Firefox, by Playwright. */
import type { Browser, Page } from '@playwright/test';
import type { Engine, Plain, Reader, Target } from './reader.ts';

const targetOf = (target: string | Target): Target =>
  typeof target === 'string' ? { css: target } : target;

/**
 * Opens a window with nothing stored in it.
 * @param browser that Playwright has started
 */
export async function playwrightReader(engine: Engine, browser: Browser): Promise<Reader> {
  const context = await browser.newContext({
    viewport: { width: 1024, height: 800 },
    serviceWorkers: 'allow',
    // Without a screen, nobody can be asked whether a page may copy.
    permissions: engine === 'chromium' ? ['clipboard-read', 'clipboard-write'] : [],
  });
  const page: Page = await context.newPage();
  const at = (target: string | Target) => {
    const { css, nth = 0 } = targetOf(target);
    return page.locator(css).nth(nth);
  };
  return {
    engine,
    size: (width, height) => page.setViewportSize({ width, height }),
    open: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    back: async () => void (await page.goBack()),
    // As words, for in WebDriver too a function sees nothing but what it is given.
    evaluate: <A extends Plain[], R>(body: (...args: A) => R, ...args: A) =>
      page.evaluate(`(${body})(...${JSON.stringify(args)})`) as Promise<Awaited<R>>,
    click: (target) => at(target).click(),
    hover: (target) => at(target).hover(),
    press: (key) => page.keyboard.press(key),
    type: (words) => page.keyboard.insertText(words),
    screenshot: () => page.screenshot(),
    print: () => page.pdf({ format: 'A4', preferCSSPageSize: true }),
    // Each has a context of its own, and nothing of another's.
    forget: async () => undefined,
    close: () => context.close(),
  };
}
