/** The text as it is set, found and printed, in every engine. */
import { KINDS } from '../kinds.ts';
import { inUse, sheets, wordsAcross } from './page.ts';
import { expect, test } from './test.ts';

// WebKitGTK 2.50 measures `text-autospace` rightly and paints it over the characters beside it,
// so no box tells of it: only a picture does.
test('the distance to Latin letters is set only where it is painted right', async ({
  reader,
  open,
}) => {
  await open('/sections/1/');
  const autospace = await reader.evaluate(() =>
    getComputedStyle(document.querySelector('.text') as Element).getPropertyValue('text-autospace'),
  );
  expect(autospace).toBe(reader.engine === 'webkit' ? 'no-autospace' : 'normal');
});

test('no kind of page is wider than a phone', async ({ reader, open }) => {
  await reader.size(390, 800);
  for (const address of [...Object.values(KINDS), '/emendations/']) {
    await open(address);
    expect(
      await reader.evaluate(() => document.documentElement.scrollWidth),
      address,
    ).toBeLessThanOrEqual(390);
  }
});

test('at a desk the text stands between its contents and its notes', async ({
  reader,
  open,
  until,
}) => {
  await reader.size(1440, 900);
  await open('/sections/1/');
  await until(() => document.querySelector('.sidenote'));
  const [contents, text, note] = await reader.evaluate(() =>
    ['.contents nav', '.text', '.sidenote'].map((part) => {
      const { left = 0, right = 0 } = document.querySelector(part)?.getBoundingClientRect() ?? {};
      return { left, right };
    }),
  );
  expect(contents?.right).toBeLessThan(text?.left ?? 0);
  expect(note?.left).toBeGreaterThan(text?.right ?? 0);
  expect(note?.right).toBeLessThan(1440);
});

for (const [width, setting] of [
  [1440, 'lines'],
  [390, 'lines'],
  [1440, 'vertical'],
] as const)
  test(`words are found across page breaks and note marks: ${width} px, ${setting}`, async ({
    reader,
    open,
    until,
  }) => {
    await reader.size(width, 900);
    if (setting === 'vertical') {
      await open('/about/');
      await reader.evaluate(() => {
        localStorage['zhangju.settings'] = '{"setting":"vertical","digits":"sideways"}';
      });
    }
    await open('/sections/4/');
    await inUse(reader, until);
    const words = await reader.evaluate(wordsAcross);
    expect(words.length).toBeGreaterThan(30);
    // The browser's own find in page.
    const lost = await reader.evaluate(
      (all) =>
        all.filter((some) => {
          getSelection()?.removeAllRanges();
          // @ts-expect-error: in every browser, and in no standard.
          return !window.find(some, true, false, true);
        }),
      words,
    );
    expect(lost).toEqual([]);
  });

test('on paper a section fills its sheets, from a wide window too', async ({ reader, open }) => {
  test.skip(reader.engine === 'webkit', 'the driver of WebKitGTK prints nothing');
  await reader.size(1440, 900);
  await open('/sections/4/');
  const count = sheets(await reader.print());
  expect(count).toBeGreaterThan(5);
  expect(count).toBeLessThan(16);
});

// WebKit asks how wide the window is, not how wide the sheet is.
test('on paper nothing is set as in a wide window', async ({ reader, open }) => {
  await reader.size(1440, 900);
  for (const address of ['/sections/4/', '/search/', '/']) {
    await open(address);
    const rules = await reader.evaluate(() => {
      const all = (list: CSSRuleList): string[] =>
        [...list].flatMap((rule) => {
          if (rule instanceof CSSImportRule || !('cssRules' in rule)) return [];
          const paper = !(rule instanceof CSSMediaRule) || !/^screen\b/u.test(rule.media.mediaText);
          if (!paper) return [];
          const wide = rule instanceof CSSMediaRule && /min-width/u.test(rule.media.mediaText);
          const sets = /position:|grid-template|float:|columns:/u.test(rule.cssText);
          return wide ? (sets ? [rule.cssText] : []) : all(rule.cssRules as CSSRuleList);
        });
      return [...document.styleSheets].flatMap((sheet) =>
        /^screen\b/u.test(sheet.media.mediaText) ? [] : all(sheet.cssRules),
      );
    });
    expect(rules).toEqual([]);
  }
});

test('the browser knows margin boxes of paper where the table says so', async ({
  reader,
  open,
}) => {
  await open('/about/');
  const known = await reader.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('@page { @top-center { content: "x" } }');
    return sheet.cssRules[0]?.cssText.includes('top-center');
  });
  // Running heads are drawn by them, and by nothing else: README.md beside this folder.
  expect(known).toBe(reader.engine === 'chromium');
});
