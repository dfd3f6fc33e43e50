/** Our pages for a reader with 5,000 annotations beside one with none: loaded by turns, in one run. */
import type { Browser, BrowserContextOptions } from '@playwright/test';
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, ensureChromium } from '../../src/cli/setup/chromium.mjs';
import { type Load, loadOnce } from './peers/phone.ts';
import { type Served, serve } from './peers/serve.ts';
import { median, table, times } from './search/numbers.ts';

/** So many annotations, over all blocks of the text. */
export const MANY = 5_000;

const PAGES = { 'the page of section 4': '/sections/4/', 'the whole chapter': '/chapter/' };

type Stored = BrowserContextOptions['storageState'];

/** Makes them in a page that has the whole text, in the form in which the site keeps them. */
async function fill(count: number): Promise<void> {
  const texts = [...document.querySelectorAll('.text > p[id], .notes > li[id]')].map((block) => {
    const copy = block.cloneNode(true) as Element;
    for (const aside of copy.querySelectorAll('[role], [data-apparatus]')) aside.remove();
    return { id: block.id, text: copy.textContent.replace(/\s+/gu, ' ').trim() };
  });
  const annotations = Array.from({ length: count }, (_, i) => {
    const { id, text } = texts[i % texts.length] as { id: string; text: string };
    const start = (Math.floor(i / texts.length) * 13) % Math.max(1, text.length - 12);
    const end = Math.min(text.length, start + 10 + (i % 7));
    return {
      id: `urn:uuid:${crypto.randomUUID()}`,
      created: '2026-11-28T00:00:00.000Z',
      modified: '2026-11-28T00:00:00.000Z',
      colour: ['yellow', 'green', 'blue', 'red'][i % 4],
      note: i % 3 === 0 ? 'a note of some words, as a reader writes them' : '',
      tags: i % 5 === 0 ? ['a tag'] : [],
      anchors: [
        {
          block: id,
          exact: text.slice(start, end),
          prefix: text.slice(Math.max(0, start - 32), start),
          suffix: text.slice(end, end + 32),
          start,
          end,
        },
      ],
      blocks: [id],
    };
  });
  await new Promise<void>((done, fail) => {
    const opening = indexedDB.open('zhangju.annotations/', 1);
    opening.onupgradeneeded = () => {
      const store = opening.result.createObjectStore('annotations', { keyPath: 'id' });
      store.createIndex('blocks', 'blocks', { multiEntry: true });
    };
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const work = opening.result.transaction('annotations', 'readwrite');
      for (const annotation of annotations) work.objectStore('annotations').put(annotation);
      work.oncomplete = () => {
        opening.result.close();
        localStorage.setItem('zhangju.annotations/', 'of a text before');
        done();
      };
    };
  });
}

/**
 * What the browser of such a reader holds: the site itself has found all places in its text.
 * @returns it, and how many words it then draws on a page
 */
async function reader(browser: Browser, { origin }: Served, count: number) {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(`${origin}/chapter/`);
  // Something is restored for both, for that itself warms the browser.
  await page.evaluate(() => localStorage.setItem('bench', 'a reader'));
  if (count > 0) {
    await page.evaluate(fill, count);
    await page.goto(`${origin}/chapter/`);
    await page.waitForFunction(
      () => localStorage.getItem('zhangju.annotations/') !== 'of a text before',
    );
    await page.waitForFunction(
      (least) =>
        [...CSS.highlights.values()].reduce((sum, marks) => sum + marks.size, 0) >= least * 0.99,
      count,
    );
  }
  const drawn = await page.evaluate(() =>
    [...CSS.highlights.values()].reduce((sum, marks) => sum + marks.size, 0),
  );
  const stored: Stored = await context.storageState({ indexedDB: true });
  await context.close();
  return { stored, drawn };
}

const medians = (loads: readonly Load[], figure: keyof Load): number =>
  median(loads.map((load) => load[figure]));

/**
 * @param root a built site
 * @param loads of each page, for each of the two readers
 * @returns a table in Markdown
 */
export async function annotationsTable(root: string, loads: number): Promise<string> {
  const served = await serve(root);
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: CHROMIUM_ARGS,
  });
  try {
    const [none, many] = [await reader(browser, served, 0), await reader(browser, served, MANY)];
    const rows: string[][] = [];
    for (const [name, path] of Object.entries(PAGES)) {
      const [without, within]: [Load[], Load[]] = [[], []];
      for (let round = 0; round < loads; round += 1)
        for (const [stored, all] of round % 2 === 0
          ? ([
              [none.stored, without],
              [many.stored, within],
            ] as const)
          : ([
              [many.stored, within],
              [none.stored, without],
            ] as const)) {
          console.error(`… ${name}, ${round + 1} of ${loads}`);
          all.push(await loadOnce(browser, served, path, stored));
        }
      const ratio = (figure: keyof Load) =>
        times(medians(within, figure) / medians(without, figure));
      rows.push([
        name,
        ratio('lcp'),
        ratio('fcp'),
        ratio('main'),
        `${Math.round(medians(within, 'tbt') - medians(without, 'tbt'))} ms`,
        medians(within, 'cls').toFixed(3),
        String(medians(within, 'bytes') - medians(without, 'bytes')),
      ]);
    }
    const head = ['', 'LCP', 'FCP', 'main thread', 'TBT, more by', 'CLS', 'bytes, more by'];
    return `${many.drawn} of ${MANY} are drawn on the page of the whole chapter.\n\n${table(head, rows)}`;
  } finally {
    await browser.close();
    served.close();
  }
}
