/** 下載明體 on the built site: one file a script, for who asks, with the characters of every page of that script. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convert } from 'fontverter';
import { Blob, Face } from 'harfbuzzjs';
import { describe, expect, test } from 'vitest';
import { expectedHeaders } from '../../src/hosting/expected.ts';
import { mingCharacters } from '../../src/integrations/ming/characters.ts';
import { all, allPages, attribute, DIST, files, hasTag, html, page, text } from './site.ts';

const fonts = files().filter((file) => file.endsWith('.woff2') && file.includes('ming'));
const bytesOf = (file: string): Buffer => readFileSync(join(DIST, file));
const inline = { styles: [], scripts: [] };

/** What both typefaces lack, and the device is left to set; ↩, the way back from a note, is set in Hei. */
const LACKING = '박정희백남순∘↩';

describe.each([
  ['hant', false],
  ['hans', true],
] as const)('%s', (script, converted) => {
  const file = fonts.find((name) => name.startsWith(`assets/ming-${script}.`)) ?? '';
  const more = fonts.find((name) => name.startsWith(`assets/ming-${script}-more.`)) ?? '';

  test('is a file of at most 350 KB that is kept for good', () => {
    expect(bytesOf(file).length).toBeLessThan(350_000);
    expect(bytesOf(file).length).toBeGreaterThan(150_000);
    expect(bytesOf(more).length).toBeLessThan(5_000);
    expect(file).toMatch(/^assets\/ming-\w+\.[\w-]{8}\.woff2$/u);
    expect(expectedHeaders(`/${file}`, inline)).toMatchObject({
      'Cache-Control': expect.stringContaining('immutable'),
      'Content-Type': 'font/woff2',
    });
  });

  test('has every character of the text that there is on its pages', async () => {
    const sfnts = await Promise.all([file, more].map((font) => convert(bytesOf(font), 'sfnt')));
    const has = new Set(sfnts.flatMap((sfnt) => [...new Face(new Blob(sfnt)).collectUnicodes()]));
    const pages = allPages().filter((a) => a.startsWith('/zh-hans/') === converted);
    // What is kept in the printed characters on a converted page, and says so, is no part of it.
    const skip = (e: Parameters<typeof attribute>[0]) =>
      ['script', 'style', 'template'].includes(e.tagName) ||
      (converted && /^zh-Hant/u.test(attribute(e, 'lang') ?? '')) ||
      attribute(e, 'data-quoted') !== undefined;
    const shown = pages.map((a) =>
      all(page(a), hasTag('article'))
        .map((e) => text(e, skip))
        .join(''),
    );
    const missing = [...mingCharacters(shown.join(''))].filter(
      (c) => !has.has(c.codePointAt(0) ?? 0),
    );
    expect(missing.filter((c) => !LACKING.includes(c))).toEqual([]);
    expect(shown.join('').length).toBeGreaterThan(20_000);
  });
});

test('no page asks for them, or speaks of more than the stylesheet of settings', () => {
  expect(fonts).toHaveLength(4);
  const asking = allPages().filter((address) => /\.woff2|ming-han/u.test(html(address)));
  expect(asking).toEqual([]);
  const sheets = files().filter(
    (file) =>
      file.endsWith('.css') &&
      /\.woff2/u.test(String(bytesOf(file))) &&
      /ming-han/u.test(String(bytesOf(file))),
  );
  expect(sheets).toEqual([expect.stringMatching(/^assets\/settings\./u)]);
});

test('the licence goes with them', () => {
  const link = all(page('/about/'), (e) => /OFL/u.test(attribute(e, 'href') ?? ''))[0];
  const file = (link && attribute(link, 'href')?.slice(1)) ?? '';
  expect(String(bytesOf(file))).toMatch(/Adobe[\s\S]*SIL OPEN FONT LICENSE Version 1\.1/u);
  expect(expectedHeaders(`/${file}`, inline)['Content-Type']).toBe('text/plain; charset=utf-8');
});

test('who saves the whole for reading offline is not made to download them', () => {
  const { shell, files: listed } = JSON.parse(String(bytesOf('offline.json'))) as {
    shell: string[];
    files: [string, string, number][];
  };
  expect(shell.filter((path) => path.includes('woff2'))).toEqual([]);
  for (const font of fonts) {
    const digest = createHash('sha256').update(bytesOf(font)).digest('hex');
    const entry = listed.find(([path]) => path === font);
    expect(digest.startsWith(entry?.[1] ?? '-')).toBe(true);
  }
});
