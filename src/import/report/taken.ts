/** What the characters of a file were taken for: each stretch of each unit with its kind. */
import { allInlines } from '../account.ts';
import type { Block, Inline, SourceDocument, Span } from '../readers/types.ts';

/** What a piece of a file can be taken for. */
export type Kind =
  | 'heading'
  | 'paragraph'
  | 'quotation'
  | 'item'
  | 'table'
  | 'caption'
  | 'note'
  | 'mark'
  | 'furniture'
  | 'left-out';

/** Characters of a unit that were taken for one thing; from (included) to (not included). */
export interface Stretch {
  from: number;
  to: number;
  kind: Kind;
}

function spansOf(inlines: Inline[], kind: Kind): [Span, Kind][] {
  return inlines.flatMap((inline): [Span, Kind][] => {
    if (inline.type === 'pageBreak') return [];
    const own = inline.type === 'noteref' ? 'mark' : kind;
    return inline.source.map((span) => [span, own]);
  });
}

function claims(document: SourceDocument, kindOf: (block: Block) => Kind): [Span, Kind][] {
  return [
    ...document.blocks.flatMap((block) => spansOf(allInlines([block]), kindOf(block))),
    ...document.notes.flatMap(({ source, blocks }): [Span, Kind][] => [
      ...source.map((span): [Span, Kind] => [span, 'mark']),
      ...spansOf(allInlines(blocks), 'note'),
    ]),
    ...document.furniture.flatMap(({ source }) =>
      source.map((span): [Span, Kind] => [span, 'furniture']),
    ),
    ...document.leftOut.flatMap(({ source }) =>
      source.map((span): [Span, Kind] => [span, 'left-out']),
    ),
  ];
}

/**
 * The stretches of each unit of a document, in order.
 * @param kindOf what a block was taken for in the end
 */
export function stretchesOf(document: SourceDocument, kindOf: (block: Block) => Kind): Stretch[][] {
  const stretches: Stretch[][] = document.units.map(() => []);
  for (const [{ unit, from, to }, kind] of claims(document, kindOf))
    if (to > from) stretches[unit]?.push({ from, to, kind });
  for (const own of stretches) own.sort((a, b) => a.from - b.from);
  return stretches;
}
