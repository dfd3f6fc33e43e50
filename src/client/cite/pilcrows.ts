/**
 * A quiet ¶ at every heading, paragraph, table, note and printed page, by which
 * it is cited. The marks take no room, so nothing moves when they are made; the
 * menu behind them is loaded when one is used.
 */
import { messages } from '../../messages/site.ts';
import { make } from '../dom/elements.ts';
import { late } from '../dom/late.ts';
import { extent, isVertical, windowSize } from '../dom/scroller.ts';
import { here } from '../site/urls.ts';
import { BLOCKS, blockOf, idOfBlock } from './block.ts';

const CITED = `${BLOCKS}, .page-title`;

const idOf = (block: HTMLElement): string =>
  idOfBlock(block) || `p${/\d+/u.exec(here())?.[0] ?? ''}`;

/** What a mark says it does. */
function labelOf(id: string, block: Element): string {
  const [, kind, number] = /^(fn|p|.*-p)(\d+)$/u.exec(id) ?? [];
  if (kind === 'fn')
    return messages.cite.citeNote(block.querySelector('.number')?.textContent?.trim() ?? number);
  if (kind === 'p') return messages.cite.citePage(number);
  if (kind) return messages.cite.citeParagraph(number);
  if (id.startsWith('figure')) return messages.cite.citeFigure;
  return id.startsWith('table') ? messages.cite.citeTable : messages.cite.citeHeading;
}

/** Where in its block a mark stands: at the end of its words. */
const endOf = (block: HTMLElement): Element =>
  block.querySelector('caption') ??
  block.querySelector(':scope > .text > p:last-child') ??
  block.querySelector(':scope > p:last-child') ??
  block;

const pilcrowFor = (id: string, block: Element): HTMLElement =>
  make('button', {
    type: 'button',
    class: 'pilcrow',
    'data-apparatus': true,
    'data-cite': id,
    'aria-label': labelOf(id, block),
    'aria-haspopup': 'dialog',
    'aria-expanded': 'false',
  });

/**
 * The mark of a printed page, in the middle of a word as it may be: no button, at which browsers
 * end what they find. Screen readers have the page's name there, and its own page to cite it.
 */
const pilcrowOfPage = (page: string): HTMLElement =>
  make('span', {
    class: 'pilcrow of-page',
    'data-apparatus': true,
    'data-cite': `p${page}`,
    'aria-hidden': 'true',
    tabindex: '-1',
  });

function makePilcrows(): void {
  for (const block of document.querySelectorAll<HTMLElement>(CITED)) {
    const id = idOf(block);
    block.dataset['cited'] = id;
    endOf(block).append(pilcrowFor(id, block));
  }
  for (const page of document.querySelectorAll<HTMLElement>('.to-page')) {
    page.after(pilcrowOfPage(page.dataset['page'] ?? ''));
  }
}

/** Where one points. */
type Pointer = Pick<MouseEvent, 'clientX' | 'clientY'>;

/** Brings the mark of a block beside the pointer where its own place is out of sight. */
export function bringNear(block: HTMLElement, { clientX, clientY }: Pointer): void {
  const pilcrow = block.querySelector<HTMLElement>('.pilcrow:not(.of-page)');
  if (!pilcrow) return;
  pilcrow.style.insetBlockStart = '';
  pilcrow.removeAttribute('data-aside');
  const { start, end } = extent(pilcrow);
  if (start >= 0 && end <= windowSize()) return;
  const box = block.getBoundingClientRect();
  const past = isVertical() ? box.right - clientX : clientY - box.top;
  pilcrow.style.insetBlockStart = `${past - 16}px`;
  pilcrow.setAttribute('data-aside', '');
}

let shown: HTMLElement | null = null;

/** Shows the mark of the block that was tapped or selected in, and of no other. */
function show(block: HTMLElement | null, pointer?: Pointer): void {
  if (block && pointer) bringNear(block, pointer);
  if (block === shown) return;
  shown?.removeAttribute('data-shown');
  shown = block;
  shown?.setAttribute('data-shown', '');
}

/** The words selected in the text, as they were when a mark was pressed. */
function selected(): Range | undefined {
  const selection = getSelection();
  return selection && !selection.isCollapsed ? selection.getRangeAt(0).cloneRange() : undefined;
}

/** Makes the marks and what they do, once. */
export function startPilcrows(): void {
  if (!document.querySelector(CITED) || document.querySelector('.pilcrow')) return;
  makePilcrows();
  document.addEventListener('selectionchange', () => {
    const range = selected();
    if (range) show(blockOf(range.startContainer));
  });
  // A press must not take away the selection that is to be cited.
  document.addEventListener('pointerdown', (event) => {
    if (event.target instanceof Element && event.target.closest('.pilcrow')) event.preventDefault();
  });
  let under: HTMLElement | null = null;
  document.addEventListener('pointerover', (event) => {
    if (event.pointerType !== 'mouse') return;
    const block = blockOf(event.target as Node);
    if (block && block !== under) bringNear(block, event);
    under = block;
  });
  document.addEventListener('click', (event) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const pilcrow = target.closest<HTMLElement>('.pilcrow');
    if (pilcrow) {
      const range = selected();
      void late(
        () => import('./menu.ts'),
        (m) => m.openMenu(pilcrow, range),
      );
    } else if (!target.closest('a, button, input, select, [popover]') && !selected())
      show(blockOf(target), event);
  });
}
