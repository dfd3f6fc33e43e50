/** Numbers as notes print them: 12, １２, 十二, 二○○三. */

/** Digits that stand for themselves, zero in three forms. */
const DIGITS = '〇一二三四五六七八九';
const UNITS: Record<string, number> = { 十: 10, 百: 100 };

/** Matches a number in Chinese numerals. */
export const NUMERALS = '[〇○零一二三四五六七八九十百]+';

const digitOf = (character: string): number => DIGITS.indexOf(character.replace(/[○零]/u, '〇'));

/** The number that digits or Chinese numerals write; undefined for anything else. */
export function numberOf(printed: string): number | undefined {
  const words = printed.normalize('NFKC').trim();
  if (/^\d+$/u.test(words)) return Number(words);
  if (!new RegExp(`^${NUMERALS}$`, 'u').test(words)) return undefined;
  const characters = [...words];
  if (!characters.some((c) => c in UNITS)) return Number(characters.map(digitOf).join(''));
  let sum = 0;
  let digit: number | undefined;
  for (const character of characters) {
    const unit = UNITS[character];
    if (unit === undefined) digit = digitOf(character);
    else sum += (digit ?? 1) * unit;
    if (unit !== undefined) digit = undefined;
  }
  return sum + (digit ?? 0);
}
