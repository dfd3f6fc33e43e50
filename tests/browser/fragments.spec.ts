/** Links to selected words: of 200 selections made at random, Chromium scrolls to every one. */
import { expect, test } from '@playwright/test';
import { use } from './in-use.ts';
import { addHelpers, arrives, linkRandomly } from './selections.ts';

/** Eight pages, 25 selections each. */
const PAGES = [
  '/sections/1/',
  '/sections/2/',
  '/sections/3/',
  '/sections/4/',
  '/sections/5/',
  '/chapter/',
  '/notes/',
  '/pages/57/',
];
const EACH = 25;

test.use({ viewport: { width: 1000, height: 600 } });

for (const [index, address] of PAGES.entries()) {
  test(`${EACH} of 200 random selections are found again: ${address}`, async ({ page }) => {
    test.setTimeout(120_000);
    await addHelpers(page);
    await use(page, address);
    const links = await linkRandomly(page, 2004 + index, EACH);
    expect(links).toHaveLength(EACH);
    const lost: string[] = [];
    for (const linked of links)
      if (!(await arrives(page, linked)))
        lost.push(`${linked.words.slice(0, 60)} ← ${linked.link}`);
    expect(lost).toEqual([]);
  });
}

test('a link whose words are nowhere leads to the block that it names', async ({ page }) => {
  await page.goto(
    '/sections/4/#s4-2-1-1-p3:~:text=%E6%AD%A4%E5%8F%A5%E4%B8%8D%E5%9C%A8%E6%96%87%E4%B8%AD',
  );
  await expect(page.locator('#s4-2-1-1-p3')).toBeInViewport();
});

test('a link that names both ends of its words, far apart, leads to where they begin', async ({
  page,
}) => {
  const [from, to] = ['杜魯門主義', '的對外政策。'];
  const directive = `${encodeURIComponent(from)},${encodeURIComponent(to)}`;
  for (const address of ['/sections/1/', '/chapter/']) {
    await page.goto(`${address}#:~:text=${directive}`);
    const first = page.locator('.text > p').filter({ hasText: from }).first();
    await expect(first).toBeInViewport();
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
  }
});

for (const pasted of ['/notes/43/。/', '/Notes/043/', '/notes/４３）/'])
  test(`${pasted} leads to the note`, async ({ page }) => {
    await page.goto(pasted);
    await expect(page).toHaveURL(/\/notes\/43\/$/u);
  });

for (const cut of ['#s1-1-p1。', '#s1-1-p1%E4'])
  test(`${cut} leads to the paragraph`, async ({ page }) => {
    await page.goto(`/sections/1/${cut}`);
    await expect(page).toHaveURL(/#s1-1-p1$/u);
  });

for (const [pasted, place] of [
  ['/sections/1/#fn91', '/sections/4/#fn91'],
  ['/sections/1/#fnref91', '/sections/4/#fnref91'],
  ['/sections/1/#s4-2-1', '/sections/4/#s4-2-1'],
  ['/sections/1/#S4-2-1。', '/sections/4/#s4-2-1'],
  ['/pages/57/#table-3-1', '/sections/1/#table-3-1'],
  ['/notes/43/#p79', '/sections/4/#p79'],
  ['/about/#s4-2-1-1-p3', '/sections/4/#s4-2-1-1-p3'],
  ['/zh-hans/sections/1/#fn91', '/zh-hans/sections/4/#fn91'],
] as const)
  test(`${pasted}: the place is on another page, and is led to`, async ({ page }) => {
    await page.goto(pasted);
    await expect(page).toHaveURL(new RegExp(`${place}$`, 'u'));
    await expect(page.locator(`[id="${place.split('#')[1]}"]`)).toBeInViewport();
  });

for (const [pasted, place] of [
  ['/note/43/', '/notes/43/'],
  ['/page/57/', '/pages/57/'],
  ['/section/4/', '/sections/4/'],
  ['/section/1/#fn91', '/sections/4/#fn91'],
  ['/sections/4.html', '/sections/4/'],
  ['/notes/43.html', '/notes/43/'],
  ['/note/index.html', '/notes/'],
  ['/sections/s4-2-1/', '/sections/4/#s4-2-1'],
  ['/fn91', '/sections/4/#fn91'],
  ['/zh-hans/note/43/', '/zh-hans/notes/43/'],
] as const)
  test(`${pasted} leads to ${place}`, async ({ page }) => {
    await page.goto(pasted);
    await expect(page).toHaveURL(new RegExp(`${place}$`, 'u'));
  });

for (const nowhere of ['/sections/1/#fn117', '/sections/1/#s9', '/sections/1/#constructor'])
  test(`${nowhere}: no such place, and the page stays`, async ({ page }) => {
    const asked = page.waitForResponse(/places\.json$/u);
    await page.goto(nowhere);
    await (await asked).finished();
    await page.evaluate(() => new Promise(requestAnimationFrame));
    await expect(page).toHaveURL(new RegExp(`${nowhere}$`, 'u'));
  });

test('what nobody has is said to be nowhere', async ({ page }) => {
  const asked = page.waitForResponse(/places\.json$/u);
  await page.goto('/note/117/');
  await (await asked).finished();
  await expect(page.getByRole('heading', { name: '找不到這一頁' })).toBeVisible();
});
