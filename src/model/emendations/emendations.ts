/** Emendations and editor's notes at their places in the text. */
import { findStretch, type Stretch } from '../../markdown/stretch.ts';

import { textOf } from '../text/document.ts';
import { type EmendableText, type EmendationHost, emendationHosts, pageAt } from './hosts.ts';
import type { EditorNoteData, EmendationData } from './schema.ts';

interface Placed extends Stretch {
  place: EmendationHost;
  /** The printed page on which the reading begins; undefined where the print numbers none. */
  page: number | undefined;
  /** The text before and after it in its block. */
  before: string;
  after: string;
}

/** An emendation, where it stands. */
export interface Emendation extends EmendationData, Placed {}

/** A figure that was computed, where it stands. */
export interface EditorNote extends EditorNoteData, Placed {}

/**
 * Puts entries at their places, in the order of the text. One without a place is
 * left out here: the checks have refused it before.
 */
function placed<T extends EmendationData | EditorNoteData>(
  entries: readonly T[],
  places: Map<string, EmendationHost>,
): (T & Placed)[] {
  const order = [...places.keys()];
  return entries
    .flatMap((entry): (T & Placed)[] => {
      const place = places.get(entry.at);
      if (!place) return [];
      const text = textOf(place.inlines);
      const found = findStretch(text, entry);
      if (typeof found === 'string') return [];
      return [
        {
          ...entry,
          ...found,
          place,
          page: pageAt(place.inlines, found.from, place.page),
          before: text.slice(0, found.from),
          after: text.slice(found.to),
        },
      ];
    })
    .sort((a, b) => order.indexOf(a.at) - order.indexOf(b.at) || a.from - b.from);
}

/** The emendations and editor's notes of a chapter. */
export function placeAll(
  text: EmendableText,
  emendations: readonly EmendationData[],
  editorNotes: readonly EditorNoteData[],
): { emendations: Emendation[]; editorNotes: EditorNote[] } {
  const places = emendationHosts(text);
  return {
    emendations: placed(emendations, places),
    editorNotes: placed(editorNotes, places),
  };
}

/** Emendations by the id of the block or note they stand in. */
export function byPlace<T extends { at: string }>(entries: readonly T[]): Map<string, T[]> {
  return Map.groupBy(entries, ({ at }) => at);
}
