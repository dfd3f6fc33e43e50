/** A function that remembers what it gave for the last texts it was given. */
export function remembering<T>(real: (text: string) => T, kept = 500): (text: string) => T {
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
