/** 直排, in every engine. */
import { expect, test } from './test.ts';

test.beforeEach(async ({ reader, open, until }) => {
  await reader.size(1440, 900);
  await open('/about/');
  await reader.evaluate(() => {
    localStorage['zhangju.settings'] = '{"setting":"vertical"}';
  });
  await open('/sections/4/');
  await until(() => document.documentElement.dataset['digitsSet'] === '');
});

test('a note’s mark stands beside its own column', async ({ reader }) => {
  const lost = await reader.evaluate(() =>
    [...document.querySelectorAll('.text p [role="doc-noteref"]')].flatMap((mark) => {
      mark.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      const range = document.createRange();
      range.setStart(mark.parentElement as Element, 0);
      range.setEndBefore(mark);
      // The character before it is the last of the column that the mark belongs to.
      const before = [...range.getClientRects()].at(-1) as DOMRect;
      for (let x = before.right - 6; x < before.right + 20; x += 2)
        for (let y = before.bottom - 16; y < before.bottom + 16; y += 4)
          if (document.elementFromPoint(x, y) === mark) return [];
      return [mark.id];
    }),
  );
  expect(lost).toEqual([]);
});

test('the digits of a year stand under one another, none over another', async ({ reader }) => {
  const years = await reader.evaluate(() => {
    const found: { year: string; gaps: number[] }[] = [];
    const walker = document.createTreeWalker(
      document.querySelector('.text') as Element,
      NodeFilter.SHOW_TEXT,
    );
    const digits: { of: string; top: number; left: number }[] = [];
    for (let node = walker.nextNode() as Text; node; node = walker.nextNode() as Text) {
      // Those of notes are smaller.
      if (!node.parentElement?.closest('article > .text > :not(section) [data-tcy]')) {
        digits.length = 0;
        continue;
      }
      for (let i = 0; i < node.length; i++) {
        const range = document.createRange();
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const { top, left } = range.getBoundingClientRect();
        digits.push({ of: node.data[i] as string, top, left });
      }
      const year = digits.map(({ of }) => of).join('');
      if (/^(?:19|20)\d\d$/u.test(year)) {
        const column = digits.every(({ left }) => Math.abs(left - (digits[0]?.left ?? 0)) < 4);
        if (column)
          found.push({
            year,
            gaps: digits.slice(1).map(({ top }, n) => top - (digits[n]?.top ?? 0)),
          });
        digits.length = 0;
      }
    }
    return found;
  });
  expect(years.length).toBeGreaterThan(10);
  // A character is 20 px high; digits may stand a little closer.
  for (const { year, gaps } of years) {
    for (const gap of gaps) {
      expect(gap, year).toBeGreaterThan(14);
      expect(gap, year).toBeLessThan(24);
    }
  }
});

test('the wheel’s keys go on to the left, and the page itself stays', async ({ reader, until }) => {
  const at = () => document.querySelector('main')?.scrollLeft ?? 0;
  const before = await reader.evaluate(at);
  await reader.press('ArrowDown');
  await until((from) => (document.querySelector('main')?.scrollLeft ?? 0) < from - 50, before);
  expect(await reader.evaluate(() => [scrollX, scrollY])).toEqual([0, 0]);
});

/** Run in a page: the characters of columns that the window cuts, and how much of it is in use. */
function cutColumns(): { cut: string[]; used: number } {
  const main = document.querySelector('main') as Element;
  const view = main.getBoundingClientRect();
  const inset =
    getComputedStyle(main)
      .clipPath.match(/[\d.]+(?=px)|\b0\b/gu)
      ?.map(Number) ?? [];
  const right = view.right - (inset[1] ?? 0);
  const left = view.left + (inset[3] ?? inset[1] ?? 0);
  // Tables lie, and are wider than a phone; marks and page numbers are drawn beside their column.
  const besides =
    'figure, .printed, sup, [role="doc-pagebreak"], .to-page, .pilcrow, script, style';
  const cut: string[] = [];
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode() as Text; node; node = texts.nextNode() as Text) {
    const parent = node.parentElement as Element;
    if (node.data.trim() === '' || parent.closest(besides)) continue;
    const { fontSize, writingMode } = getComputedStyle(parent);
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      // A character stands in the middle of what its font takes for a column.
      const width = writingMode === 'vertical-rl' ? Number.parseFloat(fontSize) : box.width;
      const middle = (box.left + box.right) / 2;
      for (const edge of [left, right])
        if (middle - width / 2 < edge - 1 && middle + width / 2 > edge + 1)
          cut.push(node.data.slice(0, 20));
    }
  }
  return { cut, used: (right - left) / view.width };
}

for (const widths of [
  [390, 1440],
  [412, 820],
])
  test(`at rest the window shows whole columns alone: ${widths.join(', ')} px`, async ({
    reader,
    open,
    until,
  }) => {
    const at = () => document.querySelector('main')?.scrollLeft ?? 0;
    const whole = async (message: string) => {
      const cut = async () => (await reader.evaluate(cutColumns)).cut;
      await expect.poll(cut, { message, timeout: 20_000 }).toEqual([]);
      expect((await reader.evaluate(cutColumns)).used, message).toBeGreaterThan(0.8);
    };
    for (const width of widths) {
      // Away from where the width before it ended: to its own address a browser does not go anew,
      // and a page that was just made wider is about to go back to the words that were read.
      await open('/about/');
      await reader.size(width, 844);
      await open('/sections/4/#s4-2-1-1-p3');
      await until(() => document.documentElement.dataset['digitsSet'] === '');
      await whole(`${width}, at a paragraph`);
      const right = await reader.evaluate(
        () => document.getElementById('s4-2-1-1-p3')?.getBoundingClientRect().right ?? 0,
      );
      expect(right, `${width}, the paragraph begins in sight`).toBeLessThanOrEqual(width);
      for (const key of ['PageDown', 'ArrowUp']) {
        const before = await reader.evaluate(at);
        await reader.press(key);
        await until(
          (from) => Math.abs((document.querySelector('main')?.scrollLeft ?? 0) - from) > 30,
          before,
        );
        await whole(`${width}, ${key}`);
      }
      // To its beginning, somewhere, and to its end.
      for (const by of [-1e6, 137, 1e6]) {
        await reader.evaluate(
          (x) => document.querySelector('main')?.scrollBy({ left: -x, behavior: 'instant' }),
          by,
        );
        await whole(`${width}, ${by} px on`);
      }
    }
  });
