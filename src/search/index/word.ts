/** Keys → the words under which Pagefind holds them. */

// Letters that Pagefind's own normalising leaves alone and that no Chinese text has (Yi script).
const END = 'ꀀ';
const SIGN = 'ꀁ';

/**
 * The word of a key. Pagefind drops marks and finds words by prefix: a mark is
 * therefore spelt out, and words end in a letter of their own.
 */
export function indexWord(key: string): string {
  if (/^[a-z\d]+$/u.test(key)) return `${key}${END}`;
  if (/^\p{Unified_Ideograph}$/u.test(key)) return key;
  const codes = Array.from(key, (c) => c.codePointAt(0)?.toString(36));
  return `${SIGN}${codes.join('q')}${END}`;
}
