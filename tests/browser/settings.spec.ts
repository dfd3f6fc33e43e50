/** 設定: what a reader has set is there at once, on later pages, and before anything is painted. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { contrast } from './contrast.ts';
import { noteShifts, shiftsOf } from './shifts.ts';

const KEY = 'zhangju.settings';

/** Opens the dialog by its key. */
async function open(page: Page): Promise<Locator> {
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog', { name: '設定' });
  await expect(dialog).toBeVisible();
  return dialog;
}

const pick = (dialog: Locator, group: string, option: string): Promise<void> =>
  dialog
    .getByRole('group', { name: group })
    .getByRole('radio', { name: option, exact: true })
    .check();

const style = (page: Page, selector: string, property: string): Promise<string> =>
  page.evaluate(
    ([s, p]) =>
      getComputedStyle(document.querySelector(s as string) as Element).getPropertyValue(
        p as string,
      ),
    [selector, property],
  );

const kept = (page: Page): Promise<string | null> =>
  page.evaluate((key) => localStorage.getItem(key), KEY);

/** Gives the browser settings before any page of it is loaded. */
async function given(page: Page, settings: string): Promise<void> {
  await page.addInitScript(
    ([key, value]) => localStorage.setItem(key as string, value as string),
    [KEY, settings],
  );
}

test('who has set nothing loads nothing of it', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/sections/1/');
  await page.waitForLoadState('networkidle');
  const stylesheet = await page.locator('script[data-css]').getAttribute('data-css');
  expect(stylesheet).toMatch(/settings.*\.css$/u);
  expect(asked).not.toContain(stylesheet);
  expect(asked.filter((path) => /apply|panel|vertical/u.test(path))).toEqual([]);
  expect(
    await page.evaluate(() =>
      Object.keys(document.documentElement.dataset).filter((name) => name !== 'head'),
    ),
  ).toEqual([]);
});

for (const [group, option, selector, property, value] of [
  ['配色', '米黃', 'html', 'background-color', 'rgb(244, 236, 216)'],
  ['配色', '深色', 'html', 'background-color', 'rgb(23, 24, 26)'],
  ['字體', '黑體', '.text p', 'font-family', /PingFang TC/u],
  ['字體', '楷體', '.text p', 'font-family', /Kaiti TC/u],
  ['排版', '直排', '.text p', 'writing-mode', 'vertical-rl'],
  ['每行字數', '少', 'main', 'inline-size', '560px'],
  ['每行字數', '多', 'main', 'inline-size', '960px'],
  ['原書頁碼', '隱藏', '.text .to-page', 'display', 'none'],
] as const) {
  test(`${group}：${option}: at once, after a reload, on other pages, and back`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1920, height: 1000 });
    await page.goto('/sections/1/');
    const before = await style(page, selector, property);
    expect(before).not.toMatch(value);
    await pick(await open(page), group, option);
    const there = () => style(page, selector, property);
    await expect.poll(there).toMatch(value);
    await page.reload();
    expect(await there()).toMatch(value);
    await page.goto('/sections/2/');
    expect(await there()).toMatch(value);
    const dialog = await open(page);
    await dialog.getByRole('button', { name: '恢復預設值' }).click();
    await expect.poll(there).toBe(before);
    expect(await kept(page)).toBeNull();
    expect(
      await page.evaluate(() =>
        Object.keys(document.documentElement.dataset).filter((name) => name !== 'head'),
      ),
    ).toEqual([]);
  });
}

test('text size goes up and down in seven steps, notes with it', async ({ page }) => {
  await page.goto('/sections/1/');
  const dialog = await open(page);
  const size = async () => Number.parseFloat(await style(page, '.text p', 'font-size'));
  const note = async () => Number.parseFloat(await style(page, '.notes li', 'font-size'));
  const [usual, usualNote] = [await size(), await note()];
  const sizes: number[] = [];
  for (let i = 0; i < 4; i += 1) {
    await dialog.getByRole('button', { name: '放大文字' }).click();
    await expect(dialog.getByRole('status')).toContainText(`字級：${4 + i}`);
    sizes.push(await size());
  }
  expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  expect(sizes[0]).toBeGreaterThan(usual);
  expect(await note()).toBeGreaterThan(usualNote);
  await expect(dialog.getByRole('button', { name: '放大文字' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  for (let i = 0; i < 6; i += 1) await dialog.getByRole('button', { name: '縮小文字' }).click();
  await expect(dialog.getByRole('status')).toContainText('字級：1');
  expect(await size()).toBeLessThan(usual);
});

test('note style, digits and emendations are put on the page for what shows them', async ({
  page,
}) => {
  await page.goto('/sections/1/');
  await page.evaluate(() =>
    document.addEventListener('zhangju:settings', () => {
      document.title = `told ${document.documentElement.dataset['notes']}`;
    }),
  );
  const dialog = await open(page);
  await pick(dialog, '註釋', '彈出');
  await expect(page).toHaveTitle('told pop');
  await pick(dialog, '註釋', '頁末');
  await pick(dialog, '原書的筆誤', '校正');
  // Digits are offered where they are set upright or not.
  await expect(dialog.getByText('直排的數字')).toBeHidden();
  await pick(dialog, '排版', '直排');
  await pick(dialog, '直排的數字', '直立');
  const html = page.locator('html');
  await expect(html).toHaveAttribute('data-notes', 'end');
  await expect(html).toHaveAttribute('data-slips', 'corrected');
  await expect(html).toHaveAttribute('data-digits', 'upright');
  await pick(dialog, '排版', '橫排');
  await pick(dialog, '註釋', '旁註');
  await expect(html).not.toHaveAttribute('data-notes');
});

test('numbers of paragraphs are those of their addresses', async ({ page }) => {
  await page.goto('/sections/4/');
  await pick(await open(page), '段落編號', '顯示');
  const first = page.locator('#s4-2-1-1-p3');
  await expect(first).toHaveAttribute('data-para', '3');
  expect(await first.evaluate((p) => getComputedStyle(p, '::before').content)).toContain('3');
  expect(await first.evaluate((p) => (p as HTMLElement).innerText.slice(0, 1))).not.toBe('3');
});

test.describe('下載明體', () => {
  test.use({ serviceWorkers: 'allow' });

  test('comes when asked for, moves nothing, stays away from the net, and can be undone', async ({
    page,
    context,
  }) => {
    const asked: string[] = [];
    context.on('request', (request) => {
      if (request.url().includes('/ming-')) asked.push(new URL(request.url()).pathname);
    });
    const usedFaces = () =>
      page.evaluate(() =>
        [...document.fonts].filter((f) => f.status === 'loaded').map((f) => f.family),
      );
    await noteShifts(page);
    await page.goto('/sections/1/');
    await page.evaluate(() => navigator.serviceWorker.ready);
    const dialog = await open(page);
    // Another setting brings the stylesheet that names the file, and not the file.
    await pick(dialog, '配色', '米黃');
    await expect.poll(() => style(page, 'html', 'background-color')).toBe('rgb(244, 236, 216)');
    const choice = dialog.getByRole('radio', { name: /^下載明體/u });
    const size = Number(
      /（(\d+) KB）/u.exec((await choice.locator('..').textContent()) ?? '')?.[1],
    );
    expect(asked).toEqual([]);

    // A failure is told, and leaves the choice as it was.
    await context.setOffline(true);
    await choice.check({ force: true }).catch(() => undefined);
    await expect(dialog.getByRole('status')).toContainText('無法下載');
    await expect(dialog.getByRole('radio', { name: '明體', exact: true })).toBeChecked();
    await context.setOffline(false);

    const shifts = (await shiftsOf(page)).length;
    const responses = Promise.all(
      ['hant', 'hant-more'].map((name) => page.waitForResponse(`**/ming-${name}.*.woff2`)),
    );
    await choice.check();
    const bodies = await Promise.all((await responses).map((response) => response.body()));
    expect(Math.round(bodies.reduce((sum, body) => sum + body.length, 0) / 1000)).toBe(size);
    await expect(dialog.getByRole('status')).toContainText('字體：下載明體。');
    await expect.poll(usedFaces).toContain('Zhangju Ming');
    expect((await shiftsOf(page)).slice(shifts)).toEqual([]);

    // The worker has kept it: without a net it is there on another page that was read.
    await page.goto('/sections/2/');
    await expect.poll(usedFaces).toContain('Zhangju Ming');
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const found = await Promise.all(
            (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
          );
          return found.flat().filter(({ url }) => /ming-|sections\/2\/$/u.test(url)).length;
        }),
      )
      .toBe(3);
    await context.setOffline(true);
    await page.reload();
    await expect.poll(usedFaces).toContain('Zhangju Ming');
    await context.setOffline(false);

    await pick(await open(page), '字體', '明體');
    await expect.poll(() => style(page, '.text p', 'font-family')).not.toContain('Zhangju');
  });
});

test('before the first paint: attributes while the head is read, and no frame without them', async ({
  page,
}) => {
  await given(page, '{"theme":"dark","setting":"vertical"}');
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const look = () => {
      // The first frame is painted when there is something of the body.
      if (document.querySelector('main'))
        seen.push(
          `${getComputedStyle(document.documentElement).backgroundColor} ${getComputedStyle(document.querySelector('main') as Element).writingMode}`,
        );
      if (seen.length < 10) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      observer.disconnect();
      Object.assign(window, { atBody: document.documentElement.dataset['theme'] });
    }).observe(document, { childList: true, subtree: true });
  });
  // The stylesheet comes after all the rest: the page must wait for it.
  const whole = page.waitForResponse('**/sections/1/').then((response) => response.finished());
  await page.route('**/settings*.css', async (route) => {
    await whole;
    await route.continue();
  });
  await page.goto('/sections/1/');
  await page.waitForFunction(() => (window as unknown as { seen: string[] }).seen.length >= 10);
  const { seen, atBody } = await page.evaluate(() => {
    const { seen, atBody } = window as unknown as { seen: string[]; atBody: string };
    return { seen, atBody };
  });
  expect(atBody).toBe('dark');
  expect(new Set(seen)).toEqual(new Set(['rgb(23, 24, 26) vertical-rl']));
});

test('nothing moves while a vertical page is loaded', async ({ page }) => {
  await given(page, '{"setting":"vertical","size":"5"}');
  await noteShifts(page);
  await page.goto('/sections/1/');
  await page.waitForSelector('[data-tcy]');
  await page.evaluate(async () => {
    await document.fonts.ready;
    // What moved in a frame is told after the next.
    for (let i = 0; i < 4; i += 1) await new Promise(requestAnimationFrame);
  });
  const moved = (await shiftsOf(page)).reduce((sum, shift) => sum + shift, 0);
  expect(moved).toBeLessThan(0.001);
});

test('the script at the head is small, and the same on every page of its length', async ({
  page,
}) => {
  const scriptOf = async (address: string): Promise<string> => {
    await page.goto(address);
    return (await page.locator('script[data-css]').textContent()) ?? '';
  };
  const all = async (...addresses: string[]): Promise<string[]> => {
    const scripts: string[] = [];
    for (const address of addresses) scripts.push(await scriptOf(address));
    return [...new Set(scripts)];
  };
  const bytes = (script = '') => new TextEncoder().encode(script).length;
  const short = await all('/', '/notes/43/', '/about/');
  expect([short.length, bytes(short[0]) <= 300]).toEqual([1, true]);
  // Long pages also tell at once whether all of it has to be laid out.
  const long = await all('/sections/1/', '/sections/4/', '/chapter/');
  expect([long.length, bytes(long[0]) <= 400]).toEqual([1, true]);
  expect(long[0]).toContain(short[0]);
});

for (const garbage of [
  '',
  '%%%',
  'null',
  '"dark"',
  '{"theme":"<b>","__proto__":1,"size":99}',
  '{"setting":"diagonal","a-b":"c"}',
  '[[1],{"setting":{}}]',
]) {
  test(`garbage does no harm: ${JSON.stringify(garbage)}`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await given(page, garbage);
    await page.goto('/sections/1/');
    await expect(page.locator('html')).not.toHaveAttribute('data-size');
    await expect(page.locator('html')).not.toHaveAttribute('data-setting');
    expect(await style(page, '.text p', 'writing-mode')).toBe('horizontal-tb');
    await pick(await open(page), '配色', '深色');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect(errors).toEqual([]);
  });
}

test('where the browser keeps nothing, it works on the page and says so', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    }),
  );
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto('/sections/1/');
  const dialog = await open(page);
  await pick(dialog, '配色', '深色');
  await expect(dialog.getByRole('status')).toContainText('只在這一頁有效');
  await pick(dialog, '排版', '直排');
  await expect.poll(() => style(page, '.text p', 'writing-mode')).toBe('vertical-rl');
  expect(await style(page, 'html', 'background-color')).toBe('rgb(23, 24, 26)');
  expect(errors).toEqual([]);
});

test('another tab follows', async ({ page, context }) => {
  await page.goto('/sections/1/');
  const other = await context.newPage();
  await other.goto('/sections/4/');
  const dialog = await open(page);
  await pick(dialog, '配色', '米黃');
  await expect.poll(() => style(other, 'html', 'background-color')).toBe('rgb(244, 236, 216)');
  await dialog.getByRole('button', { name: '恢復預設值' }).click();
  await expect.poll(() => style(other, 'html', 'background-color')).toBe('rgb(252, 251, 247)');
});

test('the reader stays where one was, whatever is set', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/sections/4/#s4-2-1-1-p3');
  const dialog = await open(page);
  for (const [group, option] of [
    ['排版', '直排'],
    ['每行字數', '少'],
    ['排版', '橫排'],
    ['每行字數', '多'],
    ['字體', '黑體'],
  ] as const) {
    await pick(dialog, group, option);
    await expect(dialog.getByRole('status')).toHaveText(`${group}：${option}。`);
    await expect(page.locator('#s4-2-1-1-p3'), `${group} ${option}`).toBeInViewport();
  }
  for (let i = 0; i < 4; i += 1) await dialog.getByRole('button', { name: '放大文字' }).click();
  await expect(dialog.getByRole('status')).toContainText('字級：7');
  await expect(page.locator('#s4-2-1-1-p3')).toBeInViewport();
});

for (const theme of ['light', 'dark', 'sepia']) {
  test(`contrast of text, muted text and links is AAA: ${theme}`, async ({ page }) => {
    await given(page, JSON.stringify({ theme }));
    await page.emulateMedia({ colorScheme: theme === 'dark' ? 'light' : 'dark' });
    await page.goto('/sections/4/');
    const ground = await style(page, 'html', 'background-color');
    for (const selector of [
      '.text p',
      '.notes .text p',
      'h1.running',
      '.breadcrumbs',
      '.text .to-page',
      '.notes .number',
      '.notes .resolved',
      '.text [role="doc-noteref"]',
    ])
      expect(
        contrast(await style(page, selector, 'color'), ground),
        selector,
      ).toBeGreaterThanOrEqual(7);
  });
}

test.describe('the dialog', () => {
  for (const width of [320, 390, 1440]) {
    test(`axe finds nothing, targets are large, nothing is too wide: ${width} px`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto('/sections/1/');
      const dialog = await open(page);
      expect(await faultsOf(page, 'dialog')).toEqual([]);
      const boxes = await dialog
        .locator('form label:visible, form button:visible')
        .evaluateAll((all) =>
          all
            .map((one) => one.getBoundingClientRect())
            .map(({ width, height }) => ({ width, height })),
        );
      expect(boxes.length).toBeGreaterThan(20);
      for (const box of boxes) expect(box.height).toBeGreaterThanOrEqual(44);
      expect(await dialog.evaluate((d) => d.scrollWidth - d.clientWidth)).toBeLessThanOrEqual(0);
    });
  }

  test('is worked by keys alone, and gives the focus back', async ({ page }) => {
    await page.goto('/sections/1/');
    const button = page.getByRole('button', { name: '設定' });
    await button.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '設定' });
    await expect(dialog.getByRole('radio', { name: '正體中文' })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(dialog.getByRole('radio', { name: '依裝置' })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(dialog.getByRole('button', { name: '放大文字' })).toBeFocused();
    await page.keyboard.press('Space');
    await expect(page.locator('html')).toHaveAttribute('data-size', '4');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(button).toBeFocused();
  });
});

test('the header is one row on every screen, and nothing is cut', async ({ page }) => {
  for (const width of [320, 360, 390, 768, 820, 1440]) {
    await page.setViewportSize({ width, height: 640 });
    await page.goto('/sections/1/');
    const last = page.getByRole('button', { name: width < 768 ? '選單' : '設定', exact: true });
    const parts = [page.locator('header.site .mark'), page.getByRole('searchbox'), last];
    const boxes = await Promise.all(parts.map((part) => part.boundingBox()));
    const middles = boxes.map((box) => (box ? box.y + box.height / 2 : Number.NaN));
    expect(Math.max(...middles) - Math.min(...middles), `${width}`).toBeLessThan(3);
    expect(boxes.at(-1)?.width, `${width}`).toBeGreaterThanOrEqual(24);
    expect((await page.locator('header.site').boundingBox())?.height).toBeLessThan(64);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
  }
});

test('on a phone the text, and the first hit, begin in the first third of the screen', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const [address, first] of [
    ['/sections/3/', '.text p'],
    ['/sections/4/', '.text p'],
    ['/search/?q=北韓', '#results > li'],
  ] as const) {
    await page.goto(address);
    const box = await page.locator(first).first().boundingBox();
    expect(box?.y, address).toBeLessThan(844 / 3);
  }
});

test('on a phone 設定 opens from the menu, and gives the focus back to it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/sections/1/');
  const handle = page.getByRole('button', { name: '選單' });
  await handle.click();
  await expect(page.getByRole('link', { name: '全章' })).toBeInViewport();
  await page.getByRole('button', { name: '設定' }).click();
  const dialog = page.getByRole('dialog', { name: '設定' });
  await expect(dialog).toBeVisible();
  await expect(page.getByRole('navigation', { name: '網站導覽' })).toBeHidden();
  // What does nothing here is not offered.
  const offered = (name: string) => dialog.locator(`[data-choice="${name}"] input:visible`);
  await expect(offered('notes')).toHaveCount(2);
  await expect(offered('notes').first()).toBeChecked();
  await expect(offered('digits')).toHaveCount(0);
  await expect(offered('measure')).toHaveCount(0);
  await dialog.locator('[data-choice="setting"] [value="vertical"]').check();
  await expect(offered('digits')).toHaveCount(3);
  await expect(offered('measure')).toHaveCount(3);
  await page.keyboard.press('Escape');
  await expect(handle).toBeFocused();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('設定 leads to where it is said what can be set', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/sections/1/');
    await page.getByRole('button', { name: '選單' }).click();
    await page.getByRole('link', { name: '設定' }).click();
    await expect(page).toHaveURL(/\/about\/#settings$/u);
    await expect(page.getByRole('heading', { name: '閱讀設定' })).toBeInViewport();
  });
});

for (const width of [1152, 1280, 1440])
  test(`long lines are longer than the usual ones, with the notes beside them: ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    const widthOfText = async (measure?: string) => {
      await page.addInitScript((m) => {
        localStorage['zhangju.settings'] = JSON.stringify(m === undefined ? {} : { measure: m });
      }, measure);
      await page.goto('/sections/1/');
      return page.locator('article').evaluate((e) => e.getBoundingClientRect().width);
    };
    const usual = await widthOfText();
    const long = await widthOfText('wide');
    const size = await page
      .locator('main')
      .evaluate((e) => Number.parseFloat(getComputedStyle(e).fontSize));
    // By two characters at least.
    expect(long).toBeGreaterThanOrEqual(usual + 2 * size);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
    await expect(page.locator('.sidenote').first()).toBeVisible({ visible: width >= 1280 });
  });
