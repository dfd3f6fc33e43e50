/** A note of this page as a pop-up shows it. */
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
    const words = works.length > 1 ? `文獻 ${i + 1}` : '文獻';
    links.append(make('a', { href, title: name, 'aria-label': `${words}：${name}` }, words));
  });
}

/** @param note the note in the list at the end */
export function noteView(note: HTMLLIElement): View {
  const page = inSameScript(`/notes/${note.value}/`);
  const links = make('span', {}, make('a', { href: page }, '註釋頁'));
  void addSources(links, page).catch(() => undefined);
  const [before, after] = [note.previousElementSibling, note.nextElementSibling];
  return {
    name: `註 ${note.value}`,
    words: wordsOf(note),
    links,
    previous: isNote(before) ? () => noteView(before) : undefined,
    next: isNote(after) ? () => noteView(after) : undefined,
  };
}
