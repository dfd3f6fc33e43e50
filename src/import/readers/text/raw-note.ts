/** A note as the lines of a text hold it, and what the text is parted into. */
import type { Label } from './labels.ts';
import type { Line } from './lines.ts';

/** A note as it lies in the file. */
export interface RawNote {
  label: Label;
  /** The line of the label, and the characters of its text that are the label. */
  labelLine: Line;
  labelLength: number;
  kind: 'foot' | 'end';
  page: number;
  /** The lines of the note; the first without its label where that stands in it. */
  lines: Line[];
}

/** Text and notes, parted. */
export interface Areas {
  notes: RawNote[];
  /** The lines of text, in order. */
  body: Line[];
  headings: Line[];
  /** Notes whose extent could be another. */
  doubts: RawNote[];
}
