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

/** A run in two; undefined where its characters are not those of one span, so that nobody knows where to cut. */
export function cut(text: Text, at: number): [Text, Text] | undefined {
  const [span, ...others] = text.source;
  if (!span || others.length > 0 || span.to - span.from !== text.text.length) return undefined;
  return [
    { ...text, text: text.text.slice(0, at), source: [{ ...span, to: span.from + at }] },
    { ...text, text: text.text.slice(at), source: [{ ...span, from: span.from + at }] },
  ];
}

/** A block whose inlines are others. @param change is given each paragraph, caption and cell, in the order of the print */
export const mapInlines = (block: Block, change: (inlines: Inline[]) => Inline[]): Block => {
  if (block.type === 'quotation')
    return {
      ...block,
      paragraphs: block.paragraphs.map((p) => ({ ...p, inlines: change(p.inlines) })),
    };
  if (block.type !== 'table') return { ...block, inlines: change(block.inlines) };
  const cells = (rows: typeof block.rows) =>
    rows.map((row) => row.map((c) => ({ ...c, paragraphs: c.paragraphs.map(change) })));
  return {
    ...block,
    ...(block.caption ? { caption: change(block.caption) } : {}),
    header: cells(block.header),
    rows: cells(block.rows),
    ...(block.sourceLine ? { sourceLine: change(block.sourceLine) } : {}),
  };
};
