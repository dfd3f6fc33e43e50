/** The places in the lines of a text where a mark could stand, and how unlikely each is. */
import { candidates } from '../../candidates.ts';
import type { RawNote as PlainNote } from '../../notes.ts';
import type { Settings } from '../../settings.ts';
import type { Surrounded } from '../pinned.ts';
import { numbersIn } from './align.ts';
import { standingMarks } from './labels.ts';
import type { Line } from './lines.ts';

/** The rest of a mark that a line end parts, and how many characters it takes. */
export interface Tail {
  line: Line;
  length: number;
}

/** A place that could be the mark of a note. */
export interface Candidate extends Surrounded {
  line: Line;
  at: number;
  length: number;
  tail?: Tail;
  choice: string;
  /** The id of the question whether it is a mark at all. */
  doubtId: string;
  /** Whether that is asked. */
  doubt: boolean;
}

/** A text of lines joined by line feeds, with the offset of each. */
function joined(lines: Line[]): { text: string; offsets: number[] } {
  const offsets: number[] = [];
  let text = '';
  for (const line of lines) {
    offsets.push(text.length);
    text += `${line.text}\n`;
  }
  return { text, offsets };
}

/** A number that a space parts from the text before it, and none from the text after. */
const SPACED = 4;
const SPACED_BEFORE_YEAR = 5;
/** After a stop, with white space or a line end before it and white space after it. */
const APART = 6;
const MEASURES = '[年月日時歲人名位個條戶元兩里次種隻艘座枚份件篇冊本頁張口家所處名％%]';

/** The places that could be the bare mark of a note with this number. */
function bareMarks(text: string, number: number, settings: Settings) {
  const mark = String(number);
  const plain = { number, printed: number, mark, page: 0, line: 0, lines: [] };
  const found = candidates(text, plain satisfies PlainNote, { ...settings, noteMarks: '1' });
  // Some extractors set a space before a mark; figures have one on both sides.
  const spaced = new RegExp(
    `(?<=[\\p{Script=Han}。，；：？！」』）)”] )${mark}(?:(?=[\\p{Script=Han}「『（《〈])|(?=(?:1[6-9]|20)\\d\\d\\s*年))`,
    'gu',
  );
  for (const { index } of text.matchAll(spaced)) {
    if (found.some((c) => c.start === index)) continue;
    const year = /^\d/u.test(text.slice(index + mark.length));
    found.push({ start: index, cost: year ? SPACED_BEFORE_YEAR : SPACED });
  }
  // Others set one on both sides, or end the line before the mark.
  const apart = new RegExp(
    `(?<=[。，；：？！」』）)”][ \\n])${mark}(?= (?!${MEASURES})[\\p{Script=Han}「『（《〈])`,
    'gu',
  );
  for (const { index } of text.matchAll(apart))
    if (!found.some((c) => c.start === index)) found.push({ start: index, cost: APART });
  return found.sort((a, b) => a.start - b.start);
}

/** Two marks in one run of digits are rarer than one. */
const SIDE_BY_SIDE = 1;

const COST = 5;
const MOST = 60;
/** How many characters around a mark are looked at. */
const AROUND = 60;

/** The first of the lines in which a number could be marked; -1 where there is none. */
export function markedIn(number: number, lines: Line[], settings: Settings): number {
  const { text, offsets } = joined(lines);
  const starts = [
    ...bareMarks(text, number, settings).map((c) => c.start),
    ...standingMarks(text).flatMap((m) => (m.number === number ? [m.at] : [])),
  ];
  const first = Math.min(...starts);
  return Number.isFinite(first) ? offsets.findLastIndex((o) => o <= first) : -1;
}

/** All places in lines where one of these numbers could be a mark, in order. */
export function candidatesOf(lines: Line[], numbers: Set<number>, settings: Settings): Candidate[] {
  const { text, offsets } = joined(lines);
  const found: Candidate[] = [];
  const add = (start: number, length: number, number: number, sign: boolean, cost: number) => {
    const index = offsets.findLastIndex((o) => o <= start);
    const line = lines[index];
    if (!line) return;
    const at = start - (offsets[index] ?? 0);
    const end = start + length;
    const own = Math.min(length, line.text.length - at);
    const below = lines[index + 1];
    found.push({
      line,
      at,
      length: own,
      // The line feed is no part of it.
      ...(own < length && below ? { tail: { line: below, length: length - own - 1 } } : {}),
      text: text.slice(start, end).replace('\n', ''),
      number,
      sign,
      page: line.page,
      cost,
      before: text.slice(Math.max(0, start - AROUND), start),
      after: text.slice(end, end + AROUND),
      doubtId: `number:${line.number}:${line.text.slice(Math.max(0, at - 10), at)}${number}`,
      doubt: cost >= 1 + COST * APART && !sign,
      choice: `mark:${line.number}:${line.text.slice(Math.max(0, at - 10), at)}${number}`,
    });
  };
  for (const { at, length, number, form } of standingMarks(text))
    if (numbers.has(number)) add(at, length, number, form === 'sign', at === 0 ? 20 : 0);
  for (const number of numbers)
    for (const { start, cost } of bareMarks(text, number, settings)) {
      const length = String(number).length;
      const within = found.some(
        (c) => c.line.text.slice(c.at).length > 0 && overlaps(c, start, length, offsets, lines),
      );
      if (!within) add(start, length, number, false, Math.min(MOST, 1 + COST * cost));
    }
  for (const { 0: digits, index } of text.matchAll(/(?<!\d)\d{2,8}(?!\d)/gu)) {
    const lengths = numbersIn(digits, (n) => numbers.has(n));
    if (lengths.length === 1) continue;
    const cost = bareMarks(text, Number(digits), settings).find((c) => c.start === index)?.cost;
    if (cost === undefined) continue;
    let at = index;
    for (const length of lengths) {
      const number = Number(text.slice(at, at + length));
      add(at, length, number, false, Math.min(MOST, 1 + COST * (cost + SIDE_BY_SIDE)));
      at += length;
    }
  }
  return found.sort((a, b) => a.line.number - b.line.number || a.at - b.at || a.number - b.number);
}

function overlaps(c: Candidate, start: number, length: number, offsets: number[], lines: Line[]) {
  const at = (offsets[lines.indexOf(c.line)] ?? 0) + c.at;
  // The line feed, and what of the mark stands behind it.
  const over = c.tail ? 1 + c.tail.length : 0;
  return at < start + length && start < at + c.length + over;
}
