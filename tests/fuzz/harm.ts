/** What may happen to a text on its way here: lines and characters lost, doubled, moved, garbled. */
import { among } from '../search/random.ts';
import { below, type Chance } from './fuzz.ts';

/** Characters that have a meaning somewhere on the way, that are rare, or that are none. */
const ODD = [
  ...'\u0000\u0001\u0008\u000B\u000C\r\u001B\u007F\u0085\u00A0\u00AD\u200B\u200D\u202E\u2028\u2066\u3000\uFEFF\uFFFD\uFFFE\uE001\uE003',
  ...['\uD800', '\uDC00', '\uDFFF\uD800', '😀', '𠮷', 'e\u0301', '\u0301', '\uF963', '㍿', 'ﬁ', '葛\u{E0100}'],
  ...'*_`~#|<>[]{}()\\$!&^:;.,-+=@"\'/',
  ...['[^1]', '{pb 7}', '{#s1-p1}', '](', '**', '$$', '<b>', '&amp;', '---', '```', '    ', '\t', 'http://'],
  ...'0123456789０９①½一十百第章節表註頁，。、：「」（）囗',
  ...['1', '12', '116', '第一節  ', '（一） ', '表 1-1 ', '頁 3'],
];

export const odd = (chance: Chance): string =>
  Array.from({ length: 1 + below(chance, 3) }, () => among(ODD, chance)).join('');

const inserted = (text: string, at: number, more: string, lost = 0): string =>
  text.slice(0, at) + more + text.slice(at + lost);

type Harm = (lines: string[], at: number, chance: Chance) => void;

const inLine =
  (change: (line: string, at: number, chance: Chance) => string): Harm =>
  (lines, at, chance) => {
    const line = lines[at] ?? '';
    lines[at] = change(line, below(chance, line.length + 1), chance);
  };

const HARMS: readonly Harm[] = [
  (lines, at) => lines.splice(at, 1),
  (lines, at) => lines.splice(at, 0, lines[at] ?? ''),
  (lines, at, chance) => {
    const [line = ''] = lines.splice(at, 1);
    lines.splice(below(chance, lines.length + 1), 0, line);
  },
  (lines, at) => lines.splice(at, 2, `${lines[at] ?? ''}${lines[at + 1] ?? ''}`),
  (lines, at, chance) => {
    const line = lines[at] ?? '';
    const cut = below(chance, line.length + 1);
    lines.splice(at, 1, line.slice(0, cut), line.slice(cut));
  },
  inLine((line, at, chance) => inserted(line, at, odd(chance))),
  inLine((line, at, chance) => inserted(line, at, odd(chance))),
  inLine((line, at, chance) => inserted(line, at, odd(chance), 1)),
  inLine((line, at) => inserted(line, at, '', 1)),
  inLine((line, at) => inserted(line, at, line.charAt(at))),
  inLine((line, at, chance) => inserted(line, at, ' '.repeat(1 + below(chance, 80)))),
  inLine((line) => line.trim()),
  inLine((line) => ` ${line}`),
  inLine((line) => `${line} `),
];

/** One in so many texts gets a very long line, of so many characters. */
const SELDOM = 500;
const LONG = 5000;

/** A copy of lines to which up to four things have happened. */
export function harmed(lines: readonly string[], chance: Chance): string[] {
  const copy = [...lines];
  for (let left = 1 + below(chance, 4); left > 0; left -= 1)
    among(HARMS, chance)(copy, below(chance, copy.length), chance);
  if (below(chance, SELDOM) === 0) {
    const at = below(chance, copy.length);
    const more = among([copy[at] ?? '', ...ODD], chance) || ' ';
    copy[at] = `${copy[at] ?? ''}${more.repeat(Math.ceil(LONG / more.length))}`;
  }
  return copy;
}
