/** Which lines of a text are headings: by their labels, and where none has one, by standing alone. */
import { isAfter, isUnnumbered } from '../../labels.ts';
import { FIGURE, FINISHED, type Layout, plain, SOURCE, TABLE } from './layout.ts';
import type { Line } from './lines.ts';
import type { Mark } from './marks.ts';

const H = '[〇○零一二三四五六七八九十百]+';
const FORMAL = '[壹貳參叁肆伍陸柒捌玖拾贰陆]+';
/** Labels that stand on a line of their own, with the title on the next. */
export const ALONE = new RegExp(`^第\\s*(?:${H}|\\d+)\\s*[章節节編篇]$`, 'u');

const LABELS = {
  chapter: new RegExp(`^第\\s*(?:${H}|[0-9０-９]+)\\s*[章編篇]`, 'u'),
  section: new RegExp(`^第\\s*(?:${H}|[0-9０-９]+)\\s*[節节]`, 'u'),
  numeral: new RegExp(`^(?:${H}|${FORMAL})\\s*[、．.]`, 'u'),
  bracketed: new RegExp(`^[（(]\\s*(?:${H}|${FORMAL})\\s*[）)]`, 'u'),
  decimal: /^[0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2})+[.．]?(?=[\s\u3000\p{Script=Han}])/u,
  arabic: /^[0-9０-９]{1,2}\s*[、．.](?!\d)\s*\p{Script=Han}/u,
  stem: /^[甲乙丙丁戊己庚辛壬癸]\s*[、．.]/u,
  /** （1）: a heading, or an item of a list. */
  item: /^[（(]\s*[0-9０-９]{1,2}\s*[）)]/u,
} as const;

type Kind = keyof typeof LABELS | 'name';

/** The kind of label that a line begins with. */
export function labelOf(text: string): Kind | undefined {
  if (isUnnumbered(text) || isAfter(text)) return 'name';
  return (Object.keys(LABELS) as (keyof typeof LABELS)[]).find((kind) => LABELS[kind].test(text));
}

/** Whether a line begins like the heading of a chapter or of its sections. */
export const isOfChapters = (text: string): boolean =>
  LABELS.chapter.test(text) || LABELS.section.test(text);

/** What is known of a heading besides its lines. */
export interface FoundHeading {
  /** Where no label tells it. */
  level?: number;
  /** Whether it could be a paragraph. */
  doubt?: boolean;
}

/** 1. and （1） number headings, and items of lists. */
const isLow = (kind: Kind | undefined) => kind === 'arabic' || kind === 'item';

/** A clause with such a number is an item of a list. */
const isOfList = (text: string): boolean => isLow(labelOf(text)) && /[，；：]/u.test(text);

const numberOf = (text: string): number =>
  Number(/\d+/u.exec(text.normalize('NFKC').slice(0, 6))?.[0] ?? Number.NaN);

/** The lines whose low number is the first, or the one before it stands above: in no list. */
function countedIn(lines: Line[]): Set<Line> {
  const counted = new Set<Line>();
  const above = new Set<string>();
  for (const line of lines) {
    const kind = labelOf(line.text);
    if (!isLow(kind) || isOfList(line.text)) continue;
    const number = numberOf(line.text);
    if (number !== 1 && !above.has(`${kind} ${number - 1}`)) continue;
    above.add(`${kind} ${number}`);
    counted.add(line);
  }
  return counted;
}

/** Whether a line is a heading by its label, and stands by itself. */
function isLabelled(
  lines: Line[],
  at: number,
  counted: Set<Line>,
  marks: Map<Line, Mark[]>,
  layout: Layout,
): boolean {
  const line = lines[at] as Line;
  const text = plain(line, marks);
  const label = labelOf(text);
  if (label === undefined || /[。；，：;,:！？]$/u.test(text) || text.length > 45) return false;
  if (text.includes('。') || line.width > layout.measure - 3) return false;
  const [before, after] = [lines[at - 1], lines[at + 1]];
  const isItem = (other: Line | undefined) => other !== undefined && labelOf(other.text) === 'item';
  if (isLow(label) && !counted.has(line)) return false;
  // Items of a list stand right below one another, and no text under them.
  if (label === 'item' && (!after || isItem(before) || isItem(after))) return false;
  if (
    before &&
    !line.blank &&
    !FINISHED.test(plain(before, marks)) &&
    labelOf(before.text) === undefined &&
    before.width > layout.measure - 8
  )
    return false;
  return true;
}

/** A line that could be a title: short, and nothing of a sentence. */
function isTitle(text: string): boolean {
  if (/[。；，：！？…;,:!?]/u.test(text) || text.length > 40) return false;
  return /\p{L}.*\p{L}/u.test(text) && ![TABLE, FIGURE, SOURCE].some((words) => words.test(text));
}

/** Names of persons: 林秋月　陳伯謙. */
const NAMES = /^\p{Script=Han}{2,4}(?:[\s、]+\p{Script=Han}{2,4})*$/u;
const IN_BRACKETS = /^[（(〔[].*[）)〕\]]$/u;

/** Before the first line of text: the title of the whole, its authors, and where they work. */
function leadsOf(lines: Line[], marks: Map<Line, Mark[]>, { measure }: Layout): Line[] {
  const end = lines.findIndex((line) => {
    const text = plain(line, marks);
    const ownLine = isTitle(text) || IN_BRACKETS.test(text);
    return !ownLine || labelOf(text) !== undefined || Math.abs(line.width - measure) <= 3;
  });
  return lines.slice(0, Math.max(0, end));
}

/** A heading without a label is no longer than this share of a line. */
const SHORT = 0.6;
/** What stands under it fills at least this share. */
const LONG = 0.8;

/** Lines that stand alone like headings: after the end of a paragraph, and over a full line. */
function standing(lines: Line[], marks: Map<Line, Mark[]>, { measure }: Layout): Line[] {
  const isShort = (line: Line): boolean =>
    isTitle(plain(line, marks)) && line.width < SHORT * measure;
  const found: Line[] = [];
  for (const [i, line] of lines.entries()) {
    if (!isShort(line) || /^[\d\s]|\s{2}/u.test(line.text)) continue;
    const before = lines[i - 1];
    const under = lines.slice(i + 1, i + 4).find((l) => !isShort(l));
    if (!under || under.width < LONG * measure) continue;
    const title = before !== undefined && found.at(-1) === before;
    if (before && !title && !FINISHED.test(plain(before, marks))) continue;
    // Some extractors end a line after each mark: then this is the rest of it.
    const rest = before && plain(before, marks) !== before.text;
    if (rest && !line.blank && Math.abs(before.width + line.width - measure) <= 4) continue;
    // One title may stand over another, but no row of them.
    if (title && found.at(-2) === lines[i - 2]) continue;
    found.push(line);
  }
  return found;
}

/** The headings of a text, and the lines before its first paragraph, which stand each by itself. */
export function headingsIn(
  lines: Line[],
  marks: Map<Line, Mark[]>,
  layout: Layout,
): { headings: Map<Line, FoundHeading>; leads: Set<Line> } {
  const headings = new Map<Line, FoundHeading>();
  const counted = countedIn(lines);
  for (const [at, line] of lines.entries())
    if (isLabelled(lines, at, counted, marks, layout)) headings.set(line, {});
  const leads = leadsOf(lines, marks, layout);
  const kinds = new Set([...headings.keys()].map(({ text }) => labelOf(text)));
  const plainly = [...kinds].every((kind) => kind === 'chapter' || kind === 'name');
  if (!plainly) return { headings, leads: new Set(leads) };
  const [title] = kinds.has('chapter') ? [] : leads;
  const alone = standing(lines, marks, layout).filter((line) => {
    const text = plain(line, marks);
    return line !== title && !headings.has(line) && !(leads.includes(line) && NAMES.test(text));
  });
  if (alone.length < 2) return { headings, leads: new Set(leads) };
  for (const line of alone) headings.set(line, title ? { level: 2, doubt: true } : { doubt: true });
  if (title) headings.set(title, { level: 1 });
  return { headings, leads: new Set(leads) };
}
