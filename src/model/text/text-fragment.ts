/** Text directives (`:~:text=`, Text Fragments, WICG): links to words of a page. */
import { closeSpacing } from '../../markdown/rehype-spacing.ts';

/** Characters of the words before and after that tell which of several is meant. */
const CONTEXT = 10;

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words of a directive: escaped is what has a meaning in one, and what an address cannot hold. */
export const directiveWords = (words: string): string =>
  encodeURIComponent(words).replace(/-/gu, '%2D');

/**
 * Where words begin and end in a text: a browser matches whole words only.
 * @returns the nearest such place from a character on, outwards
 */
export function wordBounds(text: string): (at: number, step: 1 | -1) => number {
  const bounds = new Set([text.length, ...[...SEGMENTER.segment(text)].map(({ index }) => index)]);
  return (at, step) => {
    let place = at;
    while (!bounds.has(place)) place += step;
    return place;
  };
}

/**
 * The directive that leads to a stretch of a text, with the words around it.
 * @param text between two places where the page sets something else (the mark of a note, the end of a cell)
 * @param from first character of the stretch
 * @param to the one after its last
 * @returns `text=…`, without the delimiter before it
 */
export function textDirective(text: string, from: number, to: number): string {
  const toBound = wordBounds(text);
  const begin = toBound(from, -1);
  const end = toBound(to, 1);
  const shown = (start: number, stop: number) =>
    directiveWords(closeSpacing(text.slice(start, stop)).trim());
  const before = shown(toBound(Math.max(0, begin - CONTEXT), -1), begin);
  const after = shown(end, toBound(Math.min(text.length, end + CONTEXT), 1));
  return `text=${before && `${before}-,`}${shown(begin, end)}${after && `,-${after}`}`;
}
