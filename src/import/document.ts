/** Blocks and notes → the Markdown bodies of `content/`. */
import type { PhrasingContent, RootContent } from 'mdast';
import type { RawBlock } from './blocks.ts';
import { withLabel } from './figures.ts';
import { type Piece, plainText, toInlines } from './inlines.ts';
import type { Mark } from './noterefs.ts';
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
  /** Its mark as printed, where that is not its number. */
  mark: string | undefined;
  page: number;
  body: string;
  urls: RepairedUrl[];
}

const REFERENCE = /([表图圖]) ?(\d+(?:-\d+)?)/u;

/** Turns references to tables and figures of this text (表 3-1, 圖 1) into links. */
function linkNamed(nodes: PhrasingContent[], ids: Set<string>): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    const match = node.type === 'text' ? REFERENCE.exec(node.value) : null;
    const id = `${match?.[1] === '表' ? 'table' : 'figure'}-${match?.[2]}`;
    if (node.type !== 'text' || !match || !ids.has(id)) return [node];
    const before = node.value.slice(0, match.index);
    const after = node.value.slice(match.index + match[0].length);
    return [
      ...(before ? [{ type: 'text' as const, value: before }] : []),
      { type: 'link', url: `#${id}`, children: [{ type: 'text', value: match[0] }] },
      ...linkNamed(after ? [{ type: 'text', value: after }] : [], ids),
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

/** A figure's caption; its label begins it, after a page break if there is one. */
function setOff(caption: PhrasingContent[]): PhrasingContent[] {
  const at = caption.findIndex((node) => node.type === 'text');
  return caption.map((node, i) =>
    i === at && node.type === 'text' ? { ...node, value: withLabel(node.value) } : node,
  );
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
  const isCaption = /^figure-[\d-]+$/u.test(block.id);
  const inlines = inline(block.pieces);
  const children = isCaption ? setOff(inlines) : link(inlines);
  const paragraph = { type: 'paragraph' as const, children: withId(children, block.id) };
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
  const ids = new Set(
    blocks.map((b) => b.id).filter((id) => /^(?:table|figure)-[\d-]+$/u.test(id)),
  );
  const inline: Inliner = (pieces) => toInlines(pieces, marks).inlines;
  const link = (nodes: PhrasingContent[]) => linkNamed(nodes, ids);
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
    const { number, mark, page } = note;
    return { number, mark: mark === String(number) ? undefined : mark, page, body, urls: repaired };
  });
}
