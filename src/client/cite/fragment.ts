/**
 * Links to words: `#id:~:text=…` (Text Fragments, WICG). A browser goes to the first
 * place in the page that matches, and matches whole words only; so the words are
 * widened to whole ones, and given as much context as tells them apart.
 */
import { BETWEEN, type PageText } from './page-text.ts';

/** Words up to this length stand in the link whole; of longer ones, the first and the last. */
const WHOLE = 48;
/** Length of the first and last words of a longer passage, to begin with. */
const ENDS = 12;
/** The longest context, in characters. */
const CONTEXT = 60;

type Span = [start: number, end: number];

interface Parts {
  prefix: Span | undefined;
  start: Span;
  end: Span | undefined;
  suffix: Span | undefined;
}

/** Escapes what has a meaning in a directive: `-`, `,` and `&`; and whatever an address cannot hold. */
const escaped = (words: string): string => encodeURIComponent(words).replace(/-/gu, '%2D');

const spaceless = (text: string): number => text.length - text.trimStart().length;

/** Whether words that should stand around a place do so; blocks and spaces between do not count. */
function stands(page: PageText, words: string, at: number, side: 'before' | 'after'): boolean {
  if (side === 'after') {
    const rest = page.folded.slice(at, at + words.length + 4);
    return rest.slice(spaceless(rest)).startsWith(words);
  }
  return page.folded
    .slice(Math.max(0, at - words.length - 4), at)
    .trimEnd()
    .endsWith(words);
}

const wordsOf = (page: PageText, part: Span | undefined): string =>
  part ? page.folded.slice(...part).trim() : '';

/** First place from `from` on at which words stand, with their context. */
function find(page: PageText, from: number, words: string, before: string, after: string): number {
  for (
    let at = page.folded.indexOf(words, from);
    at >= 0;
    at = page.folded.indexOf(words, at + 1)
  ) {
    if (before !== '' && !stands(page, before, at, 'before')) continue;
    if (after !== '' && !stands(page, after, at + words.length, 'after')) continue;
    return at;
  }
  return -1;
}

/** Whether a browser that looks for these parts comes to them, and to nothing before them. */
function leads(page: PageText, { prefix, start, end, suffix }: Parts): boolean {
  const before = wordsOf(page, prefix);
  const after = wordsOf(page, suffix);
  const first = find(page, 0, wordsOf(page, start), before, end ? '' : after);
  if (first !== start[0]) return false;
  return !end || find(page, start[1], wordsOf(page, end), '', after) === end[0];
}

/** The words before or after a place, some longer than the last; at the edge of a block, those of the next. */
function* contexts(page: PageText, place: number, step: 1 | -1): Generator<Span> {
  let edge = place;
  const beyond = () => page.text.charAt(step === 1 ? edge : edge - 1);
  while (beyond() === BETWEEN || beyond() === ' ') edge += step;
  if (beyond() === '') return;
  const [start, end] = page.blockAt(step === 1 ? edge : edge - 1);
  let last = edge;
  for (let size = 4; size <= CONTEXT; size += 6) {
    const far = Math.max(start, Math.min(end, edge + step * size));
    const at = page.toBound(far, step);
    if (at !== last) yield step === 1 ? [edge, at] : [at, edge];
    last = at;
  }
  const far = step === 1 ? end : start;
  if (far !== last) yield step === 1 ? [edge, far] : [far, edge];
}

/** Ways to say which words are meant, the shortest first. */
function* ways(page: PageText, from: number, to: number): Generator<Parts> {
  const block = page.blockAt(from);
  if (to <= block[1] && to - from <= WHOLE) {
    const start: Span = [from, to];
    const befores = [...contexts(page, from, -1)];
    const afters = [...contexts(page, to, 1)];
    const none = { prefix: undefined, end: undefined, suffix: undefined };
    yield { ...none, start };
    for (let i = 0; i < Math.max(befores.length, afters.length); i += 1) {
      const prefix = befores[Math.min(i, befores.length - 1)];
      const suffix = afters[Math.min(i, afters.length - 1)];
      yield { ...none, start, prefix };
      yield { ...none, start, suffix };
      yield { ...none, start, prefix, suffix };
    }
    return;
  }
  const last = page.blockAt(to - 1);
  for (let size = ENDS; size <= 5 * ENDS; size += ENDS) {
    const middle = to <= block[1] ? from + Math.floor((to - from) / 2) : to;
    const first = page.toBound(Math.min(from + size, block[1], middle), 1);
    const low = Math.max(to - size, last[0], to <= block[1] ? first : last[0]);
    const start: Span = [from, first];
    const end: Span = [page.toBound(low, 1), to];
    if (end[0] >= end[1]) continue;
    yield { prefix: undefined, start, end, suffix: undefined };
    const suffixes = [undefined, ...contexts(page, to, 1)];
    for (const prefix of [undefined, ...contexts(page, from, -1)])
      for (const suffix of suffixes) yield { prefix, start, end, suffix };
  }
}

/** What a link says of these parts. */
function written(page: PageText, { prefix, start, end, suffix }: Parts): string {
  const words = (part: Span) => escaped(page.text.slice(...part).trim());
  const before = prefix ? `${words(prefix)}-,` : '';
  const after = suffix ? `,-${words(suffix)}` : '';
  return `text=${before}${words(start)}${end ? `,${words(end)}` : ''}${after}`;
}

/**
 * The directive that leads to the words of a range.
 * @returns `text=…`, or undefined where the words cannot be told from others on the page
 */
export function directiveOf(page: PageText, range: Range): string | undefined {
  const place = page.placeOf(range);
  if (!place) return undefined;
  const from = page.toBound(place[0], -1);
  const to = page.toBound(place[1], 1);
  // Where a heading stands in the contents too, or two notes say the same, only what
  // stands around the whole block tells them apart.
  const [first, over] = page.blockAt(from);
  const last = page.blockAt(to - 1)[1];
  const spans: Span[] = [
    [from, to],
    [first, to],
    [from, last],
    [first, last],
  ];
  // A heading between headings stands so in the contents as well: what is under it does not.
  if (over + 1 < to) spans.push([over + 1, to], [over + 1, last]);
  for (const span of spans) {
    for (const parts of ways(page, ...span)) if (leads(page, parts)) return written(page, parts);
  }
  return undefined;
}
