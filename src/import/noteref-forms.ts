/**
 * How the marks of notes are printed. The settings give the mark of a first note
 * (1, [1], ①); from it follow those of all others, and how they are found.
 */

/** Circled numbers: 1–20, 21–35 and 36–50 stand apart in Unicode. */
const CIRCLED = [
  [1, 20, 0x2460],
  [21, 35, 0x3251],
  [36, 50, 0x32b1],
] as const;

const circled = (number: number): string | undefined => {
  const range = CIRCLED.find(([first, last]) => first <= number && number <= last);
  return range && String.fromCodePoint(range[2] + number - range[0]);
};

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);

/** The form of a text's marks. */
export interface MarkForm {
  /** Whether a mark is a bare number, which may be taken for a figure of the text. */
  bare: boolean;
  /** The mark of a note by its printed number: 12, [12], ⑫. */
  of(number: number): string;
  /** The printed number of a mark. */
  numberIn(mark: string): number;
  /** What a mark looks like: the source of a regular expression without groups. */
  pattern: string;
}

/** @param first the mark of a first note, as the settings give it */
export function markForm(first: string): MarkForm {
  const isCircled = first.includes('①');
  const [before = '', after = ''] = first.split(isCircled ? '①' : '1');
  const numeral = isCircled ? '[①-⑳㉑-㉟㊱-㊿]' : String.raw`\d{1,4}`;
  return {
    bare: first === '1',
    of: (number) => before + ((isCircled && circled(number)) || String(number)) + after,
    numberIn: (mark) => {
      const own = mark.slice(before.length, mark.length - after.length);
      const range = CIRCLED.find(([a, b, code]) => {
        const at = (own.codePointAt(0) ?? 0) - code;
        return at >= 0 && at <= b - a;
      });
      return range ? (own.codePointAt(0) ?? 0) - range[2] + range[0] : Number(own);
    },
    pattern: escaped(before) + numeral + escaped(after),
  };
}
