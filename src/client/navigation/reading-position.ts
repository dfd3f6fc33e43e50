/** The place in view: the paragraph at the reading line, the headings above it, its printed page. */
import { messages } from '../../messages/site.ts';
import { extent, windowSize } from '../dom/scroller.ts';

/** Where the place in a page is read off: a little beyond the edge of the window, where the eye is. */
export const READING_LINE = 0.25;

const PARAGRAPHS = 'article > .text > p[id], article > .text > blockquote p[id]';
const HEADINGS = ':is(article > .text, .context) :is(h2, h3, h4, h5)';

/** A heading's label without its punctuation: 第四節, 二, （一）, 1. */
const LABEL = /^(?:第[^　\s]+(?=[　\s])|[〇一二三四五六七八九十]+(?=、)|（[^）]+）|\d+(?=\.))/u;

export interface Where {
  paragraph: HTMLElement;
  /** Headings above it, the section's first. */
  headings: HTMLElement[];
  /** Its printed page where that is known. */
  page: number | undefined;
}

export const paragraphs = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(PARAGRAPHS),
];

const isBefore = (a: Node, b: Node): boolean =>
  (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** The headings that a paragraph stands under, each of a higher level than the next. */
function headingsAbove(paragraph: HTMLElement): HTMLElement[] {
  const path: HTMLElement[] = [];
  for (const heading of document.querySelectorAll<HTMLElement>(HEADINGS)) {
    if (!isBefore(heading, paragraph)) break;
    while ((path.at(-1)?.tagName ?? '') >= heading.tagName) path.pop();
    path.push(heading);
  }
  return path;
}

/**
 * The printed page at a line of the window: that of the last break before it. Breaks of other
 * blocks are told by their order, for a block out of sight may not be laid out.
 */
function pageAt(paragraph: HTMLElement, line: number): number | undefined {
  const breaks = [
    ...document.querySelectorAll<HTMLElement>('article > .text [role="doc-pagebreak"]'),
  ];
  const above = breaks.filter((mark) =>
    paragraph.contains(mark) ? extent(mark).start <= line : isBefore(mark, paragraph),
  );
  const [last, first] = [above.at(-1), breaks[0]];
  if (last) return Number(last.title);
  return first ? Number(first.title) - 1 : undefined;
}

/** The place in view; none on a page without text, or while its end has gone by. */
export function whereOne(): Where | undefined {
  const line = windowSize() * READING_LINE;
  const paragraph = paragraphs().find((p) => extent(p).end > line);
  if (!paragraph) return undefined;
  return {
    paragraph,
    headings: headingsAbove(paragraph),
    page: pageAt(paragraph, line),
  };
}

const textOf = (heading: HTMLElement): string => heading.textContent.trim();

/** 第四節 二（一） */
function placeOf(headings: HTMLElement[]): string {
  const [first = '', ...rest] = headings.map((h) => LABEL.exec(textOf(h))?.[0] ?? '');
  return rest.length > 0 ? `${first} ${rest.join('')}` : first;
}

/** 第四節 二（一），頁 73 */
export const nameOf = ({ headings, page }: Where): string =>
  [placeOf(headings), page === undefined ? '' : messages.common.page(page)]
    .filter(Boolean)
    .join(messages.common.comma);
