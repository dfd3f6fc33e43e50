/** Notes out of order, and notes that have lost their number. */
import { LINES, sourceMarks, sourceNotes, withLine, withoutLines } from '../source.ts';
import type { BadCase } from './case.ts';

const notes = sourceNotes();
const note = (number: number) => notes[number - 1] as (typeof notes)[number];
const firstLine = (number: number) => note(number).lines[0] as number;
const markLine = (number: number) => sourceMarks()[number - 1]?.line ?? 0;

const numberLost = (number: number, line: number, reason: RegExp): BadCase => ({
  name: `note ${number} without its number`,
  text: withLine(firstLine(number), (l) => l.replace(/^\d+ ?/u, '')),
  line,
  reason,
});

/** The source with the lines of two neighbouring notes changed for each other. */
function swapped(number: number): string {
  const [a, b] = [note(number), note(number + 1)].map((n) =>
    n.lines.map((l) => LINES[l - 1] ?? ''),
  );
  const from = firstLine(number) - 1;
  const last = note(number + 1).lines.at(-1) as number;
  const between = LINES.slice(from, last).filter((line) => line.trim() === '');
  return [
    ...LINES.slice(0, from),
    ...(b ?? []),
    ...(a ?? []),
    ...between,
    ...LINES.slice(last),
  ].join('\n');
}

const again = (number: number): BadCase => ({
  name: `a second note ${number}`,
  text: withLine(firstLine(number + 1), (l) => l.replace(String(number + 1), String(number))),
  line: firstLine(number + 1),
  reason: new RegExp(`note ${number} stands again: after note ${number} comes “${number} `, 'u'),
});

export const NOTES: BadCase[] = [
  numberLost(1, firstLine(1), /note 1 is expected at the head of the notes of page 42/u),
  numberLost(20, firstLine(20), /note 20 is expected at the head of the notes of page 49/u),
  numberLost(2, firstLine(2), /note 2 is missing: .*\(has “「一位解放軍.*” lost its number\?\)/u),
  numberLost(3, firstLine(3), /note 3 is missing: after note 2 comes “4 1947 年/u),
  numberLost(116, markLine(116), /mark 116 after “俄羅斯老舊軍備。” has no note on page 81/u),
  {
    name: 'notes that have changed places',
    text: swapped(58),
    line: firstLine(58),
    reason: /note 58 is missing: after note 57 comes “59 /u,
  },
  {
    name: 'the first two notes in each other’s places',
    text: swapped(1),
    line: firstLine(1),
    reason: /note 1 is (?:missing|expected)/u,
  },
  again(1),
  again(58),
  {
    name: 'a note number that is skipped',
    text: withLine(firstLine(33), (l) => l.replace('33', '34')),
    line: firstLine(33),
    reason: /note 33 is missing: after note 32 comes “34 Robert/u,
  },
  {
    name: 'a note deleted in the middle of its page',
    text: withoutLines(...note(27).lines),
    line: firstLine(28) - note(27).lines.length,
    reason: /note 27 is missing: after note 26 comes “28 William/u,
  },
  {
    name: 'the last note deleted',
    text: withoutLines(...note(116).lines),
    line: markLine(116),
    reason: /mark 116 .* has no note on page 81/u,
  },
];
