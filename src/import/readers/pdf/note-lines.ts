/**
 * Which lines are notes: those at the foot of a page, below a rule or in a
 * smaller size, and lists at an end, under 註釋.
 */
import { isNotesHeading, type Label, type LabelForm, leadingLabels } from '../text/labels.ts';
import { type Item, type Line, mostCommon, type PageLines } from './lines.ts';
import { type Measures, sameSize } from './measure.ts';

/** A note as it lies on the pages. */
export interface RawNote {
  label: Label;
  /** The label as it is printed, at the start of the first line: how many items it covers. */
  labelItems: number;
  kind: 'foot' | 'end';
  /** Index of the page on which it begins. */
  page: number;
  lines: Line[];
}

export interface NoteLines {
  notes: RawNote[];
  /** The lines that are text, by page. */
  bodies: Line[][];
  /** Lines such as 註釋, over a list of notes. */
  headings: Line[];
  /** Lines of a note area that belong to no note. */
  stray: Line[];
}

/** Smaller than the text by so much, and it may be a note. */
const SMALLER = 0.955;

/** A label at the start of a line, and whether it is raised (then it is surely one). */
interface Start {
  label: Label;
  items: number;
  raised: boolean;
}

/** The items of a line from its first printed one. */
const printedFrom = (line: Line): number => line.items.findIndex((i) => i.char.trim() !== '');

/** The labels that a line could begin with. */
function startsOf(line: Line): Start[] {
  const from = printedFrom(line);
  const items = line.items.slice(from);
  const raisedTo = items.findIndex((i) => i.raise !== 1 && i.char.trim() !== '');
  if (raisedTo > 0) {
    const text = items
      .slice(0, raisedTo)
      .map((i) => i.char)
      .join('');
    return leadingLabels(text)
      .filter((label) => label.text.length === text.trim().length)
      .map((label) => ({ label, items: from + countOf(items, label.length), raised: true }));
  }
  const text = items.map((i) => i.char).join('');
  return leadingLabels(text).flatMap((label) => {
    const rest = text.slice(label.length);
    // A bare number needs something after it that can begin a note.
    if (label.form === 'bare' && /^[\d.,:：、，。%％年月日頁）)]|^$/u.test(rest)) return [];
    return [{ label, items: from + countOf(items, label.length), raised: false }];
  });
}

/** How many items hold so many characters. */
function countOf(items: Item[], length: number): number {
  let sum = 0;
  let count = 0;
  while (sum < length && count < items.length) {
    sum += items[count]?.char.length ?? 0;
    count += 1;
  }
  return count;
}

/** A short rule at the left, as it parts text and notes. */
function partingRules(page: PageLines, left: number, right: number): number[] {
  const measure = right - left;
  return page.rules
    .filter((r) => {
      const width = r.right - r.left;
      const thin = r.bottom - r.top < 4;
      const short = width > 30 && width < 0.75 * measure;
      return r.left < left + 0.15 * measure && width > 30 && (thin ? short : width > 0.9 * measure);
    })
    .map((r) => r.top)
    .sort((a, b) => a - b);
}

const isSmall = (line: Line, measures: Measures) => line.size < SMALLER * measures.size;

/** Where the small print at the foot of a page begins. */
function smallFrom(lines: Line[], isNote: (line: Line) => boolean): number {
  let from = lines.length;
  while (from > 0 && isNote(lines[from - 1] as Line)) from -= 1;
  return from;
}

/** The size of the notes at the feet of pages: that of most small lines there that begin like one. */
function noteSize(texts: Line[][], measures: Measures): number | undefined {
  const feet = texts.flatMap((lines) => lines.slice(smallFrom(lines, (l) => isSmall(l, measures))));
  const starts = feet.filter((line) => startsOf(line).length > 0);
  return mostCommon(
    starts.map((line) => [starts.find((l) => sameSize(l.size, line.size))?.size ?? 0, 1]),
  );
}

const SENTENCE_END = /[。．.！？!?」』”’）)〕\]]\s*$/u;

/** What is known of the pages before, for the foot of the next. */
interface Feet {
  measures: Measures;
  /** Of the notes; undefined where no page has any in small print. */
  size: number | undefined;
  /** The last line of the notes on the page before. */
  before: Line | undefined;
}

/** Where the notes of a page begin: an index in its lines. */
function footStart(page: PageLines, lines: Line[], { measures, size, before }: Feet): number {
  const isNote = (line: Line) =>
    size !== undefined && isSmall(line, measures) && line.size < 1.05 * size;
  const small = smallFrom(lines, isNote);
  const left = Math.min(...lines.map((l) => l.left));
  const right = Math.max(...lines.map((l) => l.right));
  const rules = partingRules(page, left, right);
  // Columns have a rule each, and the notes of all stand below the text of all.
  for (const rule of page.back ? rules : rules.reverse()) {
    const below = lines.findIndex((l) => l.baseline - 0.5 * l.size > rule);
    if (below === -1) continue;
    const first = lines[below] as Line;
    const starts = startsOf(first);
    // A rule between larger lines belongs to a table.
    if (below >= small) return below;
    if (
      below < small &&
      starts.length > 0 &&
      lines.slice(below).every((l) => l.size <= measures.size + 0.2) &&
      page.rules.filter(
        (r) => Math.abs(r.top - rule) < 400 && r.bottom - r.top < 4 && r.top > rule + 2,
      ).length === 0
    )
      return below;
  }
  // Small print above the notes (the source of a table) is parted from them by more than a line.
  for (let i = lines.length - 1; i > small; i -= 1) {
    const [above, line] = [lines[i - 1] as Line, lines[i] as Line];
    const gap = line.baseline - above.baseline;
    if (
      gap > 2.2 * line.size &&
      startsOf(line).length > 0 &&
      !lines.slice(small, i).some((l) => startsOf(l).length > 0)
    )
      return i;
  }
  // A set-in quotation may end a page; only a note that is not finished goes on in lines without a label.
  if (before && !SENTENCE_END.test(before.text)) return small;
  const first = lines.findIndex((l, i) => i >= small && startsOf(l).length > 0);
  return first === -1 ? lines.length : first;
}

/** The forms of labels seen, each with how many follow one another in it. */
function formOf(lines: Line[]): LabelForm | undefined {
  const chains = new Map<LabelForm, { last: number; count: number }>();
  for (const line of lines) {
    for (const { label, raised } of startsOf(line)) {
      const chain = chains.get(label.form) ?? { last: 0, count: 0 };
      const follows = label.number === chain.last + 1 || (label.number === 1 && chain.last > 0);
      if (follows || (chain.last === 0 && (raised || label.form !== 'bare'))) {
        chain.count += raised ? 2 : 1;
        chain.last = label.number;
      } else if (chain.last === 0) chain.last = label.number;
      chains.set(label.form, chain);
    }
  }
  let best: LabelForm | undefined;
  let most = 0;
  for (const [form, { count }] of chains)
    if (count > most && form !== 'sign') {
      most = count;
      best = form;
    }
  // A note or two of the author's may be marked ＊ among those with numbers.
  return (chains.get('sign')?.count ?? 0) > 2 * most ? 'sign' : best;
}

/** Whether the line before is finished, so that a note may begin here. */
function finished(before: Line | undefined, line: Line, right: number): boolean {
  if (!before || before.page !== line.page) return true;
  if (SENTENCE_END.test(before.text)) return true;
  return before.right < right - 1.5 * before.size;
}

/** Divides the lines of notes where each begins. */
class Divider {
  readonly notes: RawNote[] = [];
  readonly stray: Line[] = [];
  readonly #form: LabelForm | undefined;
  readonly #right: number;
  #last = 0;
  #before: Line | undefined;

  constructor(form: LabelForm | undefined, right: number) {
    this.#form = form;
    this.#right = right;
  }

  take(line: Line, kind: RawNote['kind'], first: boolean): void {
    const start = this.#start(line, first);
    if (start) {
      this.notes.push({
        label: start.label,
        labelItems: start.items,
        kind,
        page: line.page,
        lines: [line],
      });
      if (start.label.form !== 'sign' || this.#form === 'sign') this.#last = start.label.number;
    } else if (this.notes.length > 0) (this.notes.at(-1) as RawNote).lines.push(line);
    else this.stray.push(line);
    this.#before = line;
  }

  #start(line: Line, first: boolean): Start | undefined {
    const starts = startsOf(line);
    const own = starts.find((s) => s.label.form === this.#form);
    const sign = starts.find((s) => s.label.form === 'sign');
    const before = first ? undefined : this.#before;
    if (own && this.#fits(own, line, before)) return own;
    // A note of the author's, marked ＊, among those with numbers.
    if (sign && (sign.raised || finished(before, line, this.#right))) return sign;
    return undefined;
  }

  #fits({ label, raised }: Start, line: Line, before: Line | undefined): boolean {
    const next = label.number === this.#last + 1;
    const anew = label.number === 1;
    if (raised)
      return (
        next ||
        anew ||
        (label.number > this.#last && label.number < this.#last + 20) ||
        this.#last === 0
      );
    // An address goes on: record-172-⏎7.html
    if (before && /:\/\/\S*[-/_.=]$/u.test(before.text.trim())) return false;
    // A bare number may be one of the text; the other forms say what they are.
    if (label.form !== 'bare' && next) return true;
    if (!finished(before, line, this.#right)) return false;
    // The first note of a chapter need not be note 1; and one may be missing.
    return (
      next ||
      anew ||
      (this.#last === 0 && label.form !== 'bare') ||
      (label.form !== 'bare' && label.number > this.#last && label.number < this.#last + 4)
    );
  }
}

/** A heading within a list of notes: 第一章, with note 1 under it. */
function isPartHeading(line: Line, next: Line | undefined): boolean {
  const text = line.text.trim();
  return (
    text.length <= 40 &&
    !SENTENCE_END.test(text) &&
    startsOf(line).length === 0 &&
    (line.font.bold || /^第.{1,5}[章節节]/u.test(text)) &&
    next !== undefined &&
    startsOf(next).some(({ label }) => label.number === 1)
  );
}

/** A list of notes under a heading of its own. */
interface EndList {
  heading: Line;
  /** Headings within it. */
  parts: Set<Line>;
  lines: Line[];
}

/** The lists of notes at the ends of chapters, or of the whole. */
function endLists(all: Line[], measures: Measures): EndList[] {
  const lists: EndList[] = [];
  for (let i = 0; i < all.length - 1; i += 1) {
    const heading = all[i] as Line;
    if (!isNotesHeading(heading.text)) continue;
    const next = all[i + 1] as Line;
    const begins =
      startsOf(next).some(({ label }) => label.number === 1) || isPartHeading(next, all[i + 2]);
    if (!begins) continue;
    const own = endNotes(all, i, measures);
    const parts = new Set(own.filter((line, at) => isPartHeading(line, own[at + 1])));
    lists.push({ heading, parts, lines: own.filter((line) => !parts.has(line)) });
    i += own.length;
  }
  return lists;
}

/** Parts text and notes on all pages. */
export function findNotes(pages: PageLines[], texts: Line[][], measures: Measures): NoteLines {
  const bodies: Line[][] = [];
  const areas: { line: Line; kind: RawNote['kind']; first: boolean }[] = [];
  const headings: Line[] = [];
  const all = texts.flat();
  const lists = endLists(all, measures);
  const list = new Set(lists.flatMap((l) => l.lines));
  const firsts = new Set(lists.map((l) => l.lines[0]));
  headings.push(...lists.flatMap((l) => [l.heading, ...l.parts]));
  const apart = new Set(headings);
  const feet: Feet = { measures, size: noteSize(texts, measures), before: undefined };
  for (const [i, lines] of texts.entries()) {
    const inList = lines.filter((l) => list.has(l));
    const rest = lines.filter((l) => !list.has(l) && !apart.has(l));
    const page = pages[i] as PageLines;
    const start = inList.length > 0 ? rest.length : footStart(page, rest, feet);
    feet.before = rest.length > start ? rest.at(-1) : undefined;
    bodies.push(rest.slice(0, start));
    for (const [j, line] of rest.slice(start).entries())
      areas.push({ line, kind: 'foot', first: j === 0 });
    for (const line of inList) areas.push({ line, kind: 'end', first: firsts.has(line) });
  }
  const form = formOf(areas.map((a) => a.line));
  const right = Math.max(...areas.map((a) => a.line.right), 0);
  const divider = new Divider(form, right);
  for (const { line, kind, first } of areas) divider.take(line, kind, first);
  return { notes: divider.notes, bodies, headings, stray: divider.stray };
}

/** The lines of a list of notes: to the end, or to a line as large as the heading over it. */
function endNotes(all: Line[], at: number, measures: Measures): Line[] {
  const heading = all[at] as Line;
  const first = all[at + 1] as Line;
  const larger = heading.size > 1.05 * first.size;
  const from = at + 1;
  const to = all.findIndex(
    (l, i) =>
      i > from &&
      larger &&
      l.size >= Math.min(heading.size, measures.size * 1.1) &&
      l.size > 1.05 * first.size,
  );
  return all.slice(from, to === -1 ? undefined : to);
}
