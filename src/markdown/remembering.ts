/** What is asked again and again of the same printed words is worked out once. */

/**
 * A function that remembers what it gave for the last texts it was given. What it gives is
 * shared by all who ask, and so is never changed.
 * @param kept how many characters of texts; a text that is edited for hours must not fill the memory
 */
export function remembering<T extends {}>(
  real: (text: string) => T,
  kept = 2_000_000,
): (text: string) => T {
  const known = new Map<string, T>();
  let characters = 0;
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = real(text);
    known.set(text, made);
    characters += text.length;
    for (const oldest of known.keys()) {
      if (characters <= kept || oldest === text) break;
      known.delete(oldest);
      characters -= oldest.length;
    }
    return made;
  };
}
