/**
 * How notes are numbered in print: the label that begins a note (`1`, `1.`,
 * `[1]`, ①, （註1）, `*1`, ＊) and the mark that leads to it, which may have
 * another form.
 */

/** Ways to print a number. Where a note's label and its mark differ in form, the number joins them. */
export type LabelForm =
  | 'bare' // 1
  | 'dotted' // 1.  1、
  | 'bracketed' // [1] 〔1〕 （1）
  | 'circled' // ①
  | 'named' // 註1 （註 1） 註一：
  | 'starred' // *1
  | 'sign'; // ＊ †

export interface Label {
  form: LabelForm;
  /** For signs: their place in the row ＊†‡§¶ ＊＊††‡‡. */
  number: number;
  /** As printed, without white space around it. */
  text: string;
  /** How many characters of the text it covers, with the white space after it. */
  length: number;
}

/** Circled numbers: 1–20, 21–35 and 36–50 stand apart in Unicode; 1–10 stand there once more, sans serif. */
const CIRCLED = [
  [1, 20, 0x2460],
  [21, 35, 0x3251],
  [36, 50, 0x32b1],
  [1, 10, 0x2780],
] as const;

const CIRCLED_CHARS = '\u2460-\u2473\u3251-\u325f\u32b1-\u32bf\u2780-\u2789';

function fromCircled(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  const range = CIRCLED.find(([first, last, start]) => {
    return code >= start && code <= start + last - first;
  });
  return range ? code - range[2] + range[0] : 0;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const HAN_DIGITS = '〇一二三四五六七八九';

/** Reads digits of any set: 12, １２, ¹². */
export function fromDigits(text: string): number {
  const plain = [...text.normalize('NFKC')].join('');
  return /^\d+$/u.test(plain) ? Number(plain) : Number.NaN;
}

/** Reads 一 to 九百九十九, and 一二三 as digits. */
export function fromHan(text: string): number {
  if (!/[十百]/u.test(text))
    return Number([...text].map((c) => HAN_DIGITS.indexOf(c)).join('') || 'NaN');
  let total = 0;
  let digit = 0;
  for (const char of text) {
    if (char === '百') {
      total += (digit || 1) * 100;
      digit = 0;
    } else if (char === '十') {
      total += (digit || 1) * 10;
      digit = 0;
    } else digit = Math.max(0, HAN_DIGITS.indexOf(char));
  }
  return total + digit;
}

const D = `[0-9０-９${SUPERSCRIPTS}]{1,4}`;
const H = '[〇一二三四五六七八九十百]{1,6}';
const NAMED = '[註注](?:釋|解)?';
const OPEN = '[\\[［〔【〖(（﹝<＜]';
const CLOSE = '[\\]］〕】〗)）﹞>＞]';

/** Signs are doubled where the row is at its end; a wide font parts them. */
const SIGN = [...'*＊†‡§¶※'].map((c) => `[${c}](?:\\s?[${c}]){0,4}`).join('|');

/** Each form: what it looks like, and how its number is read from the group. */
const FORMS: readonly [LabelForm, string, (found: string) => number][] = [
  ['named', `${OPEN}\\s*${NAMED}\\s*(${D})\\s*${CLOSE}`, fromDigits],
  ['named', `${OPEN}\\s*${NAMED}\\s*(${H})\\s*${CLOSE}`, fromHan],
  ['named', `${NAMED}\\s*(${D})\\s*[.．、:：]?`, fromDigits],
  ['named', `${NAMED}\\s*(${H})\\s*[.．、:：]`, fromHan],
  // LibreOffice sets a note's number before what Word has around it: 3（註） 4[].
  ['named', `(${D})\\s*${OPEN}\\s*${NAMED}\\s*${CLOSE}`, fromDigits],
  ['bracketed', `(${D})\\s*${OPEN}\\s*${CLOSE}`, fromDigits],
  ['bracketed', `${OPEN}\\s*(${D})\\s*${CLOSE}`, fromDigits],
  ['circled', `([${CIRCLED_CHARS}])`, fromCircled],
  ['starred', `[*＊]\\s?(${D})`, fromDigits],
  ['dotted', `(${D})[.．、](?!\\d)`, fromDigits],
  ['bare', `(${D})`, fromDigits],
  ['sign', `(${SIGN})`, signNumber],
];

function signNumber(found: string): number {
  const row = Math.max(0, '＊†‡§¶'.indexOf((found[0] ?? '').replace(/[*※]/u, '＊')));
  return row + 1 + 5 * (found.replace(/\s/gu, '').length - 1);
}

const LEADING = FORMS.map(
  ([form, pattern, read]) => [form, new RegExp(`^(\\s*)${pattern}\\s*`, 'u'), read] as const,
);
const WHOLE = FORMS.map(
  ([form, pattern, read]) => [form, new RegExp(`^${pattern}$`, 'u'), read] as const,
);

/** All labels that a text could begin with; `1.` is both dotted and bare. */
export function leadingLabels(text: string): Label[] {
  return LEADING.flatMap(([form, pattern, read]) => {
    const match = pattern.exec(text);
    const group = match?.[2];
    if (!match || group === undefined) return [];
    const number = read(group);
    if (!(number > 0)) return [];
    return [{ form, number, text: match[0].trim(), length: match[0].length }];
  });
}

/** The mark that a text is, from its first to its last character. */
export function wholeMark(text: string): Label | undefined {
  const trimmed = text.trim();
  for (const [form, pattern, read] of WHOLE) {
    const group = pattern.exec(trimmed)?.[1];
    const number = group === undefined ? Number.NaN : read(group);
    if (number > 0) return { form, number, text: trimmed, length: text.length };
  }
  return undefined;
}

/** Marks that are told from the text by their form alone, wherever they stand in it. */
const STANDING = new RegExp(
  [
    `${OPEN}\\s*${NAMED}\\s*(?:${D}|${H})\\s*${CLOSE}`,
    `[\\[［〔【﹝]\\s*${D}\\s*[\\]］〕】﹞]`,
    `[${CIRCLED_CHARS}]`,
    `[${SUPERSCRIPTS}]{1,4}`,
    `[*＊]${D}`,
    '†{1,4}|‡{1,4}|＊{1,5}',
    // § 12 is a section, and 5 * 3 a sum.
    '(?<=[\\p{L}。，；：？！」』）)”》〉.])(?:\\*{1,4}|§{1,4}|¶{1,4})(?!\\s*[\\d*])',
  ].join('|'),
  'gu',
);

/** Finds the marks of a text that are no bare numbers, with their offsets. */
export function standingMarks(text: string): (Label & { at: number })[] {
  return [...text.matchAll(STANDING)].flatMap((match) => {
    const label = wholeMark(match[0]);
    return label ? [{ ...label, length: match[0].length, at: match.index }] : [];
  });
}

/** A heading that stands over a list of notes. */
const NOTES_HEADING =
  /^[【〔[（(]?\s*(?:本章|本[節节])?\s*(?:[註注附]\s*[釋释解註注]?|尾\s*[註注]|章末\s*[註注]|參考\s*[註注]\s*釋|NOTES?|Notes?|ENDNOTES|Endnotes|Footnotes)\s*[】〕\]）)]?\s*[:：]?$/u;

/** Whether a line stands over a list of notes. */
export const isNotesHeading = (text: string): boolean => NOTES_HEADING.test(text.trim());
