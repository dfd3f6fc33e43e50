/** Where sentences of a text begin and end. Short forms and initials, with which notes are full, end none. */

/** From a sentence's first character to behind its last. */
export type Span = readonly [start: number, end: number];

/** What may stand behind the stop and still belongs to its sentence. */
const CLOSING = '[」』”’）)》〉〕】"\\s]*';
const STOP = new RegExp(
  `(?:[。！？；⋯]|…+|[!?](?=${CLOSING}(?:\\s|$))|\\.(?=[”’")]*\\s+[“"(]?\\p{Lu}))${CLOSING}`,
  'gu',
);

/** Words whose point ends no sentence, and initials of names. */
const SHORT =
  /(?:^|[\s(“"-])(?:\p{L}|U\.[\s]?[A-Z]|op|loc|cit|ibid|vols?|nos?|pp?|eds?|trans|rev|vs|etc|cf|al|Jr|Sr|Dr|Mr|Mrs|Ms|Prof|Gen|Col|Capt|Lt|St|Sen|Rep|Gov|Pres|Univ|Dept|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/iu;

/**
 * The sentences of a text, without the white space around them. Nothing that makes a sound is left out.
 * @param text of one paragraph, heading or cell
 */
export function sentencesIn(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  const add = (to: number) => {
    const piece = text.slice(from, to);
    const start = from + (piece.length - piece.trimStart().length);
    if (/[\p{L}\p{N}]/u.test(piece)) spans.push([start, start + piece.trim().length]);
    // Signs alone belong to the sentence before them.
    else if (piece.trim() !== '' && spans.length > 0) {
      const last = spans.pop();
      if (last) spans.push([last[0], from + piece.trimEnd().length]);
    } else if (piece.trim() !== '') return;
    from = to;
  };
  for (const { index, 0: stop } of text.matchAll(STOP)) {
    if (stop.startsWith('.') && SHORT.test(text.slice(0, index + 1))) continue;
    add(index + stop.length);
  }
  add(text.length);
  return spans;
}
