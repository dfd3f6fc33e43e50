/** Random selections in the text of a page, the links that its menu makes to them, and whether a browser comes there. */
import { expect, type Page } from '@playwright/test';

/** A selection: where its first character stands among the text nodes, and the link made to it. */
export interface Linked {
  node: number;
  offset: number;
  link: string;
  words: string;
}

/**
 * Puts a function into every page that lists the text nodes that can be cited.
 * It knows nothing of what the site's own script does with them.
 */
export async function addHelpers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const BLOCKS =
      '.text > [id], .text blockquote [id], figure.table caption, .notes > li, .note-text';
    const ASIDE = '[role="doc-noteref"], [role="doc-backlink"], [data-apparatus]';
    Object.assign(window, {
      citable() {
        const article = document.querySelector('article') as HTMLElement;
        const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
        const nodes: Text[] = [];
        while (walker.nextNode()) {
          const node = walker.currentNode as Text;
          const parent = node.parentElement;
          if (node.data.trim() !== '' && parent?.closest(BLOCKS) && !parent.closest(ASIDE))
            nodes.push(node);
        }
        return nodes;
      },
    });
  });
}

/** Selects at random, and has the ¶ menu make a link to each selection. */
export function linkRandomly(page: Page, seed: number, count: number): Promise<Linked[]> {
  return page.evaluate(
    async ({ seed, count }) => {
      let state = seed;
      const random = () => {
        state = (state + 0x6d2b79f5) | 0;
        let t = Math.imul(state ^ (state >>> 15), 1 | state);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
      };
      let copied = '';
      const clipboard = {
        writeText: async (text: string) => {
          copied = text;
        },
      };
      Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
      const nodes = (window as unknown as { citable(): Text[] }).citable();
      const total = nodes.reduce((sum, node) => sum + node.length, 0);
      const at = (place: number): [number, number] => {
        let rest = place;
        for (const [i, node] of nodes.entries()) {
          if (rest < node.length) return [i, rest];
          rest -= node.length;
        }
        return [nodes.length - 1, (nodes.at(-1)?.length ?? 1) - 1];
      };
      const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
      const action = () =>
        [...document.querySelectorAll<HTMLElement>('.cite-menu:popover-open button')].find(
          (b) => b.textContent === '連到選取的文字',
        );
      const made: Linked[] = [];
      while (made.length < count) {
        const from = Math.floor(random() * total);
        // Mostly a few words, sometimes several paragraphs.
        const length = 1 + Math.floor(random() ** 3 * 600);
        const [node, offset] = at(from);
        const [last, end] = at(Math.min(total - 1, from + length));
        const first = nodes[node] as Text;
        if (/\s/u.test(first.data.charAt(offset))) continue;
        const range = document.createRange();
        range.setStart(first, offset);
        range.setEnd(nodes[last] as Text, end + 1);
        getSelection()?.removeAllRanges();
        getSelection()?.addRange(range);
        copied = '';
        const block = first.parentElement?.closest('[data-cited]');
        block?.querySelector<HTMLElement>('.pilcrow:not(.of-page)')?.click();
        for (let wait = 0; wait < 100 && !action(); wait += 1) await pause(20);
        action()?.click();
        for (let wait = 0; wait < 50 && copied === ''; wait += 1) await pause(10);
        const menu = document.querySelector<HTMLElement>('.cite-menu');
        menu?.hidePopover();
        menu?.replaceChildren();
        made.push({ node, offset, link: copied, words: range.toString() });
      }
      return made;
    },
    { seed, count },
  );
}

/** Where the first selected character stands in the window, and how far the page is scrolled. */
function look(page: Page, { node, offset }: Linked) {
  return page.evaluate(
    ({ node, offset }) => {
      const text = (window as unknown as { citable(): Text[] }).citable()[node] as Text;
      const range = document.createRange();
      range.setStart(text, offset);
      range.setEnd(text, offset + 1);
      return { top: range.getBoundingClientRect().top, scrolled: scrollY, height: innerHeight };
    },
    { node, offset },
  );
}

/**
 * Follows a link by its words alone, as if the page had no such id.
 * @returns whether the first selected character came into sight, by scrolling unless it stands at the top
 */
export async function arrives(page: Page, linked: Linked): Promise<boolean> {
  if (!linked.link.includes(':~:text=')) return false;
  await page.goto('about:blank');
  await page.goto(linked.link.replace(/#.*?:~:/u, '#:~:'));
  const isSeen = async () => {
    const { top, scrolled, height } = await look(page, linked);
    // What stands in the upper half of an unscrolled page needs no scrolling.
    return top >= 0 && top < height && (scrolled > 0 || top < height * 0.6);
  };
  return expect
    .poll(isSeen, { intervals: [50] })
    .toBe(true)
    .then(
      () => true,
      () => false,
    );
}
