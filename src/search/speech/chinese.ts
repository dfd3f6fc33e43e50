/**
 * Chinese as it is said: digits become the characters that people say, signs become words or
 * pauses, and what makes no sound goes. Voices read digits each in a way of its own.
 */
import { cardinal, digitwise, numeral } from './numbers.ts';

type Rule = readonly [pattern: RegExp, said: (...parts: string[]) => string];

const N = String.raw`\d+(?:\.\d+)?`;
const DASH = String.raw`\s*[-‐–—~～]\s*`;
const TO = String.raw`\s*[-‐–—~～至到]\s*`;
/** What may stand for a year: no text of ours speaks of the year 1000 or 3000. */
const YEAR = String.raw`(?!1000|[13-9]000)[12]\d{3}`;
/** The same where nothing says that it is one. */
const MODERN = String.raw`(?:1[5-9]|20)\d{2}`;
const HAN = String.raw`\p{Script=Han}`;

/** Full-width letters, digits and signs of numbers as ASCII has them. */
const narrow = (text: string): string =>
  text
    .replace(/[０-９Ａ-Ｚａ-ｚ％]/gu, (sign) => sign.normalize('NFKC'))
    .replace(/(?<=\d)．(?=\d)/gu, '.')
    .replace(/(?<=\d)，(?=\d{3}(?!\d))/gu, ',')
    .replace(/[\u00A0\u2000-\u200A\u202F]/gu, ' ')
    .replace(/[\u00AD\u200B\u2060\uFEFF]/gu, '');

/** The second number of a range, whose first digits may be left out: 330-31. */
function until(from: string, to: string): string {
  const whole = from.slice(0, Math.max(0, from.length - to.length)) + to;
  return Number(whole) > Number(from) ? whole : to;
}

/** A range; what does not rise is a number of two parts, as that of a table (3-2). */
function range(from: string, to: string): string {
  const end = until(from, to);
  const word = Number(end) > Number(from) ? '到' : '之';
  return numeral(from) + word + numeral(word === '到' ? end : to);
}

/** 頁 3、5-6 */
const pages = (list: string): string =>
  list
    .split(/\s*[、,]\s*/u)
    .map((one) => {
      const [from = '', to] = one.split(new RegExp(TO, 'u'));
      return to === undefined ? cardinal(from) : range(from, to);
    })
    .join('、');

/** Short forms of notes, where no English voice says them. */
const SHORT_FORMS: readonly Rule[] = [
  [/\bibid\b[. ]*/giu, () => '同前註'],
  [/\bop\.?\s*cit\b\.?/giu, () => '前引書'],
  [/\bloc\.?\s*cit\b\.?/giu, () => '前引處'],
  [/\bet al\b\.?/giu, () => '等人'],
  [/\bcf\.\s*/giu, () => '參見'],
  [
    new RegExp(String.raw`\bpp?\.?\s*(\d+(?:${DASH}\d+)?)`, 'gu'),
    (_, list = '') => `第${pages(list)}頁`,
  ],
  [/\bvol\.?\s*(\d+)/giu, (_, number = '') => `第${cardinal(number)}卷`],
  [/\bno\.?\s*(\d+)/giu, (_, number = '') => `第${cardinal(number)}期`],
];

const date = (year: string, month: string, day: string): string =>
  `${digitwise(year)}年${cardinal(month)}月${cardinal(day)}日`;

const DATES: readonly Rule[] = [
  [
    /(?<![\d.])([12]\d{3})([./-])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?![\d.]*\d)/gu,
    (_, year = '', _sign = '', month = '', day = '') => date(year, month, day),
  ],
  // 1948.6-1949.5: with one like it, the month may stand without its zero.
  [
    new RegExp(
      String.raw`(?<![\d.])(${MODERN})\.(0?[1-9]|1[0-2])${DASH}(${MODERN})\.(0?[1-9]|1[0-2])(?![\d.]*\d)`,
      'gu',
    ),
    (_, year = '', month = '', endYear = '', end = '') =>
      `${digitwise(year)}年${cardinal(month)}月到${digitwise(endYear)}年${cardinal(end)}月`,
  ],
  [
    new RegExp(String.raw`(?<![\d.])(${MODERN})\.(0[1-9]|1[0-2])(?![\d.]*\d)`, 'gu'),
    (_, year = '', month = '') => `${digitwise(year)}年${cardinal(month)}月`,
  ],
  [
    /(?<![\d.])(0[1-9]|1[0-2])\.(0[1-9]|[12]\d|3[01])(?![\d.]*\d)/gu,
    (_, month = '', day = '') => `${cardinal(month)}月${cardinal(day)}日`,
  ],
  [
    new RegExp(String.raw`(?<!\d)(${YEAR})${TO}(${YEAR}|\d{2})(?=\s*年)`, 'gu'),
    (_, from = '', to = '') => `${digitwise(from)}到${digitwise(to)}`,
  ],
  [new RegExp(String.raw`(?<!\d)(${YEAR})(?=\s*年)`, 'gu'), (_, year = '') => digitwise(year)],
  [
    new RegExp(
      String.raw`(?<![\d.,])(${MODERN})${DASH}(${MODERN}|\d{2})(?!\d|[.,]\d|\s*[萬万億亿千百多餘余名人公元])`,
      'gu',
    ),
    (all, from = '', to = '') =>
      until(from, to) > from ? `${digitwise(from)}到${digitwise(to)}` : all,
  ],
  [
    new RegExp(
      String.raw`(?<=(?:^|[(（,，、;；])\s*)(${MODERN})(?=\s*(?:$|[)）,，、;；。]))`,
      'gu',
    ),
    (_, year = '') => digitwise(year),
  ],
  [
    new RegExp(String.raw`(?<=\p{Script=Latin}{2}\s)${MODERN}(?![\d%]|[.,]\d|\s*${HAN})`, 'gu'),
    digitwise,
  ],
];

const NUMBERS: readonly Rule[] = [
  [/(?<![\d.])\d{1,3}(?:,\d{3})+(?!\d)/gu, (number) => number.replaceAll(',', '')],
  [
    new RegExp(String.raw`(${N})%?${TO}(${N})\s*%`, 'gu'),
    (_, from = '', to = '') => `百分之${numeral(from)}到${numeral(to)}`,
  ],
  [new RegExp(String.raw`(${N})\s*%`, 'gu'), (_, number = '') => `百分之${numeral(number)}`],
  [new RegExp(String.raw`(${N})\s*‰`, 'gu'), (_, number = '') => `千分之${numeral(number)}`],
  [
    new RegExp(
      String.raw`(?<!第\s*)([頁页])\s*(\d+(?:${TO}\d+)?(?:\s*[、,]\s*\d+(?:${TO}\d+)?(?!\d|\s*[年月日卷期]))*)`,
      'gu',
    ),
    (_, page = '', list = '') => `第${pages(list)}${page}`,
  ],
  // A list's numbers: (1) and 1.
  [/^(\s*)[(（](\d{1,2})[)）]/gu, (_, space = '', number = '') => `${space}${cardinal(number)}，`],
  [
    /^(\s*)(\d{1,2})[.、．]\s*(?!\d)/gu,
    (_, space = '', number = '') => `${space}${cardinal(number)}，`,
  ],
  [/\d+(?:\.\d+){2,}/gu, (all) => all.split('.').map(cardinal).join('點')],
  [
    new RegExp(String.raw`(?<![\d.A-Za-z]|\d-)(${N})${DASH}(${N})(?![\dA-Za-z]|-\d|\.\d)`, 'gu'),
    (_, from = '', to = '') => range(from, to),
  ],
  // The number of a type: F-16, F-117.
  [/(?<=[A-Za-z][-‐]?)\d{3,}/gu, digitwise],
  [/(?<=[A-Za-z])[-‐](?=[\d〇一二三四五六七八九])/gu, () => ' '],
  [/(?<![\d.])0\d+(?![\d.]*\d)/gu, digitwise],
  [/(?<!\d)(?!\d+0000)\d{9,}(?!\d)/gu, digitwise],
  [
    /(?<![第\d.]|民[國国]\s*)2(?=\s*(?:[個个名位國国次天週周項项種种艘架輛辆枚座條条家隊队方黨党本張张套組组層层倍噸吨萬万億亿千百者韓韩]|年[來来間间內内後后前]|公[里尺斤噸吨頃顷]|小[時时]))/gu,
    () => '兩',
  ],
  [new RegExp(N, 'gu'), numeral],
];

const SIGNS: readonly Rule[] = [
  [/\s*[~～]\s*/gu, () => '到'],
  [/°C|℃/gu, () => '度'],
  [/°/gu, () => '度'],
  [/(?<=\S)\s*[×✕]\s*(?=\S)/gu, () => '乘'],
  [/\s*[&＆]\s*/gu, () => '和'],
  [new RegExp(String.raw`(?<=${HAN})\s*[/／‐-]\s*(?=${HAN})`, 'gu'), () => '、'],
  // Names of people and books are said without a sign.
  [/[「」『』“”‘"《》〈〉﹏‧·•・．＊*†‡]|(?<!\p{Script=Latin})’|’(?!\p{Script=Latin})/gu, () => ''],
  [/\u3000/gu, () => '，'],
  [/[()（）[\]［］〔〕【】{}｛｝<>]|[—─―–]+|…+|⋯+|\.{3,}/gu, () => '，'],
];

const TIDY: readonly Rule[] = [
  [/\s+/gu, () => ' '],
  [new RegExp(`(?<=${HAN}|[，。、：；！？]) (?=${HAN}|[，。、：；！？])`, 'gu'), () => ''],
  [new RegExp(String.raw`(?<=${HAN})\.(?=\s|$)`, 'gu'), () => '。'],
  // The stronger of two signs stays: that of the sentence, else the first.
  [/[，、：；,:;\s]+(?=[。！？!?])/gu, () => ''],
  [/(?<=[。！？!?，、：；,:;])\s*[，、：；,:;]+/gu, () => ''],
  [/^[，、：；,:;。.\s]+|[，、,\s]+$/gu, () => ''],
];

/** What a rule writes in Traditional characters, on a page in Simplified ones. */
const SIMPLIFIED: Record<string, string> = {
  萬: '万',
  億: '亿',
  點: '点',
  兩: '两',
  頁: '页',
  註: '注',
  書: '书',
  處: '处',
  參: '参',
  見: '见',
};

const apply = (text: string, rules: readonly Rule[]): string =>
  rules.reduce((said, [pattern, by]) => said.replace(pattern, by), text);

/**
 * A stretch of Chinese as it is said.
 * @param text as printed
 * @param simplified whether it is in Simplified characters
 * @returns empty where nothing of it makes a sound
 */
export function spokenChinese(text: string, simplified = false): string {
  const dated = apply(apply(narrow(text), SHORT_FORMS), DATES);
  const said = apply(dated, [...NUMBERS, ...SIGNS, ...TIDY]);
  if (!/[\p{L}\p{N}]/u.test(said)) return '';
  return simplified
    ? said.replace(/[萬億點兩頁註書處參見]/gu, (one) => SIMPLIFIED[one] ?? one)
    : said;
}

/** How a note is announced: 註十二. @param mark its number as printed */
export const noteName = (mark: string, simplified: boolean): string =>
  `${simplified ? '注' : '註'}${/^\d+$/u.test(mark) ? cardinal(mark) : mark}：`;
