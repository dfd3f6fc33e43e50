/** For a reader who comes back: an offer to go on where one was. Nothing moves by itself. */
import { messages } from '../../messages/site.ts';
import { make } from '../dom/elements.ts';
import { extent, onScroll, scrolled, windowSize } from '../dom/scroller.ts';
import { interfaceStyles } from '../interface/styles.ts';
import { showRead } from '../navigation/progress.ts';
import { here, inSite } from '../site/urls.ts';
import { forget, type StoredPlace, storedPlaces } from './reading.ts';
import { remember, remembered } from './storage.ts';

/** One who has read on for so many windows does not want to go back. */
const READ_ON = 2;

/** Whether the page was opened anew and at its beginning: else the reader, or the browser, has chosen the place. */
function isFresh(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.type === 'navigate' && location.hash === '' && location.search === '';
}

/** The place to be offered on this page: the last of all on the title page, its own on a page of the text. */
function placeToResume(): [path: string, place: StoredPlace] | undefined {
  const all = Object.entries(storedPlaces());
  if (here() === '/') return all.at(-1);
  const own = all.find(([path]) => path === here());
  const at = own && document.getElementById(own[1].id);
  // What is in sight needs no offer; a printed page is short.
  if (!at || here().startsWith('/pages/') || extent(at).start < windowSize()) return;
  return own;
}

function button(name: string, label: string | undefined, use: () => void): HTMLButtonElement {
  const made = make('button', { type: 'button', 'aria-label': label }, name);
  made.onclick = use;
  return made;
}

async function showResume(path: string, place: StoredPlace): Promise<void> {
  const done = new AbortController();
  const link = make(
    'a',
    { href: `${inSite(path)}#${place.id}` },
    messages.session.goOn(place.name),
  );
  const strip = make(
    'aside',
    { class: 'resume', 'aria-label': messages.session.place, 'data-here': path === here() },
    link,
  );
  const close = () => {
    done.abort();
    strip.remove();
  };
  link.onclick = close;
  const forgetting = button(messages.session.forget, messages.session.forgetAll, () => {
    forget();
    showRead(document);
    close();
  });
  const closing = button('×', messages.common.close, () => {
    remember('declined', place.id);
    close();
  });
  strip.append(forgetting, closing);
  await interfaceStyles();
  document.querySelector('header.site')?.after(strip);
  const readOn = () => scrolled() > READ_ON * windowSize() && close();
  if (path === here()) onScroll(readOn, done.signal);
}

/** Shows what has been read, and offers the place. */
export async function welcomeBack(): Promise<void> {
  if (here() === '/') showRead(document);
  if (!isFresh()) return;
  const [path, place] = placeToResume() ?? [];
  if (path !== undefined && place && place.id !== remembered('declined'))
    await showResume(path, place);
}
