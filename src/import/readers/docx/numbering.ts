/** Automatic numbers: those of lists and headings (numbering.xml), and those of notes. */
import { attributeOf, childOf, type Element, elementsOf } from '../xml.ts';
import type { Part } from './package.ts';

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
      return STEMS[(number - 1) % 10] as string;
    case 'ideographZodiac':
      return BRANCHES[(number - 1) % 12] as string;
    case 'chicago':
      return repeated(NOTE_SYMBOLS, number);
    default:
      return String(number);
  }
}

interface Level {
  start: number;
  format: string | undefined;
  text: string;
  suffix: string;
  /** Restarts after a level above it has counted; 0: never. */
  restart: number | undefined;
  style: string | undefined;
  /** All numbers are written in digits: 3.1 below 第三章. */
  isLegal: boolean;
}

function toLevel(element: Element): Level {
  const value = (name: string) => attributeOf(childOf(element, name), 'w:val');
  const restart = value('w:lvlRestart');
  return {
    start: Number(value('w:start') ?? 0),
    format: value('w:numFmt'),
    text: value('w:lvlText') ?? '',
    suffix: value('w:suff') ?? 'tab',
    restart: restart === undefined ? undefined : Number(restart),
    style: value('w:pStyle'),
    isLegal: childOf(element, 'w:isLgl') !== undefined && value('w:isLgl') !== '0',
  };
}

/** The numbers of a file's lists, which count as they are asked for. */
export class Numbering {
  readonly #abstract = new Map<string, Map<number, Level>>();
  readonly #lists = new Map<string, { of: string; levels: Map<number, Level> }>();
  readonly #counts = new Map<string, (number | undefined)[]>();

  constructor(part: Part | undefined) {
    const root = part?.root;
    const links = new Map<string, string>();
    for (const element of elementsOf(root)) {
      if (element.name !== 'w:abstractNum') continue;
      const id = attributeOf(element, 'w:abstractNumId') ?? '';
      const levels = elementsOf(element).filter(({ name }) => name === 'w:lvl');
      this.#abstract.set(
        id,
        new Map(levels.map((l) => [Number(attributeOf(l, 'w:ilvl') ?? 0), toLevel(l)])),
      );
      const style = attributeOf(childOf(element, 'w:styleLink'), 'w:val');
      if (style !== undefined) links.set(style, id);
    }
    for (const element of elementsOf(root)) {
      if (element.name !== 'w:num') continue;
      let of = attributeOf(childOf(element, 'w:abstractNumId'), 'w:val') ?? '';
      const abstract = elementsOf(root).find(
        (e) => e.name === 'w:abstractNum' && attributeOf(e, 'w:abstractNumId') === of,
      );
      const linked = attributeOf(childOf(abstract, 'w:numStyleLink'), 'w:val');
      if (linked !== undefined) of = links.get(linked) ?? of;
      const levels = new Map(this.#abstract.get(of));
      for (const override of elementsOf(element)) {
        if (override.name !== 'w:lvlOverride') continue;
        const at = Number(attributeOf(override, 'w:ilvl') ?? 0);
        const own = childOf(override, 'w:lvl');
        const start = attributeOf(childOf(override, 'w:startOverride'), 'w:val');
        const level = own ? toLevel(own) : levels.get(at);
        if (level) levels.set(at, start === undefined ? level : { ...level, start: Number(start) });
        // A list with a start of its own counts by itself.
        if (start !== undefined) of = `${of}/${attributeOf(element, 'w:numId')}`;
      }
      this.#lists.set(attributeOf(element, 'w:numId') ?? '', { of, levels });
    }
  }

  /** The level that a style stands for in its list. */
  levelOf(numId: string, style: string | undefined): number {
    const levels = this.#lists.get(numId)?.levels ?? new Map<number, Level>();
    return [...levels].find(([, level]) => level.style === style && style !== undefined)?.[0] ?? 0;
  }

  /**
   * The next number of a list, as it is printed.
   * @returns undefined for a list that is not there; '' for bullets, which are no text
   */
  next(numId: string, at: number): { label: string; isBullet: boolean } | undefined {
    const list = this.#lists.get(numId);
    const own = list?.levels.get(at);
    if (!list || !own) return undefined;
    const counts = this.#counts.get(list.of) ?? [];
    this.#counts.set(list.of, counts);
    counts[at] = (counts[at] ?? own.start - 1) + 1;
    for (const [below, level] of list.levels)
      if (below > at && level.restart !== 0 && (level.restart ?? below) > at)
        counts[below] = undefined;
    if (own.format === 'bullet') return { label: '', isBullet: true };
    const label = own.text.replace(/%(\d)/gu, (_, digit: string) => {
      const of = Number(digit) - 1;
      const level = list.levels.get(of);
      return formatNumber(counts[of] ?? level?.start ?? 1, own.isLegal ? 'decimal' : level?.format);
    });
    const gap = own.suffix === 'nothing' || label === '' ? '' : ' ';
    return { label: label + gap, isBullet: false };
  }
}
