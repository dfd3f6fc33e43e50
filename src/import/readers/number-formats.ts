/** Numbers as word processors print them: 十二, XII, ⑫. */

import { atMost } from './xml.ts';

/** No program counts farther. */
const MOST = 32_767;

/** The number that a list, a level or a row of notes begins with; undefined where the file gives none. */
export const startIn = (value: string | undefined): number | undefined => atMost(value, MOST);

const DIGITS = [...'〇一二三四五六七八九'];
const FORMAL = [...'零壹貳參肆伍陸柒捌玖'];
const FORMAL_SIMPLIFIED = [...'零壹贰叁肆伍陆柒捌玖'];
const STEMS = [...'甲乙丙丁戊己庚辛壬癸'];
const BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥'];

/** A Chinese numeral with tens and hundreds: 十二, 一百零三. */
function counting(
  number: number,
  digits: string[],
  ten: string,
  hundred: string,
  first: boolean,
): string {
  if (number >= 1000 || number < 0) return String(number);
  const hundreds = Math.floor(number / 100);
  const tens = Math.floor((number % 100) / 10);
  const ones = number % 10;
  const zero = digits[0] === '〇' ? '零' : (digits[0] as string);
  let out = hundreds > 0 ? `${digits[hundreds]}${hundred}` : '';
  if (tens > 0) out += tens === 1 && hundreds === 0 && !first ? ten : `${digits[tens]}${ten}`;
  else if (hundreds > 0 && ones > 0) out += zero;
  if (ones > 0) out += digits[ones];
  return out === '' ? (digits[0] as string) : out;
}

function roman(number: number): string {
  const signs: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  // There is no sign for more.
  if (number > 3999) return String(number);
  let rest = number;
  let out = '';
  for (const [value, sign] of signs)
    while (rest >= value) {
      out += sign;
      rest -= value;
    }
  return out;
}

/** How often Word repeats a sign; higher numbers begin anew. */
const MOST_REPEATED = 30;

/** A sign of a row, repeated where the row begins anew: A, …, Z, AA, BB. */
const repeated = (row: readonly string[], number: number): string =>
  (row[(number - 1) % row.length] ?? '').repeat(
    (Math.floor((number - 1) / row.length) % MOST_REPEATED) + 1,
  );

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const letter = (number: number): string => repeated(LETTERS, number);

const CIRCLED: readonly [number, number, number][] = [
  [1, 20, 0x2460],
  [21, 35, 0x3251],
  [36, 50, 0x32b1],
];

const sign = (number: number, [first, last, code]: readonly [number, number, number]) =>
  number >= first && number <= last ? String.fromCodePoint(code + number - first) : undefined;

const fullWidth = (text: string) =>
  text.replace(/\d/gu, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));

const NOTE_SYMBOLS = ['*', '†', '‡', '§'];

/** Formats a number as Word does (ST_NumberFormat). */
export function formatNumber(number: number, format: string | undefined): string {
  switch (format) {
    case 'none':
    case 'bullet':
      return '';
    case 'upperRoman':
      return roman(number);
    case 'lowerRoman':
      return roman(number).toLowerCase();
    case 'upperLetter':
      return letter(number);
    case 'lowerLetter':
      return letter(number).toLowerCase();
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return fullWidth(String(number));
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return CIRCLED.map((range) => sign(number, range)).find((s) => s) ?? String(number);
    case 'decimalEnclosedFullstop':
      return sign(number, [1, 20, 0x2488]) ?? `${number}.`;
    case 'decimalEnclosedParen':
      return sign(number, [1, 20, 0x2474]) ?? `(${number})`;
    case 'ideographEnclosedCircle':
      return sign(number, [1, 10, 0x3280]) ?? String(number);
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'koreanCounting':
      return counting(number, DIGITS, '十', '百', false);
    case 'taiwaneseDigital':
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
      return [...String(number)].map((d) => DIGITS[Number(d)]).join('');
    case 'ideographLegalTraditional':
    case 'japaneseLegal':
      return counting(number, FORMAL, '拾', '佰', true).replace(/^壹拾/u, '拾');
    case 'chineseLegalSimplified':
      return counting(number, FORMAL_SIMPLIFIED, '拾', '佰', true).replace(/^壹拾/u, '拾');
    case 'ideographTraditional':
      return STEMS[(number - 1) % 10] ?? '';
    case 'ideographZodiac':
      return BRANCHES[(number - 1) % 12] ?? '';
    case 'chicago':
      return repeated(NOTE_SYMBOLS, number);
    default:
      return String(number);
  }
}
