/** The pages, volumes, chapters … that a citation prints. */

import { remembering } from '../../markdown/remembering.ts';
import { NUMERALS, numberOf } from './numerals.ts';
import type { Locator } from './schema.ts';
import { unquoted } from './words.ts';

/** What a citation prints of its place in the work. */
export interface PrintedLocator extends Locator {
  /** Printed with its label; a number after a colon may be a page, and may be none. */
  sure: boolean;
}

const ONE = String.raw`(?:[A-Z]-?)?\p{Nd}+`;
const RANGE = String.raw`${ONE}(?:\s*[-‐-―−~～至]\s*${ONE})?(?!\p{Nd})`;
/** What shows that a number is no further page, but a date or a volume. */
const ELSE = String.raw`\s*(?:[年月日期卷冊册版]|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))`;
const LIST = String.raw`${RANGE}(?:\s*[,、，]\s*${RANGE}(?!${ELSE}))*`;
const ROMAN = String.raw`[ivxlc]+(?:[-–][ivxlc]+)?\b`;
const ANY = `${RANGE}|${NUMERALS}|[IVXLC]+\\b`;

/** English before the number, Chinese before or around it. */
const labelled = (english: string, before: string, around: string): RegExp[] => [
  new RegExp(String.raw`\b(?:${english})\.?\s*(${ANY})`, 'giu'),
  new RegExp(String.raw`(?<![第\p{Nd}]\s*)(?:${before})\s*(${RANGE}|${NUMERALS}(?!\p{L}))`, 'gu'),
  new RegExp(String.raw`第\s*(${ANY})\s*(?:${around})`, 'gu'),
];

const PAGES: RegExp[] = [
  new RegExp(String.raw`\b[Pp]{1,2}(?:\.\s*|\s+)(${LIST}|${ROMAN})`, 'gu'),
  // 網頁 is no page, and in 第 2 頁 3 行 the second number counts lines.
  new RegExp(String.raw`(?<![網网首主\p{Nd}]\s*)[頁页][碼码]?\s*(${LIST}|${NUMERALS})`, 'gu'),
  new RegExp(String.raw`第\s*(${RANGE}|${NUMERALS})\s*[頁页]`, 'gu'),
  // 共 300 頁 says how long a work is.
  new RegExp(
    String.raw`(?<!(?:[共計计第頁页]|全[書书]|\p{Nd}|[-‐-―−])\s*)(${RANGE})\s*[頁页]`,
    'gu',
  ),
];
/** Of a newspaper, 版 is the page; of a book, the edition. */
const NEWSPAPER_PAGES: RegExp[] = [
  new RegExp(String.raw`第\s*(${RANGE}|${NUMERALS})\s*版`, 'gu'),
  new RegExp(String.raw`(?<=[,，、(（]\s*)(${RANGE})\s*版`, 'gu'),
  new RegExp(String.raw`(?<=[,，、(（]\s*)版\s*(${RANGE})`, 'gu'),
];
const UNSURE_PAGES = [new RegExp(String.raw`[:：]\s*(${LIST})(?=\s*(?:[.。;；,，)）]|$))`, 'gu')];

const OTHERS: readonly [Locator['label'], RegExp[]][] = [
  ['volume', labelled('vols?|volumes?', '卷', '[卷冊册輯辑]')],
  ['chapter', labelled('chs?|chaps?|chapters?', '章', '章')],
  [
    'section',
    [...labelled('secs?|sections?', '[節节]', '[節节]'), new RegExp(`§+\\s*(${ANY})`, 'gu')],
  ],
  ['column', labelled('cols?|columns?', '[欄栏]', '[欄栏]')],
  ['line', labelled('l|ll|lines?', '行', '行')],
  ['note', labelled('n|nn|fn|notes?|footnotes?', '[註注]', '[註注]')],
  [
    'paragraph',
    [...labelled('paras?|paragraphs?', '段', '段'), new RegExp(`¶+\\s*(${ANY})`, 'gu')],
  ],
];

/** A value as it is compared: 4 for 四, one dash, no spaces. */
export function plainValue(value: string): string {
  const plain = value
    .normalize('NFKC')
    .replace(/[‐-―−~至]/gu, '-')
    .replace(/[、,，]+/gu, ',')
    .replace(/\s+/gu, '');
  return String(numberOf(plain) ?? plain);
}

/** A list of pages goes up; a year that follows the last page is none. */
function withoutYear(value: string): string {
  const items = plainValue(value).split(',');
  const last = (item = ''): number => Number(/(\d+)$/u.exec(item)?.[1] ?? Number.NaN);
  const end = items.findIndex((item, i) => {
    if (i === 0) return false;
    const year = /^(?:19|20)\d\d$/u.test(item) && last(items[i - 1]) < 1000;
    return year || Number.parseInt(item, 10) <= last(items[i - 1]);
  });
  return items.slice(0, end < 0 ? items.length : end).join(',');
}

const matches = (label: Locator['label'], forms: readonly RegExp[], words: string, sure = true) =>
  forms.flatMap((form) =>
    [...words.matchAll(form)].map(({ 1: value = '', index }) => ({
      label,
      value: withoutYear(value),
      sure,
      index,
    })),
  );

/** The words in which places are sought: titles in quotation marks and addresses covered. */
const soughtIn = (text: string): string =>
  unquoted(text).replace(/https?:\/\/[^\s，。；、）」』”]+/gu, '■');

const inOrder = (found: (PrintedLocator & { index: number })[]): PrintedLocator[] =>
  found.sort((a, b) => a.index - b.index).map(({ label, value, sure }) => ({ label, value, sure }));

const readPages = (newspaper: boolean) =>
  remembering((text: string): readonly PrintedLocator[] => {
    const words = soughtIn(text);
    return inOrder([
      ...matches('page', PAGES, words),
      ...(newspaper ? matches('page', NEWSPAPER_PAGES, words) : []),
      ...matches('page', UNSURE_PAGES, words, false),
    ]);
  });
const pagesOfNewspaper = readPages(true);
const pagesOfOthers = readPages(false);

/**
 * Reads the pages that a citation prints.
 * @param newspaper whether 第 4 版 is its page
 */
export const pagesIn = (text: string, newspaper: boolean): readonly PrintedLocator[] =>
  newspaper ? pagesOfNewspaper(text) : pagesOfOthers(text);

/** Reads the volumes, chapters, notes … that a citation prints. */
export const otherLocatorsIn = remembering((text: string): readonly PrintedLocator[] => {
  const words = soughtIn(text);
  return inOrder(OTHERS.flatMap(([label, forms]) => matches(label, forms, words)));
});
