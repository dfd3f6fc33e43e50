/** Marks without a note, and notes without a mark. */
import { lineWith, sourceMarks, sourceNotes, withLine, withoutMark } from '../source.ts';
import type { BadCase } from './case.ts';

const marks = sourceMarks();
const mark = (number: number) => marks[number - 1] as (typeof marks)[number];
const note = (number: number) => sourceNotes()[number - 1];

const gone = (number: number, where: string): BadCase => ({
  name: `note ${number} without its mark ${where}`,
  text: withoutMark(mark(number)),
  line: note(number)?.lines[0] ?? 0,
  reason: new RegExp(`note ${number} has no mark in the text of page ${note(number)?.page}`, 'u'),
});

function added(after: string, digits: string, where: string): BadCase {
  const line = lineWith(after);
  return {
    name: `mark ${digits} without a note ${where}`,
    text: withLine(line, (l) => l.replace(after, after + digits)),
    line,
    reason: new RegExp(`mark ${digits} after “.*” has no note`, 'u'),
  };
}

export const MARKS: BadCase[] = [
  gone(1, 'at a sentence end'),
  gone(4, 'before a year'),
  gone(5, 'at the end of a paragraph whose page has the date 5 月'),
  gone(8, 'on the caption'),
  gone(11, 'at the start of a line'),
  gone(12, 'alone on its line'),
  gone(19, 'on a page with the year 1983 after a comma'),
  gone(26, 'glued to the year 1969'),
  gone(68, 'on a page with the number 68 in the text'),
  gone(77, 'glued to the year 2003'),
  gone(85, 'after a space'),
  gone(116, 'the last'),
  added('第一次公開宣佈以', '117', 'inside a sentence'),
  added('美國提議將韓國交由美、蘇、中三強託管。', '117', 'at the end of a line'),
  added('政治上造成南北韓分裂。', '117', 'at the end of a paragraph'),
  added('有效地予以控制。', '117', 'before a year'),
  added('有矛盾之處。', '117', 'before a word that begins like a measure'),
  {
    ...added('兩韓在貿易、文化及科學方面的交流。', '70', ''),
    name: 'a mark of a note of another page',
    reason: /mark 70 after “科學方面的交流。” stands on page 60, and its note on page 65/u,
  },
  {
    ...added('兩韓在貿易、文化及科學方面的交流。', '53', ''),
    name: 'a mark that stands twice',
    line: note(53)?.lines[0] ?? 0,
    reason: /the mark of note 53 could stand in two places on page 60/u,
  },
];
