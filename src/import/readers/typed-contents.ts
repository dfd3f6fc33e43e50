/** Tables of contents that a writer typed, or that a reader of pages took for text: paragraphs under 目錄 that end with page numbers. */
import { paragraphsOf, textOf } from './inlines.ts';
import { contentsIn } from './text/contents.ts';
import type { Block, SourceDocument } from './types.ts';

const wordsOf = (block: Block): string =>
  block.type === 'table' || block.type === 'quotation' ? '' : textOf(block.inlines).trim();

/** Leaves tables of contents out: their lines look like headings, and stand for them once more. */
export function withoutContents(document: SourceDocument): SourceDocument {
  const lines = document.blocks.map((block) => ({ text: wordsOf(block), block }));
  const gone = new Set(contentsIn(lines).map(({ block }) => block));
  if (gone.size === 0) return document;
  const left = [...gone].flatMap(paragraphsOf).flat();
  // A page that begins there begins with what follows.
  const breaks = left.filter((i) => i.type === 'pageBreak');
  const blocks = document.blocks.filter((block) => !gone.has(block));
  const after = blocks[lines.findLastIndex(({ block }) => gone.has(block)) + 1 - gone.size];
  const [first] = after ? paragraphsOf(after) : [];
  first?.unshift(...breaks);
  const source = left.flatMap((i) => (i.type === 'pageBreak' ? [] : i.source));
  return { ...document, blocks, leftOut: [...document.leftOut, { why: 'contents', source }] };
}
