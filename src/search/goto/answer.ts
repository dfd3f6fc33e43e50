/** What 跳到… answers: places to go to, under the names by which they are cited. */
import { messages } from '../../messages/site.ts';
import { printedChinese } from '../cite/locus.ts';
import type { Places } from '../cite/places.ts';
import { structuralName, type Target } from '../cite/targets.ts';

/** A place to go to. */
export interface Destination {
  name: string;
  /** Address below the base. */
  path: string;
}

/** Where to go, the likeliest first; and what is to be said when there is no such place. */
export interface Answer {
  destinations: Destination[];
  says?: string;
}

/** What the chapter has: 第一節至第五節、頁 42–83、註 1–116、表 3-1、表 3-2. */
export function whatThereIs(places: Places): string {
  const sections = Object.values(places.headings).flatMap((l) => (l.length === 1 ? l : []));
  const notes = Object.keys(places.notes).map(Number);
  const tables = Object.values(places.blocks).flatMap(({ table }) => table ?? []);
  const called = (note: number) => places.notes[note]?.name ?? note;
  return [
    messages.goto.sections(sections[0], sections.at(-1)),
    ...(places.pages ? [messages.goto.pages(places.pages[0], places.pages[1])] : []),
    ...(notes.length > 0
      ? [messages.notes.span(called(Math.min(...notes)), called(Math.max(...notes)))]
      : []),
    ...tables,
  ].join(messages.common.enumeration);
}

const middle = <T>(list: readonly T[]): T | undefined => list[list.length >> 1];

/** Places of this chapter in the ways in which they can be typed: 頁57、註43、72n88、第四節二（一）、表3-1、s4-2-1-p1. */
export function examplesOf(places: Places): string[] {
  const page = middle(Object.keys(places.sectionOfPage));
  const notes = Object.entries(places.notes).filter(([, { name }]) => name === undefined);
  const [number] = middle(notes) ?? [];
  const paged = notes.find(([own, { page }]) => page !== undefined && own !== number);
  const depth = Math.max(...Object.values(places.headings).map(({ length }) => length));
  const deep = Object.values(places.headings).find(
    ({ length }) => length === Math.min(depth, 3) && length > 0,
  );
  const table = Object.values(places.blocks).find((block) => block.table)?.table;
  const paragraph = middle(
    Object.entries(places.blocks).flatMap(([id, block]) => (block.paragraph ? [id] : [])),
  );
  return [
    page === undefined ? '' : messages.common.page(page),
    number === undefined ? '' : messages.common.note(number),
    paged ? `${paged[1].page}n${paged[0]}` : '',
    deep?.join('') ?? '',
    table?.replace(/\s/gu, '') ?? '',
    paragraph ?? '',
  ].filter((example) => example !== '');
}

/** A place under the name by which it is cited. */
export function destinationOf(places: Places, target: Target): Destination {
  const { locus, path, whole } = target;
  if (whole) return { name: messages.common.wholeOf(places.chapter), path };
  if (locus.note !== undefined) {
    const { note, noteName, ...around } = locus;
    const place = structuralName(places, { ...target, locus: around });
    const printed = around.pages ? messages.common.comma + printedChinese(around) : '';
    return { name: messages.goto.noteAt(noteName ?? note, place, printed), path };
  }
  const structural = structuralName(places, target);
  if (!locus.pages && structural !== undefined) return { name: structural, path };
  const printed = printedChinese(locus);
  return {
    name: structural === undefined ? printed : structural + messages.common.aside(printed),
    path,
  };
}
