/** A place that is cited: the chapter, or a section, paragraph, table, note or printed page of it. */
import { numeral } from '../goto/numerals.ts';

/** What a citation says of a place; without any of it, the chapter itself. */
export interface Locus {
  /** First and last printed page; none where the print numbers no pages. */
  pages?: readonly [first: number, last: number];
  /** Number of the note. */
  note?: number;
  /** What the note is called where its number begins anew in each section: 2.3. */
  noteName?: string;
  /** Structural place: 第四節二（一）. */
  place?: string;
  /** Number of the paragraph under the place's last heading. */
  paragraph?: number;
  /** 表 3-1, 圖 1 */
  table?: string;
}

/** The marks that styles set where the place goes; the browser fills them in for any place. */
export const SLOTS = {
  printed: '{printed}',
  url: '{url}',
  /** The day on which the reader has it before them, in brackets: [2026-11-28]. */
  accessed: '{accessed}',
} as const;

const range = ([first, last]: readonly [number, number], dash: string): string =>
  first === last ? String(first) : `${first}${dash}${last}`;

/** The number that the print gives a note. */
const printedNote = ({ note, noteName }: Locus): string | undefined =>
  noteName?.replace(/^.*\./u, '') ?? note?.toString();

const present = (parts: (string | undefined)[]): string[] =>
  parts.filter((part) => part !== undefined && part !== '') as string[];

/** 第四節二（一） as 4.2.1. */
const sectionNumber = (place: string): string =>
  [...place.replace(/[表图圖].*$/u, '').matchAll(/\d+|[〇一二三四五六七八九十]+/gu)]
    .map(([words]) => numeral(words))
    .join('.');

const englishTable = (table: string | undefined): string | undefined =>
  table?.replace(/^表\s*/u, 'table ').replace(/^[图圖]\s*/u, 'figure ');

/** 頁72–73，註88; without pages, 第四節二（一），第3段. */
export function printedChinese(locus: Locus): string {
  const { pages, place, paragraph, table } = locus;
  const note = printedNote(locus);
  const at = pages
    ? [`頁${range(pages, '–')}`]
    : [place?.replace(/\s+/gu, ''), note || paragraph === undefined ? '' : `第${paragraph}段`];
  return present([...at, note && `註${note}`, table]).join('，');
}

/** Where a place stands without pages, in English: §4.2.1, ¶3. */
function unpaged(locus: Locus, noteWord: string): string {
  const { place, paragraph, table } = locus;
  const note = printedNote(locus);
  const inSection = note || paragraph === undefined ? '' : `¶${paragraph}`;
  const number = sectionNumber(place ?? '');
  return present([
    number && `§${number}`,
    inSection,
    note && `${noteWord} ${note}`,
    englishTable(table),
  ]).join(', ');
}

/** 72–73n88, as the Chicago Manual (14.157) writes a note on a page; tables have theirs named. */
export function printedEnglish(locus: Locus): string {
  if (!locus.pages) return unpaged(locus, 'n.');
  const at = range(locus.pages, '–');
  const note = printedNote(locus);
  if (note !== undefined) return `${at}n${note}`;
  return present([at, englishTable(locus.table)]).join(', ');
}

/** 72注88, 42-83: pages and notes as GB/T 7714 has them, in one word. */
export function printedGbt(locus: Locus): string {
  const { pages, table } = locus;
  const note = printedNote(locus);
  if (!pages) return present([sectionNumber(locus.place ?? ''), note && `注${note}`]).join('');
  const at = range(pages, '-');
  return note === undefined ? present([at, table?.replace(/\s/gu, '')]).join('') : `${at}注${note}`;
}

/** p. 72, note 88; pp. 72–73 */
export function printedPp(locus: Locus): string {
  const { pages, table } = locus;
  if (!pages) return unpaged(locus, 'note');
  const at = `${pages[0] === pages[1] ? 'p.' : 'pp.'} ${range(pages, '–')}`;
  const note = printedNote(locus);
  return present([at, note === undefined ? englishTable(table) : `note ${note}`]).join(', ');
}

/** 第三章第四節二（一）¶3，註88 */
export function structural(chapter: string, locus: Locus): string {
  const { place, paragraph, table } = locus;
  const at = (place ?? '').replace(/\s+/gu, '');
  const in_ = paragraph === undefined ? (table ?? '') : `¶${paragraph}`;
  const note = printedNote(locus);
  return `${chapter}${at}${in_}${note === undefined ? '' : `，註${note}`}`;
}
