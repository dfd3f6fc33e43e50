/** 直排: the text in columns from right to left; everything a reader does goes on working. */
import { expect, type Page, test } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { inUse } from './in-use.ts';

test.beforeEach(({ page }) =>
  page.addInitScript(() => {
    // Once: a test may set something else and load again.
    if (!sessionStorage.getItem('given')) {
      sessionStorage.setItem('given', '1');
      localStorage.setItem('zhangju.settings', '{"setting":"vertical"}');
    }
  }),
);

/** Goes to a page and waits until it is set in columns. */
async function go(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForSelector('html[data-digits-set]');
}

/** How far one has gone on, in pixels. */
const gone = (page: Page): Promise<number> =>
  page.evaluate(() => -(document.querySelector('main')?.scrollLeft ?? 0));

/** The same, when it has come to rest. */
async function rest(page: Page): Promise<number> {
  await page.locator('main[data-rests]').waitFor();
  return gone(page);
}

for (const [width, height] of [
  [320, 640],
  [390, 844],
  [844, 390],
  [820, 1180],
  [1440, 900],
  [1920, 1080],
] as const) {
  test(`the text alone scrolls, to the side alone, from its right end: ${width} × ${height}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    for (const address of ['/sections/4/', '/pages/57/', '/chapter/']) {
      await go(page, address);
      // What comes with the first sign of use takes no room either.
      await inUse(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      );
      const at = await page.evaluate(() => {
        const main = document.querySelector('main') as HTMLElement;
        const first = (document.querySelector('.text p') as HTMLElement).getBoundingClientRect();
        return {
          mode: getComputedStyle(main).writingMode,
          left: main.scrollLeft,
          wider: main.scrollWidth > main.clientWidth,
          higher: main.scrollHeight - main.clientHeight,
          bottom: main.getBoundingClientRect().bottom,
          column:
            first.height /
            Number.parseFloat(
              getComputedStyle(document.querySelector('.text') as Element).fontSize,
            ),
        };
      });
      expect(at).toMatchObject({ mode: 'vertical-rl', left: 0, wider: true, higher: 0 });
      expect(at.bottom).toBeLessThanOrEqual(Math.max(height, 352) + 1);
      // A column holds a whole number of characters.
      expect(Math.abs(at.column - Math.round(at.column))).toBeLessThan(0.02);
      expect(at.column).toBeGreaterThan(width === 844 ? 7 : 18);
    }
  });
}

test('wheel and keys go on in reading direction', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await go(page, '/sections/4/');
  await page.mouse.move(700, 100);
  await page.mouse.wheel(0, 300);
  // So far, and on to the next whole column.
  await expect.poll(() => gone(page)).toBeGreaterThanOrEqual(300);
  expect(await rest(page)).toBeLessThan(300 + 2 * 38);
  await page.mouse.wheel(0, -1000);
  await expect.poll(() => gone(page)).toBeCloseTo(0);
  let last = 0;
  for (const key of ['ArrowLeft', 'ArrowDown', 'ArrowLeft', 'PageDown', 'Space']) {
    await page.keyboard.press(key);
    // It begins to move some frames after the press.
    await expect.poll(() => gone(page), { message: key, intervals: [50] }).toBeGreaterThan(last);
    last = await rest(page);
  }
  for (const key of ['ArrowRight', 'ArrowUp', 'PageUp', 'Shift+Space']) {
    await page.keyboard.press(key);
    await expect.poll(() => gone(page), { message: key, intervals: [50] }).toBeLessThan(last);
    last = await rest(page);
  }
  await page.keyboard.press('End');
  await rest(page);
  await expect(page.getByRole('link', { name: /下一節/u })).toBeInViewport();
  await page.keyboard.press('Home');
  expect(await rest(page)).toBeCloseTo(0);
  await page.getByRole('searchbox').fill('');
  await page.keyboard.press('ArrowLeft');
  expect(await rest(page)).toBeCloseTo(0);
});

test('a page on leaves a column to go by, and skips none', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await go(page, '/sections/4/');
  const width = await page.evaluate(() => document.querySelector('main')?.clientWidth ?? 0);
  await page.keyboard.press('PageDown');
  expect(await gone(page)).toBeLessThan(width - 20);
  expect(await gone(page)).toBeGreaterThan(width / 2);
});

test('fragments, notes and the way back are in sight', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const id of ['s4-2-1-1-p3', 'p73', 'fn91', 'table-3-2']) {
    await page.goto('about:blank');
    await go(page, `/sections/4/#${id}`);
    await expect(page.locator(`[id="${id}"]`), id).toBeInViewport();
  }
  await go(page, '/sections/4/#fnref91');
  await expect(page.locator('#fnref91')).toBeInViewport();
  // Its number is drawn beside the column: the element itself takes no room.
  const mark = await page.locator('#fnref91').evaluate((a) => a.getBoundingClientRect().toJSON());
  await page.mouse.click(mark.right + 4, mark.bottom - 11);
  const card = page.getByRole('dialog', { name: '註 91' });
  await expect(card).toBeInViewport();
  await expect(card).toHaveCSS('writing-mode', 'horizontal-tb');
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
});

test('words of a hit are marked and in sight', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await go(page, `/sections/1/?mark=${encodeURIComponent('1947年5月22日')}#s1-1-p3`);
  const marked = () =>
    page.evaluate(() => {
      const [range] = [...(CSS.highlights.get('found') ?? [])] as Range[];
      if (!range) return undefined;
      const box = range.getBoundingClientRect();
      return { text: range.toString(), seen: box.left >= 0 && box.right <= innerWidth };
    });
  await expect.poll(marked).toEqual({ text: '1947年5月22日', seen: true });
});

test('digits: short ones upright, a year under one another, long ones lying', async ({ page }) => {
  await go(page, '/sections/1/');
  const kinds = () =>
    page.evaluate(() =>
      Object.fromEntries(
        [...document.querySelectorAll<HTMLElement>('.text [data-tcy]')].map((e) => [
          e.textContent ?? '',
          e.dataset['tcy'],
        ]),
      ),
    );
  expect(await kinds()).toMatchObject({
    1945: 'stacked',
    8: 'stacked',
    38: 'combined',
    '90%': 'combined',
    '6.59': 'lying',
  });
  const shape = (text: string) =>
    page.evaluate((t) => {
      const e = [...document.querySelectorAll('#s1-1 ~ p [data-tcy]')].find(
        (x) => x.textContent === t,
      );
      const { width, height } = (e as Element).getBoundingClientRect();
      return { width, height, size: Number.parseFloat(getComputedStyle(e as Element).fontSize) };
    }, text);
  const [two, four] = [await shape('38'), await shape('1945')];
  expect(two.height).toBeLessThan(1.2 * two.size);
  expect(four.height).toBeGreaterThan(3 * four.size);
  await page.evaluate(() =>
    localStorage.setItem('zhangju.settings', '{"setting":"vertical","digits":"upright"}'),
  );
  await go(page, '/sections/1/');
  expect(await kinds()).toMatchObject({ 1945: 'stacked', 38: 'stacked' });
  await page.evaluate(() =>
    localStorage.setItem('zhangju.settings', '{"setting":"vertical","digits":"sideways"}'),
  );
  await go(page, '/sections/1/');
  expect(await kinds()).toMatchObject({ 1945: 'lying', 38: 'lying' });
});

test('the words stay the words: text, ids and what is copied; set back, the page is as it was', async ({
  page,
}) => {
  const printed = () =>
    page.evaluate(() => {
      const article = document.querySelector('article') as HTMLElement;
      return { text: article.textContent, html: article.innerHTML };
    });
  const copied = () =>
    page.evaluate(() => {
      const range = document.createRange();
      range.selectNodeContents(document.getElementById('s1-1-p2') as HTMLElement);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      return getSelection()?.toString();
    });
  await page.goto('/sections/1/');
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  const [before, words] = [await printed(), await copied()];
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await inUse(page);
  const choose = async (option: string) => {
    await page.keyboard.press('s');
    await page.getByRole('radio', { name: option, exact: true }).check();
    await page.keyboard.press('Escape');
  };
  await choose('直排');
  await page.waitForSelector('[data-tcy]');
  expect((await printed()).text).toBe(before.text);
  expect(await copied()).toBe(words);
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await choose('橫排');
  await expect(page.locator('[data-tcy]')).toHaveCount(0);
  const after = await printed();
  expect(after.text).toBe(before.text);
  const nodes = await page.evaluate(
    () =>
      [...(document.getElementById('s1-1-p1') as HTMLElement).childNodes].filter(
        (n) => n.nodeType === Node.TEXT_NODE,
      ).length,
  );
  expect(nodes).toBe(1);
});

test('marks of notes stand beside their column, one apart from the other', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await go(page, '/sections/4/');
  const wrong = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.text > p [role="doc-noteref"]')]
      .filter((mark) => {
        const before = mark.previousSibling;
        if (!(before instanceof Text) || before.length === 0) return false;
        const range = document.createRange();
        range.setStart(before, before.length - 1);
        range.setEnd(before, before.length);
        const word = range.getBoundingClientRect();
        const own = mark.getBoundingClientRect();
        // It begins where the word before it ends, in the same column.
        return Math.abs(own.left - word.left) > 8 || Math.abs(own.top - word.bottom) > 6;
      })
      .map((mark) => mark.id),
  );
  expect(wrong).toEqual([]);
});

test('marks of three digits lie between two columns, and are set back with the page', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await go(page, '/sections/4/#fnref110');
  const marks = () =>
    page.locator('.text > p [role="doc-noteref"]').evaluateAll((all) =>
      all.map((mark) => {
        const drawn = getComputedStyle(mark, '::after');
        const column = getComputedStyle(mark.parentElement as Element);
        const size = Number.parseFloat(drawn.fontSize);
        const digits = mark.dataset['number']?.length ?? 0;
        // A digit is some 0.6 em wide; lying, all of them are one line.
        const width = drawn.writingMode === 'vertical-rl' ? size : digits * 0.6 * size;
        const gap = Number.parseFloat(column.lineHeight) - Number.parseFloat(column.fontSize);
        return { digits, mode: drawn.writingMode, fits: width <= gap };
      }),
    );
  const all = await marks();
  const long = all.filter(({ digits }) => digits === 3);
  expect(long.length).toBeGreaterThan(10);
  expect(long.filter(({ mode, fits }) => mode !== 'vertical-rl' || !fits)).toEqual([]);
  const short = all.filter(({ digits }) => digits !== 3);
  expect(short.filter(({ mode, fits }) => mode !== 'horizontal-tb' || !fits)).toEqual([]);
  await page.keyboard.press('s');
  await page.getByRole('radio', { name: '橫排', exact: true }).check();
  await expect(page.locator('[data-long]')).toHaveCount(0);
});

test('on a phone no ¶ stands on the number of a printed page', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await go(page, '/sections/4/');
  await inUse(page);
  const over = await page.evaluate(() => {
    const boxes = (of: string) =>
      [...document.querySelectorAll(of)].map((e) => ({ e, box: e.getBoundingClientRect() }));
    const marks = boxes('.text > p > .pilcrow:not(.of-page)');
    return boxes('.text .to-page')
      .filter(({ box: a }) =>
        marks.some(
          ({ box: b }) =>
            a.left < b.right && b.left < a.right && a.top < b.bottom - 1 && b.top < a.bottom - 1,
        ),
      )
      .map(({ e }) => e.getAttribute('data-page'));
  });
  expect(over).toEqual([]);
});

test('the ¶ stands upright', async ({ page }) => {
  await go(page, '/sections/4/');
  await inUse(page);
  const sign = await page
    .locator('main .pilcrow')
    .first()
    .evaluate((e) => getComputedStyle(e, '::before').textOrientation);
  expect(sign).toBe('upright');
});

test('the place stays when the window changes, and on reload', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await go(page, '/sections/4/');
  await page.locator('#s4-2-1-1-p3').evaluate((p) => p.scrollIntoView({ behavior: 'instant' }));
  await rest(page);
  for (const [width, height] of [
    [900, 700],
    [390, 844],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect(page.locator('#s4-2-1-1-p3'), `${width}`).toBeInViewport();
    await rest(page);
    await expect(page.locator('#s4-2-1-1-p3'), `${width}`).toBeInViewport();
  }
  const before = await rest(page);
  await page.reload();
  await page.waitForSelector('html[data-digits-set]');
  expect(Math.abs((await rest(page)) - before)).toBeLessThan(3);
});

test('the contents are folded over the text, and a way taken folds them again', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await go(page, '/sections/4/');
  const contents = page.getByRole('navigation', { name: '本章目次' });
  await expect(contents).toBeHidden();
  await page.getByText('本章目次', { exact: true }).click();
  await contents.getByRole('link', { name: '（三）日本對駐韓美軍去留之立場' }).click();
  await expect(contents).toBeHidden();
  await expect(page.locator(':target')).toBeInViewport();
});

test('tables lie as printed, and no wider than the window', async ({ page }) => {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 844 });
    await go(page, '/sections/4/#table-3-2');
    const box = await page.locator('figure.table').boundingBox();
    expect(box?.width ?? 0).toBeLessThanOrEqual(width);
    // No end of the window that is left empty takes it away.
    await expect(page.locator('main')).toHaveAttribute('data-rests', '');
    const middle = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: 400 };
    const hit = ({ x, y }: typeof middle) =>
      document.elementFromPoint(x, y)?.closest('figure') !== null;
    expect(await page.evaluate(hit, middle), `${width}`).toBe(true);
    await expect(page.locator('figure.table td').first()).toHaveCSS(
      'writing-mode',
      'horizontal-tb',
    );
  }
});

test('pages that are not the text, and paper, stay as they are', async ({ page }) => {
  for (const address of ['/', '/notes/43/', '/search/']) {
    await page.goto(address);
    await expect(page.locator('html')).toHaveAttribute('data-setting', 'vertical');
    await expect(page.locator('main')).toHaveCSS('writing-mode', 'horizontal-tb');
    await page.mouse.wheel(0, 100);
  }
  await go(page, '/sections/1/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.text p').first()).toHaveCSS('writing-mode', 'horizontal-tb');
});

for (const width of [390, 1440]) {
  test(`axe finds nothing: ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const address of ['/sections/4/', '/pages/45/']) {
      await go(page, address);
      expect(await faultsOf(page)).toEqual([]);
    }
  });
}

test('text spacing as readers may set it cuts nothing (WCAG 1.4.12), forced colours hide nothing', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.setViewportSize({ width: 390, height: 844 });
  await go(page, '/sections/4/');
  await page.evaluate(() => {
    const stylesheet = new CSSStyleSheet();
    stylesheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    );
    document.adoptedStyleSheets.push(stylesheet);
  });
  const cut = await page.evaluate(() => {
    const main = document.querySelector('main') as HTMLElement;
    const edge = main.getBoundingClientRect();
    return [...document.querySelectorAll('.text > p, .notes li')]
      .filter((p) => {
        const box = p.getBoundingClientRect();
        return box.top < edge.top || box.bottom > edge.bottom;
      })
      .map((p) => p.id);
  });
  expect(cut).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
