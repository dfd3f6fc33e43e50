/** Works of the bibliography in what a reader typed: Niksch 1981; Niksch, “U.S. Troop …”; 賴怡忠. */

import type { Places } from '../cite/places.ts';
import { tokenise } from '../fold/tokens.ts';
import type { Answer } from './answer.ts';

/** More works than these are a list, and the bibliography is one. */
const MOST = 6;

const keysOf = (text: string): string[] =>
  tokenise(text.normalize('NFKC'))
    .map(({ key }) => key)
    .filter((key) => /[\p{L}\p{N}]/u.test(key));

/** Whether keys stand side by side among others; the last may be the beginning of a word. */
const holds = (all: readonly string[], keys: readonly string[]): boolean =>
  all.some((_, at) =>
    keys.every((key, i) =>
      i === keys.length - 1 && !/^\p{Script=Han}$/u.test(key)
        ? all[at + i]?.startsWith(key)
        : all[at + i] === key,
    ),
  );

/** What is typed, in words that must each be there: between marks, spaces, scripts and numbers. */
const wordsOf = (text: string): string[] =>
  text.normalize('NFKC').match(/\p{Script=Han}+|[\p{L}\p{M}]+|\p{N}+/gu) ?? [];

/** The works that a text names; undefined where it names none. */
export function referenceIn(places: Places, text: string): Answer | undefined {
  const words = wordsOf(text).filter(
    (word) => !/^(?:and|et|al|in|the|of|等|年|與|和)$/iu.test(word),
  );
  // A year alone, or a single character, names no work.
  if (!words.some((word) => /\p{L}/u.test(word) && word.length > 1)) return undefined;
  const typed = keysOf(text);
  const found = Object.entries(places.works).filter(([, { short, authors, title }]) => {
    const own = keysOf(short);
    const whole =
      title !== '' &&
      holds(typed, keysOf(title)) &&
      authors.every((author) => holds(typed, keysOf(author)));
    return whole || words.every((word) => holds(own, keysOf(word)));
  });
  if (found.length === 0 || found.length > MOST) return undefined;
  return {
    destinations: found.map(([id, { short }]) => ({ name: short, path: `/sources/${id}/` })),
  };
}
