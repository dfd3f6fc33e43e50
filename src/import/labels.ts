/** Printed labels of headings, of all the kinds in use: 第三章, 第二節, 壹、, 一、, （一）, 2.1, 1., (1), A. */

/** What kinds of label there are, from the outermost in. */
export const KINDS = [
  'part', // 第一篇
  'chapter', // 第三章, Chapter 3
  'section', // 第二節
  'decimal', // 2.1, 2.1.1, 2-1
  'item', // 第一項, 第一目
  'formal', // 壹、
  'stem', // 甲、
  'numeral', // 一、
  'bracketed', // （一）
  'arabic', // 1.
  'bracketed-arabic', // （1）
  'letter', // A.
  'circled', // ①
] as const;
export type Kind = (typeof KINDS)[number];

/** A heading taken apart. */
export interface Label {
  kind: Kind;
  /** As printed, with the sign that ends it: 第三章, 第三章：, 二、, 2.1. */
  label: string;
  /** Its last number: 1 for 2.1. */
  number: number;
  /** All its numbers: 2 and 1 for 2.1. */
  numbers: number[];
  /** What follows; empty where the title stands on another line, or nowhere. */
  title: string;
}

const DIGITS = '〇一二三四五六七八九';
const FORMAL = '壹貳參肆伍陸柒捌玖';
const FORMAL_VARIANTS: Readonly<Record<string, string>> = {
  贰: '貳',
  弍: '貳',
  叁: '參',
  叄: '參',
  参: '參',
  陆: '陸',
};
const STEMS = '甲乙丙丁戊己庚辛壬癸';

/**
 * Reads a numeral: Chinese up to 999 (十二, 一百零三, 二〇), formal (拾壹), a heavenly
 * stem, or digits of either width.
 * @returns NaN for what is no numeral
 */
export function readNumeral(numeral: string): number {
  const text = numeral.normalize('NFKC').replace(/\s+/gu, '');
  if (/^\d+$/u.test(text)) return Number(text);
  if (text.length === 1 && STEMS.includes(text)) return STEMS.indexOf(text) + 1;
  const plain = [...text]
    .map((c) => {
      const at = FORMAL.indexOf(FORMAL_VARIANTS[c] ?? c);
      return at === -1 ? c : (DIGITS[at + 1] as string);
    })
    .join('')
    .replace(/拾/gu, '十')
    .replace(/廿/gu, '二十')
    .replace(/卅/gu, '三十')
    .replace(/[零○]/gu, '〇');
  if (/^[〇一二三四五六七八九]+$/u.test(plain))
    return Number([...plain].map((c) => DIGITS.indexOf(c)).join(''));
  const match =
    /^(?:([一二三四五六七八九])百〇?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/u.exec(
      plain,
    );
  if (!match || plain === '') return Number.NaN;
  const [, hundreds, tens, ten, ones] = match;
  const value = (c: string | undefined) => (c ? DIGITS.indexOf(c) : 0);
  return value(hundreds) * 100 + (ten ? (tens ? value(tens) : 1) * 10 : 0) + value(ones);
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

function readRoman(text: string): number {
  const values = [...text.toUpperCase()].map((c) => ROMAN[c] ?? Number.NaN);
  return values.reduce((sum, v, i) => sum + (v < (values[i + 1] ?? 0) ? -v : v), 0);
}

const HAN_NUMERAL = '[〇零○一二三四五六七八九十百廿卅]';
const ANY_NUMERAL = String.raw`(?:${HAN_NUMERAL}|[\d０-９]|[${FORMAL}拾贰弍叁叄参陆])(?:\s?(?:${HAN_NUMERAL}|[\d０-９]))*`;
const FORMAL_NUMERAL = `[${FORMAL}拾贰弍叁叄参陆]{1,3}`;
/** What may part 第三章 from its title. */
const ENDS = String.raw`\s*(?:[：:、，,．.－—–―-]+|(?=\s|\S|$))`;

type Form = [Kind, RegExp, (match: RegExpExecArray) => number[]];

const numeral = (match: RegExpExecArray) => [readNumeral(match[1] ?? '')];
const ordinal = (words: string) =>
  new RegExp(String.raw`^第\s*(${ANY_NUMERAL})\s*(?:${words})${ENDS}`, 'u');
/** The offset of a sign in its run in Unicode, from 1. */
const fromSign = (first: number) => (match: RegExpExecArray) => [
  (match[1]?.codePointAt(0) ?? 0) - first + 1,
];

const FORMS: readonly Form[] = [
  ['part', ordinal('篇|編|编|部|卷'), numeral],
  ['chapter', ordinal('章'), numeral],
  [
    'chapter',
    /^Chapter\s+(\d{1,2}|[IVXLC]+)\b\s*[:.—–-]?/iu,
    (m) => [/^\d/u.test(m[1] ?? '') ? Number(m[1]) : readRoman(m[1] ?? '')],
  ],
  ['section', ordinal('節|节'), numeral],
  ['item', ordinal('項|项|目|款'), numeral],
  ['formal', new RegExp(String.raw`^(${FORMAL_NUMERAL})\s*[、．.：:，,]`, 'u'), numeral],
  ['formal', new RegExp(String.raw`^(${FORMAL_NUMERAL})(?=\s+\S)`, 'u'), numeral],
  ['stem', new RegExp(String.raw`^([${STEMS}])\s*[、．.]`, 'u'), numeral],
  ['numeral', new RegExp(String.raw`^(${HAN_NUMERAL}+)\s*[、．.]`, 'u'), numeral],
  [
    'bracketed',
    new RegExp(String.raw`^[（(〔﹙]\s*(${HAN_NUMERAL}+)\s*[）)〕﹚]\s*、?`, 'u'),
    numeral,
  ],
  ['bracketed', /^([㈠-㈩])/u, fromSign(0x3220)],
  [
    'decimal',
    /^([\d０-９]{1,2}(?:\s?[.．‧·\-－][\d０-９]{1,2}){1,5})(?:[.．、]|(?=\s)|(?=[^\d\s.．,，%％年月日]))/u,
    (m) =>
      (m[1] ?? '')
        .normalize('NFKC')
        .split(/\s?[.‧·-]/u)
        .map(Number),
  ],
  ['arabic', /^([\d０-９]{1,2})\s*[.．、](?![\d０-９])/u, numeral],
  ['arabic', /^([⒈-⒛])/u, fromSign(0x2488)],
  ['bracketed-arabic', /^[（(]\s*([\d０-９]{1,2})\s*[）)]\s*、?/u, numeral],
  ['bracketed-arabic', /^([\d０-９]{1,2})\s*[）)]/u, numeral],
  ['bracketed-arabic', /^([⑴-⒇])/u, fromSign(0x2474)],
  ['circled', /^([①-⑳])/u, fromSign(0x2460)],
  ['letter', /^([IVX]{2,}|[IVX])[.．、]\s+/u, (m) => [readRoman(m[1] ?? '')]],
  [
    'letter',
    /^[（(]?([A-Za-zＡ-Ｚａ-ｚ])(?:[）)]|[.．、]\s*(?=[\p{Script=Han}\s]))/u,
    (m) => [(m[1] ?? '').normalize('NFKC').toUpperCase().charCodeAt(0) - 64],
  ],
];

/** A number with nothing but space after it: a label only where a style says that this is a heading. */
const BARE: Form = [
  'arabic',
  new RegExp(String.raw`^([\d０-９]{1,2}|${HAN_NUMERAL}{1,3})(?=\s+\S)`, 'u'),
  numeral,
];

/**
 * Reads the label that a heading begins with.
 * @param text the heading as printed; line feeds part label and title
 * @param certain whether the file itself says that this is a heading
 * @returns undefined when it has none
 */
export function readHeading(text: string, certain = false): Label | undefined {
  const trimmed = text.trim();
  for (const [kind, pattern, numbersOf] of certain ? [...FORMS, BARE] : FORMS) {
    const match = pattern.exec(trimmed);
    if (!match) continue;
    const numbers = numbersOf(match);
    const number = numbers.at(-1) ?? Number.NaN;
    if (numbers.some((n) => !Number.isFinite(n))) continue;
    const label = match[0].trim();
    return { kind, label, number, numbers, title: trimmed.slice(match[0].length).trim() };
  }
  return undefined;
}

/** How a label is set off from its title, in white space alone. */
export function gapAfter({ kind, label }: Label): string {
  const end = label.at(-1)?.normalize('NFKC') ?? '';
  if (kind === 'bracketed' || kind === 'bracketed-arabic') return '';
  if (/[A-Za-z\d.]/u.test(end)) return /^第/u.test(label) ? '\u3000' : ' ';
  return /\p{Script=Han}/u.test(end) ? '\u3000' : '';
}

/** Headings that stand without a number. */
const UNNUMBERED =
  /^(?:緒\s*[論言]|绪\s*[论言]|[導导]\s*[論论言]|前\s*言|引\s*言|序\s*[論论言]?|結\s*[論論語语]|结\s*[论语]|小\s*[結结]|餘\s*論|附\s*[錄录]|後\s*記|Introduction|Conclusions?)\s*[一二三四五六七八九十A-Z]?$/iu;
/** Matter after the text of a chapter, or of a book. */
const AFTER =
  /^(?:參\s*考\s*(?:文\s*獻|書\s*目|資\s*料)|参\s*考\s*(?:文\s*献|书\s*目|资\s*料)|[徵引][引用]\s*(?:書|书)\s*目|引\s*用\s*(?:文\s*[獻献]|書\s*目)|書\s*目|附\s*[錄录].{0,24}|Bibliography|References|Works Cited)$/iu;

export const isUnnumbered = (text: string): boolean => UNNUMBERED.test(text.trim());
export const isAfter = (text: string): boolean => AFTER.test(text.trim());
