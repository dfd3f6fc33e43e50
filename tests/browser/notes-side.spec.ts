/** Notes beside the text: where they stand, how they are found, and that nothing else knows of them. */
import { expect, type Page, test } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { use } from './in-use.ts';
import { styled } from './styled.ts';

const DESK = { width: 1440, height: 900 };
test.use({ viewport: DESK });

const sidenote = (page: Page, number: number) =>
  page.locator(`.sidenote[aria-label="註 ${number}"]`);

interface Place {
  name: string;
  top: number;
  bottom: number;
  left: number;
  right: number;
  /** How far its first line is under the line of its mark. */
  off: number;
}

/** Where the notes stand, in the order of the page. */
const places = (page: Page): Promise<Place[]> =>
  page.locator('.sidenote').evaluateAll((all) =>
    all.map((note) => {
      const name = note.getAttribute('aria-label') ?? '';
      const mark = document.querySelector(`.text [aria-label="${name}"]`);
      const { top, bottom, left, right } = note.getBoundingClientRect();
      const line = mark?.getBoundingClientRect().bottom ?? Number.NaN;
      const first = note.querySelector('.number')?.getBoundingClientRect().bottom ?? Number.NaN;
      return { name, top, bottom, left, right, off: first - line };
    }),
  );

const LINE = 38;

/** What is wrong with where notes stand. */
function faults(all: Place[]): string[] {
  return all.flatMap((note, i) => {
    const before = all[i - 1];
    if (before && note.top < before.bottom) return [`${note.name} stands on ${before.name}`];
    if (note.off < 0) return [`${note.name} stands above its mark`];
    const pushed = before !== undefined && note.top - before.bottom < 12;
    if (!pushed && note.off > LINE) return [`${note.name} is ${note.off} px from its mark`];
    return [];
  });
}

for (const width of [1280, 1440, 1920]) {
  for (const [address, count] of [
    ['/sections/1/', 23],
    ['/sections/4/', 44],
    ['/chapter/', 116],
  ] as const) {
    test(`each at its mark, none on another, all in their column: ${address}, ${width} px`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await use(page, address);
      const all = await places(page);
      expect(all).toHaveLength(count);
      expect(faults(all)).toEqual([]);
      const numbers = await page
        .locator('a.to-page')
        .evaluateAll((links) => Math.max(...links.map((a) => a.getBoundingClientRect().right)));
      expect(all.filter(({ left, right }) => left < numbers || right > width)).toEqual([]);
      const { end, foot } = await page.evaluate(() => ({
        end: document.querySelector('.sidenote:last-child')?.getBoundingClientRect().bottom ?? 0,
        foot: document.querySelector('footer.site')?.getBoundingClientRect().top ?? 0,
      }));
      expect(end).toBeLessThanOrEqual(foot);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      );
    });
  }
}

test('they keep to their marks when the window, the size of the text or its face changes', async ({
  page,
}) => {
  await use(page, '/sections/4/');
  await page.setViewportSize({ width: 1300, height: 900 });
  await expect.poll(async () => faults(await places(page))).toEqual([]);
  await page.evaluate(() => {
    document.documentElement.style.setProperty('--size', '1.5rem');
    document.dispatchEvent(new CustomEvent('zhangju:settings'));
  });
  const all = await places(page);
  expect(all.flatMap((n, i) => (i && n.top < (all[i - 1]?.bottom ?? 0) ? [n.name] : []))).toEqual(
    [],
  );
  expect(all.filter(({ off }) => off < 0)).toEqual([]);
});

test('where they reach beyond the text there is room for them', async ({ page }) => {
  await use(page, '/sections/1/');
  await styled(page, '.text > :not(#s1-1-p2), .endnotes, .printed, .pager { display: none }');
  const room = () =>
    page.evaluate(() => {
      const bottoms = [...document.querySelectorAll('.sidenote')].map(
        (note) => note.getBoundingClientRect().bottom,
      );
      const foot = document.querySelector('footer.site')?.getBoundingClientRect().top ?? 0;
      return foot - Math.max(...bottoms);
    });
  await expect.poll(room).toBeGreaterThanOrEqual(0);
  const heights = await page.evaluate(async () => {
    const seen: number[] = [];
    for (let i = 0; i < 6; i += 1) {
      await new Promise(requestAnimationFrame);
      seen.push(document.documentElement.scrollHeight);
    }
    return seen;
  });
  expect(new Set(heights).size).toBe(1);
});

test('a long note is folded, and unfolds without standing on the next', async ({ page }) => {
  await use(page, '/chapter/');
  const long = page.locator('.sidenote[data-long]').first();
  const before = (await long.boundingBox())?.height ?? 0;
  const line = Number.parseFloat(await long.evaluate((e) => getComputedStyle(e).lineHeight));
  expect(before).toBeLessThan(line * 11);
  const button = long.locator('button');
  await expect(button).toHaveText('展開');
  await button.click();
  await expect(button).toHaveText('收合');
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  expect((await long.boundingBox())?.height).toBeGreaterThan(before);
  expect(faults(await places(page))).toEqual([]);
  await button.click();
  expect((await long.boundingBox())?.height).toBe(before);
});

test('mark and note light each other, by pointer and by focus', async ({ page }) => {
  await use(page, '/sections/1/');
  const [mark, note] = [page.locator('#fnref2'), sidenote(page, 2)];
  await mark.hover();
  await expect(note).toHaveAttribute('data-lit');
  await note.hover();
  await expect(mark).toHaveAttribute('data-lit');
  await page.mouse.move(5, 500);
  await expect(mark).not.toHaveAttribute('data-lit');
  await mark.focus();
  await expect(note).toHaveAttribute('data-lit');
});

test('Enter on a mark goes to its note, Tab through it and on from the mark, Esc back', async ({
  page,
}) => {
  await use(page, '/sections/1/');
  const [mark, note] = [page.locator('#fnref2'), sidenote(page, 2)];
  await mark.focus();
  const entries = await page.evaluate(() => history.length);
  await page.keyboard.press('Enter');
  await expect(note).toBeFocused();
  await expect(note).toBeInViewport();
  expect(await page.evaluate(() => [history.length, location.hash])).toEqual([entries, '']);
  await page.keyboard.press('Tab');
  await expect(note.locator('.number')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(note.locator('.text > p > a').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(mark).toBeFocused();
  await page.keyboard.press('Enter');
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('Tab');
  expect(
    await page.evaluate(() => {
      const at = document.activeElement;
      const mark = document.getElementById('fnref2');
      const list = document.querySelector('.endnotes');
      return (
        at !== null &&
        mark !== null &&
        list !== null &&
        !!(mark.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING) &&
        !!(list.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_PRECEDING)
      );
    }),
  ).toBe(true);
});

test('who reads by ear has each note once: a copy is heard only with the focus in it', async ({
  page,
}) => {
  await use(page, '/sections/1/');
  await expect(page.getByRole('note')).toHaveCount(0);
  await expect(page.getByRole('link', { name: '註釋頁' })).toHaveCount(0);
  await page.locator('#fnref2').click();
  await expect(page.getByRole('note', { name: '註 2' })).toBeFocused();
  await expect(page.getByRole('note')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('note')).toHaveCount(0);
});

test('the text stays what it is: no id twice, nothing in the article, nothing in a copy', async ({
  page,
}) => {
  await use(page, '/chapter/');
  const { twice, inside } = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return {
      twice: ids.filter((id, i) => ids.indexOf(id) !== i),
      inside: document.querySelectorAll('article .sidenote').length,
    };
  });
  expect(twice).toEqual([]);
  expect(inside).toBe(0);
  await page.locator('main').click({ position: { x: 300, y: 5 } });
  await page.keyboard.press('Control+a');
  const copied = await page.evaluate(() => getSelection()?.toString() ?? '');
  expect(copied.split('Larry A. Niksch, “').length).toBe(2);
});

test('readers may have them in a pop-up or at the end, and in vertical setting none is beside', async ({
  page,
}) => {
  await use(page, '/sections/1/');
  await expect(sidenote(page, 1)).toBeVisible();
  const set = (name: string, value: string | undefined) =>
    page.evaluate(
      ([key, to]) => {
        if (to === undefined) delete document.documentElement.dataset[key ?? ''];
        else document.documentElement.dataset[key ?? ''] = to;
        document.dispatchEvent(new CustomEvent('zhangju:settings'));
      },
      [name, value] as const,
    );
  await set('notes', 'pop');
  await expect(sidenote(page, 1)).toBeHidden();
  await page.locator('#fnref1').click();
  await expect(page.locator('.note-card')).toBeVisible();
  await page.keyboard.press('Escape');
  await set('notes', 'end');
  await expect(sidenote(page, 1)).toBeHidden();
  await page.locator('#fnref1').click();
  await expect(page).toHaveURL(/#fn1$/u);
  await page.goBack();
  await expect(page).toHaveURL(/#fnref1$/u);
  await expect(page.locator('#fnref1')).toBeFocused();
  await expect(page.locator('#fnref1')).toBeInViewport();
  await set('notes', undefined);
  await expect(sidenote(page, 1)).toBeVisible();
  await set('setting', 'vertical');
  await expect(sidenote(page, 1)).toBeHidden();
});

test('whoever follows a note to its page comes back to the very mark', async ({ page }) => {
  await use(page, '/sections/2/');
  await page.locator('#fnref39').click();
  await sidenote(page, 39).locator('.number').click();
  await expect(page).toHaveURL(/\/notes\/39\/$/u);
  await page.goBack();
  await expect(page).toHaveURL(/\/sections\/2\/#fnref39$/u);
  await expect(page.locator('#fnref39')).toBeInViewport();
});

test('on paper there is the list alone', async ({ page }) => {
  await use(page, '/sections/1/');
  await page.emulateMedia({ media: 'print' });
  await expect(sidenote(page, 1)).toBeHidden();
  await expect(page.locator('#fn1')).toBeVisible();
});

for (const forcedColors of ['none', 'active'] as const) {
  test(`axe finds nothing, with a note in focus too: forced colours ${forcedColors}`, async ({
    page,
  }) => {
    await page.emulateMedia({ forcedColors });
    await use(page, '/sections/1/');
    expect(await faultsOf(page, '.besides')).toEqual([]);
    await page.locator('#fnref2').click();
    expect(await faultsOf(page, '.besides')).toEqual([]);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a mark leads to its note in the list', async ({ page }) => {
    await page.goto('/sections/1/');
    await page.locator('#fnref2').click();
    await expect(page).toHaveURL(/#fn2$/u);
    await expect(page.locator('#fn2')).toBeInViewport();
    await expect(page.locator('.sidenote')).toHaveCount(0);
  });
});
