/** The contents tell the place one is at, and how far one has read. */
import { messages } from '../../messages/site.ts';
import { make } from '../dom/elements.ts';
import { showRead } from './progress.ts';
import type { Where } from './reading-position.ts';

const list = () => document.querySelector<HTMLDetailsElement>('.contents');

/** Browsers that know which link of a list leads to the place in view mark it by themselves. */
const KNOWS = CSS.supports('selector(:target-current)');

/** The link that leads to the nearest heading; the section's own where it has no other. */
function linkTo({ headings }: Where): HTMLAnchorElement | null | undefined {
  const [section, ...rest] = headings.map(({ id }) => id);
  const nearest = rest.at(-1);
  return nearest === undefined || nearest === ''
    ? list()?.querySelector<HTMLAnchorElement>(`[data-section="${section}"]`)
    : list()?.querySelector<HTMLAnchorElement>(`a[href$="#${nearest}"]`);
}

/** Keeps a link in the part of the list that is seen. */
function bringIntoList(link: HTMLElement): void {
  const nav = link.closest('nav');
  if (!nav || nav.scrollHeight <= nav.clientHeight) return;
  const box = nav.getBoundingClientRect();
  const { top, bottom } = link.getBoundingClientRect();
  if (top < box.top || bottom > box.bottom) nav.scrollTop += top - box.top - box.height / 3;
}

/** Where the list is folded, its handle says where one is, as the running head of a book. */
function tellHandle(link: HTMLElement, page: number | undefined): void {
  const summary = list()?.querySelector('summary');
  if (!summary) return;
  const words = link.querySelector('.label') ? [...link.children].slice(0, 2) : [link];
  const at = words.map(({ textContent }) => textContent.trim()).join('　');
  summary.replaceChildren(
    make('span', { class: 'unseen' }, messages.navigation.contentsLead),
    make('span', { class: 'at' }, at),
    ' ',
    make('span', { class: 'leaf' }, page === undefined ? '' : messages.common.page(page)),
  );
}

/** Tells the place one is at. */
export function tellPlace(where: Where): void {
  const link = linkTo(where);
  if (!link) return;
  if (!KNOWS) {
    const before = list()?.querySelector('[aria-current="location"]');
    if (before !== link) before?.removeAttribute('aria-current');
    if (!link.hasAttribute('aria-current')) link.setAttribute('aria-current', 'location');
  }
  bringIntoList(link);
  tellHandle(link, where.page);
}

/** Makes the folded list stay at the top of the window, from the first time one scrolls. */
export function keepInSight(): void {
  const contents = list();
  if (!contents || contents.dataset['at'] !== undefined) return;
  contents.dataset['at'] = '';
  contents.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a')) contents.open = false;
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (!contents.contains(target as Node)) contents.open = false;
  });
  contents.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !contents.open) return;
    contents.open = false;
    contents.querySelector('summary')?.focus();
  });
}

/** Shows how much of each section has been read. */
export const tellRead = (): void => {
  const contents = list();
  if (contents) showRead(contents);
};

/** Opens the list where it is folded, and goes to the place in it that one is at. */
export function openContents(): void {
  const contents = list();
  if (!contents) return;
  contents.open = true;
  const current =
    contents.querySelector<HTMLElement>('[aria-current="location"]') ??
    contents.querySelector<HTMLElement>('[aria-current]') ??
    contents.querySelector<HTMLElement>('a');
  current?.focus();
}
