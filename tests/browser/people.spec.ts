/** People first: WCAG 2.2 AA on every kind of page, and contrast of 7:1 for the text. */
import { expect, type Page, test } from '@playwright/test';
import { contrast } from './contrast.ts';
import { inUse } from './in-use.ts';
import { KINDS } from './kinds.ts';
import { styled } from './styled.ts';

/** Text spacing as readers may set it (WCAG 1.4.12). */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }`;

const isSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

/** Elements whose words do not fit in them. */
const cut = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((e) => {
        const { overflowX, overflowY, clipPath } = getComputedStyle(e);
        if (clipPath !== 'none' || e.checkVisibility() === false) return false;
        // What is hidden one way may be scrolled the other.
        const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
        return (
          (hides(overflowX) && e.scrollWidth > e.clientWidth + 1) ||
          (hides(overflowY) && e.scrollHeight > e.clientHeight + 1)
        );
      })
      .map((e) => e.outerHTML.slice(0, 80)),
  );

/** Pointer targets smaller than 24 px that are not within a sentence, nor far from all others (WCAG 2.5.8). */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const inSentence = (e: Element) => {
      const block = e.closest('p, dd, li, td, figcaption, .text, .entry');
      const own = e.textContent.trim();
      return (
        block !== null &&
        block.textContent.trim() !== own &&
        getComputedStyle(e).display === 'inline'
      );
    };
    const targets = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary'),
    ]
      .filter((e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((e) => getComputedStyle(e).clipPath === 'none' && !e.closest('svg'));
    const boxes = targets.map((e) => ({ e, box: e.getBoundingClientRect() }));
    const apart = (a: DOMRect, b: DOMRect) => {
      const [dx, dy] = [
        a.x + a.width / 2 - (b.x + b.width / 2),
        a.y + a.height / 2 - (b.y + b.height / 2),
      ];
      return Math.hypot(dx, dy) >= 24;
    };
    return boxes
      .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
      .filter(({ e }) => !inSentence(e))
      .filter(({ e, box }) =>
        boxes.some((other) => other.e !== e && !other.e.contains(e) && !apart(box, other.box)),
      )
      .map(
        ({ e, box }) =>
          `${Math.round(box.width)}×${Math.round(box.height)} ${e.outerHTML.slice(0, 90)}`,
      );
  });

/** What is wrong with how the element in focus is seen, if anything is. */
const hiddenFocus = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const e = document.activeElement;
    if (!e || e === document.body) return undefined;
    const box = e.getClientRects()[0] ?? e.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(e);
    const x = Math.min(innerWidth - 1, Math.max(0, box.left + box.width / 2));
    // Of what is higher than half the window, the part in it is looked at.
    const [from, to] =
      box.height > innerHeight / 2
        ? [Math.max(0, box.top), Math.min(innerHeight, box.bottom)]
        : [box.top, box.bottom];
    const y = (from + to) / 2;
    const top = document.elementFromPoint(x, y);
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2)
      return `no outline: ${e.outerHTML.slice(0, 90)}`;
    if (from > to || y < 0 || y > innerHeight) return `out of sight: ${e.outerHTML.slice(0, 90)}`;
    return top && (e.contains(top) || top.contains(e))
      ? undefined
      : `behind ${top?.outerHTML.slice(0, 60)}: ${e.outerHTML.slice(0, 90)}`;
  });

for (const [kind, address] of Object.entries(KINDS)) {
  test(`${kind}: reflow, text spacing, targets, landmarks, headings`, async ({ page }) => {
    await test.step('reflows at 320 px and at 400 % zoom, and with wide text spacing nothing is cut', async () => {
      // 1280 px at 400 % are 320 px.
      await page.setViewportSize({ width: 320, height: 256 });
      await page.goto(address);
      expect(await isSideways(page)).toBe(false);
      await styled(page, SPACING);
      expect(await isSideways(page)).toBe(false);
      expect(await cut(page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await isSideways(page)).toBe(false);
    });

    await test.step('targets are 24 px, or apart from others', async () => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(address);
      expect(await smallTargets(page)).toEqual([]);
    });

    await test.step('has its landmarks, a skip link, one h1, and headings in order', async () => {
      await page.goto(address);
      for (const role of ['banner', 'main', 'contentinfo'] as const)
        await expect(page.getByRole(role)).toHaveCount(1);
      const names = await page
        .getByRole('navigation')
        .evaluateAll((all) =>
          all.map(
            (nav) =>
              nav.ariaLabel ??
              document.getElementById(nav.getAttribute('aria-labelledby') ?? '')?.textContent,
          ),
        );
      expect(names.every(Boolean)).toBe(true);
      expect(new Set(names).size).toBe(names.length);
      await expect(page.locator('body > :first-child')).toHaveAttribute('href', '#main');
      await expect(page.locator('#main')).toHaveCount(1);
      await expect(page.locator('h1')).toHaveCount(1);
      const levels = await page
        .locator('h1, h2, h3, h4, h5, h6')
        .evaluateAll((all) => all.map(({ tagName }) => Number(tagName.slice(1))));
      const leaps = levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1);
      expect(leaps).toEqual([]);
    });
  });

  test(`${kind}: what has the focus is seen, and not hidden behind anything`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 640 });
    await page.goto(address);
    await inUseOf(page);
    const hidden: string[] = [];
    for (let i = 0; i < 30; i += 1) {
      await page.keyboard.press('Tab');
      // What was shown at the link before goes away a moment after the focus has left it.
      const isSeen = expect.poll(() => hiddenFocus(page)).toBeUndefined();
      await isSeen.catch(async () => hidden.push(String(await hiddenFocus(page))));
    }
    expect(hidden).toEqual([]);
  });
}

/** Begins to use a page that may have no marks. */
async function inUseOf(page: Page): Promise<void> {
  await page.dispatchEvent('body', 'pointermove');
  await page.getByRole('button', { name: '鍵盤快速鍵' }).waitFor({ state: 'attached' });
}

test('titles of pages are all different', async ({ page }) => {
  const titles: string[] = [];
  for (const address of Object.values(KINDS)) {
    await page.goto(address);
    titles.push(await page.title());
  }
  expect(new Set(titles).size).toBe(titles.length);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const kind of [
    'section with a table and a quotation',
    'printed page',
    'one note',
  ] as const) {
    test(`the text has a contrast of 7:1, ${colorScheme}: ${kind}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(KINDS[kind] ?? '');
      const low = await page.evaluate(() => {
        const canvas = document
          .createElement('canvas')
          .getContext('2d', { willReadFrequently: true });
        const luminance = (color: string): number => {
          if (!canvas) throw new Error('no canvas');
          canvas.fillStyle = color;
          canvas.fillRect(0, 0, 1, 1);
          const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((v) => {
            const c = v / 255;
            return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const groundOf = (e: Element | null): string => {
          for (let at = e; at; at = at.parentElement) {
            const { backgroundColor } = getComputedStyle(at);
            if (backgroundColor !== 'rgba(0, 0, 0, 0)') return backgroundColor;
          }
          return 'white';
        };
        const words = [...document.querySelectorAll('main *')].filter((e) =>
          [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.textContent?.trim()),
        );
        return words
          .map((e) => {
            const [a, b] = [luminance(getComputedStyle(e).color), luminance(groundOf(e))];
            const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            return { contrast, html: e.outerHTML.slice(0, 60) };
          })
          .filter(({ contrast }) => contrast < 7);
      });
      expect(low).toEqual([]);
    });
  }
}

test('every mark has a name for screen readers', async ({ page }) => {
  await page.goto('/chapter/');
  await inUse(page);
  const nameless = await page
    .locator(
      '[role="doc-noteref"], [role="doc-backlink"], [role="doc-pagebreak"], .to-page, .pilcrow, .notes .number',
    )
    .evaluateAll((all) =>
      all
        .filter((e) => !e.matches('.to-page[aria-hidden="true"], .of-page'))
        .filter((e) => !(e.ariaLabel ?? (e as HTMLElement).title).trim())
        .map((e) => e.outerHTML),
    );
  expect(nameless).toEqual([]);
  // The page break has said the number: what is drawn of it is for the eye, and no stop of the keyboard.
  const drawn = page.locator('.to-page, .pilcrow.of-page');
  expect(await drawn.count()).toBeGreaterThan(80);
  expect(
    await drawn.evaluateAll((all) =>
      all.filter((e) => e.ariaHidden !== 'true' || (e as HTMLElement).tabIndex !== -1),
    ),
  ).toEqual([]);
  await expect(page.getByRole('link', { name: '註 43', exact: true }).first()).toBeAttached();
});

test('English within the text says that it is English', async ({ page }) => {
  await page.goto('/chapter/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant-TW');
  const unmarked = await page.evaluate(() => {
    const walker = document.createTreeWalker(
      document.querySelector('article') as Element,
      NodeFilter.SHOW_TEXT,
    );
    const found: string[] = [];
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode as Text;
      if (
        parentElement?.closest('[lang]')?.getAttribute('lang') === 'en' ||
        parentElement?.closest('a[href^="http"]')
      )
        continue;
      found.push(...(data.match(/[A-Za-z]{4,} [A-Za-z]{3,} [A-Za-z]{3,}/gu) ?? []));
    }
    return found;
  });
  expect(unmarked).toEqual([]);
});

for (const [address, main, other] of [
  ['/', '.ways .primary', '.ways a:not(.primary)'],
  ['/search/', '.searching .field button', 'select'],
] as const)
  for (const colorScheme of ['light', 'dark'] as const)
    test(`in forced colours the main button of ${address} stands out: ${colorScheme}`, async ({
      page,
    }) => {
      await page.emulateMedia({ forcedColors: 'active', colorScheme });
      await page.goto(address);
      const colours = (selector: string) =>
        page
          .locator(selector)
          .first()
          .evaluate((e) => {
            const { color, backgroundColor } = getComputedStyle(e);
            return { color, backgroundColor };
          });
      const [own, others] = [await colours(main), await colours(other)];
      expect(own.backgroundColor).not.toBe(others.backgroundColor);
      expect(contrast(own.color, own.backgroundColor)).toBeGreaterThanOrEqual(4.5);
    });

test('in forced colours the marks of notes and pages, and the focus, are seen', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/sections/4/');
  // A ¶ that came between two presses would take the second.
  await inUseOf(page);
  const ground = await page.locator('body').evaluate((e) => getComputedStyle(e).backgroundColor);
  const mark = page.locator('[role="doc-noteref"]').first();
  expect(await mark.evaluate((e) => getComputedStyle(e, '::before').color)).not.toBe(ground);
  await mark.focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(mark).toBeFocused();
  await expect(mark).toHaveCSS('outline-style', 'solid');
  // Arriving at a place is shown by more than a ground, which forced colours take away.
  await page.goto('/sections/4/#s4-2-1-1-p2');
  const shown = await page
    .locator('#s4-2-1-1-p2')
    .evaluate((e) => getComputedStyle(e).outlineStyle);
  expect(shown).not.toBe('none');
});

test('with less motion asked for, nothing is animated and nothing glides', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const address of ['/', '/sections/4/', '/search/?q=駐韓']) {
    await page.goto(address);
    await inUseOf(page);
    const moving = await page.evaluate(() => ({
      running: document.getAnimations().length,
      smooth: [...document.querySelectorAll('*')].filter(
        (e) => getComputedStyle(e).scrollBehavior === 'smooth',
      ).length,
    }));
    expect(moving).toEqual({ running: 0, smooth: 0 });
  }
});
