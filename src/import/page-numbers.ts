/** Numbers the pages of a chapter, and sees that each begins once, in order. */

import { allInlines } from './account.ts';
import type { Placed } from './arrange.ts';
import { ImportError } from './errors.ts';
import { isRanked, type Outlined } from './headings.ts';
import type { Block, Inline, PageBreak, SourceDocument } from './readers/types.ts';
import type { Settings } from './settings.ts';

/** The pages of a chapter. */
export interface NumberedPages {
  blocks: Placed[];
  first: number;
  last: number;
  /** Whether the file tells where pages begin, and which. */
  printed: boolean;
  /** The number of a page by its index; undefined for one outside the chapter. */
  numberOf: (index: number) => number | undefined;
  furniture: { page: number; text: string }[];
  remarks: string[];
}

const breakAt = (page: number): PageBreak => ({ type: 'pageBreak', page });

/** Changes the inlines of a placed block, in the order in which they are printed. */
function mapInlines(block: Placed, change: (inlines: Inline[]) => Inline[]): Placed {
  if (block.type !== 'table') return { ...block, inlines: change(block.inlines) };
  const { caption, header, rows, source } = block;
  return {
    ...block,
    caption: change(caption),
    header: header.map(change),
    rows: rows.map((row) => row.map(change)),
    source: change(source),
  };
}

/** Puts a page break at the head of the chapter. */
const beginWith = (blocks: Placed[], page: number): Placed[] =>
  blocks.map((block, i) =>
    i === 0 && block.type === 'heading'
      ? { ...block, inlines: [breakAt(page), ...block.inlines] }
      : block,
  );

/** The index of the page on which the text before the chapter ends. */
function pageBefore(before: Outlined[]): number | undefined {
  const blocks = before.map((b): Block => (isRanked(b) ? b.heading : b));
  const last = allInlines(blocks).findLast((i) => i.type === 'pageBreak');
  return last?.type === 'pageBreak' ? last.page : undefined;
}

/** How far the numbers of pages are from their indexes: what most pages say. */
function offsetOf(document: SourceDocument): number | undefined {
  const votes = new Map<number, number>();
  for (const [i, { number }] of document.pages.entries()) {
    if (number === undefined || !/^\d+$/u.test(number)) continue;
    votes.set(Number(number) - i, (votes.get(Number(number) - i) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
}

const unpaged = (blocks: Placed[], remarks: string[]): NumberedPages => ({
  blocks: beginWith(blocks, 0),
  first: 1,
  last: 1,
  printed: false,
  numberOf: (index) => (index === 0 ? 1 : undefined),
  furniture: [],
  remarks,
});

const isFirst = ({ type, inlines }: Placed & { type: 'heading' }): boolean =>
  type === 'heading' && inlines[0]?.type === 'pageBreak';

/**
 * Numbers the pages on which a chapter stands. Each has its break in the text
 * once: one that is missing (a page of figures) is put before the next.
 * @param before what stands in the file before the chapter
 * @throws ImportError when the numbers the pages print contradict the settings
 */
export function numberPages(
  document: SourceDocument,
  blocks: Placed[],
  before: Outlined[],
  settings: Settings,
): NumberedPages {
  if (document.pages.length === 0) {
    const told = settings.firstPage !== undefined;
    return unpaged(
      blocks,
      told ? ['The file does not tell where pages begin: none is numbered.'] : [],
    );
  }
  const [chapter] = blocks;
  if (chapter?.type !== 'heading') throw new Error('a chapter begins with its heading');
  const startPage = isFirst(chapter)
    ? (chapter.inlines[0] as PageBreak).page
    : (pageBefore(before) ?? 0);
  const begun = isFirst(chapter) ? blocks : beginWith(blocks, startPage);
  const offset =
    settings.firstPage === undefined ? offsetOf(document) : settings.firstPage - startPage;
  const printed = settings.pageNumbers && offset !== undefined;
  const numberOf = (index: number) => index + (printed ? offset : 1 - startPage);
  const remarks: string[] = [];
  let due = startPage;
  const ordered = begun.map((block) =>
    mapInlines(block, (inlines) =>
      inlines.flatMap((inline): Inline[] => {
        if (inline.type !== 'pageBreak') return [inline];
        if (inline.page < due) {
          remarks.push(`Page ${numberOf(inline.page)} seems to begin twice.`);
          return [];
        }
        const missing = Array.from({ length: inline.page - due }, (_, i) => breakAt(due + i));
        due = inline.page + 1;
        return [...missing, inline];
      }),
    ),
  );
  const first = numberOf(startPage);
  const last = numberOf(due - 1);
  if (first < 1)
    throw new ImportError(
      0,
      `the first page would be number ${first}`,
      'give “firstPage” in the settings file',
    );
  if (settings.lastPage !== undefined && settings.lastPage !== last)
    throw new ImportError(
      0,
      `the last page is number ${last} by the count, and ${settings.lastPage} by “lastPage” in the settings file`,
      'look at the pages of the file',
    );
  const furniture = Array.from({ length: last - first + 1 }, (_, i) => i + startPage).flatMap(
    (index) => {
      const text = document.furniture
        .filter((f) => f.page === index && (f.kind === 'running-head' || f.kind === 'page-number'))
        .map((f) => f.text.replace(/\s+/gu, ' ').trim())
        .join(' ');
      return text === '' ? [] : [{ page: numberOf(index), text }];
    },
  );
  const within = (index: number) =>
    index >= startPage && index < due ? numberOf(index) : undefined;
  return { blocks: ordered, first, last, printed, numberOf: within, furniture, remarks };
}
