/** The headings, paragraphs, tables, notes and pages that can be cited. */

/** The block around a node, if it can be cited: the script that makes the marks names it in `data-cited`. */
export const blockOf = (node: Node | null): HTMLElement | null =>
  (node instanceof Element ? node : (node?.parentElement ?? null))?.closest<HTMLElement>(
    '[data-cited]',
  ) ?? null;
