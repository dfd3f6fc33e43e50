/** Small texts for the tests of single steps: pages laid out from a few lines. */

import type { Line } from '../../../src/import/lines.ts';
import type { Page } from '../../../src/import/pages.ts';
import { readSettings, type Settings } from '../../../src/import/settings.ts';

export const NO_SETTINGS: Settings = readSettings('');

/** Numbered lines. */
export const lines = (texts: string[], from = 1): Line[] =>
  texts.map((text, i) => ({ text, number: from + i }));

/** A page of text lines and note lines; the notes are numbered on after the text. */
export function page(
  number: number,
  body: string[],
  notes: string[] = [],
  { from = 1, runsOver = false } = {},
): Page {
  return {
    number,
    body: lines(body, from),
    notes: lines(notes, from + body.length + 1),
    runsOver,
  };
}
