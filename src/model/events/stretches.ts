/** Where the date and the words of an event stand in their passage. */
import { findStretch, type Stretch } from '../../markdown/stretch.ts';
import { type Block, textOf } from '../text/document.ts';
import { type DateInText, datesIn } from './printed-dates.ts';
import type { EventData } from './schema.ts';

/** The stretches of a block that stand by themselves: cells of a table (its source line aside), else the whole. */
export function runsOf(block: Block): string[] {
  if (block.type !== 'table') return [textOf(block.inlines)];
  return [block.caption, ...block.header, ...block.rows.flat()].map(textOf);
}

const spaceless = (words: string): string => words.replace(/\s+/gu, '');

/** All places of words in a text. */
function placesOf(text: string, words: string): Stretch[] {
  const places: Stretch[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    places.push({ from: at, to: at + words.length });
  return places;
}

/** What was found: where the words stand and where the date does, and what the printed date says. */
export interface FoundEvent {
  words: Stretch;
  date: Stretch;
  /** What the date says by itself; undefined where only a person can tell. */
  says: string | undefined;
}

/**
 * Finds an event in its passage. Of several dates that print the same, the one inside its words is
 * meant, else the nearest before them, else the first.
 * @returns where it stands, or which of the two does not stand there, and how
 */
export function findEvent(
  runs: readonly string[],
  event: Pick<EventData, 'date' | 'text'>,
): FoundEvent | { missing: 'text' | 'date'; how: 'absent' | 'ambiguous' } {
  const text = runs.join('');
  const words = findStretch(text, { printed: event.text });
  if (typeof words === 'string') return { missing: 'text', how: words };
  const read = datesIn(runs).filter(({ printed }) => spaceless(printed) === spaceless(event.date));
  const all: (Stretch & Partial<DateInText>)[] =
    read.length > 0 ? read : placesOf(text, event.date);
  const date =
    all.find(({ from, to }) => from >= words.from && to <= words.to) ??
    all.findLast(({ to }) => to <= words.from) ??
    all[0];
  if (!date) return { missing: 'date', how: 'absent' };
  return { words, date: { from: date.from, to: date.to }, says: date.edtf };
}
