/** How far one word is from another. */

/**
 * The least number of keys to put in, leave out or put in another's place
 * (Levenshtein), two neighbours that changed places counted as one.
 */
export function distance(one: readonly string[], other: readonly string[]): number {
  let before: number[] = [];
  let last = other.map((_, j) => j).concat(other.length);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const changed = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + changed);
      if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (before[j - 2] ?? least) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[other.length] ?? 0;
}
