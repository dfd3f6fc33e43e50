/** The page about offline reading; it also stands in for a page that is not kept, at that page's address. */
import { messages } from '../../messages/site.ts';
import type { Status } from '../../worker/protocol.ts';
import { make, need } from '../dom/elements.ts';
import { decoded } from '../site/pasted.ts';
import { here, inSite } from '../site/urls.ts';
import { canKeep, fillOffline } from './panel.ts';

/** The title of a page. No more of it is parsed: its style is not named in the policy of this page. */
const titleOf = (html: string): string =>
  new DOMParser()
    .parseFromString(/<title>[^<]*<\/title>/u.exec(html)?.[0] ?? '', 'text/html')
    .title.replace(messages.common.titleOfSite(''), '');

/** Lists the pages that are kept, in the order of the addresses. */
async function list(place: HTMLElement, { cache, pages, whole }: Status): Promise<void> {
  const kept = await caches.open(cache);
  const shown = whole
    ? pages.filter((page) => /^(?:|chapter\/|sections\/.*|\w+\/)$/u.test(page))
    : pages;
  const items = shown
    .filter((page) => page !== 'offline/')
    .map(async (page) => {
      const path = inSite(`/${page}`);
      const response = await kept.match(new URL(path, location.origin).href);
      const title = response && titleOf(await response.text());
      return title && make('li', {}, make('a', { href: path }, title));
    });
  place.replaceChildren(...(await Promise.all(items)).filter((item) => item instanceof Node));
}

/** Says that the page asked for is not here. */
function standIn(): void {
  const missing = need<HTMLElement>('[data-not-kept]');
  missing.hidden = false;
  need('h1').textContent = messages.offline.notHere;
  document.title = messages.offline.notHereTitle;
  need('code', missing).textContent = decoded(here());
  need<HTMLButtonElement>('[data-again]', missing).onclick = () => location.reload();
  need<HTMLButtonElement>('[data-back]', missing).onclick = () => history.back();
  addEventListener('online', () => location.reload());
}

if (here() !== '/offline/') standIn();
if (canKeep()) {
  const place = need<HTMLElement>('[data-kept]');
  let shown = '';
  void fillOffline(need('[data-offline]'), (status) => {
    const now = `${status.cache} ${status.pages.length}`;
    if (status.progress || now === shown) return;
    shown = now;
    need<HTMLElement>('[data-kept-part]').hidden = status.pages.length < 2;
    void list(place, status);
  });
}
