/**
 * rehype plugin: a caption paragraph (`{#table-3-1}`), a table, and a source
 * paragraph (`{#table-3-1-source}`) become one figure: `<table>` with
 * `<caption>`, column headers, the first cell of each row as its header, and
 * the source line under it.
 */
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

const isElement = (node: unknown, tagName: string): node is Element =>
  (node as Element | undefined)?.type === 'element' && (node as Element).tagName === tagName;

function rowHeader(cell: Element) {
  cell.tagName = 'th';
  cell.properties['scope'] = 'row';
}

/** The words of a cell. */
const wordsOf = (cell: Element): string =>
  cell.children
    .map((c) => (c.type === 'text' ? c.value : ''))
    .join('')
    .trim();

/** Cells of further columns bear the column's name: on a phone they stand under those before them. */
function nameCells(cells: readonly Element[], names: readonly string[]) {
  for (const [i, cell] of cells.entries())
    if (cell.children.length > 0) cell.properties['dataLabel'] = names[i];
}

function buildFigure(caption: Element, table: Element, source: Element | undefined): Element {
  const id = caption.properties['id'] as string;
  const columns: string[] = [];
  visit(table, 'element', (node) => {
    if (node.tagName === 'thead') {
      visit(node, { type: 'element', tagName: 'th' }, (cell: Element) => {
        cell.properties['scope'] = 'col';
        columns.push(wordsOf(cell));
      });
    }
    if (node.tagName === 'tbody') {
      for (const row of node.children) {
        if (!isElement(row, 'tr')) continue;
        const [first, , ...others] = row.children.filter((c) => isElement(c, 'td'));
        if (first) rowHeader(first);
        nameCells(others, columns.slice(2));
      }
    }
  });
  table.properties['id'] = id;
  table.children.unshift({
    type: 'element',
    tagName: 'caption',
    properties: {},
    children: caption.children,
  });
  if (source) source.properties['className'] = ['table-source'];
  return {
    type: 'element',
    tagName: 'figure',
    properties: { className: ['table'] },
    children: source ? [table, source] : [table],
  };
}

/** Groups captioned tables into figures. */
export function rehypeTables() {
  return (tree: Root) => {
    const blocks = tree.children.filter((node) => node.type === 'element') as Element[];
    const sources = new Set<Element>();
    for (const [index, caption] of blocks.entries()) {
      // The source line of one table is not the caption of the next.
      if (sources.has(caption)) continue;
      const table = blocks[index + 1];
      const id = caption.properties['id'];
      if (!isElement(caption, 'p') || !isElement(table, 'table') || typeof id !== 'string')
        continue;
      const after = blocks[index + 2];
      const source =
        isElement(after, 'p') && after.properties['id'] === `${id}-source` ? after : undefined;
      if (source) sources.add(source);
      const figure = buildFigure(caption, table, source);
      tree.children.splice(tree.children.indexOf(caption), 1, figure);
      tree.children = tree.children.filter((node) => node !== table && node !== source);
    }
  };
}
