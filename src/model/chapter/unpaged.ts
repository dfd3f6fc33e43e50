/** A text whose print numbers no pages: its blocks without the pages that the import has counted. */
import type { Block, Inline } from '../text/document.ts';

/** Inlines without page breaks. */
export function withoutBreaks(inlines: Inline[]): Inline[] {
  return inlines
    .filter((inline) => inline.type !== 'pageBreak')
    .map((inline) =>
      'children' in inline ? { ...inline, children: withoutBreaks(inline.children) } : inline,
    );
}

/** A block without page breaks, and without the page on which it begins. */
export function withoutPages(block: Block): Block {
  if (block.type !== 'table')
    return { ...block, page: undefined, inlines: withoutBreaks(block.inlines) };
  return {
    ...block,
    page: undefined,
    caption: withoutBreaks(block.caption),
    header: block.header.map(withoutBreaks),
    rows: block.rows.map((row) => row.map(withoutBreaks)),
    source: withoutBreaks(block.source),
  };
}
