/** A note's words, parted into the citations in it. */
import { readDate } from '../citations/dates.ts';
import { pagesIn } from '../citations/locators.ts';
import { shortFormOf } from '../citations/printed.ts';
import { covered, markedIn } from './words.ts';

/** A stretch of a note. */
export interface Part {
  text: string;
  /** Whether it names a work; what does not is comment. */
  cites: boolean;
  /** Whether it names the work in which the one before it was seen (轉引自). */
  quotes: boolean;
}

/** Where a note may go on to another citation: after a full stop, a semicolon, and before 轉引自. */
const ENDS =
  /[。；;](?=\s*\S)|(?<=[\d)）■”.])\.(?=\s+(?:[\p{Lu}“「]|\p{Script=Han}))|(?<=\S)\s*[,，]?\s*(?=(?:轉引自|转引自|(?:as\s+)?(?:quoted|cited)\s+in\b))/gu;

const QUOTES = /^(?:轉引自|转引自|(?:as\s+)?(?:quoted|cited)\s+in\b)/iu;

/** Words that name a work: a short form, a title in marks, an address, or a page or date among few words. */
function isCitation(text: string): boolean {
  if (shortFormOf(text) !== undefined || /https?:\/\//u.test(text)) return true;
  const words = covered(text);
  const hasPage = pagesIn(text, true).some(({ sure }) => sure);
  const hasDate = /(?:\d|[〇○一二三四五六七八九十])\s*[年月期卷]|(?:1[5-9]|20)\d\d/u.test(text);
  // A title is followed by a comma inside or outside its marks; a quoted word of a comment is not.
  const titled = markedIn(text).some(
    ({ end, mark }) =>
      mark === '《' ||
      /^\s*[,，(（.。]/u.test(text.slice(end)) ||
      /[,，.]$/u.test(text.slice(0, end - 1)),
  );
  return (
    (titled && (hasPage || hasDate || words.length < 120)) ||
    hasPage ||
    (hasDate && text.length < 60)
  );
}

/**
 * Parts a note.
 * @returns all of its words, in order; each `text` stands in the note as it is
 */
export function partsOf(note: string): Part[] {
  const cover = covered(note);
  const pieces: string[] = [];
  let start = 0;
  for (const { index, 0: sign } of cover.matchAll(ENDS)) {
    const end = index + (/^[。.]/u.test(sign) ? 1 : 0);
    pieces.push(note.slice(start, end));
    start = index + sign.length;
  }
  pieces.push(note.slice(start));
  const parts = pieces.map((piece) => piece.trim()).filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  const merged: Part[] = [];
  for (const text of parts) {
    const cites = isCitation(text);
    const last = merged.at(-1);
    // 參見 http://… after a full stop belongs to the work before it, and so does a date alone.
    const tail =
      /^(?:[參参][見见]|see\b)?\s*<?https?:/iu.test(text) || readDate(text) !== undefined;
    if (last && (tail || (!cites && !last.cites)) && note.includes(last.text)) {
      const from = note.indexOf(last.text);
      last.text = note.slice(from, note.indexOf(text, from + last.text.length) + text.length);
      last.cites ||= cites;
    } else merged.push({ text, cites, quotes: QUOTES.test(text) });
  }
  return merged;
}
