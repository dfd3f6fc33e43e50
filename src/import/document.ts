/** Blocks and notes → the Markdown bodies of `content/`. */
import type { PhrasingContent, RootContent } from 'mdast';
import type { RawBlock } from './blocks.ts';
import { type Piece, plainText, toInlines } from './inlines.ts';
import type { Mark } from './marks.ts';
import type { RawNote } from './notes.ts';
import { type HeadingLabel, headingText } from './outline.ts';
import { printMarkdown } from './print.ts';
import type { RawTable } from './tables.ts';
import type { RepairedUrl } from './urls.ts';

/** A section as it will be written: its Markdown, and what is known of it. */
export interface SectionDraft {
  number: number;
  label: string;
  title: string;
  body: string;
  paragraphs: number;
}

/** A note as it will be written. */
export interface NoteDraft {
  number: number;
  page: number;
  body: string;
  urls: RepairedUrl[];
}

const REFERENCE = /表 ?(\d+-\d+)/u;

/** Turns references to tables of this text (表 3-1) into links. */
function linkTables(nodes: PhrasingContent[], tables: Set<string>): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    const match = node.type === 'text' ? REFERENCE.exec(node.value) : null;
    if (node.type !== 'text' || !match || !tables.has(match[1] ?? '')) return [node];
    const before = node.value.slice(0, match.index);
    const after = node.value.slice(match.index + match[0].length);
    return [
      ...(before ? [{ type: 'text' as const, value: before }] : []),
      { type: 'link', url: `#table-${match[1]}`, children: [{ type: 'text', value: match[0] }] },
      ...linkTables(after ? [{ type: 'text', value: after }] : [], tables),
    ];
  });
}

const withId = (nodes: PhrasingContent[], id: string): PhrasingContent[] => [
  ...nodes,
  { type: 'text', value: ' ' },
  { type: 'blockId', id },
];

/** Sets the heading's label off from its title as it is printed. */
function headingNodes(nodes: PhrasingContent[], label: HeadingLabel): PhrasingContent[] {
  const wanted = headingText(label).slice(0, -label.title.length);
  let done = false;
  return nodes.map((node) => {
    if (done || node.type !== 'text') return node;
    done = true;
    const rest = node.value.slice(label.label.length).trimStart();
    return { type: 'text', value: wanted + rest };
  });
}

/** The nodes of one kind of block, given how pieces become inline nodes. */
type Inliner = (pieces: Piece[]) => PhrasingContent[];

const CAPTION_LABEL = /^表\s*(\d+)\s*-\s*(\d+)\s*/u;

function tableNodes(id: string, table: RawTable, inline: Inliner): RootContent[] {
  const row = (cells: Piece[][]) => ({
    type: 'tableRow' as const,
    children: cells.map((cell) => ({ type: 'tableCell' as const, children: inline(cell) })),
  });
  const caption = inline(table.caption).map((node) =>
    // Its label begins the caption, after a page break if there is one.
    node.type === 'text'
      ? { ...node, value: node.value.replace(CAPTION_LABEL, '表 $1-$2\u3000') }
      : node,
  );
  return [
    { type: 'paragraph', children: withId(caption, id) },
    { type: 'table', children: [row(table.header), ...table.rows.map(row)] },
    { type: 'paragraph', children: withId(inline(table.source), `${id}-source`) },
  ];
}

function blockNodes(
  block: RawBlock,
  inline: Inliner,
  link: (n: PhrasingContent[]) => PhrasingContent[],
): RootContent[] {
  if (block.type === 'table') return tableNodes(block.id, block.table, inline);
  if (block.type === 'heading') {
    const nodes = headingNodes(inline(block.pieces), block.label);
    return [{ type: 'heading', depth: block.label.level, children: withId(nodes, block.id) }];
  }
  const paragraph = {
    type: 'paragraph' as const,
    children: withId(link(inline(block.pieces)), block.id),
  };
  return [block.quoted ? { type: 'blockquote', children: [paragraph] } : paragraph];
}

/** Joins set-in paragraphs that follow each other into one quotation. */
function joinQuotations(nodes: RootContent[]): RootContent[] {
  const joined: RootContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'blockquote' && last?.type === 'blockquote')
      last.children.push(...node.children);
    else joined.push(node);
  }
  return joined;
}

type RawHeading = Extract<RawBlock, { type: 'heading' }>;

/** The title of a heading as it is written: without its label, and without marks. */
export function titleOf(heading: RawHeading, marks: Mark[]): string {
  return plainText(toInlines(heading.pieces, marks).inlines)
    .slice(heading.label.label.length)
    .trim();
}

/** Divides the blocks at the 節 headings and prints each section's Markdown. */
export function sectionDrafts(blocks: RawBlock[], marks: Mark[]): SectionDraft[] {
  const tables = new Set(blocks.flatMap((b) => (b.type === 'table' ? [b.table.number] : [])));
  const inline: Inliner = (pieces) => toInlines(pieces, marks).inlines;
  const link = (nodes: PhrasingContent[]) => linkTables(nodes, tables);
  const starts = blocks.flatMap((b, i) => (b.type === 'heading' && b.label.level === 2 ? [i] : []));
  return starts.map((start, i) => {
    const from = i === 0 ? 0 : start;
    const own = blocks.slice(from, starts[i + 1]);
    const heading = blocks[start] as RawHeading;
    return {
      number: heading.label.number,
      label: heading.label.label,
      title: titleOf(heading, marks),
      body: printMarkdown(joinQuotations(own.flatMap((b) => blockNodes(b, inline, link)))),
      paragraphs: own.filter((b) => b.type === 'paragraph').length,
    };
  });
}

/** Prints each note's Markdown. */
export function noteDrafts(notes: RawNote[]): NoteDraft[] {
  return notes.map((note) => {
    const pieces = note.lines.map((line, i) => ({
      text: line.text,
      line: 0,
      column: 0,
      beginsPage: i > 0 && line.page !== note.lines[i - 1]?.page ? line.page : undefined,
    }));
    const { inlines, repaired } = toInlines(pieces, []);
    const body = printMarkdown([{ type: 'paragraph', children: inlines }]);
    return { number: note.number, page: note.page, body, urls: repaired };
  });
}
