/** Questions in Chinese, for the guide and the report: what a reader asks in English, said anew. */
import type { Question } from './readers/types.ts';

/** An English sentence of a reader → the Chinese one. */
const SAID: readonly [RegExp, string][] = [
  [
    /^A line ends at this hyphen: is it part of the word\?$/u,
    '這一行以連字號結束：它是這個詞的一部分嗎？',
  ],
  [/^Does the address go on in the next line\?$/u, '網址在下一行接續嗎？'],
  [
    /^These lines are narrower than the others: are they a quotation that is set in\?$/u,
    '這幾行比其他行窄：是縮排的引文嗎？',
  ],
  [/^This line stands alone: is it a heading\?$/u, '這一行獨自成行：是標題嗎？'],
  [/^This paragraph is set in: is it a quotation\?$/u, '這一段縮排：是引文嗎？'],
  [
    /^The columns of this table are taken from the white space: (\d+) columns, (\d+) rows\.$/u,
    '表的各欄依空白分開，共 $1 欄、$2 列：對嗎？',
  ],
  [/^Note (.+) has no mark in the text\.$/u, '註 $1 在內文裡找不到註號。'],
  [
    /^The number (.+) does not stand before its note: where does the note begin\?$/u,
    '註號 $1 不在註文之前：這條註從哪一行開始？',
  ],
  [/^The mark of note (.+) could also stand after “(.*)”\.$/u, '註 $1 的註號也可能在「$2」之後。'],
  [
    /^The figure (\d+) in a table could end in the mark of note (.+)\.$/u,
    '表中數字 $1 的末尾可能是註 $2 的註號。',
  ],
  [
    /^The number after “(.*)” could be a figure: is it once more the mark of note (.+)\?$/u,
    '「$1」之後的數字，是註 $2 的註號再次出現，還是內文的數字？',
  ],
  [
    /^The number after “(.*)” could be a figure: is it the mark of note (.+)\?$/u,
    '「$1」之後的數字，是註 $2 的註號，還是內文的數字？',
  ],
  [/^It is the mark of the note\.$/u, '是註號'],
  [
    /^The figure (\d+) in a table could be the mark of note (.+)\.$/u,
    '表中的 $1 可能是註 $2 的註號。',
  ],
  [/^It is (\d+) and the mark (\d+)\.$/u, '是 $1 和註號 $2。'],
  [
    /^It is the figure (\d+), and the mark of the note is missing\.$/u,
    '是數字 $1，這條註沒有註號。',
  ],
  [/^The raised (.+) leads to no note\.$/u, '上標的 $1 沒有相應的註釋。'],
  [
    /^The paragraphs (.+) to (.+) are typed, and so are as many marks before them \((.+)\): are they notes\?$/u,
    '$1 到 $2 各段是打字打上去的，前面的文字裡也有同樣多的編號（$3）：是註釋嗎？',
  ],
  [/^They are notes, and the typed numbers are their marks\.$/u, '是註釋，那些編號是註號'],
  [/^They are paragraphs of the text\.$/u, '是內文的段落'],
  [/^a quotation$/u, '是引文'],
  [/^a heading$/u, '是標題'],
  [/^a paragraph$/u, '是一般段落'],
  [/^as shown$/u, '照現在這樣分'],
  [/^a line a row$/u, '一行就是一列，不分欄'],
  [/^The note begins with “(.*)”\.$/u, '從「$1」開始'],
  [/^It stands where it was found\.$/u, '在現在所取的地方'],
  [/^It stands after “(.*)”\.$/u, '在「$1」之後'],
  [/^It is part of the text\.$/u, '是內文的一部分'],
  [
    /^It is a mark whose note the file does not hold: it is left out\.$/u,
    '是註號，但檔案裡沒有這條註：略去',
  ],
  [
    /^It is the mark of the note on page (\d+) of the file, “(.*)”\.$/u,
    '是檔案第 $1 頁「$2」那條註的註號',
  ],
  [
    /^It is a note whose mark was not found\. .*$/u,
    '是註釋，註號沒有找到。在設定的 marks 寫出註號之前的幾個字以前，這條註不列入',
  ],
  [/^It is no note: it goes on with the note before it\.$/u, '不是註釋的開頭：接在前一條註之後'],
  [/^It is no note: it is part of the text\.$/u, '不是註釋：是內文的一部分'],
];

/** @returns the Chinese sentence; undefined where there is none (words of the file itself) */
export function inChinese(english: string): string | undefined {
  for (const [pattern, chinese] of SAID)
    if (pattern.test(english)) return english.replace(pattern, chinese);
  return undefined;
}

/** A question with its readings in Chinese; the words of the file stay. */
export const asked = ({ asks, readings }: Question): { asks: string; readings: string[] } => ({
  asks: inChinese(asks) ?? asks,
  readings: readings.map((reading) => inChinese(reading) ?? reading),
});

/** A place of a file, in Chinese. */
export function placeInChinese({ place }: Pick<Question, 'place'>): string {
  if ('line' in place) return `第 ${place.line} 行`;
  if ('page' in place) return `檔案第 ${place.page} 頁`;
  return `${place.part}${place.path}`;
}
