/** What a reader does on the page of search, and what the page then shows. */
import type { Page } from '@playwright/test';
import type { Answered } from '../../search/tally.ts';

/** Opens the page of search with a query string, and waits until it has answered. */
export async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`/search/${query}`);
  await page.locator('[data-search-page]').waitFor();
  if (query !== '') await answered(page);
}

/** Waits until the page has answered. */
export async function answered(page: Page): Promise<void> {
  await page.locator('#results[aria-busy="false"]').waitFor({ state: 'attached' });
  await page.waitForFunction(
    () => document.querySelector('[data-search-page] [role="status"]')?.textContent !== '',
  );
}

/**
 * Asks queries one after another, as one who types each and presses Enter, and
 * reads each answer off the page: its announced total, and the links of its
 * results, `#more` pressed until there are no more (or only the first ten).
 */
export function ask(page: Page, queries: string[], first = false): Promise<Answered[]> {
  return page.evaluate(
    async ([all, onlyFirst]) => {
      const get = <T extends Element>(selector: string) =>
        document.querySelector<T>(`[data-search-page] ${selector}`) as T;
      const input = get<HTMLInputElement>('input[name="q"]');
      const list = get('#results');
      const more = get<HTMLButtonElement>('#more');
      const idle = () =>
        new Promise<void>((resolve) => {
          const isIdle = () => list.getAttribute('aria-busy') === 'false';
          if (isIdle()) return resolve();
          const seen = new MutationObserver(() => {
            if (!isIdle()) return;
            seen.disconnect();
            resolve();
          });
          seen.observe(list, { attributes: true });
        });
      const answers: Answered[] = [];
      for (const query of all) {
        input.value = query;
        input.form?.requestSubmit();
        await idle();
        while (!onlyFirst && !more.hidden) {
          more.click();
          await idle();
        }
        const status = get('[role="status"]').textContent ?? '';
        answers.push({
          query,
          status,
          total: Number(/^共 (\d+) 筆/u.exec(status)?.[1] ?? 0),
          paths: [...list.querySelectorAll<HTMLAnchorElement>(':scope > li > a')].map((a) => {
            const { pathname, hash } = new URL(a.href);
            return pathname + hash;
          }),
        });
      }
      return answers;
    },
    [queries, first] as const,
  );
}
