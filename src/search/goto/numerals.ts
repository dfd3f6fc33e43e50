/** How what is typed into the box 跳到… is read: widths, Simplified forms and numerals made one. */

/** Simplified and other forms of the words for places. */
const FORMS: Record<string, string> = {
  页: '頁',
  註: '註',
  注: '註',
  释: '釋',
  节: '節',
  图: '圖',
  脚: '腳',
  号: '號',
  条: '條',
};

/** Dashes and hyphens between numbers. */
const DASHES = /[‐-―−－﹣～~〜]/gu;

/** One form for all that means the same: half width, no spaces around Han characters, one dash. */
export function written(text: string): string {
  return text
    .normalize('NFKC')
    .replace(DASHES, '-')
    .replace(/[页注释节图脚号条]/gu, (form) => FORMS[form] ?? form)
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
}

const DIGITS = '〇一二三四五六七八九';

/** A Chinese or Arabic numeral below 1000. */
export function numeral(text: string): number | undefined {
  if (/^\d+$/u.test(text)) return Number(text);
  if (/^[〇一二三四五六七八九]+$/u.test(text))
    return Number([...text].map((digit) => DIGITS.indexOf(digit)).join(''));
  const parts =
    /^(?:([一二三四五六七八九])百)?〇?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/u.exec(
      text,
    );
  if (!parts || text === '') return undefined;
  const [, hundreds, tens, ten, ones] = parts;
  const value = (digit: string | undefined) => (digit ? DIGITS.indexOf(digit) : 0);
  return value(hundreds) * 100 + (ten ? (tens ? value(tens) : 1) * 10 : 0) + value(ones);
}

/** The labels of a heading as they are typed: 第四節二(一). */
export const bare = (text: string): string => written(text).replace(/[\s、,.。，;：:]/gu, '');
