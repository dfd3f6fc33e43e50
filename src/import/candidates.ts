/**
 * The places on a page where a number could be the mark of a note, and how
 * unlikely each is.
 *
 * A mark is glued to the text before it. A figure of the text is set off from
 * Han characters by a space, stands before a measure word, or belongs to a
 * longer number; glued to punctuation it looks like a mark, until one sees
 * what follows.
 */
import { markForm } from './noteref-forms.ts';
import type { RawNote } from './notes.ts';
import type { Settings } from './settings.ts';

/** A place where a mark could stand: its offset in the page's text, and its cost. */
export interface Candidate {
  start: number;
  cost: number;
}

const MEASURE =
  '年|月|日|時|分|秒|天|週|歲|世紀|％|%|名|人|位|國|億|萬|千|百|餘|多|公里|公斤|公頃|噸|元|美元|枚|架|艘|輛|座|棟|個|條|次|號|點|線|師|級|種|類|項|件|起|批|倍|度|屆|期|卷|章|節|頁';
const GLUED_MEASURE = new RegExp(`^(?:${MEASURE})`, 'u');
const SET_OFF_MEASURE = new RegExp(`^ +(?:${MEASURE})`, 'u');

/** What stands before digits that belong to a longer number, a bracket, an address or a name. */
const INSIDE = /[\d:/-][\d.,:/-]$|[\d/(（<=&?_#第-]$/u;
const CLOSED = /[。，；：？！」』）)”.]$/u;
const LATIN = /\p{Script=Latin}$/u;

const CUT = 4;
const AFTER_LATIN = 3;
const SET_OFF = 3;
const AFTER_SPACE = 2;
const BEFORE_MEASURE = 2;
const AT_LINE_START = 1;

/** Whether a figure of this size stands before years, months, days or hours; undefined for other words. */
function isDate(figure: string, after: string): boolean | undefined {
  const word = /^\s*([年月日時])/u.exec(after)?.[1];
  const most = { 年: 2100, 月: 12, 日: 31, 時: 24 }[word ?? ''];
  return most === undefined ? undefined : Number(figure) > 0 && Number(figure) <= most;
}

/** Whether a run of digits that begins with the mark falls into the mark and a figure (26|1969, 26|3. 在). */
function fallsApart(run: string, rest: string, after: string): boolean {
  if (rest.startsWith('0')) return false;
  const wholeIsDate = isDate(run, after);
  if (wholeIsDate !== undefined) return !wholeIsDate && isDate(rest, after) === true;
  if (/^\.\s*\p{Script=Han}/u.test(after)) return run.length > 2 && rest.length <= 2;
  return run.length > 4 && /^(?:1[5-9]|20)\d\d$/u.test(rest);
}

/** The cost of what stands before; undefined where no mark can stand. */
function costBefore(before: string, after: string): number | undefined {
  if (INSIDE.test(before)) return undefined;
  if (before.endsWith('\n')) {
    const above = before.replace(/\n+$/u, '');
    if (/\s$/u.test(above) || /^[.、)）]|^ +[^\s]/u.test(after)) return undefined;
    return /^\s*\n/u.test(after) ? AT_LINE_START : 2 * AT_LINE_START;
  }
  if (/\s$/u.test(before)) {
    const follows = /^\s*\n|^[\p{Script=Han}「『（(]/u.test(after);
    return CLOSED.test(before.trimEnd()) && follows ? AFTER_SPACE : undefined;
  }
  return LATIN.test(before) ? AFTER_LATIN : 0;
}

/** The cost of what follows a number that is whole; undefined where no mark can stand. */
function costAfter(after: string): number | undefined {
  if (/^[%％]|^[.,/]\d|^\.\s*\p{Script=Han}/u.test(after) || SET_OFF_MEASURE.test(after))
    return undefined;
  if (GLUED_MEASURE.test(after)) return BEFORE_MEASURE;
  return /^ +\p{Script=Han}/u.test(after) ? SET_OFF : 0;
}

/** How unlikely it is that `digits` at `start` of the page's text is a mark; undefined: impossible. */
function costAt(text: string, start: number, digits: string): number | undefined {
  const before = text.slice(0, start);
  const run = /^\d+/u.exec(text.slice(start))?.[0] ?? '';
  const rest = run.slice(digits.length);
  const after = text.slice(start + run.length);
  const first = costBefore(before, rest + after);
  if (first === undefined) return undefined;
  if (rest === '') {
    const second = costAfter(after);
    return second === undefined ? undefined : first + second;
  }
  if (LATIN.test(before) || !fallsApart(run, rest, after)) return undefined;
  return first + CUT;
}

/** The stretches of a text that hold the words of `figures`, over line ends too. */
function figureSpans(text: string, settings: Settings): [from: number, to: number][] {
  return settings.figures.flatMap((words) => {
    const characters = [...words.replace(/\s+/gu, '')].map((c) =>
      c.replace(/[\\^$.*+?()[\]{}|]/u, '\\$&'),
    );
    const pattern = new RegExp(characters.join('\\s*'), 'g');
    return [...text.matchAll(pattern)].map((m): [number, number] => [
      m.index,
      m.index + m[0].length,
    ]);
  });
}

const closed = (text: string) => text.replace(/\s+/gu, '');

/** The places where the mark of a note could stand; where the settings name one, only that. */
export function candidates(
  text: string,
  { number, mark }: RawNote,
  settings: Settings,
): Candidate[] {
  const given = settings.marks[number];
  const certain = given !== undefined || !markForm(settings.noteMarks).bare;
  const figures = figureSpans(text, settings);
  const found: Candidate[] = [];
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) {
    const before = text.slice(0, at);
    const cost = certain ? 0 : costAt(text, at, mark);
    const meant = given === undefined || closed(before).endsWith(closed(given));
    const isFigure = figures.some(([from, to]) => from <= at && at < to);
    if (cost !== undefined && meant && !isFigure) found.push({ start: at, cost });
  }
  return found;
}

/** Numbers this far beyond the last note are figures of the text, not marks. */
const BEYOND = 9;
const ENDED = '。，；：？！」』）)”';
const GOES_ON = /^(?:[^\d\s.,/:%％~～–—-]|\s*\n|\s+[\p{Script=Latin}\d])/u;

/** What looks like a mark at the head of a run of digits, given what follows: the run, or a part of it. */
function headsLikeMarks(run: string, after: string, setsOff: boolean): string[] {
  const isFigure = !setsOff && (isDate(run, after) ?? GLUED_MEASURE.test(after));
  if (run.length <= 4 && GOES_ON.test(after) && !isFigure) return [run];
  const heads = [1, 2, 3, 4].map((length) => run.slice(0, length));
  return heads.filter((head) => fallsApart(run, run.slice(head.length), after));
}

/**
 * Numbers that look like marks: glued to the text, and followed by more of it,
 * by its end, or by a date. Where a page sets its figures off from Han
 * characters (1945 年), one that is not set off is none.
 * @param last the highest number that a note of the text has
 */
export function likeMarks(
  text: string,
  last: number,
  settings: Settings,
): { start: number; mark: string }[] {
  const figures = figureSpans(text, settings);
  const form = markForm(settings.noteMarks);
  if (!form.bare) {
    const all = [...text.matchAll(new RegExp(form.pattern, 'gu'))];
    return all
      .filter(({ index }) => !figures.some(([from, to]) => from <= index && index < to))
      .map(({ 0: mark, index: start }) => ({ start, mark }));
  }
  const setsOff = /\p{Script=Han} \d/u.test(text);
  const glued = new RegExp(`[${ENDED}] ?$${setsOff ? '|\\p{Script=Han}$' : ''}`, 'u');
  return [...text.matchAll(/\d+/gu)].flatMap(({ 0: run, index: start }) => {
    const before = text.slice(Math.max(0, start - 2), start);
    const isFigure = figures.some(([from, to]) => from <= start && start < to);
    if (isFigure || INSIDE.test(before) || !glued.test(before)) return [];
    const digits = headsLikeMarks(run, text.slice(start + run.length), setsOff).findLast(
      (head) => Number(head) <= last + BEYOND,
    );
    return digits ? [{ start, mark: digits }] : [];
  });
}
