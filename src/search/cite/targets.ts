/** Ids of the text → the place they name, its permanent address, and how it is cited. */
import {
  type Locus,
  printedChinese,
  printedEnglish,
  printedGbt,
  printedPp,
  SLOTS,
  structural,
} from './locus.ts';
import type { Form, Places, Style } from './places.ts';
import { charactersOf, type Run } from './runs.ts';

/** A place that can be cited. */
export interface Target {
  id: string;
  /** Its permanent address below the base. */
  path: string;
  locus: Locus;
  /** The chapter itself is cited by the reference of a bibliography. */
  whole?: true;
}

type Range = [first: number, last: number];

const union = (ranges: readonly Range[]): Range | undefined =>
  ranges.length === 0
    ? undefined
    : [Math.min(...ranges.map((r) => r[0])), Math.max(...ranges.map((r) => r[1]))];

/** The chapter itself. */
export const wholeOf = (places: Places): Target => ({
  id: '',
  path: '/chapter/',
  locus: places.pages ? { pages: places.pages } : {},
  whole: true,
});

/** A heading stands for all that is under it. */
function headingTarget(places: Places, id: string): Target | undefined {
  const own = places.blocks[id];
  if (!own) return undefined;
  const section = places.headings[id]?.length === 1;
  const under = Object.entries(places.blocks).filter(([other, { path }]) =>
    section ? path === own.path : other === id || other.startsWith(`${id}-`),
  );
  // The chapter's title stands on the page on which its first section begins.
  const pages = union(
    under.flatMap(([other, b]) =>
      places.headings[other]?.length === 0 || !b.pages ? [] : [b.pages],
    ),
  );
  const all = pages ?? own.pages;
  return {
    id,
    path: section ? own.path : `${own.path}#${id}`,
    locus: { ...(all ? { pages: all } : {}), place: own.place },
  };
}

function noteTarget(places: Places, number: number, mark: boolean): Target | undefined {
  const note = places.notes[number];
  if (!note) return undefined;
  const { paragraph, table } = places.blocks[note.block] ?? {};
  return {
    id: `${mark ? 'fnref' : 'fn'}${number}`,
    path: mark ? `${note.path}#fnref${number}` : `/notes/${number}/`,
    locus: {
      ...(note.page === undefined ? {} : { pages: [note.page, note.page] as const }),
      note: number,
      ...(note.name === undefined ? {} : { noteName: note.name }),
      place: note.place,
      ...(paragraph === undefined ? {} : { paragraph }),
      // A note on a caption is cited as a note, and its place is the table's.
      ...(table === undefined ? {} : { place: note.place + table.replace(/\s/gu, '') }),
    },
  };
}

/** @returns the place an id names; undefined where there is none */
export function targetOf(places: Places, id: string): Target | undefined {
  const [, kind, number = ''] = /^(fnref|fn|p)(\d+)$/u.exec(id) ?? [];
  if (kind === 'p') {
    const page = Number(number);
    return places.sectionOfPage[number] === undefined
      ? undefined
      : { id, path: `/pages/${page}/`, locus: { pages: [page, page] } };
  }
  if (kind) return noteTarget(places, Number(number), kind === 'fnref');
  // What is typed may be a name that every object has: constructor.
  if (![places.headings, places.blocks].some((own) => Object.hasOwn(own, id))) return undefined;
  const labels = places.headings[id];
  if (labels) return labels.length === 0 ? { ...wholeOf(places), id } : headingTarget(places, id);
  const block = places.blocks[id];
  if (!block) return undefined;
  const { path, place, paragraph, table, pages } = block;
  return {
    id,
    path: `${path}#${id}`,
    locus: {
      ...(pages ? { pages } : {}),
      place,
      ...(paragraph === undefined ? {} : { paragraph }),
      ...(table === undefined ? {} : { table }),
    },
  };
}

/** 第三章第四節二（一）¶3; a printed page has no place in the structure. */
export function structuralName(places: Places, { locus, whole }: Target): string | undefined {
  return locus.place === undefined && !whole ? undefined : structural(places.chapter, locus);
}

const PRINTED = { zh: printedChinese, en: printedEnglish, pp: printedPp, gb: printedGbt };

/** Where and when a place is read. */
export interface Reading {
  /** Its whole address. */
  url: string;
  /** The reader's day (ISO date); without it, standards that ask for one get none. */
  day?: string;
}

/** The form in which a style cites a place: in a note or in the text; the chapter itself stands in the list. */
export const formFor = ({ forms }: Style, { whole }: Target): Form =>
  whole ? 'list' : forms.note ? 'note' : 'text';

/**
 * A place cited in a style.
 * @param form one that the style has
 */
export function citationOf(
  style: Style,
  target: Target,
  { url, day }: Reading,
  form = formFor(style, target),
): Run[] {
  const { locus } = target;
  return (style.forms[form] ?? []).map((run) => ({
    ...run,
    text: run.text
      .replace(SLOTS.printed, () => PRINTED[style.printed](locus))
      .replace(SLOTS.accessed, () => (day === undefined ? '' : `[${day}]`))
      .replace(SLOTS.url, () => url),
  }));
}

/** Quotation marks within a quotation become those of the second level. */
const inner = (text: string): string =>
  text.replace(
    /[「」『』]/gu,
    (mark) => ({ '「': '『', '」': '』', '『': '「', '』': '」' })[mark] ?? mark,
  );

/** Words in 「」 with their citation: after them where it stands in brackets, else on a line of its own. */
export function quotationOf(text: string, citation: readonly Run[]): Run[] {
  const apart = /^[（(]/u.test(charactersOf(citation)) ? '' : '\n';
  return [{ text: `「${inner(text.trim())}」${apart}` }, ...citation];
}
