/** The printed text of the page: what stands in it without marks of notes, page numbers and what the site adds. */

/** What stands in the text and is no part of it. */
const ASIDE =
  '[role="doc-noteref"], [role="doc-backlink"], [role="doc-pagebreak"], [data-apparatus]';

/** Elements that stand on lines of their own. */
const LINES =
  'p, h1, h2, h3, h4, h5, h6, li, caption, tr, blockquote, figure, table, div, section, article, dd, dt';

/** Text nodes of a passage that are printed text, in order; with a range, those it touches. */
export function printedNodes(root: Node, range?: Range): Text[] {
  const walker = document.createTreeWalker(
    root,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) => {
      if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
      return node.matches(ASIDE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    },
  );
  const nodes: Text[] = [];
  if (root instanceof Text) return [root];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (!range || range.intersectsNode(node)) nodes.push(node);
  }
  return nodes;
}

/** Characters as they are compared: a text has a few thousand of them, thousands of times. */
const compared = new Map<string, string>();

function foldedCharacter(character: string): string {
  let same = compared.get(character);
  if (same === undefined) {
    same = character.normalize('NFKC').toLowerCase();
    if (same.length !== character.length) same = character;
    compared.set(character, same);
  }
  return same;
}

/** A text as it is compared: width and case do not count; as long as before. */
export function folded(text: string): string {
  let all = '';
  for (const character of text) all += foldedCharacter(character);
  return all;
}

/** The part of a text node that a range holds. */
export function within(node: Text, range: Range | undefined): [start: number, end: number] {
  return [
    range?.startContainer === node ? range.startOffset : 0,
    range?.endContainer === node ? range.endOffset : node.length,
  ];
}

/** The line an element stands on, and the cell in it. */
const lineOf = (node: Node) => node.parentElement?.closest(LINES);
const cellOf = (node: Node) => node.parentElement?.closest('td, th');

/** What stands between two texts: lines apart, cells of a line apart by a tab. */
export function between(last: Text | undefined, node: Text): '\n' | '\t' | '' {
  if (!last || lineOf(last) === lineOf(node))
    return last && cellOf(last) !== cellOf(node) ? '\t' : '';
  return '\n';
}

/** Words as printed: paragraphs on lines of their own, cells apart by tabs. */
export function printedText(root: Node, range?: Range): string {
  let text = '';
  let last: Text | undefined;
  for (const node of printedNodes(root, range)) {
    const piece = node.data.slice(...within(node, range)).replace(/\s+/gu, ' ');
    if (piece === '' || (piece === ' ' && node.parentElement?.matches(LINES) && !/\S$/u.test(text)))
      continue;
    const space = between(last, node);
    if (space !== '') text = text.trimEnd() + space;
    text += /\s$/u.test(text) ? piece.trimStart() : piece;
    last = node;
  }
  return text.trim();
}

/** The words of a range as printed. */
export const printedOf = (range: Range): string =>
  printedText(range.commonAncestorContainer, range);

/** The first text of a range that is printed text. */
export const firstOf = (range: Range): Text | undefined =>
  printedNodes(range.commonAncestorContainer, range).find((node) => {
    const [start, end] = within(node, range);
    return node.data.slice(start, end).trim() !== '';
  });
