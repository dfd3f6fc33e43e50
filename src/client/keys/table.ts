/** The keys and what they do: the one table that pressing a key and the list of keys both read. */

import { messages } from '../../messages/site.ts';
import { COLOURS } from '../annotations/annotation.ts';
import { annotateLate } from '../annotations/offer.ts';
import { annotations } from '../annotations/open-list.ts';
import { bringNear, startPilcrows } from '../cite/pilcrows.ts';
import { late } from '../dom/late.ts';
import { cite, goto, settings } from '../interface/open-dialogs.ts';
import { interfaceStyles } from '../interface/styles.ts';
import { openContents } from '../navigation/contents.ts';
import { READING_LINE, whereOne } from '../navigation/reading-position.ts';
import { mayReadAloud, readAloudHere, theVoices } from '../read-aloud/offer.ts';
import { toSearch } from '../search/focus-box.ts';
import { remembered } from '../session/storage.ts';
import { counterpart, goToCounterpart } from '../site/simplified.ts';
import { openKeys } from './dialog.ts';
import type { Key } from './key.ts';
import { hasSteps, step } from './steps.ts';

const has = (selector: string) => () => document.querySelector(selector) !== null;
const follow = (selector: string) => () =>
  document.querySelector<HTMLAnchorElement>(selector)?.click();

const openDialogOf = (load: () => Promise<() => unknown>): Promise<void> =>
  late(load, (open) => open());

/** Cites the paragraph that is read; elsewhere the page one is at. */
async function citeHere(): Promise<void> {
  await interfaceStyles();
  startPilcrows();
  const block = whereOne()?.paragraph;
  const pilcrow = block?.querySelector<HTMLButtonElement>('.pilcrow:not(.of-page)');
  if (!block || !pilcrow) return openDialogOf(cite);
  bringNear(block, {
    clientX: innerWidth * (1 - READING_LINE),
    clientY: innerHeight * READING_LINE,
  });
  await (await import('../cite/menu.ts')).openMenu(pilcrow);
}

/** Marks the words that are selected, in the colour last chosen; else opens the list. */
async function markHere(): Promise<void> {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !document.querySelector('article > .text, .note-text'))
    return openDialogOf(annotations);
  const last = COLOURS.find((colour) => colour === remembered('colour'));
  await annotateLate(selection.getRangeAt(0).cloneRange(), last ?? COLOURS[0]);
}

const KEYS: Key[] = [
  {
    key: '/',
    zhuyin: 'ㄥ',
    name: messages.search.search,
    does: toSearch,
    works: has('input[type="search"]'),
  },
  {
    key: 'g',
    zhuyin: 'ㄕ',
    name: messages.keys.goTo,
    does: () => openDialogOf(goto),
    works: () => true,
  },
  {
    key: 's',
    zhuyin: 'ㄋ',
    name: messages.keys.settings,
    does: () => openDialogOf(settings),
    works: () => true,
  },
  {
    key: 't',
    zhuyin: 'ㄔ',
    name: messages.common.contents,
    does: openContents,
    works: has('.contents'),
  },
  {
    key: 'j',
    zhuyin: 'ㄨ',
    name: messages.keys.nextParagraph,
    does: () => step(1),
    works: hasSteps,
  },
  {
    key: 'k',
    zhuyin: 'ㄜ',
    name: messages.keys.previousParagraph,
    does: () => step(-1),
    works: hasSteps,
  },
  {
    key: ']',
    zhuyin: '」',
    name: messages.keys.next,
    does: follow('.pager [rel="next"]'),
    works: has('.pager [rel="next"]'),
  },
  {
    key: '[',
    zhuyin: '「',
    name: messages.keys.previous,
    does: follow('.pager [rel="prev"]'),
    works: has('.pager [rel="prev"]'),
  },
  {
    key: 'c',
    zhuyin: 'ㄏ',
    name: messages.keys.cite,
    does: citeHere,
    works: has('[data-cite-this]'),
  },
  {
    key: 'm',
    zhuyin: 'ㄩ',
    name: messages.annotations.key,
    does: markHere,
    works: () => true,
  },
  {
    key: 'r',
    zhuyin: 'ㄐ',
    name: messages.readAloud.key,
    does: readAloudHere,
    works: mayReadAloud,
  },
  {
    key: 'z',
    zhuyin: 'ㄈ',
    name: messages.keys.script,
    does: goToCounterpart,
    works: () => counterpart() !== undefined,
  },
  { key: '?', zhuyin: '？', name: messages.keys.list, does: openList, works: () => true },
];

/** Opens the list of keys: those that do something on this page. */
export async function openList(): Promise<void> {
  // Asked for once, they are known when the list has come.
  await theVoices();
  await openKeys(KEYS.filter(({ works }) => works()));
}

/** Does what a key is for; other keys do nothing. */
export function press(key: string): void {
  const found = KEYS.find((k) => k.key === key || k.zhuyin === key);
  if (found?.works())
    void late(
      async () => true,
      () => found.does(),
    );
}
