/** Finding a stretch of printed text by its words. White space is no part of the printed text, so it does not count. */

/** A stretch of a text, by its characters. */
export interface Stretch {
  from: number;
  to: number;
}

/** What to find: the words, and words around them where they stand more than once. */
export interface Wanted {
  printed: string;
  context?: string | undefined;
}

interface Squeezed {
  text: string;
  /** Where each of its characters stands in the text it was made from. */
  at: number[];
}

function squeeze(text: string): Squeezed {
  const at = Array.from({ length: text.length }, (_, i) => i).filter((i) =>
    /\S/.test(text[i] ?? ''),
  );
  return { text: text.replace(/\s+/gu, ''), at };
}

function once(text: string, words: string): number | 'absent' | 'ambiguous' {
  const first = text.indexOf(words);
  if (words === '' || first < 0) return 'absent';
  return text.indexOf(words, first + 1) < 0 ? first : 'ambiguous';
}

/**
 * Finds words in a text.
 * @returns where they stand, or why that cannot be said
 */
export function findStretch(
  text: string,
  { printed, context = printed }: Wanted,
): Stretch | 'absent' | 'ambiguous' {
  const whole = squeeze(text);
  const around = squeeze(context).text;
  const words = squeeze(printed).text;
  const outer = once(whole.text, around);
  if (typeof outer !== 'number') return outer;
  const inner = once(around, words);
  if (typeof inner !== 'number') return inner;
  const from = whole.at[outer + inner] ?? 0;
  const last = whole.at[outer + inner + words.length - 1] ?? from;
  return { from, to: last + 1 };
}
