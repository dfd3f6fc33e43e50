/** What is shown of a passage where a name stands: the sentence around it, and the link to its very words. */
import { address, id } from '../addresses/address.ts';
import { runsOf } from '../events/stretches.ts';
import type { Inline } from '../text/document.ts';
import { textDirective } from '../text/text-fragment.ts';
import type { NamePassage } from './names.ts';

/** Words around a name, and the names within them. */
export interface Excerpt {
  /** Whether more of the passage stands before and after. */
  cutBefore: boolean;
  cutAfter: boolean;
  pieces: { text: string; isName: boolean }[];
  /** The address of its first name, at its very words. */
  to: string;
}

/** So many characters before and after a name are shown at most. */
const AROUND = 48;
const SENTENCE_END = /[。！？；!?]/u;

/** Where the page sets something between the characters of inlines: marks of notes, and what it says after an outside link. */
function barsIn(inlines: readonly Inline[], from: number): { bars: number[]; to: number } {
  const bars: number[] = [];
  let to = from;
  for (const inline of inlines) {
    if ('children' in inline) {
      const within = barsIn(inline.children, to);
      bars.push(...within.bars);
      to = within.to;
      // It follows the full stop.
      if (inline.type === 'link') bars.push(to, to + 1);
    } else if ('value' in inline) to += inline.value.length;
    else bars.push(to);
  }
  return { bars, to };
}

/** The places of a passage across which a link cannot name words. */
function barsOf({ place }: NamePassage): number[] {
  if (place.block.type !== 'table' || place.note) return barsIn(place.inlines, 0).bars;
  const cells: number[] = [];
  let to = 0;
  for (const run of runsOf(place.block)) {
    to += run.length;
    cells.push(to);
  }
  return [...cells, ...barsIn(place.block.source, to).bars];
}

/** Whether a stretch stands in the line of sources under a table, which has an id of its own. */
const isOfSource = ({ place: { block, note } }: NamePassage, from: number): boolean =>
  block.type === 'table' && !note && from >= runsOf(block).join('').length;

/** The address of a stretch of a passage. */
function stretchAddress(passage: NamePassage, { from, to }: { from: number; to: number }): string {
  const { place, at, text } = passage;
  const bars = barsOf(passage);
  const begin = bars.filter((bar) => bar <= from).at(-1) ?? 0;
  const end = bars.find((bar) => bar >= to) ?? text.length;
  const anchor = place.note
    ? id.note(place.note.number)
    : `${at}${isOfSource(passage, from) ? '-source' : ''}`;
  const directive = textDirective(text.slice(begin, end), from - begin, to - begin);
  return `${address.section(place.section.number)}#${anchor}:~:${directive}`;
}

/** From where to where the words around a stretch are shown: its sentence, or as much as has room. */
function windowOf(text: string, from: number, to: number): { from: number; to: number } {
  const least = Math.max(0, from - AROUND);
  const before = [...text.slice(least, from)].findLastIndex((char) => SENTENCE_END.test(char));
  const after = text.slice(to, to + AROUND).search(SENTENCE_END);
  return {
    from: before === -1 ? least : least + before + 1,
    to: after === -1 ? Math.min(text.length, to + AROUND) : to + after + 1,
  };
}

/** The excerpts of a passage, each with all names that stand in it. */
export function excerptsOf(passage: NamePassage): Excerpt[] {
  const { text, stretches } = passage;
  const windows: { from: number; to: number; names: typeof stretches }[] = [];
  for (const stretch of stretches) {
    const own = windowOf(text, stretch.from, stretch.to);
    const last = windows.at(-1);
    if (last && own.from <= last.to) {
      last.to = Math.max(last.to, own.to);
      last.names.push(stretch);
    } else windows.push({ ...own, names: [stretch] });
  }
  return windows.map(({ from, to, names }): Excerpt => {
    const pieces: Excerpt['pieces'] = [];
    let at = from;
    for (const name of names) {
      pieces.push({ text: text.slice(at, name.from), isName: false });
      pieces.push({ text: text.slice(name.from, name.to), isName: true });
      at = name.to;
    }
    pieces.push({ text: text.slice(at, to), isName: false });
    const isEnd = from === 0 || SENTENCE_END.test(text[from - 1] ?? '');
    return {
      cutBefore: !isEnd,
      cutAfter: to < text.length && !SENTENCE_END.test(text[to - 1] ?? ''),
      pieces: pieces.filter((piece) => piece.text !== ''),
      to: stretchAddress(passage, names[0] ?? { from, to }),
    };
  });
}
