/** Files that are no text, or hold characters that mean nothing. */
import { BYTES, LINES, pick, seeded, withLine } from '../source.ts';
import type { BadCase } from './case.ts';

const random = seeded(1);
const LONG = LINES.flatMap((line, i) => (line.length > 30 ? [i + 1] : []));
const some = () => pick(random, LONG);
const middle = (line: string, insert: string) => line.slice(0, 15) + insert + line.slice(15);

/** The file's bytes with some put into the middle of a line. */
function withBytes(number: number, bytes: number[]): Uint8Array {
  let start = 0;
  for (let line = 1; line < number; line += 1) start = BYTES.indexOf(10, start) + 1;
  // Three bytes a Han character: the cut lies between two of them, or within one, which is no matter.
  const at = start + 15;
  return Buffer.concat([BYTES.subarray(0, at), Buffer.from(bytes), BYTES.subarray(at)]);
}

const [latin1, big5, privateUse, unassigned, lost, control] = [
  some(),
  some(),
  some(),
  some(),
  some(),
  some(),
];
const meaningless = (line: number, character: string): Pick<BadCase, 'text' | 'line'> => ({
  line,
  text: withLine(line, (l) => middle(l, character)),
});

export const FILES: BadCase[] = [
  {
    name: 'a letter of Latin 1 in the middle',
    text: withBytes(latin1, [0xe9, 0x20]),
    line: latin1,
    reason: /not UTF-8/u,
  },
  {
    name: 'two characters of Big5 in the middle',
    text: withBytes(big5, [0xb4, 0xc2, 0xc2, 0x41]),
    line: big5,
    reason: /not UTF-8/u,
  },
  {
    name: 'a character cut off at the end of the file',
    text: BYTES.subarray(0, BYTES.lastIndexOf(0xe3) + 2),
    line: LINES.findLastIndex((line) => line.includes('。')) + 1,
    reason: /not UTF-8/u,
  },
  {
    name: 'UTF-16',
    text: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(LINES.join('\n'), 'utf16le')]),
    line: 1,
    reason: /not UTF-8/u,
  },
  { name: 'an empty file', text: '', line: 0, reason: /the file is empty/u },
  {
    name: 'a file of white space',
    text: ' \n\n\t\n\u3000 ',
    line: 0,
    reason: /the file is empty/u,
  },
  { name: 'a file of a byte order mark', text: '\uFEFF', line: 0, reason: /the file is empty/u },
  {
    name: 'a character of private use',
    ...meaningless(privateUse, '\uE000'),
    reason: /U\+E000: private use/u,
  },
  {
    name: 'an unassigned character',
    ...meaningless(unassigned, '\u0378'),
    reason: /U\+0378/u,
  },
  {
    name: 'the sign of a lost character',
    ...meaningless(lost, '\uFFFD'),
    reason: /U\+FFFD: .*replacement/u,
  },
  { name: 'a control character', ...meaningless(control, '\u0008'), reason: /U\+0008: .*control/u },
];
