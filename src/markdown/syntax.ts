/**
 * Room `markdown`: the grammar of the Markdown in `content/` and its way to
 * HTML. It depends on no other room: `import` writes this grammar, `model`
 * reads it, Astro renders it.
 *
 * This file: the three marks that CommonMark and GFM lack, as a micromark
 * extension (character level).
 *
 *   [^12]     a noteref (mark of note 12); the note lives in a file of its own
 *   {pb 57}   a page break (TEI `pb`): printed page 57 begins at this character
 *   {#s4-p3}  the permanent id of the paragraph, heading or caption it ends
 */
import type {
  Code,
  Effects,
  Extension,
  State,
  TokenizeContext,
  TokenType,
} from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    noteref: 'noteref';
    pageBreak: 'pageBreak';
    blockId: 'blockId';
  }
}

const digit = (code: Code) => code !== null && code >= 48 && code <= 57;
const idCharacter = (code: Code) =>
  digit(code) || code === 45 || (code !== null && code >= 97 && code <= 122);
const codeOf = (text: string) => [...text].map((c) => c.charCodeAt(0));

/** Tokenizes `open`, one or more characters of `inner`, `close`. */
function bracketed(type: TokenType, open: string, inner: (code: Code) => boolean, close: string) {
  const opening = codeOf(open);
  const closing = close.charCodeAt(0);
  return {
    name: type,
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      let at = 0;
      const begin: State = (code) => {
        if (at === 0) effects.enter(type);
        if (code !== opening[at]) return nok(code);
        effects.consume(code);
        at += 1;
        return at < opening.length ? begin : first;
      };
      const first: State = (code) => (inner(code) ? rest(code) : nok(code));
      const rest: State = (code) => {
        if (code === closing) {
          effects.consume(code);
          effects.exit(type);
          return ok;
        }
        if (!inner(code)) return nok(code);
        effects.consume(code);
        return rest;
      };
      return begin;
    },
  };
}

/**
 * micromark extension for noterefs, page breaks and block ids. GFM's `![^12]` is left
 * out: it looks back through the whole paragraph at every `]`, and no note is called so.
 */
export const apparatusSyntax: Extension = {
  disable: { null: ['gfmPotentialFootnoteCall'] },
  text: {
    91: bracketed('noteref', '[^', digit, ']'),
    123: [bracketed('pageBreak', '{pb ', digit, '}'), bracketed('blockId', '{#', idCharacter, '}')],
  },
};
