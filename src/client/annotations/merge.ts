/** What a file of annotations adds to those that are there: by their ids, the later of two. */
import type { Anchor, Annotation } from './annotation.ts';
import type { Read } from './json-ld.ts';

export interface Merged {
  /** What is to be kept: new ones, and those of which the file has a later state. */
  kept: Annotation[];
  added: number;
  updated: number;
  known: number;
  /** Annotations of other texts. */
  refused: number;
}

/**
 * @param relocate finds the words in the text as it is now
 * @param isOurs whether an address is one of this site
 */
export function merge(
  there: readonly Annotation[],
  incoming: readonly Read[],
  relocate: (annotation: Annotation) => Annotation,
  isOurs: (address: string) => boolean,
): Merged {
  const before = new Map(there.map((annotation) => [annotation.id, annotation]));
  const kept = new Map<string, Annotation>();
  const merged: Merged = { kept: [], added: 0, updated: 0, known: 0, refused: 0 };
  for (const { annotation, sources } of incoming) {
    const known = kept.get(annotation.id) ?? before.get(annotation.id);
    if (known && known.modified >= annotation.modified) {
      merged.known += 1;
      continue;
    }
    const here = relocate(annotation);
    const isFound = here.anchors.some(({ lost }: Anchor) => !lost);
    // What this site no longer has is kept with its quotation; what was never here is not ours.
    if (!isFound && !sources.some(isOurs)) {
      merged.refused += 1;
      continue;
    }
    kept.set(annotation.id, here);
    if (known) merged.updated += 1;
    else merged.added += 1;
  }
  merged.kept = [...kept.values()];
  return merged;
}
