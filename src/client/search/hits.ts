/** Hits as list items: where it is, the words around it, verbatim, and a link that lands on them. */
import { messages } from '../../messages/site.ts';
import type { Excerpt, Range } from '../../search/results/excerpt.ts';
import type { Hit } from '../../search/results/hit.ts';
import { make } from '../dom/elements.ts';
import { textLanguage } from '../dom/text-language.ts';
import { inSite } from '../site/urls.ts';

/** No more matches than these are marked on the page that a hit leads to. */
const MAX_MARKED = 5;

/** Text with ranges of it marked. */
export function marked(text: string, ranges: readonly Range[]): Node[] {
  const nodes: Node[] = [];
  let end = 0;
  for (const [from, to] of ranges) {
    nodes.push(
      document.createTextNode(text.slice(end, from)),
      make('mark', {}, text.slice(from, to)),
    );
    end = to;
  }
  return [...nodes, document.createTextNode(text.slice(end))];
}

/** The address of a hit; it tells the page which words to mark. */
export function linkOf({ path, text, ranges }: Hit): string {
  const [page = '', fragment] = path.split('#');
  const words = [...new Set(ranges.map(([from, to]) => text.slice(from, to)))].slice(0, MAX_MARKED);
  const query = new URLSearchParams(words.map((word) => ['mark', word]));
  const search = words.length > 0 ? `?${query}` : '';
  return inSite(`${page}${search}${fragment ? `#${fragment}` : ''}`);
}

/** 第四節 二（一）　頁 72; 第三節 三（標題）　頁 63; 註 88　第四節 二（一）　頁 72 */
function placeOf({ place, page, note, noteName, kind }: Hit): string {
  let where = place;
  if (kind === 'heading') where = messages.search.inHeading(place);
  if (kind === 'table') where = messages.search.inTable(place);
  if (page !== undefined) where = messages.search.onPage(where, page);
  return note === undefined ? where : messages.search.inNote(noteName ?? note, where);
}

/** A space that a word processor set between Han and Latin, with what stands beside it. */
const CLOSED =
  /^(?:\p{Script=Han} [\p{Script=Latin}\p{Nd}]|[\p{Script=Latin}\p{Nd}] \p{Script=Han})$/u;

function excerptNodes({ pieces, truncatedBefore, truncatedAfter }: Excerpt): Node[] {
  // As on the page: what stands between Han and Latin is set, and no space (rehype-spacing.ts).
  const all = pieces.map(({ text }) => text).join('');
  let at = 0;
  const nodes = pieces.map(({ text, match }) => {
    const shown = text
      .split('')
      .filter((c, i) => !(c === ' ' && CLOSED.test(all.slice(at + i - 1, at + i + 2))));
    at += text.length;
    return match ? make('mark', {}, shown.join('')) : document.createTextNode(shown.join(''));
  });
  const dots = (truncated: boolean) => (truncated ? [document.createTextNode('…')] : []);
  return [...dots(truncatedBefore), ...nodes, ...dots(truncatedAfter)];
}

/** The language of printed words: those without a Han character have narrow quotation marks. */
const langOf = (text: string) => (/\p{Script=Han}/u.test(text) ? textLanguage() : 'en');

/** A hit as an item of the list of results. */
export function hitItem(hit: Hit): HTMLLIElement {
  const { note, foundIn, references, kind } = hit;
  const link = make('a', { href: linkOf(hit) }, make('span', { class: 'place' }, placeOf(hit)));
  const words = foundIn === 'reference' ? [hit.text] : excerptNodes(hit.excerpt);
  const items: Node[] = [link, make('p', { class: 'words', lang: langOf(hit.text) }, ...words)];
  for (const { id, text, ranges } of references) {
    const to = make(
      'a',
      { href: inSite(`/sources/${id}/`), lang: langOf(text) },
      ...marked(text, ranges),
    );
    items.push(make('p', { class: 'means' }, messages.search.means, to));
  }
  return make('li', { 'data-kind': note === undefined ? kind : 'note' }, ...items);
}
