/**
 * How notes are printed and called. The number of a note counts through the
 * chapter and is its address; its mark is what the print has, and may begin
 * anew in each section.
 */
import type { FootnoteData } from '../content/schemas.ts';

/** What is printed of a note's number, and what it is called. */
export interface NoteMark {
  /** As printed: 12, [12], ③. */
  mark: string;
  /** Its printed number. */
  printed: number;
  /** What the interface calls it: 12; 2.3 for the third note of the second section. */
  name: string;
}

type Numbered = Pick<FootnoteData, 'number' | 'mark'>;

/** The printed number of a note: that of its mark. */
export function printedNumber({ number, mark }: Numbered): number {
  const digits = /\d+/u.exec(mark?.normalize('NFKC') ?? '')?.[0];
  return digits === undefined ? number : Number(digits);
}

/** Whether notes begin anew in each section. */
export const beginAnew = (notes: readonly Numbered[]): boolean =>
  notes.some((note) => printedNumber(note) !== note.number);

/**
 * @param section the section that holds the note's mark
 * @param anew whether the notes of the text begin anew in each section
 */
export function noteMark(note: Numbered, section: number, anew: boolean): NoteMark {
  const printed = printedNumber(note);
  return {
    mark: note.mark ?? String(note.number),
    printed,
    name: anew ? `${section}.${printed}` : String(note.number),
  };
}
