/** Small things that the readers do with inlines. */
import type { Inline, Text } from './types.ts';

/** Words that the file does not hold, and its print would: a space, a quotation mark. */
export const added = (text: string): Text => ({ type: 'text', text, source: [], generated: true });

/** Whether there is more than white space: words, or the mark of a note. */
export const hasText = (inlines: readonly Inline[]): boolean =>
  inlines.some((i) => i.type === 'noteref' || (i.type === 'text' && i.text.trim() !== ''));
