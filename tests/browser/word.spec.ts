/** Selected words as a Word file: the words as printed, the notes marked in them, where they are cited. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { ROOT } from '../../src/cli/setup/environment.mjs';
import { use } from './in-use.ts';

/** Words, and the block in which they stand. */
type At = [id: string, words: string];

/** Selects from the beginning of some words to the end of others. */
async function select(page: Page, from: At, to: At): Promise<void> {
  await page.evaluate(
    ({ from, to }) => {
      const find = ([id, words]: At): [Text, number] => {
        const block = document.getElementById(id) as HTMLElement;
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const node = walker.currentNode as Text;
          if (node.data.includes(words)) return [node, node.data.indexOf(words)];
        }
        throw new Error(`${id} has no ${words}`);
      };
      const [[start, at], [end, before]] = [find(from), find(to)];
      const range = document.createRange();
      range.setStart(start, at);
      range.setEnd(end, before + to[1].length);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    },
    { from, to },
  );
}

const menu = (page: Page) => page.locator('.cite-menu');
const openMenu = (page: Page, id: string) =>
  page.locator(`.pilcrow[data-cite="${id}"]:not(.of-page)`).dispatchEvent('click');

/** The paragraphs of a Word file, its notes, and the number of the first as it is printed. */
async function downloaded(page: Page): Promise<{ text: string[]; notes: string[]; start: number }> {
  const download = page.waitForEvent('download');
  await menu(page)
    .getByRole('button', { name: /^下[載载] Word$/u })
    .click();
  const files = unzipSync(readFileSync(await (await download).path()));
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const wordsIn = (xml: string) =>
    [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, words]) => words).join('');
  const notes = [...part('word/footnotes.xml').matchAll(/<w:footnote w:id.*?<\/w:footnote>/gsu)];
  return {
    text: part('word/document.xml').split('</w:p>').map(wordsIn).filter(Boolean),
    notes: notes.map(([xml]) => wordsIn(xml).trim()),
    start: Number(/<w:numStart w:val="(\d+)"/u.exec(part('word/document.xml'))?.[1]),
  };
}

const dense = (words = '') => words.replace(/\s/gu, '');
const NOTES = JSON.parse(readFileSync(join(ROOT, 'dist/downloads/notes.json'), 'utf8')) as {
  text: string;
}[];
const PRINTED =
  '如果不會有戰爭就不必依賴美國的保護，如果不依賴美國，就可以挺起胸膛不再受美國頤指氣使的屈辱。二是如果南北能統一就不怕日本的再度侵略，韓國可以安全地成為東北亞的大國。這些念頭的萌生，促使韓國對兩韓統一懷抱希望。由於瞭解南韓人民普遍渴望兩韓統一的願望，南韓的金大中總統';

for (const [kind, address, first, last] of [
  ['the section', '/sections/4/', '如果不會有戰爭', '南韓的金大中總統'],
  [
    'the section in Simplified characters',
    '/zh-hans/sections/4/',
    '如果不会有战争',
    '南韩的金大中总统',
  ],
  ['a printed page', '/pages/72/', '如果不會有戰爭', '南韓的金大中總統'],
] as const)
  test(`words of ${kind} become a Word file with their notes and their citation`, async ({
    page,
  }) => {
    await use(page, address);
    await select(page, ['s4-2-1-1-p1', first], ['s4-2-1-1-p2', last]);
    await openMenu(page, 's4-2-1-1-p1');
    const { text, notes, start } = await downloaded(page);
    expect(dense(text.slice(0, -1).join(''))).toBe(PRINTED);
    expect(text.at(-1)).toMatch(/^何仁傑，.*，頁72，https?:\/\/.*\/sections\/4\/#s4-2-1-1-p1$/u);
    expect(start).toBe(87);
    expect(notes.map(dense)).toEqual([87, 88].map((number) => dense(NOTES[number - 1]?.text)));
  });

test('words of notes are not offered as a Word file', async ({ page }) => {
  await use(page, '/sections/4/');
  const offered = menu(page).getByRole('button', { name: '下載 Word' });
  const selections: [At, At][] = [
    [
      ['fn88', '10個學生中'],
      ['fn88', '北韓應是好朋友'],
    ],
    [
      ['s4-2-1-1-p2', '由於瞭解'],
      ['fn88', '北韓應是好朋友'],
    ],
  ];
  for (const [from, to] of selections) {
    await select(page, from, to);
    await openMenu(page, from[0]);
    await expect(menu(page).getByRole('button', { name: '複製原文與出處' })).toBeVisible();
    await expect(offered).toHaveCount(0);
    await page.keyboard.press('Escape');
  }
});
