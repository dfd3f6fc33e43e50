/** Words anywhere in a short text, in whatever characters either is written: what filters of lists ask. */

/** The other characters that one may stand for. */
export type Spellings = (character: string) => readonly string[];

/** Width, case and white space do not count. */
const compared = (text: string): string[] => [
  ...text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ''),
];

/**
 * @param typed words; none are in every text
 * @returns whether a text has the words, character by character in any spelling of them
 */
export function containing(typed: string, spellings: Spellings): (text: string) => boolean {
  const wanted = compared(typed).map((character) => new Set([character, ...spellings(character)]));
  const isOne = (set: ReadonlySet<string>, character: string | undefined): boolean =>
    character !== undefined &&
    (set.has(character) || spellings(character).some((other) => set.has(other)));
  return (text) => {
    const all = compared(text);
    return (
      wanted.length === 0 || all.some((_, at) => wanted.every((set, i) => isOne(set, all[at + i])))
    );
  };
}
