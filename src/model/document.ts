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
  | { type: 'math'; value: string };

interface Located {
  id: string;
  /** Line of the content file, from 1. */
  line: number;
  /** Printed page on which it begins. */
  page: number;
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

/** All inlines of a block, in the order of the text. */
export function inlinesOf(block: Block): Inline[] {
  if (block.type !== 'table') return block.inlines;
  return [...block.caption, ...block.header.flat(), ...block.rows.flat(2), ...block.source];
}

const idOf = (node: RootContent): string =>
  (node.data as { hProperties?: { id?: string } } | undefined)?.hProperties?.id ?? '';

type Flow = RootContent | BlockContent | DefinitionContent;

/** Where a document stands while it is read: the page so far, and the lines before the body. */
export interface Place {
  page: number;
  lineOffset: number;
}

/**
 * Turns the tree of a section into blocks.
 * @param place the page on which the section begins; moved on to the one on which it ends
 */
export function toBlocks(tree: Root, place: Place): Block[] {
  const blocks: Block[] = [];
  const begin = (node: Flow, inlines: Inline[]): Located => {
    // A break before the first character means that the block begins on the new page.
    const first = inlines[0];
    const page = first?.type === 'pageBreak' ? first.page : place.page;
    for (const inline of walk(inlines)) if (inline.type === 'pageBreak') place.page = inline.page;
    return {
      id: idOf(node as RootContent),
      line: (node.position?.start.line ?? 1) + place.lineOffset,
      page,
    };
  };
  const add = (nodes: Flow[], quoted: boolean) => {
    for (const [i, node] of nodes.entries()) {
      const next = nodes[i + 1];
      if (node.type === 'heading') {
        const inlines = toInlines(node.children);
        blocks.push({ type: 'heading', depth: node.depth, inlines, ...begin(node, inlines) });
      } else if (node.type === 'paragraph' && next?.type === 'table' && idOf(node)) {
        const source = nodes[i + 2];
        const hasSource = source?.type === 'paragraph' && idOf(source) === `${idOf(node)}-source`;
        const [header = [], ...rows] = next.children.map((row) =>
          row.children.map((cell) => toInlines(cell.children)),
        );
        const table = {
          type: 'table' as const,
          caption: toInlines(node.children),
          header,
          rows,
          source: hasSource ? toInlines(source.children) : [],
        };
        blocks.push({
          ...table,
          ...begin(node, inlinesOf({ ...table, id: '', line: 0, page: 0 })),
        });
      } else if (node.type === 'paragraph' && !idOf(node).endsWith('-source')) {
        const inlines = toInlines(node.children);
        blocks.push({ type: 'paragraph', quoted, inlines, ...begin(node, inlines) });
      } else if (node.type === 'blockquote') {
        add(node.children, true);
      }
    }
  };
  add(tree.children, false);
  return blocks;
}
