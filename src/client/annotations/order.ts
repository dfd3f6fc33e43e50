/** The order of the text, and what of the annotations one wants to see. Pure: nothing of a page. */
import type { Places } from '../../search/cite/places.ts';
import { type Annotation, type Colour, isLost, wordsOf } from './annotation.ts';

/** Where each block comes in the text; a note comes after the block that has its mark. */
export function textOrder({
  blocks,
  notes,
}: Pick<Places, 'blocks' | 'notes'>): Map<string, number> {
  const hosted = Map.groupBy(Object.entries(notes), ([, { block }]) => block);
  const ids = Object.keys(blocks).flatMap((id) => [
    id,
    ...(hosted.get(id) ?? []).map(([number]) => `fn${number}`),
  ]);
  return new Map(ids.map((id, i) => [id, i]));
}

/** In the order of the text; what cannot be found comes last. */
export function inOrder(
  annotations: readonly Annotation[],
  order: ReadonlyMap<string, number>,
): Annotation[] {
  const placeOf = (annotation: Annotation): readonly [number, number] => {
    const first = annotation.anchors.find(({ lost }) => !lost);
    const end = order.size;
    return first ? [order.get(first.block) ?? end, first.start ?? 0] : [end + 1, 0];
  };
  const placed = annotations.map((annotation) => ({ annotation, at: placeOf(annotation) }));
  placed.sort(
    (a, b) =>
      a.at[0] - b.at[0] ||
      a.at[1] - b.at[1] ||
      a.annotation.created.localeCompare(b.annotation.created),
  );
  return placed.map(({ annotation }) => annotation);
}

/** What one wants to see; what is empty is all one. */
export interface Wanted {
  /** Words in the quotation, the note or a tag; all of several. */
  words: string;
  colour: Colour | '' | 'lost';
  tag: string;
}

/**
 * Those that are wanted, in the same order.
 * @param contains of some words, whether a text has them
 */
export function wanted(
  annotations: readonly Annotation[],
  { words, colour, tag }: Wanted,
  contains: (typed: string) => (text: string) => boolean,
): Annotation[] {
  const all = words
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map(contains);
  return annotations.filter((annotation) => {
    if (colour === 'lost' ? !isLost(annotation) : colour !== '' && annotation.colour !== colour)
      return false;
    if (tag !== '' && !annotation.tags.includes(tag)) return false;
    if (all.length === 0) return true;
    const text = [wordsOf(annotation), annotation.note, ...annotation.tags].join('\n');
    return all.every((has) => has(text));
  });
}

/** All tags with how many have them, the most used first. */
export function tagsOf(annotations: readonly Annotation[]): [tag: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { tags } of annotations)
    for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}
