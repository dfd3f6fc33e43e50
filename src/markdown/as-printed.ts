/**
 * Rendered HTML as the print has it, where that is not as the content counts:
 * marks other than the note's number, and pages that the print does not number.
 */
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { SKIP, visit } from 'unist-util-visit';

/** How a text is printed. */
export interface Print {
  /** The mark of each note, and what the note is called, by its number. */
  notes: ReadonlyMap<number, { mark: string; name: string }>;
  /** Whether its pages are numbered. */
  paged: boolean;
}

const isBreak = ({ properties }: Element): boolean =>
  properties['role'] === 'doc-pagebreak' || properties['dataPage'] !== undefined;

function setMark(node: Element, { notes }: Print): void {
  const note = notes.get(Number(node.properties['dataNumber']));
  if (!note) return;
  node.properties['dataNumber'] = note.mark;
  node.properties['ariaLabel'] = `註 ${note.name}`;
  visit(node, 'text', (text) => {
    text.value = note.mark;
  });
}

/** Whether notes are printed under their own numbers, and pages are numbered: nothing is to be done then. */
const isPlain = ({ notes, paged }: Print): boolean =>
  paged && [...notes].every(([number, { mark }]) => mark === String(number));

/** Sets the marks of notes as printed, and takes out page breaks that no page of the print has. */
export function asPrinted(html: string, print: Print): string {
  if (isPlain(print)) return html;
  const root = fromHtml(html, { fragment: true });
  visit(root, 'element', (node, index, parent) => {
    if (node.properties['role'] === 'doc-noteref') setMark(node, print);
    if (print.paged || !isBreak(node) || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return toHtml(root);
}
