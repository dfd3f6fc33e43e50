/** Text → tokens: a Latin word, a number, one Han character, one mark; the same for text and query. */
import { foldCharacter, type Kind } from './characters.ts';

/** The key of the white space between two Han characters, which the author set on purpose. */
const GAP = ' ';
/** The key between lines of a table and between a note and its references: nothing runs across it. */
export const STOP = '\n';

export interface Token {
  /** Folded form; it alone tells what kind of token this is. */
  key: string;
  /** Range in the text, in UTF-16 units. */
  start: number;
  end: number;
  /** Where in the text each unit of the key begins. */
  offsets: number[];
}

const GROWING: readonly Kind[] = ['word', 'number'];

/** Marks of which several in a row are one: ——, ……. */
const RUNNING = new Set(['-', '…']);

/** Whether a key is a Latin word or a number, which may be matched in part. */
export const isWord = (key: string): boolean => /^[\p{Script=Latin}\d]/u.test(key);

/**
 * Cuts a text into tokens.
 * White space parts words and is nothing beside them or beside marks, so that
 * `1945 年` and `1945年` are the same; between two Han characters it is a token.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let before: Kind | undefined;
  let gap: Token | undefined;
  let at = 0;
  for (const character of text) {
    const { kind, value } = foldCharacter(character);
    const start = at;
    at += character.length;
    const last = tokens.at(-1);
    if (kind === 'nothing') {
      if (last && before !== 'space') last.end = at;
      continue;
    }
    if (kind === 'space') {
      if (before === 'letter') gap = { key: GAP, start, end: at, offsets: [start] };
      before = kind;
      continue;
    }
    const offsets = Array.from(value, () => start);
    if (gap && kind === 'letter') tokens.push({ ...gap, end: start });
    gap = undefined;
    if (last && kind === before && GROWING.includes(kind)) {
      last.key += value;
      last.offsets.push(...offsets);
      last.end = at;
    } else if (last && last.key === value && last.end === start && RUNNING.has(value)) {
      last.end = at;
    } else if (kind === 'letter') {
      // A letter may fold to several (և), each of which can be typed.
      for (const key of value) tokens.push({ key, start, end: at, offsets: [start] });
    } else {
      tokens.push({ key: value, start, end: at, offsets });
    }
    before = kind;
  }
  return tokens;
}
