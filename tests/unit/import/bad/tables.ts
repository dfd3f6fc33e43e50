/** Tables that cannot be read. */
import { LINES, lineWith, withLine, withoutLines } from '../source.ts';
import type { BadCase } from './case.ts';

const [first, second] = [lineWith('韓戰啟動時間表'), lineWith('肇事統計表')];
const [header1, header2] = [lineWith('日期 情勢發展'), lineWith('日期 事件 備註')];
const sourceLine = (caption: number) =>
  LINES.findIndex((line, i) => i >= caption && line.startsWith('資料來源')) + 1;
const [row0117, row200011] = [lineWith('01.17 北韓領導人'), lineWith('2001.11 駐韓美軍')];
const emptyCell = LINES.findIndex((line, i) => i > lineWith('2000.02 1 名') && line === ' ') + 1;

export const TABLES: BadCase[] = [
  {
    name: 'a table without its source line, before another',
    text: withoutLines(sourceLine(first)),
    line: first,
    reason: /table 3-1 cannot be read: it has no source line/u,
  },
  {
    name: 'a table without its source line, the last',
    text: withoutLines(sourceLine(second)),
    line: second,
    reason: /table 3-2 cannot be read: it has no source line/u,
  },
  {
    name: 'a table of two columns without its header',
    text: withoutLines(header1),
    line: first,
    reason: /table 3-1 cannot be read: it has no header/u,
  },
  {
    name: 'a table of three columns without its header',
    text: withoutLines(header2),
    line: second,
    reason: /table 3-2 cannot be read: it has no header/u,
  },
  {
    name: 'a header of one column',
    text: withLine(header1, () => '日期 '),
    line: first,
    reason: /table 3-1 cannot be read: it has no header of two columns/u,
  },
  {
    name: 'a header of a column too many',
    text: withLine(header1, () => '日期 情勢 發展 '),
    line: header1 + 1,
    reason: /table 3-1 cannot be read: the row “01\.05 .*” has 2 cells, and the header 3/u,
  },
  {
    name: 'a table without rows',
    text: LINES.filter((_, i) => i < header2 || i >= sourceLine(second) - 1).join('\n'),
    line: second,
    reason: /table 3-2 cannot be read: .*“row”/u,
  },
  {
    name: 'a first row that does not look like one',
    text: withLine(header1 + 1, (l) => l.replace('01.05', 'O1.05')),
    line: first,
    reason: /table 3-1 cannot be read: its first line is no row/u,
  },
  {
    name: 'a row that runs on into the next',
    text: withLine(row0117, (l) => l.replace('01.17', 'O1.17')),
    line: lineWith('01.12 美國國務卿'),
    reason: /the row “01\.12 .*” has 3 cells, and the header 2/u,
  },
  {
    name: 'a row with a cell too many',
    text: withLine(row0117, (l) => `${l} `),
    line: row0117,
    reason: /the row “01\.17 .*” has 3 cells, and the header 2/u,
  },
  {
    name: 'a row with a cell too few',
    text: withLine(lineWith('傷。 '), (l) => l.trimEnd()),
    line: row200011,
    reason: /the row “2001\.11 .*” has 2 cells, and the header 3/u,
  },
  {
    name: 'a row whose empty cell is gone',
    text: withoutLines(emptyCell),
    line: lineWith('2000.02 1 名'),
    reason: /the row “2000\.02 .*” has 2 cells, and the header 3/u,
  },
];
