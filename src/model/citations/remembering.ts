/** What is asked again and again of the same printed words is worked out once. */

/**
 * A function that remembers what it gave for the last texts it was given.
 * @param kept how many; a text that is edited for hours must not fill the memory
 */
export function remembering<T extends {}>(
  real: (text: string) => T,
  kept = 20_000,
): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = real(text);
    known.set(text, made);
    const oldest = known.size > kept ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
    return made;
  };
}
