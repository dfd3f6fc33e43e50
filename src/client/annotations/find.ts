/**
 * Finds quoted words in a text. Both are given as they are compared (`compared` of
 * block-text.ts), and places are counted in its units.
 */
import { distance } from 'fastest-levenshtein';
import type { Quote } from './annotation.ts';
import { compared, type Span } from './block-text.ts';

/** A quotation as it is compared. */
export const comparedQuote = ({ exact, prefix, suffix }: Quote): Quote => ({
  exact: compared(exact),
  prefix: compared(prefix),
  suffix: compared(suffix),
});

/** How many characters before a place are those of the prefix, and after another those of the suffix. */
function agreeing(text: string, [start, end]: Span, { prefix, suffix }: Quote): number {
  let before = 0;
  while (
    before < prefix.length &&
    before < start &&
    text[start - 1 - before] === prefix[prefix.length - 1 - before]
  )
    before += 1;
  let after = 0;
  while (after < suffix.length && text[end + after] === suffix[after]) after += 1;
  return before + after;
}

/** How many characters of the context the text has room for. */
const room = (text: string, [start, end]: Span, { prefix, suffix }: Quote): number =>
  Math.min(prefix.length, start) + Math.min(suffix.length, text.length - end);

/** A place at which the words stand, and how much of what stood around them does so still. */
export interface Found {
  span: Span;
  around: number;
  /** Whether it can only be the place that was meant: at least half of what stands around it did before. */
  sure: boolean;
}

/**
 * The place where the words stand whole, with most of what stood around them.
 * @param near the place to be preferred among equals
 */
export function findExact(text: string, quote: Quote, near = 0): Found | undefined {
  let best: Found | undefined;
  if (quote.exact === '') return undefined;
  for (let at = text.indexOf(quote.exact); at >= 0; at = text.indexOf(quote.exact, at + 1)) {
    const span: Span = [at, at + quote.exact.length];
    const around = agreeing(text, span, quote);
    const nearer = () => Math.abs(at - near) < Math.abs((best?.span[0] ?? 0) - near);
    if (!best || around > best.around || (around === best.around && nearer()))
      best = { span, around, sure: around * 2 >= room(text, span, quote) };
  }
  return best;
}

/** So many characters lead to the beginning or the end of words that were changed. */
const LEAD = 8;
/** Of words, this share may have changed; between contexts that both stand as before, more. */
const CHANGED = 0.34;
const CHANGED_BETWEEN = 0.5;

function* placesOf(text: string, words: string): Generator<number> {
  if (words.length < Math.min(LEAD, 4)) return;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) yield at;
}

/** The place of words of which a few have changed: between what stood around them, or by how they begin and end. */
export function findChanged(text: string, { exact, prefix, suffix }: Quote): Span | undefined {
  const lead = Math.min(LEAD, exact.length);
  const before = prefix.slice(-LEAD);
  const after = suffix.slice(0, LEAD);
  const starts = new Map<number, boolean>();
  for (const at of placesOf(text, exact.slice(0, lead))) starts.set(at, false);
  for (const at of placesOf(text, before)) starts.set(at + before.length, true);
  const ends = new Map<number, boolean>();
  for (const at of placesOf(text, exact.slice(-lead))) ends.set(at + lead, false);
  for (const at of placesOf(text, after)) ends.set(at, true);
  let best: Span | undefined;
  let least = 1;
  for (const [start, byPrefix] of starts)
    for (const [end, bySuffix] of ends) {
      const length = end - start;
      if (length < 1 || length > 2 * exact.length + LEAD) continue;
      // How short words begin and end says little: something around them must be as it was.
      if (!byPrefix && !bySuffix && exact.length < 2 * LEAD) continue;
      const share = distance(exact, text.slice(start, end)) / Math.max(exact.length, length);
      const allowed = byPrefix && bySuffix ? CHANGED_BETWEEN : CHANGED;
      // The very words were found, and what stood around them proved that others were meant.
      if (share === 0 || share > allowed || share >= least) continue;
      least = share;
      best = [start, end];
    }
  return best;
}

/** Words that go over the edge of a part of a block, as on a printed page: what the part has of them. */
export function findPart(text: string, { exact, prefix, suffix }: Quote): Span | undefined {
  if (text === '') return undefined;
  if (text.length >= LEAD && exact.includes(text)) return [0, text.length];
  const before = prefix.slice(-LEAD);
  const after = suffix.slice(0, LEAD);
  for (let length = Math.min(exact.length, text.length); length > 0; length -= 1) {
    // Words at the end of their block, or at its beginning, leave nothing over of the part.
    const isRest = (context: string) => context !== '' || length === text.length;
    if (isRest(after) && text.startsWith(exact.slice(-length) + after)) return [0, length];
    if (isRest(before) && text.endsWith(before + exact.slice(0, length)))
      return [text.length - length, text.length];
  }
  return undefined;
}

/** Of characters that stand in the same places, at least this share is the same in both scripts. */
const ALIKE = 0.35;
const ALIKE_THERE = 0.2;

/**
 * The place of words in the same text in the other script, which has as many characters, most of
 * them the same.
 * @param near the unit at which they stand in the other script; there fewer need to be the same
 * @param isPart whether the text is a part of the block, which may have a part of the words alone
 */
export function findConverted(
  text: string,
  { exact, prefix, suffix }: Quote,
  near?: number,
  isPart = false,
): Span | undefined {
  const words = prefix + exact + suffix;
  /** How many characters are the same where the words begin at a place, and of how many. */
  const alike = (start: number): readonly [same: number, of: number] => {
    const offset = start - prefix.length;
    const from = Math.max(0, offset);
    const to = Math.min(text.length, offset + words.length);
    let same = 0;
    for (let at = from; at < to; at += 1) if (words[at - offset] === text[at]) same += 1;
    return [same, to - from];
  };
  const last = text.length - (isPart ? 1 : exact.length);
  if (exact === '' || last < 0) return undefined;
  if (near !== undefined && near <= last) {
    const [same, of] = alike(near);
    if (same / of > ALIKE_THERE) return [near, near + exact.length];
  }
  let [best, most] = [Number.NaN, 0];
  for (let start = isPart ? 1 - exact.length : 0; start <= last; start += 1) {
    const [same, of] = alike(start);
    if (same > most && same / of > ALIKE && of >= Math.min(LEAD, words.length))
      [best, most] = [start, same];
  }
  return Number.isNaN(best)
    ? undefined
    : [Math.max(0, best), Math.min(text.length, best + exact.length)];
}
