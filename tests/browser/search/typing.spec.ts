/** Results while one types: no flicker, no late answers, and none of half-typed syllables. */
import { expect, type Page, test } from '@playwright/test';
import { answered, open } from './page.ts';

const list = (page: Page) => page.locator('#results');
const status = (page: Page) => page.locator('[data-search-page] > [role="status"]');

/** Notes every state of the list of results from now on: how many hits, and whether at work. */
async function watch(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const results = document.querySelector('#results') as HTMLElement;
    const states: string[] = [];
    const note = () =>
      states.push(
        `${results.getAttribute('aria-busy')} ${results.childElementCount > 0 ? 'full' : 'empty'}`,
      );
    new MutationObserver(note).observe(results, { attributes: true, childList: true });
    Object.assign(globalThis, { states });
  });
  return () => page.evaluate(() => (globalThis as unknown as { states: string[] }).states);
}

test('the old results stay until the new ones are there, and the list says that it is at work', async ({
  page,
}) => {
  await open(page, '?q=龍山');
  const states = await watch(page);
  await page.locator('#q').press('End');
  await page.locator('#q').pressSequentially('基地');
  await expect(list(page).locator('mark').first()).toHaveText('龍山基地');
  await expect(list(page)).toHaveAttribute('aria-busy', 'false');
  const seen = await states();
  expect(seen[0]).toBe('true full');
  expect(seen.at(-1)).toBe('false full');
  expect(seen.filter((state) => state.endsWith('empty'))).toEqual([]);
});

test('results come while one types, without Enter, and the address follows', async ({ page }) => {
  await open(page);
  await page.locator('#q').pressSequentially('niksch');
  await expect(list(page).locator('li').first()).toContainText('註 39');
  await expect(page).toHaveURL('/search/?q=niksch');
  await expect(status(page)).toHaveText(/^共 \d+ 筆$/u);
});

test('the answer to an earlier query is never shown after that to a later one', async ({
  page,
}) => {
  await open(page, '?q=niksch');
  const held: (() => Promise<void>)[] = [];
  let isHeld = true;
  await page.route(/\.pf_(?:index|fragment)/u, (route) => {
    if (!isHeld) return route.continue();
    held.push(() => route.continue());
    return undefined;
  });
  await page.locator('#q').fill('龍山基地');
  await page.locator('#q').press('Enter');
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await expect(list(page)).toHaveAttribute('aria-busy', 'true');
  await expect(list(page).locator('li').first()).toContainText('註 39');
  // The later one needs nothing that is not there yet.
  await page.locator('#q').fill('Niksch');
  await page.locator('#q').press('Enter');
  await answered(page);
  const before = await list(page).innerText();
  const states = await watch(page);
  isHeld = false;
  await Promise.all(held.map((go) => go()));
  await page.waitForLoadState('networkidle');
  expect(await states()).toEqual([]);
  expect(await list(page).innerText()).toBe(before);
  expect(await status(page).innerText()).not.toContain('搜尋中');
});

test('nothing is searched for while an input method composes, and all of it afterwards', async ({
  page,
}) => {
  await page.clock.install();
  await open(page);
  const input = page.locator('#q');
  // What comes with the first sign of use has come.
  await input.focus();
  await page.waitForLoadState('networkidle');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const cdp = await page.context().newCDPSession(page);
  for (const text of ['ㄌ', 'ㄌㄨ', 'ㄌㄨㄥ', 'ㄌㄨㄥˊ', '龍ㄕ', '龍ㄕㄢ']) {
    await cdp.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
    await page.clock.runFor(1000);
    await expect(input).toHaveValue(text);
  }
  expect(asked).toEqual([]);
  await expect(page).toHaveURL('/search/');
  await cdp.send('Input.insertText', { text: '龍山' });
  await page.clock.runFor(1000);
  await expect(list(page).locator('mark').first()).toHaveText('龍山');
  await expect(page).toHaveURL(`/search/?${new URLSearchParams({ q: '龍山' })}`);
});

test('Enter that ends a composition does not send the form from the box on a page', async ({
  page,
}) => {
  await page.clock.install();
  await page.goto('/sections/1/');
  const input = page.locator('#quick');
  await input.focus();
  await input.evaluate((box: HTMLInputElement) => {
    box.dispatchEvent(new CompositionEvent('compositionstart'));
    box.value = 'ㄌㄨㄥ';
    box.dispatchEvent(new InputEvent('input', { isComposing: true }));
  });
  await page.clock.runFor(1000);
  await expect(page.locator('[data-drop]')).toBeHidden();
  await input.evaluate((box: HTMLInputElement) => {
    box.value = '龍山';
    box.dispatchEvent(new CompositionEvent('compositionend', { data: '龍山' }));
  });
  await page.clock.runFor(1000);
  await expect(page.locator('[data-drop] mark').first()).toHaveText('龍山');
  await expect(page).toHaveURL('/sections/1/');
});

test('a cleared box clears the results, also while a search is under way', async ({ page }) => {
  await open(page, '?q=niksch');
  await page.locator('#q').fill('');
  await expect(list(page).locator('li')).toHaveCount(0);
  await expect(page).toHaveURL('/search/');
  await page.route(/\.pf_(?:index|fragment)/u, () => undefined);
  await page.locator('#q').fill('龍山基地');
  await expect(list(page)).toHaveAttribute('aria-busy', 'true');
  await page.locator('#q').fill('');
  await expect(list(page)).toHaveAttribute('aria-busy', 'false');
  await expect(status(page)).toHaveText('');
  await expect(page.locator('#facets input')).toHaveCount(0);
});

test('words typed before any script has come are searched for, on the way to a note too', async ({
  page,
}) => {
  let come = () => {};
  const typed = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route(/[.]js$/u, (route) => typed.then(() => route.continue()));
  // The page goes to the place of its address while one types, which takes the focus away.
  await page.goto('/sections/4/#fn91', { waitUntil: 'commit' });
  await page.locator('#quick').fill('盧武鉉');
  come();
  await expect(page.locator('[data-drop] li a').first()).toBeVisible();
});
