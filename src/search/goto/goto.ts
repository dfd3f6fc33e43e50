/**
 * 跳到…: what a reader types or pastes → the places it can mean. Takes pages, notes,
 * tables, headings and paragraphs as they are cited, ids, addresses of this site,
 * and citations that it made.
 */

import { messages } from '../../messages/site.ts';
import { SLOTS } from '../cite/locus.ts';
import type { Places } from '../cite/places.ts';
import { charactersOf, type Run } from '../cite/runs.ts';
import { targetOf } from '../cite/targets.ts';
import { addressIn } from './address.ts';
import { type Answer, type Destination, destinationOf, whatThereIs } from './answer.ts';
import { noteInSection, noteNumbers } from './notes.ts';
import { bare, numeral, written } from './numerals.ts';
import { referenceIn } from './references.ts';
import { structuralPlaces } from './structure.ts';

/** A page or note by itself, and where it stands in the text. */
function single(places: Places, id: string): Destination[] {
  const target = targetOf(places, id);
  if (!target) return [];
  const { note, noteName, pages } = target.locus;
  const inText =
    note === undefined
      ? {
          name: messages.goto.pageInText(pages?.[0]),
          path: `${places.sectionOfPage[pages?.[0] ?? 0]}#${id}`,
        }
      : {
          name: messages.goto.noteInText(noteName ?? note),
          path: `${places.notes[note]?.path}#fnref${note}`,
        };
  return [destinationOf(places, target), inText];
}

function page(places: Places, number: number): Answer {
  const destinations = single(places, `p${number}`);
  if (destinations.length > 0) return { destinations };
  const says = places.pages
    ? messages.goto.pagesAre(places.pages.join('–'))
    : messages.goto.unpaged;
  return { destinations, says: messages.goto.noSuchPage(number, says) };
}

function note(places: Places, number: number, on?: [number, number]): Answer {
  const notes = noteNumbers(places, number);
  const destinations = notes.flatMap((own) => single(places, `fn${own}`));
  const found = places.notes[notes[0] ?? number];
  if (!found) {
    const count = Object.keys(places.notes).length;
    return { destinations, says: messages.goto.noSuchNote(number, count) };
  }
  if (!on) return { destinations };
  const isOn = (own: number) => {
    const at = places.notes[own]?.page;
    return at === undefined || (on[0] <= at && at <= on[1]);
  };
  const there = notes.filter(isOn);
  if (there.length > 0) return { destinations: there.flatMap((own) => single(places, `fn${own}`)) };
  const pageMeant = page(places, on[0]).destinations.slice(0, 1);
  const says = messages.goto.noteOnOtherPage(number, on[0], found.page);
  return { destinations: [...destinations, ...pageMeant], says };
}

/** @param word 表 or 圖 */
function table(places: Places, word: string, number: string): Answer {
  const tables = Object.entries(places.blocks).filter(([, b]) =>
    bare(b.table ?? '').startsWith(word),
  );
  const found = tables.find(([, b]) => bare(b.table ?? '') === word + number);
  const target = found && targetOf(places, found[0]);
  if (target) return { destinations: [destinationOf(places, target)] };
  const names = tables.map(([, b]) => b.table).join(messages.common.enumeration);
  return {
    destinations: [],
    says: messages.goto.noSuch(
      word,
      number,
      names === '' ? messages.goto.noneOf(word) : messages.goto.has(names),
    ),
  };
}

const N = '(\\d+|[〇一二三四五六七八九十百]+)';
const TO = '(?:-(\\d+))?';
const PAGE = `(?:(?:原書|本章)?第 ?${N}${TO} ?頁|(?:原書|本章|印刷)?頁(?:碼)? ?${N}${TO}|p(?:p|ages?)?[.,]? ?(\\d+)${TO})`;
const NOTE = `(?:第 ?${N} ?(?:條|個)?(?:註(?:釋|腳)?|腳註)|(?:腳|附)?註(?:釋|腳)?(?:第)? ?${N} ?(?:號|條)?|(?:fn|foot ?notes?|notes?|nn?)[.,]? ?(\\d+))`;
const TABLE = '(?:表|table|tab[.]?) ?(\\d+)[-.](\\d+)';
const FIGURE = '(?:圖|figure|fig[.]?) ?(\\d+(?:[-.]\\d+)?)';

const given = (groups: (string | undefined)[]): string | undefined =>
  groups.find((group) => group !== undefined);

/** Pages and notes, if the text says nothing else (or, as a citation, says them among other things). */
function printedPlaces(places: Places, text: string, citation: boolean): Answer | undefined {
  const only = (pattern: string) =>
    new RegExp(citation ? `(?<![\\p{L}\\d])${pattern}(?![\\d])` : `^${pattern}$`, 'u').exec(text);
  const both = only(`(\\d+)${TO} ?(?:n[.]?|註) ?(\\d+)`) ?? only(`${PAGE} ?[,;、]? ?${NOTE}`);
  if (both) {
    const groups = both.slice(1);
    const notes = groups.length === 3 ? groups.slice(2) : groups.slice(6);
    const pages = groups.slice(0, -notes.length);
    const first = numeral(given(pages) ?? '') ?? 0;
    const last = Number(pages.filter((g) => g !== undefined)[1] ?? first);
    return note(places, numeral(given(notes) ?? '') ?? 0, [first, last]);
  }
  const tables = only(TABLE);
  if (tables) return table(places, messages.common.table, `${tables[1]}-${tables[2]}`);
  const figures = only(FIGURE);
  if (figures) return table(places, messages.common.figure, (figures[1] ?? '').replace('.', '-'));
  const notes = only(NOTE);
  if (notes) return note(places, numeral(given(notes.slice(1)) ?? '') ?? 0);
  // 57頁 by itself is a page; within a citation it may say how many there are.
  const pages = only(PAGE) ?? (citation ? null : only(`${N}${TO} ?頁`));
  return pages ? page(places, numeral(given(pages.slice(1)) ?? '') ?? 0) : undefined;
}

/** A number by itself may be a page or a note. */
function number(places: Places, value: number): Answer {
  const destinations = [...page(places, value).destinations, ...note(places, value).destinations];
  const says = messages.goto.neither(value, value, whatThereIs(places));
  return destinations.length > 0 ? { destinations } : { destinations, says };
}

function byId(places: Places, text: string): Answer | undefined {
  const id = text.replace(/^#/u, '');
  if (places.sources.includes(id))
    return { destinations: [{ name: messages.notes.workNumber(id), path: `/sources/${id}/` }] };
  if (/^p\d+$/u.test(id)) return page(places, Number(id.slice(1)));
  const fn = /^fn(?:ref)?(\d+)$/u.exec(id);
  const target = targetOf(places, id.replace(/-source$/u, ''));
  if (target) return { destinations: [destinationOf(places, target)] };
  return fn ? note(places, Number(fn[1])) : undefined;
}

/** A reference to the chapter itself, on whatever day it was read. */
const isReference = (runs: readonly Run[] | undefined, text: string): boolean =>
  runs !== undefined &&
  written(charactersOf(runs).replace(SLOTS.accessed, '')) ===
    text.replace(/\[\d{4}-\d\d-\d\d\]/u, '');

/** What stands for the place in a citation of ours that names no address: p. 72, note 88. */
function printedIn(places: Places, text: string): string | undefined {
  const forms = places.styles.flatMap((style) => Object.values(style.forms));
  for (const runs of forms) {
    const [before = '', after] = written(charactersOf(runs)).split(SLOTS.printed);
    const isPlaced = after !== undefined && !after.includes(SLOTS.url);
    if (isPlaced && text.startsWith(before) && text.endsWith(after))
      return text.slice(before.length, text.length - after.length);
  }
  return undefined;
}

/** The place that a citation of ours names: a page by its number alone, else as it is printed. */
function citedPlaces(places: Places, text: string): Answer | undefined {
  const printed = printedIn(places, text);
  if (printed === undefined) return undefined;
  const [, number] = /^(\d+)(?:-\d+)?$/u.exec(printed) ?? [];
  if (number !== undefined) return page(places, Number(number));
  return printedPlaces(places, printed, false) ?? printedPlaces(places, printed, true);
}

/** A text longer than this is a citation, and names its place somewhere in it. */
const CITATION = 24;

/** Of a longer text, a citation stands at one of its ends; what is between would take seconds to look through. */
const END = 1000;

const withoutMiddle = (text: string): string =>
  text.length > 2 * END ? `${text.slice(0, END)} ${text.slice(-END)}` : text;

/**
 * Reads what was typed.
 * @returns where it leads; without destinations, `says` tells why, and what there is
 */
export function goTo(pasted: string, places: Places): Answer {
  const address = addressIn(pasted, written(pasted), places);
  const typed = withoutMiddle(pasted);
  const text = written(typed);
  if (text === '') return { destinations: [] };
  if (address) return address;
  const inSection = noteInSection(places, text);
  if (inSection !== undefined) return { destinations: single(places, `fn${inSection}`) };
  if (/^\d+$/u.test(text)) return number(places, Number(text));
  const reference = places.styles.some(({ forms }) => isReference(forms.list, text));
  if (reference)
    return { destinations: [{ name: messages.common.wholeOf(places.chapter), path: '/chapter/' }] };
  // A note may be named after its place in the structure: 第四節二（一）¶3，註43.
  const isCitation = text.length > CITATION;
  const notePlaced = /[節¶].*,\s*註/u.test(text);
  const found =
    byId(places, text) ??
    citedPlaces(places, text) ??
    printedPlaces(places, text, false) ??
    (notePlaced ? printedPlaces(places, text, true) : structuralPlaces(places, text)) ??
    (isCitation ? printedPlaces(places, text, true) : undefined) ??
    referenceIn(places, typed);
  if (found) return found;
  const shown = typed.trim().length > 30 ? `${typed.trim().slice(0, 30)}…` : typed.trim();
  return { destinations: [], says: messages.goto.unknown(shown, whatThereIs(places)) };
}
