/** Where notes beside a text stand. */

/**
 * Each as high as its mark, or under the one before it; where the last would reach
 * beyond the end they move up, as far as there is room at all.
 * @param wanted the heights of their lines
 * @param sizes how much room each takes
 * @param gap the least distance between two
 * @param end how far they may reach
 */
export function layOutSidenotes(
  wanted: number[],
  sizes: number[],
  gap: number,
  end: number,
): number[] {
  let free = 0;
  const places = wanted.map((want, i) => {
    const place = Math.max(want, free);
    free = place + (sizes[i] ?? 0) + gap;
    return place;
  });
  const all = sizes.reduce((sum, size) => sum + size + gap, -gap);
  let limit = Math.max(end, all);
  for (let i = places.length - 1; i >= 0; i -= 1) {
    places[i] = Math.min(places[i] ?? 0, limit - (sizes[i] ?? 0));
    limit = (places[i] ?? 0) - gap;
  }
  return places;
}
