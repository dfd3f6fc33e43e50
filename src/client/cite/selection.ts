/** The words a reader has selected: which printed pages they stand on, and a link to them. */
import type { Locus } from '../../search/cite/locus.ts';
import { printedNodes } from '../dom/printed-text.ts';
import { absolute, here, isConverted } from '../site/urls.ts';
import { directiveOf } from './fragment.ts';
import { PageText } from './page-text.ts';

/** The printed page on which a place of a page's text stands: that of the last break before it. */
function pageAt(node: Node, offset: number, first: number): number {
  const whole = node.ownerDocument as Document;
  const point = whole.createRange();
  point.setStart(node, offset);
  let page = first;
  for (const pageBreak of whole.querySelectorAll<HTMLElement>('.text [role="doc-pagebreak"]')) {
    if (point.comparePoint(pageBreak, 0) > 0) break;
    page = Number(pageBreak.title);
  }
  return page;
}

type Pages = NonNullable<Locus['pages']>;

/**
 * First and last printed page of the words of a range.
 * @param pages those of the block in which it begins
 */
function pagesOf(range: Range, pages: Pages): Pages {
  const nodes = printedNodes(range.commonAncestorContainer, range);
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (!first || !last || !first.parentElement?.closest('.text')) return pages;
  const start = pageAt(first, first === range.startContainer ? range.startOffset : 0, pages[0]);
  const end = pageAt(
    last,
    last === range.endContainer ? Math.max(0, range.endOffset - 1) : last.length,
    start,
  );
  return [start, Math.max(start, end)];
}

/** A place with the pages of selected words; without pages it stays as it is. */
export const onPagesOf = (range: Range, locus: Locus): Locus =>
  locus.pages ? { ...locus, pages: pagesOf(range, locus.pages) } : locus;

/**
 * A link to the words of a range on this page.
 * @param id of the block in which it begins, for browsers that know no text fragments
 * @returns whether it leads to the words; else it leads to the block, as others on the page are the same
 */
export function linkToWords(range: Range, id: string): { link: string; exact: boolean } {
  // The printed page has other characters: these words would not be found there.
  const directive = isConverted() ? undefined : directiveOf(new PageText(), range);
  const block = `${absolute(here())}#${id}`;
  return directive === undefined
    ? { link: block, exact: false }
    : { link: `${block}:~:${directive}`, exact: true };
}
