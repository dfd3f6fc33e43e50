/**
 * The mdast nodes of our three marks, and how they are read from and written
 * to Markdown (mdast-util-from-markdown and mdast-util-to-markdown extensions).
 */
import type { Node } from 'mdast';
import type { CompileContext, Extension as FromMarkdown, Token } from 'mdast-util-from-markdown';
import type { Options as ToMarkdown } from 'mdast-util-to-markdown';

/** The mark of a note in running text. */
interface Noteref extends Node {
  type: 'noteref';
  number: number;
}

/** The place where a printed page begins. */
interface PageBreak extends Node {
  type: 'pageBreak';
  page: number;
}

/** The permanent id of the block whose last child this is. */
export interface BlockId extends Node {
  type: 'blockId';
  id: string;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    noteref: Noteref;
    pageBreak: PageBreak;
    blockId: BlockId;
  }
  interface RootContentMap {
    noteref: Noteref;
    pageBreak: PageBreak;
    blockId: BlockId;
  }
}

type MarkNode = Noteref | PageBreak | BlockId;

function enter(make: (source: string) => MarkNode) {
  return function (this: CompileContext, token: Token) {
    this.enter(make(this.sliceSerialize(token)) as never, token);
  };
}
function exit(this: CompileContext, token: Token) {
  this.exit(token);
}
const inside = (source: string, open: string) => source.slice(open.length, -1);

/** Reads our marks: micromark tokens to mdast nodes. */
export const apparatusFromMarkdown: FromMarkdown = {
  enter: {
    noteref: enter((s) => ({ type: 'noteref', number: Number(inside(s, '[^')) })),
    pageBreak: enter((s) => ({ type: 'pageBreak', page: Number(inside(s, '{pb ')) })),
    blockId: enter((s) => ({ type: 'blockId', id: inside(s, '{#') })),
  },
  exit: { noteref: exit, pageBreak: exit, blockId: exit },
};

/**
 * Writes our marks; a literal `{` in text is escaped, `[` is so already. So is a
 * colon after a bracket: `[^12]:` at the start of a block would be GFM's footnote.
 */
export const apparatusToMarkdown: ToMarkdown = {
  unsafe: [
    { character: '{', inConstruct: 'phrasing' },
    { character: ':', before: '\\]', inConstruct: 'phrasing' },
  ],
  handlers: {
    noteref: (node: Noteref) => `[^${node.number}]`,
    pageBreak: (node: PageBreak) => `{pb ${node.page}}`,
    blockId: (node: BlockId) => `{#${node.id}}`,
  },
};
