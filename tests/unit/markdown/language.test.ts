/** English runs: marked as such, whole, and with no bracket or quotation mark cut in two. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contentPath, pick, seeded } from '../import/source.ts';
import { elements, render, textOf, treeOf } from './render.ts';

const runs = (html: string) =>
  elements(treeOf(html), (e) => e.properties['lang'] === 'en').map(textOf);

/** Whether every bracket and quotation mark of a text is closed in it. */
function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const char of text) {
    if (char === '(') open.push(')');
    else if (char === '“') open.push('”');
    else if ((char === ')' || char === '”') && open.pop() !== char) return false;
  }
  return open.length === 0;
}

describe('an English run', () => {
  test.each<[string, string, string[]]>([
    ['in the middle of a sentence', '簽署 Mutual Defense Treaty 之後', ['Mutual Defense Treaty']],
    ['in full-width brackets', '協定（the Korean Armistice），同日', ['the Korean Armistice']],
    [
      'in ASCII brackets',
      '麥克阿瑟(Douglas MacArthur, 1880-1964)未',
      ['Douglas MacArthur, 1880-1964'],
    ],
    [
      'with brackets of its own',
      '見 The Journal (Seoul), Vol. 4 一文',
      ['The Journal (Seoul), Vol. 4'],
    ],
    ['that ends in a bracket', 'Korea Herald(2000.08.02)、中國', ['Korea Herald(2000.08.02)']],
    ['whose bracket Han characters close', 'Korea Herald (2000 年)', ['Korea Herald']],
    ['that a bracket of Han characters ends', '利奇(James A. Leach)2003 年', ['James A. Leach']],
    ['of two, a bracket between them', '(Joint Chiefs) of Staff)與', ['Joint Chiefs', 'of Staff']],
    ['in quotation marks', '題為 “Rising East: a view” 的', ['“Rising East: a view”']],
    ['with the wrong quotation mark', '（”not in my backyard”簡稱', ['not in my backyard']],
    ['with an apostrophe', '見 Carter’s Decision on Korea 一文', ['Carter’s Decision on Korea']],
    ['with accents', '見 la détente américaine 一文', ['la détente américaine']],
    ['that is one word', '簡稱 SOFA 的協定', []],
    ['that is one word in brackets', '低盪(détente)政策', []],
    ['that is a number', '於 1945 2000 年', []],
    ['that is an address', '見 <http://a.org/see/all>', []],
  ])('%s', async (_, text, expected) => {
    expect(runs(await render(text))).toEqual(expected);
  });

  test('keeps the text as it was', async () => {
    const html = await render('簽署 Mutual Defense Treaty (1953)之後 of the day');
    expect(textOf(treeOf(html))).toBe('簽署Mutual Defense Treaty (1953)之後of the day');
  });

  test('is balanced in every section and note of the chapter', async () => {
    let found = 0;
    for (const folder of ['sections', 'footnotes']) {
      for (const file of readdirSync(contentPath(folder)).filter((f) => f.endsWith('.md'))) {
        const text = readFileSync(contentPath(`${folder}/${file}`), 'utf8');
        const html = await render(text.replace(/^---\n[\s\S]*?\n---\n/u, ''));
        for (const run of runs(html)) {
          found += 1;
          expect(isBalanced(run), `${file}: ${run}`).toBe(true);
        }
      }
    }
    expect(found).toBeGreaterThan(90);
  });

  test('is balanced, and the text kept, in 500 seeded mixtures', async () => {
    const random = seeded(500);
    const bits = ['(', ')', '“', '”', ' ', ' ', 'one', 'two', 'three', ', ', '. ', '韓', '4', '’s'];
    for (let i = 0; i < 500; i += 1) {
      const text = `韓${Array.from({ length: 12 }, () => pick(random, bits)).join('')}戰`;
      const html = await render(text.replace(/\s+/gu, ' '));
      for (const run of runs(html)) expect(isBalanced(run), `${text}: ${run}`).toBe(true);
      expect(textOf(treeOf(html)).replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
    }
  });
});
