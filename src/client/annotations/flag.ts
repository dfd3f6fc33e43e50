/**
 * The sign that there are annotations: a small entry that a page can look at without a database.
 * It holds the digest of the text for which their places were last found.
 */
import text from '~text/digest';
import { annotationsKey, remember, remembered } from '../session/storage.ts';

export const flag = {
  /** Puts it up for this text. What was found for another text stays to be found anew. */
  raise(): void {
    if (remembered(annotationsKey) === null) remember(annotationsKey, text);
  },
  /** Takes it down: there are none. */
  lower: (): void => remember(annotationsKey, null),
  /** Whether all places were found in this very text. */
  isOfThisText: (): boolean => remembered(annotationsKey) === text,
  /** All places have been found in this text. */
  renew: (): void => remember(annotationsKey, text),
};
