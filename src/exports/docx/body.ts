/** Blocks as Word's paragraphs and tables, each under a bookmark of its own id. */
import { HeadingLevel, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx';
import type { Block, Inline, Table as TableBlock } from '../../model/text/document.ts';
import { docxInlines, type Where } from './inlines.ts';

const LEVELS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

function table(
  { id, caption, header, rows, source }: TableBlock,
  where: Where,
): (Paragraph | Table)[] {
  const cell = (inlines: Inline[]) =>
    new TableCell({
      children: [new Paragraph({ style: 'Cell', children: docxInlines(inlines, where) })],
    });
  return [
    new Paragraph({
      style: 'Caption',
      children: [...where.bookmarks.around(id), ...docxInlines(caption, where)],
    }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        new TableRow({ tableHeader: true, children: header.map(cell) }),
        ...rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map(cell) })),
      ],
    }),
    // Word joins a table with one that follows it at once, so that there is always a paragraph.
    new Paragraph({ style: 'Cell', children: docxInlines(source, where) }),
  ];
}

/** Blocks in their order. */
export function docxBlocks(blocks: readonly Block[], where: Where): (Paragraph | Table)[] {
  return blocks.flatMap((block) => {
    if (block.type === 'table') return table(block, where);
    const children = [...where.bookmarks.around(block.id), ...docxInlines(block.inlines, where)];
    const level = block.type === 'heading' ? LEVELS[block.depth - 1] : undefined;
    if (level) return new Paragraph({ heading: level, children });
    const style = block.type === 'paragraph' && block.quoted ? 'Quote' : 'BodyText';
    return new Paragraph({ style, children });
  });
}
