/** The pop-up of a note: opened, read, walked and closed by mouse, keyboard and finger. */
import { expect, type Page, test } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { use } from './in-use.ts';
import { styled } from './styled.ts';

const TABLET = { width: 820, height: 1180 };
test.use({ viewport: TABLET });

const card = (page: Page) => page.locator('.note-card');

test('a press on a mark shows its note there, a second press closes it', async ({ page }) => {
  await page.goto('/sections/4/');
  const mark = page.locator('#fnref81');
  const entries = await page.evaluate(() => history.length);
  await mark.click();
  await expect(card(page)).toBeVisible();
  await expect(card(page)).toHaveAccessibleName('註 81');
  await expect(card(page)).toContainText('同上註');
  await expect(card(page).locator('.resolved > a')).toHaveAttribute('href', /\/sources\//u);
  // The note that cites the work in full is shown in its place, with the way back.
  await card(page).getByRole('link', { name: '註 80' }).click();
  await expect(card(page)).toContainText('美日安保之沿革及其對臺海安全之影響');
  await card(page).getByRole('button', { name: '回註 81' }).click();
  await expect(card(page)).toContainText('同上註');
  await expect(mark).toHaveAttribute('aria-expanded', 'true');
  await expect(card(page).locator('[role="doc-backlink"], [id]')).toHaveCount(0);
  const at = await mark.boundingBox();
  const box = await card(page).boundingBox();
  expect(Math.abs((box?.y ?? 0) - (at?.y ?? 0) - (at?.height ?? 0))).toBeLessThan(20);
  await mark.click();
  await expect(card(page)).toBeHidden();
  await expect(mark).not.toHaveAttribute('aria-expanded');
  expect(await page.evaluate(() => [history.length, location.hash])).toEqual([entries, '']);
});

test('Esc and a press outside close it; another mark takes it over', async ({ page }) => {
  await use(page, '/sections/4/');
  const mark = page.locator('#fnref81');
  await mark.click();
  await expect(card(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card(page)).toBeHidden();
  await expect(mark).toBeFocused();
  await mark.click();
  await expect(card(page)).toBeFocused();
  // Beside the text, where no ¶ happens to stand.
  const bare = await page.evaluate(() => {
    for (let y = 300; y < innerHeight; y += 20)
      if (!document.elementFromPoint(10, y)?.closest('a, button, .note-card')) return y;
    return 0;
  });
  await page.mouse.click(10, bare);
  await expect(card(page)).toBeHidden();
  await mark.click();
  await page.locator('#fnref80').click();
  await expect(card(page)).toHaveAccessibleName('註 80');
  await expect(mark).not.toHaveAttribute('aria-expanded');
});

test('by keyboard: in with Enter, through its links, out with Esc, or on with Tab', async ({
  page,
}) => {
  await use(page, '/sections/4/');
  const mark = page.locator('#fnref81');
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect(card(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(card(page).getByRole('button', { name: '上一註' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card(page)).toHaveAccessibleName('註 80');
  await expect(card(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(mark).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card(page).getByRole('link', { name: /^文獻/u })).toBeVisible();
  for (let i = 0; i < 7; i += 1) await page.keyboard.press('Tab');
  await expect(card(page).getByRole('link', { name: /^文獻/u })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(card(page)).toBeHidden();
  expect(
    await page.evaluate(() => {
      const at = document.activeElement;
      const from = document.getElementById('fnref81');
      return at && from ? at.closest('article') !== null && from !== at : false;
    }),
  ).toBe(true);
});

test('it leads to the page of the note and to its source, and back to the very mark', async ({
  page,
}) => {
  await use(page, '/sections/4/');
  await page.locator('#fnref81').click();
  await expect(card(page).getByRole('link', { name: /^文獻/u })).toHaveAttribute(
    'href',
    /\/sources\/[^/]+\/$/u,
  );
  await card(page).getByRole('link', { name: '註釋頁' }).click();
  await expect(page).toHaveURL(/\/notes\/81\/$/u);
  await page.goBack();
  await expect(page).toHaveURL(/\/sections\/4\/#fnref81$/u);
  await expect(page.locator('#fnref81')).toBeInViewport();
});

test('what a note refers to is followed in the same pop-up, with a way back', async ({ page }) => {
  await use(page, '/sections/1/');
  // No note of this chapter refers to another as a link; one that did would look like this.
  await page.locator('#fn3 .text p').evaluate((p) => {
    for (const [href, words] of [
      ['#fn1', '見註1'],
      ['#table-3-1', '見表3-1'],
      ['/sections/4/#table-3-2', '見表3-2'],
    ]) {
      const link = document.createElement('a');
      link.href = href ?? '';
      link.textContent = words ?? '';
      p.append(link);
    }
  });
  await page.locator('#fnref3').click();
  await card(page).getByRole('link', { name: '見註1' }).click();
  await expect(card(page)).toHaveAccessibleName('註 1');
  await card(page).getByRole('button', { name: '回註 3' }).click();
  await expect(card(page)).toHaveAccessibleName('註 3');
  await card(page).getByRole('link', { name: '見表3-2' }).click();
  await expect(card(page).locator('table')).toContainText('駐韓美軍在南韓肇事統計表');
  await card(page).getByRole('button', { name: '回註 3' }).click();
  await card(page).getByRole('link', { name: '見表3-1' }).click();
  await card(page).locator('[role="doc-noteref"]').click();
  await expect(card(page)).toHaveAccessibleName('註 8');
  await expect(page).toHaveURL(/\/sections\/1\/$/u);
  await card(page).getByRole('button', { name: '回表' }).click();
  await card(page).getByRole('button', { name: '回註 3' }).click();
  await expect(card(page).getByRole('button', { name: /^回/u })).toHaveCount(0);
});

test('a press with a key held follows the link as everywhere', async ({ page, context }) => {
  await use(page, '/sections/4/');
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    page.locator('#fnref81').click({ modifiers: ['ControlOrMeta'] }),
  ]);
  await tab.waitForURL(/#fn81$/u);
  await expect(card(page)).toBeHidden();
});

test('a pointer that rests on a mark has a glance; it goes with the pointer, and a press keeps it', async ({
  page,
}) => {
  await page.clock.install();
  await use(page, '/sections/4/');
  const mark = page.locator('#fnref81');
  await mark.scrollIntoViewIfNeeded();
  await mark.hover();
  await expect(card(page)).toBeVisible();
  await expect(mark).not.toBeFocused();
  await card(page).hover();
  await page.clock.runFor(400);
  await expect(card(page)).toBeVisible();
  await page.mouse.move(10, 10);
  await expect(card(page)).toBeHidden();
  await mark.hover();
  await expect(card(page)).toBeVisible();
  await mark.click();
  await expect(card(page)).toBeFocused();
  await page.mouse.move(10, 10);
  await page.clock.runFor(400);
  await expect(card(page)).toBeVisible();
});

for (const [address, mark] of [
  ['/sections/1/', 1],
  ['/chapter/', 60],
  ['/pages/45/', 9],
] as const) {
  test(`it stands within the window, near any edge: ${address}`, async ({ page }) => {
    await page.setViewportSize({ width: 1000, height: 700 });
    await use(page, address);
    const link = page.locator(`#fnref${mark}`);
    for (const block of ['start', 'end'] as const) {
      await link.evaluate((e, to) => e.scrollIntoView({ block: to }), block);
      await link.click();
      await expect(card(page)).toBeInViewport({ ratio: 1 });
      const [at, box] = [await link.boundingBox(), await card(page).boundingBox()];
      const apart = !at || !box || box.y >= at.y + at.height || box.y + box.height <= at.y;
      expect(apart).toBe(true);
      await page.keyboard.press('Escape');
    }
  });
}

test('in vertical setting it stands beside the line', async ({ page }) => {
  await use(page, '/sections/4/');
  await styled(
    page,
    '#s4-1-2-p2 { writing-mode: vertical-rl; block-size: auto; inline-size: 500px }',
  );
  await page.locator('#fnref81').click();
  await expect(card(page)).toBeInViewport({ ratio: 1 });
  const [at, box] = [await page.locator('#fnref81').boundingBox(), await card(page).boundingBox()];
  expect(at && box && (box.x + box.width <= at.x || box.x >= at.x + at.width)).toBe(true);
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('a tap lays it at the bottom, the line read stays in sight, a tap outside closes it', async ({
    page,
  }) => {
    await page.goto('/sections/1/');
    const mark = page.locator('#fnref4');
    await mark.evaluate((e) => e.scrollIntoView({ block: 'end' }));
    const entries = await page.evaluate(() => history.length);
    await mark.tap();
    await expect(card(page)).toHaveAccessibleName('註 4');
    await expect
      .poll(async () => {
        const box = await card(page).boundingBox();
        return box && Math.round(box.y + box.height);
      })
      .toBe(844);
    const box = await card(page).boundingBox();
    expect(box).toMatchObject({ x: 0, width: 390 });
    const at = await mark.boundingBox();
    expect((at?.y ?? 0) + (at?.height ?? 0)).toBeLessThan(box?.y ?? 0);
    for (const button of await card(page).getByRole('button').all()) {
      const target = await button.boundingBox();
      expect(Math.min(target?.width ?? 0, target?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
    await page.touchscreen.tap(200, 20);
    await expect(card(page)).toBeHidden();
    expect(await page.evaluate(() => history.length)).toBe(entries);
  });

  test('it is what the system closes on its own Back, and Back then leads where it led before', async ({
    page,
  }) => {
    await page.goto('/');
    await page.goto('/sections/1/');
    await page.locator('#fnref4').tap();
    await expect(card(page)).toBeVisible();
    // A popover of this kind has the browser's close watcher, which Android's Back asks.
    expect(await card(page).evaluate((e) => (e as HTMLElement).popover)).toBe('auto');
    await page.keyboard.press('Escape');
    await expect(card(page)).toBeHidden();
    await expect(page).toHaveURL(/\/sections\/1\/$/u);
    await page.goBack();
    await expect(page).toHaveURL(/:\d+\/$/u);
  });
});

test('no motion for who wants none', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await use(page, '/sections/1/');
  await page.locator('#fnref1').click();
  await expect(card(page)).toBeVisible();
  expect(await card(page).evaluate((e) => getComputedStyle(e).transitionDuration)).toBe('0s');
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const forcedColors of ['none', 'active'] as const) {
    test(`axe finds nothing in it: ${colorScheme}, forced colours ${forcedColors}`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme, forcedColors });
      for (const width of [390, 820]) {
        await page.setViewportSize({ width, height: 844 });
        await use(page, '/sections/4/');
        await page.locator('#fnref81').click();
        await expect(card(page).getByRole('link', { name: /^文獻/u })).toBeVisible();
        expect(await faultsOf(page, '.note-card')).toEqual([]);
      }
    });
  }
}

test('the backlink in the list leads to its mark and gives it the keyboard', async ({ page }) => {
  await use(page, '/sections/2/');
  await page.getByRole('link', { name: '回到註 43 在正文之處' }).click();
  await expect(page).toHaveURL(/#fnref43$/u);
  await expect(page.locator('#fnref43')).toBeFocused();
  await expect(page.locator('#fnref43')).toBeInViewport();
});

test('on simplified pages it speaks Simplified Chinese and leads to simplified pages', async ({
  page,
}) => {
  await use(page, '/zh-hans/sections/4/');
  await page.locator('#fnref81').click();
  await expect(card(page).locator('.resolved')).toBeVisible();
  await expect(card(page).getByRole('link', { name: '注释页' })).toHaveAttribute(
    'href',
    '/zh-hans/notes/81/',
  );
});
