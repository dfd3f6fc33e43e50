/** Small things that are done with inlines, and with the blocks that hold them. */
import type { Block, Inline, Text } from './types.ts';

/** Words that the file does not hold, and its print would: a space, a quotation mark. */
export const added = (text: string): Text => ({ type: 'text', text, source: [], generated: true });

/** The printed text of inlines, without marks. */
export const textOf = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => (inline.type === 'text' ? inline.text : '')).join('');

/** Whether there is more than white space: words, or the mark of a note. */
export const hasText = (inlines: readonly Inline[]): boolean =>
  inlines.some((i) => i.type === 'noteref' || (i.type === 'text' && i.text.trim() !== ''));

/** The paragraphs of a block: those of all cells of a table, without its caption. */
export function paragraphsOf(block: Block): Inline[][] {
  if (block.type === 'quotation') return block.paragraphs.map(({ inlines }) => inlines);
  if (block.type !== 'table') return [block.inlines];
  return [...block.header, ...block.rows].flat().flatMap(({ paragraphs }) => paragraphs);
}
