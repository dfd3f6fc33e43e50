/** A note of this page as a pop-up shows it. */
import { messages } from '../../messages/site.ts';
import { make } from '../dom/elements.ts';
import { inSameScript } from '../site/urls.ts';
import type { View } from './card.ts';
import { wordsOf } from './copy.ts';
import { sourcesOf } from './fetch-page.ts';

const isNote = (element: Element | null): element is HTMLLIElement =>
  element instanceof HTMLLIElement && element.id.startsWith('fn');

/** The pages of the works that a note cites; they come when the note's own page has been asked. */
async function addSources(links: HTMLElement, page: string): Promise<void> {
  const works = await sourcesOf(page);
  works.forEach(({ href, name }, i) => {
    const words = works.length > 1 ? messages.notes.workNumber(i + 1) : messages.common.work;
    links.append(
      make('a', { href, title: name, 'aria-label': words + messages.common.colon + name }, words),
    );
  });
}

/** @param note the note in the list at the end */
export function noteView(note: HTMLLIElement): View {
  const page = inSameScript(`/notes/${note.value}/`);
  const links = make('span', {}, make('a', { href: page }, messages.notes.page));
  void addSources(links, page).catch(() => undefined);
  const [before, after] = [note.previousElementSibling, note.nextElementSibling];
  return {
    name: messages.common.note(note.value),
    words: wordsOf(note),
    links,
    previous: isNote(before) ? () => noteView(before) : undefined,
    next: isNote(after) ? () => noteView(after) : undefined,
  };
}
