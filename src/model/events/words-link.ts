/** Links to the very words of an event: `/sections/4/#s4-1-1-p3:~:text=…` (Text Fragments, WICG). */
import { closeSpacing } from '../../markdown/rehype-spacing.ts';
import { address, id } from '../addresses/address.ts';
import { textOf } from '../text/document.ts';
import { directiveWords, wordBounds } from '../text/text-fragment.ts';
import type { TextEvent } from './events.ts';
import { runsOf } from './stretches.ts';

/** Words up to this length stand in the link whole; of longer ones, the first and the last. */
const WHOLE = 30;
/** Characters of the first and the last words of a longer passage. */
const ENDS = 12;

/** The words as a page shows them. */
export const shownWords = ({ text }: Pick<TextEvent, 'text'>): string => closeSpacing(text);

/** The stretch of the passage in which an event's words stand, as a page shows it. */
function runOf({ place, text }: TextEvent): string {
  const runs = place.note ? [textOf(place.inlines)] : runsOf(place.block);
  const shown = runs.map(closeSpacing);
  return shown.find((run) => run.includes(closeSpacing(text))) ?? shown.join('');
}

/** The directive that leads to an event's words. */
function directiveOf(event: TextEvent): string {
  const run = runOf(event);
  const words = shownWords(event);
  const toBound = wordBounds(run);
  const begin = Math.max(0, run.indexOf(words));
  const from = toBound(begin, -1);
  const to = toBound(begin + words.length, 1);
  const part = (start: number, end: number) => directiveWords(run.slice(start, end).trim());
  if (to - from <= WHOLE) return `text=${part(from, to)}`;
  const first = toBound(from + ENDS, 1);
  return `text=${part(from, first)},${part(toBound(to - ENDS, -1), to)}`;
}

/** The address of an event's passage in its section. */
const passageAddress = ({ place: { section, note }, at }: TextEvent): string =>
  `${address.section(section.number)}#${note ? id.note(note.number) : at}`;

/** The address of its very words. */
export const wordsAddress = (event: TextEvent): string =>
  `${passageAddress(event)}:~:${directiveOf(event)}`;
