/** The headings, paragraphs, tables, notes and pages that can be cited. */

/** The block around a node, if it can be cited: the script that makes the marks names it in `data-cited`. */
export const blockOf = (node: Node | null): HTMLElement | null =>
  (node instanceof Element ? node : (node?.parentElement ?? null))?.closest<HTMLElement>(
    '[data-cited]',
  ) ?? null;

/** Headings, paragraphs, tables and notes, on every page that shows them. */
export const BLOCKS =
  '.text > :is(p, h1, h2, h3, h4, h5)[id], .text blockquote p[id], figure.table, .notes > li[id], .note-text[id]';

/** The permanent id of a block: of a table's figure, that of the table. */
export const idOfBlock = (block: Element): string =>
  block.id || (block.querySelector('table')?.id ?? '');
