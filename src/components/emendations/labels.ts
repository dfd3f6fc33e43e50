/** What the interface calls the kinds of emendations, and how it shows where one stands. */

import { closeSpacing } from '../../markdown/rehype-spacing.ts';
import { messages } from '../../messages/site.ts';
import { address, id, paragraphNumber, structuralPlace } from '../../model/addresses/address.ts';
import type { EditorNote, Emendation } from '../../model/emendations/emendations.ts';

export const EMENDATION_KIND: Record<Emendation['kind'], string> = {
  character: messages.emendations.character,
  extra: messages.emendations.extra,
  missing: messages.emendations.missing,
  word: messages.emendations.word,
  punctuation: messages.emendations.punctuation,
  number: messages.emendations.number,
  reference: messages.emendations.reference,
  name: messages.emendations.name,
  fact: messages.emendations.fact,
};

export const OUTCOME: Record<EditorNote['finding'], string> = {
  holds: messages.emendations.holds,
  nearly: messages.emendations.nearly,
  fails: messages.emendations.fails,
};

type Placed = Pick<Emendation, 'place' | 'page' | 'at'>;

/** Where it stands, for people: 第四節 二（一）1　第 5 段，頁 73. */
export function placeLabel({ place: { section, block, note }, page }: Placed): string {
  const at = page === undefined ? '' : messages.emendations.onPage(page);
  if (note) return messages.emendations.noteOnPage(note.name, at);
  const paragraph = paragraphNumber(block);
  const part =
    block.type === 'table'
      ? messages.emendations.atTable(block.id.replace('table-', ''))
      : paragraph === undefined
        ? messages.emendations.atHeading
        : messages.notes.nthParagraph(paragraph);
  return `${structuralPlace(section, block)}${part}${at}`;
}

/** The address where it stands in its section. */
export const placeAddress = ({ place: { section, note }, at }: Placed): string =>
  `${address.section(section.number)}#${note ? id.note(note.number) : at}`;

/** How many characters of the text are shown on each side of an emendation. */
const AROUND = 14;

/** The words before and after it, shortened. */
export function around({ before, after }: Pick<Emendation, 'before' | 'after'>): [string, string] {
  const [head, tail] = [closeSpacing(before), closeSpacing(after)];
  return [
    head.length > AROUND ? `…${head.slice(-AROUND)}` : head,
    tail.length > AROUND ? `${tail.slice(0, AROUND)}…` : tail,
  ];
}

/** What stands for the correction: its words, that the reading is to be taken out, or that there is none. */
export function corrected({ correction }: Pick<Emendation, 'correction'>): string {
  if (correction === undefined) return messages.emendations.uncorrected;
  return correction === ''
    ? messages.emendations.cut
    : messages.common.quoted(closeSpacing(correction));
}
