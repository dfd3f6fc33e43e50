/** Numbers as they are said in Mandarin, in Han characters: 37,000 is 三萬七千, the year 2003 is 二〇〇三. */

const DIGITS = '〇一二三四五六七八九';
const GROUPS = ['', '萬', '億', '兆'];
const PLACES = [
  ['千', 1000],
  ['百', 100],
  ['十', 10],
  ['', 1],
] as const;

/** More digits than these are a code, and said one by one. */
const LONGEST = 4 * GROUPS.length;

/** @param digits ASCII digits @returns each by itself: 2003 is 二〇〇三 */
export const digitwise = (digits: string): string =>
  [...digits].map((digit) => DIGITS.charAt(Number(digit))).join('');

/** Two of something is 兩, but 二十 and 二. */
const digitAt = (digit: number, place: string): string =>
  digit === 2 && (place === '千' || place === '百') ? '兩' : DIGITS.charAt(digit);

/** A number below ten thousand. @param first whether nothing stands before it, so that 10 is 十 and not 一十 */
function small(value: number, first: boolean): string {
  let said = '';
  let skipped = false;
  for (const [place, size] of PLACES) {
    const digit = Math.floor(value / size) % 10;
    if (digit === 0) {
      skipped = said !== '';
      continue;
    }
    if (skipped) said += '零';
    skipped = false;
    const silent = digit === 1 && place === '十' && first && said === '';
    said += (silent ? '' : digitAt(digit, place)) + place;
  }
  return said;
}

/** @param digits ASCII digits, without separators @returns the number that they are: 15000 is 一萬五千 */
export function cardinal(digits: string): string {
  const plain = digits.replace(/^0+(?=\d)/u, '');
  if (plain === '0') return '零';
  if (plain.length > LONGEST) return digitwise(digits);
  let said = '';
  let skipped = false;
  for (let group = Math.ceil(plain.length / 4) - 1; group >= 0; group -= 1) {
    const value = Number(plain.slice(-4 * (group + 1), group > 0 ? -4 * group : undefined));
    if (value === 0) {
      skipped = true;
      continue;
    }
    if (said !== '' && (skipped || value < 1000)) said += '零';
    skipped = false;
    said += (value === 2 && group > 0 ? '兩' : small(value, said === '')) + GROUPS[group];
  }
  return said;
}

/** @param number ASCII digits, with a decimal point or without: 2.5 is 二點五 */
export function numeral(number: string): string {
  const [whole = '', fraction] = number.split('.');
  return cardinal(whole) + (fraction === undefined ? '' : `點${digitwise(fraction)}`);
}
