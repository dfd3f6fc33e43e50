/** The phrases of a title: where its lines may end without breaking a word. */
import type { ElementContent } from 'xast';
import { x } from '../xml.ts';

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** A single character, or an opening bracket, waits for what follows it. */
const WAITS = /^\p{Script=Han}$|[\p{Ps}\p{Pi}]$/u;
/** Such a word belongs to what precedes it, */
const TRAILS = /^(?:[之的後]|[\s\p{Pc}\p{Pd}\p{Pe}\p{Pf}\p{Po}]+)$/u;
/** and such a one to what follows. */
const LEADS = /^[與和及暨或從對]$/u;
const CHARACTER = /^\p{Script=Han}$/u;
const ENDED = /[\s\p{P}]$/u;

/**
 * Cuts a title into phrases; joined, they are the title. Words are those of ICU's dictionary;
 * single characters in a row are a name that it does not know.
 */
export function phrasesOf(title: string): string[] {
  const phrases: string[] = [];
  for (const { segment } of WORDS.segment(title)) {
    const last = phrases.at(-1) ?? '';
    const goesOn = CHARACTER.test(segment) && !LEADS.test(segment) && !ENDED.test(last);
    if (last !== '' && (WAITS.test(last) || TRAILS.test(segment) || goesOn))
      phrases.splice(-1, 1, last + segment);
    else phrases.push(segment);
  }
  return phrases;
}

/** A title's inlines, which may be broken between phrases and nowhere else (`word-break: keep-all`). */
export const withBreaks = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((node): ElementContent[] =>
    node.type === 'text'
      ? phrasesOf(node.value).flatMap((value, i) => [
          ...(i > 0 ? [x('wbr')] : []),
          { type: 'text' as const, value },
        ])
      : [node],
  );

/** How wide a text is set, in em. */
export const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, c) => sum + (/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(c) ? 1 : 0.55),
    0,
  );

/** The best of all ways to set phrases in so many lines: the one whose longest line is the shortest. */
function bestLines(phrases: readonly string[], count: number): string[] {
  if (count === 1) return [phrases.join('')];
  const ways = phrases.slice(0, -1).map((_, i) => {
    const rest = bestLines(phrases.slice(i + 1), Math.min(count - 1, phrases.length - i - 1));
    return [phrases.slice(0, i + 1).join(''), ...rest];
  });
  const longest = (outcome: readonly string[]) =>
    Math.max(...outcome.map((line) => widthOf(line.trim())));
  return ways.reduce((best, outcome) => (longest(outcome) < longest(best) ? outcome : best));
}

/**
 * Sets a title in as few lines as it needs, at most `most`, each at most `width` em long where
 * that can be; no word is broken.
 */
export function linesOf(title: string, width: number, most: number): string[] {
  const phrases = phrasesOf(title);
  const last = Math.max(1, Math.min(most, phrases.length));
  let lines: string[] = [];
  for (let count = 1; count <= last; count += 1) {
    lines = bestLines(phrases, count).map((line) => line.trim());
    if (lines.every((line) => widthOf(line) <= width)) break;
  }
  return lines;
}
