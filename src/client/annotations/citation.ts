/** How the words of an annotation are cited: their place, on the printed pages on which they stand. */
import type { Places } from '../../search/cite/places.ts';
import { type Target, targetOf } from '../../search/cite/targets.ts';
import { onPagesOf } from '../cite/selection.ts';
import type { Annotation } from './annotation.ts';

/** The place of an annotation's first words that can be found; undefined where none can. */
export function placeIn(places: Places, { anchors }: Annotation): Target | undefined {
  const found = anchors.find(({ lost }) => !lost);
  return found && targetOf(places, found.block);
}

/**
 * The same on the pages of the very words.
 * @param range the words in a page of the text; without it, the pages are those of the block
 */
export function citedAs(
  places: Places,
  annotation: Annotation,
  range: Range | undefined,
): Target | undefined {
  const target = placeIn(places, annotation);
  if (!target || !range || target.locus.note !== undefined) return target;
  return { ...target, locus: onPagesOf(range, target.locus) };
}
