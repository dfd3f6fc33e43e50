/** Words that begin with a capital where they stand alone. */
import type { Value } from './value.ts';

/** The same within a sentence: “paragraphs, notes”. */
export const lower = (words: Value): string => String(words).toLowerCase();
