/** Pages that do not add up. */
import {
  LAYOUT,
  LINES,
  lineWith,
  pageStarts,
  SETTINGS,
  withLine,
  withoutLines,
} from '../source.ts';
import type { BadCase } from './case.ts';

const RUNNING_HEAD = '駐韓美軍議題與中國立場之研究';
const numberLine = (page: number) =>
  LINES.findIndex((line, i) => LAYOUT[i]?.part === 'head' && line.trim() === String(page)) + 1;
const startOf = (page: number) => pageStarts().find((start) => start.page === page)?.line ?? 0;
const partingOf = (page: number) =>
  LAYOUT.findIndex((place) => place.page === page && place.part === 'parting') + 1;
const headLines = LINES.flatMap((line, i) =>
  line.trim() === RUNNING_HEAD || (LAYOUT[i]?.part === 'head' && line.trim() !== '') ? [i + 1] : [],
);
const [text44, text50] = [lineWith('率大增；其三是'), lineWith('第二節  冷戰時期')];
const unindented = (line: string) => line.slice(1);
const [line44, line50] = [numberLine(44), numberLine(50)];
const finished = lineWith('「杜魯門主義」是美國對外政策的重大轉捩點');
const unfinished = lineWith('防禦範圍之內；其次');

export const PAGES: BadCase[] = [
  {
    name: 'a page number that the next one contradicts',
    text: withLine(line44, (l) => l.replace('44', '45')),
    line: line50,
    reason: new RegExp(
      `page number 50 contradicts the count: by page number 45 \\(line ${line44}\\) this is page 51`,
      'u',
    ),
  },
  {
    name: 'a page number that the one before contradicts',
    text: withLine(line50, (l) => l.replace('50', '51')),
    line: line50,
    reason: /page number 51 contradicts the count: by page number 44 .* this is page 50/u,
  },
  {
    name: 'a page number that “firstPage” contradicts',
    text: LINES.join('\n'),
    settings: `firstPage: 41\n${SETTINGS}`,
    line: line44,
    reason: /page number 44 contradicts the count: by “firstPage” .* this is page 43/u,
  },
  {
    name: 'a last page that “lastPage” contradicts',
    text: LINES.join('\n'),
    settings: `lastPage: 84\n${SETTINGS}`,
    line: startOf(83),
    reason: /the last page is number 83 by the count, and 84 by “lastPage”/u,
  },
  {
    name: 'a page start lost after a page with notes',
    text: withLine(startOf(43), unindented),
    line: partingOf(43),
    reason: /a second line parts text from notes/u,
  },
  {
    name: 'a page start lost after a page without notes',
    text: withLine(startOf(67), unindented),
    settings: `lastPage: 83\n${SETTINGS}`,
    line: startOf(83),
    reason: /the last page is number 82 by the count, and 83/u,
  },
  {
    name: 'a page start too many before the first page number',
    text: withLine(unfinished, (l) => ` ${l}`),
    line: lineWith('億美元的軍事援助。4 1947'),
    reason: /mark 4 after “美元的軍事援助。” stands on page 42, and its note on page 43/u,
  },
  {
    name: 'a page start too many between two page numbers',
    text: withLine(lineWith('升高，導致區域的不穩定'), (l) => ` ${l}`),
    line: line50,
    reason: /page number 50 contradicts the count: by page number 44 .* this is page 51/u,
  },
  {
    name: 'a paragraph that begins with a space',
    text: withLine(finished, (l) => ` ${l}`),
    line: finished,
    reason: /“「杜魯門主義」是美國對外…” begins with a space after a finished paragraph/u,
  },
  {
    name: 'a running head without its number',
    text: withoutLines(line44),
    line: startOf(44) + LINES.slice(line44).findIndex((line) => line.trim() !== '') + 2,
    reason: /a running head stands without a page number/u,
  },
  {
    name: 'a running head at the very end',
    text: `${LINES.join('\n')}\n${RUNNING_HEAD}\n`,
    line: LINES.length + 1,
    reason: /a running head stands without a page number/u,
  },
  {
    name: 'a running head that the settings do not name',
    text: LINES.join('\n'),
    settings: SETTINGS.replace(/^runningHead: .*$/mu, 'firstPage: 42'),
    line: line44,
    reason: /^page 44 begins with its own number$/u,
  },
  {
    name: 'a text without any page number',
    text: LINES.map((line, i) => (i + 1 === text44 || i + 1 === text50 ? ` ${line}` : line))
      .filter((_, i) => !headLines.includes(i + 1))
      .join('\n'),
    line: 0,
    reason: /no page number is printed anywhere/u,
  },
];
