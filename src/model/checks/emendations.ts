/** Checks the emendations and editor's notes: each at one place, with a reading that is printed there. */
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../../markdown/processor.ts';
import { findStretch, type Stretch, type Wanted } from '../../markdown/stretch.ts';
import { noteInlines } from '../chapter/chapter.ts';
import type { Content } from '../content/content.ts';
import { searchedInlines } from '../emendations/hosts.ts';
import { type Inline, textOf, walk } from '../text/document.ts';
import type { Blocks } from './blocks.ts';
import { didYouMean, type Finding } from './findings.ts';
import { lineIn } from './hosts.ts';
import { mathFault } from './markdown.ts';

/** What both kinds of entries have. */
interface Entry extends Wanted {
  id: string;
  at: string;
  note?: string | undefined;
}

/** A finding at a key of an entry. */
type Say = (found: { rule: string; key: string; message: string }) => Finding;

/** The inlines of all places by their ids. */
function placesIn(content: Content, blocks: Blocks): Map<string, Inline[]> {
  return new Map([
    ...blocks.text.map(({ block }) => [block.id, searchedInlines(block)] as const),
    ...content.footnotes.map(({ data, body }) => [`fn${data.number}`, noteInlines(body)] as const),
  ]);
}

/** Whether a stretch stands in one text, with no mark, page break or link inside it. */
function isWhole(inlines: Inline[], { from, to }: Stretch): boolean {
  let at = 0;
  for (const inline of walk(inlines)) {
    if (!('value' in inline)) continue;
    if (at <= from && to <= at + inline.value.length) return true;
    at += inline.value.length;
  }
  return false;
}

const WHY = {
  absent: 'does not stand there as printed: write it character for character',
  ambiguous: 'stands there more than once: give a longer “context” that stands there once',
} as const;

function placeFaults(entry: Entry, places: Map<string, Inline[]>, say: Say): Finding[] {
  const inlines = places.get(entry.at);
  if (!inlines) {
    const hint = didYouMean(entry.at, [...places.keys()]);
    const message = `there is no block or note “${entry.at}”: name one that has the emendation.${hint}`;
    return [say({ rule: 'emendation/place', key: 'at', message })];
  }
  const found = findStretch(textOf(inlines), entry);
  if (typeof found === 'string') {
    const message = `“${entry.printed}” ${WHY[found]}.`;
    return [say({ rule: 'emendation/reading', key: 'printed', message })];
  }
  if (isWhole(inlines, found)) return [];
  const message = `“${entry.printed}” is divided by a mark, a page break or a link: give a reading on one side of it.`;
  return [say({ rule: 'emendation/divided', key: 'printed', message })];
}

function mathFaults({ note = '' }: Entry, say: Say): Finding[] {
  const findings: Finding[] = [];
  visit(parseMarkdown(note), (node) => {
    if (node.type !== 'inlineMath' && node.type !== 'math') return;
    const message = mathFault(node.value);
    if (message) findings.push(say({ rule: 'math/invalid', key: 'note', message }));
  });
  return findings;
}

function duplicates(entries: readonly Entry[], say: (i: number) => Say): Finding[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id }, i) => {
    const again = seen.has(id);
    seen.add(id);
    if (!again) return [];
    const message = `${id} stands twice: give this entry the next number that was never used.`;
    return [say(i)({ rule: 'emendation/duplicate', key: 'id', message })];
  });
}

/** Emendations that share characters: which of them a reader would see could not be said. */
function overlaps(
  entries: readonly Entry[],
  places: Map<string, Inline[]>,
  say: (i: number) => Say,
): Finding[] {
  const taken: { at: string; id: string; stretch: Stretch }[] = [];
  return entries.flatMap((entry, i) => {
    const stretch = findStretch(textOf(places.get(entry.at) ?? []), entry);
    if (typeof stretch === 'string') return [];
    const other = taken.find(
      ({ at, stretch: { from, to } }) => at === entry.at && stretch.from < to && from < stretch.to,
    );
    taken.push({ at: entry.at, id: entry.id, stretch });
    if (!other) return [];
    const message = `“${entry.printed}” overlaps ${other.id}: give each its own characters, or put them into one.`;
    return [say(i)({ rule: 'emendation/overlap', key: 'printed', message })];
  });
}

/** Runs all checks of the emendations and editor's notes. */
export function checkEmendations(content: Content, blocks: Blocks): Finding[] {
  const places = placesIn(content, blocks);
  const { emendations, editorNotes } = content;
  const saying =
    (file: typeof emendations | typeof editorNotes) =>
    (i: number): Say =>
    ({ key, ...found }) => ({ ...found, file: file.file, line: lineIn(file, [i, key]) });
  const say = saying(emendations);
  return [
    ...[emendations, editorNotes].flatMap((file) => [
      ...duplicates(file.data, saying(file)),
      ...file.data.flatMap((entry, i) => [
        ...placeFaults(entry, places, saying(file)(i)),
        ...mathFaults(entry, saying(file)(i)),
      ]),
    ]),
    ...emendations.data.flatMap(({ printed, correction }, i) => {
      if (printed !== correction) return [];
      const message = `the correction is the reading itself: write what it should be, or leave “correction” out.`;
      return [say(i)({ rule: 'emendation/same', key: 'correction', message })];
    }),
    ...overlaps(emendations.data, places, say),
  ];
}
