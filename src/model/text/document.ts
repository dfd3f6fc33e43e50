/**
 * The text as a discriminated union of blocks and inlines, which every reader
 * of the text consumes (checks, pages, search, exports), and its making from mdast.
 */
import type { BlockContent, DefinitionContent, PhrasingContent, Root, RootContent } from 'mdast';

export type Inline =
  | { type: 'text'; value: string }
  | { type: 'noteref'; number: number }
  | { type: 'pageBreak'; page: number }
  | { type: 'link'; url: string; children: Inline[] }
  | { type: 'emphasis' | 'strong'; children: Inline[] }
  /** An emendation of the printed text; only exports that show emendations set it apart (`withEmendations`). */
  | {
      type: 'emendation';
      id: string;
      correction: string | undefined;
      doubtful: boolean;
      children: Inline[];
    }
  /** A date of an event (EDTF); only exports that mark dates set it apart (`withDates`). */
  | { type: 'date'; id: string; when: string; children: Inline[] }
  | { type: 'math'; value: string };

interface Located {
  id: string;
  /** Line of the content file, from 1. */
  line: number;
  /** Printed page on which it begins; undefined where the print numbers none. */
  page: number | undefined;
}

export interface Heading extends Located {
  type: 'heading';
  depth: number;
  inlines: Inline[];
}
export interface Paragraph extends Located {
  type: 'paragraph';
  /** Set in, as a quotation. */
  quoted: boolean;
  inlines: Inline[];
}
export interface Table extends Located {
  type: 'table';
  caption: Inline[];
  header: Inline[][];
  rows: Inline[][][];
  source: Inline[];
  /** Lines of the content file on which the header and the source stand; `line` is the caption's. */
  headerLine: number;
  sourceLine: number;
}
export type Block = Heading | Paragraph | Table;

/** Turns phrasing content into inlines; raw HTML and the like become their source text. */
export function toInlines(nodes: PhrasingContent[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    switch (node.type) {
      case 'text':
        return [{ type: 'text', value: node.value }];
      case 'noteref':
        return [{ type: 'noteref', number: node.number }];
      case 'pageBreak':
        return [{ type: 'pageBreak', page: node.page }];
      case 'link':
        return [{ type: 'link', url: node.url, children: toInlines(node.children) }];
      case 'emphasis':
      case 'strong':
        return [{ type: node.type, children: toInlines(node.children) }];
      case 'inlineMath':
        return [{ type: 'math', value: node.value }];
      default:
        return 'value' in node ? [{ type: 'text', value: node.value }] : [];
    }
  });
}

/** Walks inlines in the order of the text, links and emphasis opened. */
export function* walk(inlines: Inline[]): Generator<Inline> {
  for (const inline of inlines) {
    yield inline;
    if ('children' in inline) yield* walk(inline.children);
  }
}

/** The printed characters of inlines: no noterefs, no page breaks. */
export function textOf(inlines: Inline[]): string {
  let text = '';
  for (const inline of walk(inlines)) if ('value' in inline) text += inline.value;
  return text;
}

/** The content file's line of a row of a table; the delimiter row stands under the header. */
export function rowLine(table: Pick<Table, 'headerLine'>, index: number): number {
  return table.headerLine + 2 + index;
}

/** The inlines of a block by the line they stand on, in the order of the text. */
function linesOf(block: Block): { line: number; inlines: Inline[] }[] {
  if (block.type !== 'table') return [{ line: block.line, inlines: block.inlines }];
  return [
    { line: block.line, inlines: block.caption },
    { line: block.headerLine, inlines: block.header.flat() },
    ...block.rows.map((row, i) => ({ line: rowLine(block, i), inlines: row.flat() })),
    { line: block.sourceLine, inlines: block.source },
  ];
}

/** All inlines of a block, in the order of the text. */
export function inlinesOf(block: Block): Inline[] {
  return linesOf(block).flatMap(({ inlines }) => inlines);
}

/** All inlines of a block, links and emphasis opened, each with its line of the content file. */
export function placedInlines(block: Block): { line: number; inline: Inline }[] {
  return linesOf(block).flatMap(({ line, inlines }) =>
    [...walk(inlines)].map((inline) => ({ line, inline })),
  );
}

const idOf = (node: RootContent): string =>
  (node.data as { hProperties?: { id?: string } } | undefined)?.hProperties?.id ?? '';

type Flow = RootContent | BlockContent | DefinitionContent;
type FlowTable = Extract<Flow, { type: 'table' }>;
type FlowParagraph = Extract<Flow, { type: 'paragraph' }>;

/** Where a document stands while it is read: the page so far, and the lines before the body. */
export interface Place {
  page: number;
  lineOffset: number;
}

const lineOf = (node: Flow | undefined, place: Place): number =>
  (node?.position?.start.line ?? 1) + place.lineOffset;

/** Id, line and page of a block that begins with `node`; moves the place on to its end. */
function locate(node: Flow, inlines: Inline[], place: Place): Located {
  // A break before the first character means that the block begins on the new page.
  const first = inlines[0];
  const page = first?.type === 'pageBreak' ? first.page : place.page;
  for (const inline of walk(inlines)) if (inline.type === 'pageBreak') place.page = inline.page;
  return { id: idOf(node as RootContent), line: lineOf(node, place), page };
}

function toTable(
  caption: FlowParagraph | undefined,
  node: FlowTable,
  source: FlowParagraph | undefined,
  place: Place,
): Table {
  const [header = [], ...rows] = node.children.map((row) =>
    row.children.map((cell) => toInlines(cell.children)),
  );
  const parts = {
    caption: toInlines(caption?.children ?? []),
    header,
    rows,
    source: toInlines(source?.children ?? []),
  };
  const inlines = [parts.caption, header.flat(), rows.flat(2), parts.source].flat();
  return {
    type: 'table',
    ...parts,
    headerLine: lineOf(node, place),
    sourceLine: lineOf(source, place),
    ...locate(caption ?? node, inlines, place),
  };
}

/** The paragraph after a table, when its id says that it is the table's source. */
function sourceOf(caption: Flow, node: Flow | undefined): FlowParagraph | undefined {
  const id = idOf(caption as RootContent);
  if (!id || node?.type !== 'paragraph') return undefined;
  return idOf(node as RootContent) === `${id}-source` ? node : undefined;
}

/**
 * Turns the tree of a section into blocks. Nothing is left out: a table without
 * a caption, or a source without a table, becomes a block that the checks refuse.
 * @param place the page on which the section begins; moved on to the one on which it ends
 */
export function toBlocks(tree: Root, place: Place): Block[] {
  const blocks: Block[] = [];
  const add = (nodes: Flow[], quoted: boolean) => {
    for (let i = 0; i < nodes.length; i += 1) {
      const node = nodes[i] as Flow;
      const next = nodes[i + 1];
      if (node.type === 'heading') {
        const inlines = toInlines(node.children);
        const located = locate(node, inlines, place);
        blocks.push({ type: 'heading', depth: node.depth, inlines, ...located });
      } else if (node.type === 'paragraph' && next?.type === 'table') {
        const source = sourceOf(node, nodes[i + 2]);
        blocks.push(toTable(node, next, source, place));
        i += source ? 2 : 1;
      } else if (node.type === 'paragraph') {
        const inlines = toInlines(node.children);
        blocks.push({ type: 'paragraph', quoted, inlines, ...locate(node, inlines, place) });
      } else if (node.type === 'table') {
        blocks.push(toTable(undefined, node, undefined, place));
      } else if (node.type === 'blockquote') {
        add(node.children, true);
      }
    }
  };
  add(tree.children, false);
  return blocks;
}
