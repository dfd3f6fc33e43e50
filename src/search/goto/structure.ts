/** Places in the structure: 第三章第四節二（一）¶3, 四二（一）, s4-2-1-p3, §4.2.1. */

import { messages } from '../../messages/site.ts';
import type { Places } from '../cite/places.ts';
import { targetOf } from '../cite/targets.ts';
import { type Answer, destinationOf } from './answer.ts';
import { bare, numeral, written } from './numerals.ts';

const PARAGRAPH =
  /(?:¶|第(?=[^節章]+段)|段|para(?:graph)?\.?)\s*(\d+|[一二三四五六七八九十]+)\s*段?(?:\(頁[\d-]+\))?$/u;

/** The names under which a heading can be typed: 第四節二(一), 四二(一). */
function keysOf(labels: string[]): string[] {
  const full = bare(labels.join(''));
  return [full, full.replace(/^第(.+?)節/u, '$1')];
}

/** 第4節 and 4節 are 第四節; only the first label may be written so. */
function ordinal(text: string): string {
  return text
    .replace(
      /^第?(\d)節/u,
      (_, digit: string) => `第${'〇一二三四五六七八九'.charAt(Number(digit))}節`,
    )
    .replace(/^([一二三四五六七八九十]+)節/u, '第$1節');
}

/** Headings right under one, by their last labels. */
function under(places: Places, labels: string[]): string[] {
  const key = bare(labels.join(''));
  return Object.values(places.headings)
    .filter((l) => l.length === labels.length + 1 && bare(l.slice(0, -1).join('')) === key)
    .map((l) => l.at(-1) ?? '');
}

/** The heading that is meant by a text, or by the longest beginning of it. */
function headingOf(
  places: Places,
  text: string,
): { id: string; labels: string[]; rest: string } | undefined {
  const all = Object.entries(places.headings).flatMap(([id, labels]) =>
    labels.length === 0 ? [] : keysOf(labels).map((key) => ({ id, labels, key })),
  );
  const found = all
    .filter(({ key }) => text.startsWith(key))
    .sort((a, b) => b.key.length - a.key.length)[0];
  return found && { id: found.id, labels: found.labels, rest: text.slice(found.key.length) };
}

function paragraphOf(places: Places, id: string, number: number): Answer {
  const target = targetOf(places, `${id}-p${number}`);
  if (target) return { destinations: [destinationOf(places, target)] };
  const heading = targetOf(places, id);
  const count = Object.keys(places.blocks).filter(
    (b) => b.replace(/-p\d+$/u, '') === id && b !== id,
  ).length;
  const destinations = heading ? [destinationOf(places, heading)] : [];
  const name = (heading?.locus.place ?? '').replace(/\s/gu, '');
  const has = count === 0 ? messages.goto.noParagraphs : messages.goto.onlyParagraphs(count);
  return { destinations, says: name + has + messages.common.stop };
}

function missing(places: Places, labels: string[], id: string, rest: string): Answer {
  const heading = targetOf(places, id);
  const names = under(places, labels).join(messages.common.enumeration);
  const has = names === '' ? messages.goto.noHeadings : messages.goto.headings(names);
  return {
    destinations: heading ? [destinationOf(places, heading)] : [],
    says: messages.goto.noneUnder(labels.join(''), rest, has),
  };
}

/** 4.2.1 and 4-2-1 are s4-2-1. */
const idOf = (text: string): string | undefined => {
  const [, numbers, paragraph] =
    /^[s§]? ?(\d+(?:[.-]\d+)*)(?:[.-]?(?:p|¶)(\d+))?$/u.exec(text) ?? [];
  if (numbers === undefined || !/^[s§]|[.-]/u.test(text)) return undefined;
  return `s${numbers.replaceAll('.', '-')}${paragraph === undefined ? '' : `-p${paragraph}`}`;
};

/** Reads a place in the structure; undefined when the text is none. */
export function structuralPlaces(places: Places, text: string): Answer | undefined {
  const id = idOf(text);
  if (id !== undefined) {
    const target = targetOf(places, id);
    if (target) return { destinations: [destinationOf(places, target)] };
    const [, heading = '', number] = /^(.*?)-p(\d+)$/u.exec(id) ?? [];
    if (number !== undefined && places.headings[heading])
      return paragraphOf(places, heading, Number(number));
    return undefined;
  }
  const chapter = bare(places.chapter);
  const [, other, after = bare(text)] = /^(第.{1,3}章)(.*)$/u.exec(bare(text)) ?? [];
  if (
    other !== undefined &&
    other !== chapter &&
    numeral(other.slice(1, -1)) !== numeral(chapter.slice(1, -1))
  )
    return { destinations: [], says: messages.goto.onlyChapter(places.chapter) };
  if (other !== undefined && after === '')
    return { destinations: [{ name: messages.common.wholeOf(places.chapter), path: '/chapter/' }] };
  const number = PARAGRAPH.exec(after);
  const head = ordinal(number ? after.slice(0, number.index) : after.replace(/\(頁[\d-]+\)$/u, ''));
  const found = headingOf(places, head);
  if (!found) {
    const section = /^第(.+)節/u.exec(head);
    const sections = Object.values(places.headings).flatMap((l) => (l.length === 1 ? l : []));
    return section
      ? {
          destinations: [],
          says: messages.goto.noSection(section[0], sections.join(messages.common.enumeration)),
        }
      : undefined;
  }
  if (found.rest !== '') {
    // Words that merely begin like a label are no place.
    const isLabel = /^[(]?[\d一二三四五六七八九十]+[)]?/u.test(found.rest);
    return isLabel || /^第.節/u.test(head)
      ? missing(places, found.labels, found.id, found.rest)
      : undefined;
  }
  if (!number) {
    const target = targetOf(places, found.id);
    return target && { destinations: [destinationOf(places, target)] };
  }
  return paragraphOf(places, found.id, numeral(written(number[1] ?? '')) ?? 0);
}
