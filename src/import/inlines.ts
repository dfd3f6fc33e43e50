/** Lines of one block → the inline nodes of the content's Markdown. */
import type { PhrasingContent } from 'mdast';
import type { Mark } from './noterefs.ts';
import { BREAK_OPEN, CLOSE, MARK_OPEN, setSpacing } from './spacing.ts';
import { joinUrls, type RepairedUrl } from './urls.ts';

/** A piece of a source line that belongs to one block. */
export interface Piece {
  text: string;
  /** Source line, from 1. */
  line: number;
  /** Column of the piece in its source line. */
  column: number;
  /** The page that begins with this piece, if one does. */
  beginsPage: number | undefined;
}

/** Puts the marks of a line into its text. */
function withMarks(piece: Piece, marks: Mark[]): string {
  let out = '';
  let at = 0;
  for (const mark of marks) {
    const start = mark.column - piece.column;
    if (mark.line !== piece.line || start < at || start >= piece.text.length) continue;
    out += `${piece.text.slice(at, start)}${MARK_OPEN}${mark.note}${CLOSE}`;
    at = start + mark.length;
  }
  return out + piece.text.slice(at);
}

const NODE = /([\uE000\uE001])(\d+)\uE002/u;
const URL = /https?:\/\/(?:[\x21-\x3B\x3D\x3F-\x7E]|\uE001\d+\uE002)+/u;

function textNodes(text: string): PhrasingContent[] {
  if (text === '') return [];
  const match = NODE.exec(text);
  if (!match) return [{ type: 'text', value: text }];
  const number = Number(match[2]);
  const node: PhrasingContent =
    match[1] === MARK_OPEN ? { type: 'noteref', number } : { type: 'pageBreak', page: number };
  return [
    ...textNodes(text.slice(0, match.index)),
    node,
    ...textNodes(text.slice(match.index + match[0].length)),
  ];
}

/** Splits text at its URLs; a full stop or comma after one is not part of it. */
function linkNodes(text: string): PhrasingContent[] {
  const match = URL.exec(text);
  if (!match) return textNodes(text);
  const shown = match[0].replace(/[.,;)]+$/u, '');
  const url = shown.replace(/\uE001\d+\uE002/gu, '');
  return [
    ...textNodes(text.slice(0, match.index)),
    { type: 'link', url, children: textNodes(shown) as never },
    ...linkNodes(text.slice(match.index + shown.length)),
  ];
}

/**
 * Turns the pieces of a block into inline nodes: hard wraps joined, white
 * space set, marks and page breaks in place, URLs whole.
 */
export function toInlines(
  pieces: Piece[],
  marks: Mark[],
): { inlines: PhrasingContent[]; repaired: RepairedUrl[] } {
  const raw = pieces
    .map((piece) => {
      const pb = piece.beginsPage === undefined ? '' : `${BREAK_OPEN}${piece.beginsPage}${CLOSE}`;
      return pb + withMarks(piece, marks).replace(/^\s+/u, '');
    })
    .join('\n');
  const { text, repaired } = joinUrls(raw);
  return { inlines: linkNodes(setSpacing(text)), repaired };
}

/** The printed characters of inline nodes, without marks. */
export function plainText(nodes: PhrasingContent[]): string {
  return nodes
    .map((node) =>
      'value' in node ? node.value : 'children' in node ? plainText(node.children) : '',
    )
    .join('');
}
