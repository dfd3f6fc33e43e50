/** What an internal link leads to, as a pop-up shows it: a table, a note, a source, a passage. */
import { messages } from '../../messages/site.ts';
import { make } from '../dom/elements.ts';
import { idOf } from '../site/pasted.ts';
import { inSite } from '../site/urls.ts';
import type { View } from './card.ts';
import { copyOf, wordsOf } from './copy.ts';
import { pageAt } from './fetch-page.ts';
import { noteView } from './note-view.ts';

/** So many characters give an idea of a passage. */
const ENOUGH = 240;

const HEADING = /^H[1-6]$/u;

/** A heading or a beginning, with as much of what follows as gives an idea. */
function passage(first: Element): Element[] {
  const found = [first];
  let length = 0;
  for (
    let next = first.nextElementSibling;
    next && length < ENOUGH;
    next = next.nextElementSibling
  ) {
    if (next.matches('section') || (HEADING.test(next.tagName) && length > 0)) break;
    found.push(next);
    length += HEADING.test(next.tagName) ? 0 : next.textContent.length;
  }
  return HEADING.test(first.tagName) ? found : [first];
}

/** What is shown for an element of the text. */
function around(at: Element): Element[] {
  const block = at.closest(
    'figure.table, .notes > li, .note-text, p, h1, h2, h3, h4, h5, blockquote',
  );
  if (!block) return [];
  return block.matches('.text > *') ? passage(block) : [block];
}

/** What is shown for a page as a whole. */
function beginning(page: Document): Element[] {
  const own = page.querySelector('.note-text, .reference.full');
  if (own) return [own];
  const first = page.querySelector('.text > :is(h2, h3, p)');
  return first ? passage(first) : [];
}

const KINDS = /^(?:\/zh-hans)?\/(sections|chapter|notes|sources|pages)\/(?:([^/]+)\/)?$/u;

/** What the place of a link is called. */
function nameOf(kind: string, which: string | undefined, id: string): string {
  const note = /^fn(\d+)$/u.exec(id)?.[1] ?? (kind === 'notes' ? which : undefined);
  if (note) return messages.common.note(note);
  if (id.startsWith('table')) return messages.common.table;
  const page = /^p(\d+)$/u.exec(id)?.[1] ?? (kind === 'pages' && id === '' ? which : undefined);
  if (page) return messages.common.printedPage(page);
  return kind === 'sources' ? messages.common.work : messages.common.text;
}

/** Whether a link leads to a place that can be shown. */
export function isShown(link: HTMLAnchorElement): boolean {
  const base = inSite('');
  const path = link.pathname.slice(base.length);
  if (link.origin !== location.origin || !link.pathname.startsWith(base)) return false;
  const [, kind, which] = KINDS.exec(path) ?? [];
  return kind !== undefined && (which !== undefined || link.hash !== '');
}

/**
 * What a link leads to.
 * @returns nothing when the place has no words of its own
 */
export async function viewOf(link: HTMLAnchorElement): Promise<View | undefined> {
  const id = idOf(link.hash);
  const page = await pageAt(link.pathname);
  const at = id === '' ? undefined : page.getElementById(id);
  if (at instanceof HTMLLIElement && page === document) return noteView(at);
  const [, kind = '', which] = KINDS.exec(link.pathname.slice(inSite('').length)) ?? [];
  const blocks = at ? around(at) : beginning(page);
  const words = blocks.flatMap((block) => (block.matches('li') ? wordsOf(block) : [copyOf(block)]));
  if (words.length === 0) return undefined;
  return {
    name: nameOf(kind, which, id),
    words,
    links: make('span', { class: 'go' }, make('a', { href: link.href }, messages.notes.goThere)),
  };
}
