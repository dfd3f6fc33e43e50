/** Every note, mark, heading and page start, taken out or changed one at a time: none may go unnoticed. */
import { describe, expect, test } from 'vitest';
import {
  LAYOUT,
  LINES,
  pageStarts,
  pick,
  refusal,
  SETTINGS,
  seeded,
  sourceMarks,
  sourceNotes,
  withLine,
  withoutLines,
  withoutMark,
} from './source.ts';

const notes = sourceNotes();
const marks = sourceMarks();
const random = seeded(116);

describe('each of the 116 notes', () => {
  test.each(notes.slice(0, -1))('note $number deleted is missed', ({ number, lines }) => {
    const next = notes[number]?.lines[0] ?? 0;
    const removed = lines.filter((line) => line < next).length;
    const error = refusal(withoutLines(...lines));
    expect(error?.message).toMatch(new RegExp(`^note ${number} is (?:missing|expected)`, 'u'));
    // The page that a deleted note ran over to still says that one does: its next note is taken for it.
    const runsOver = [66, 76].includes(number);
    expect(error?.line).toBe((runsOver ? (notes[number + 1]?.lines[0] ?? 0) : next) - removed);
  });

  test('the last note deleted leaves its mark without a note', () => {
    const error = refusal(withoutLines(...(notes.at(-1)?.lines ?? [])));
    expect(error?.message).toMatch(/^mark 116 .* has no note on page 81$/u);
    expect(error?.line).toBe(marks.at(-1)?.line);
  });

  test.each(notes)('note $number without its number is missed', ({ number, lines }) => {
    const own = lines[0] as number;
    const error = refusal(withLine(own, (line) => line.replace(/^\d+ ?/u, '')));
    expect(error?.message).toMatch(
      number < 116
        ? new RegExp(`^note ${number} is (?:missing|expected)`, 'u')
        : /^mark 116 .* has no note/u,
    );
    expect([own, notes[number]?.lines[0], marks.at(-1)?.line]).toContain(error?.line);
  });

  test.each(notes)('note $number with another number is missed', ({ number, lines }) => {
    const other = Math.max(1, number + pick(random, [-3, -1, 1, 2, 5]));
    if (other === number) return;
    const error = refusal(
      withLine(lines[0] as number, (line) => line.replace(/^\d+/u, `${other}`)),
    );
    expect(error?.message).toMatch(/^note \d+ (?:is missing|is expected|stands again)|^mark 116/u);
  });
});

describe('each of the 116 marks', () => {
  test.each(marks)('mark $number deleted is missed', (mark) => {
    const note = notes[mark.number - 1];
    const error = refusal(withoutMark(mark));
    expect(error?.message).toMatch(
      new RegExp(`^note ${mark.number} has no mark in the text of page ${note?.page}$`, 'u'),
    );
    expect(error?.line).toBe(note?.lines[0]);
  });

  test.each(marks.slice(1))('mark $number printed as the one before is missed', (mark) => {
    const { number, line, column } = mark;
    const other = String(number - 1);
    const changed = withLine(
      line,
      (l) => l.slice(0, column) + other + l.slice(column + String(number).length),
    );
    expect(refusal(changed)?.message).toMatch(/^note \d+ has no mark|two places|stands/u);
  });
});

test('a number put after a sentence is taken for a mark without a note', () => {
  const ends = LINES.flatMap((line, i) =>
    LAYOUT[i]?.part === 'text' && !/資料來源|http/u.test(line)
      ? [...line.matchAll(/[。；」](?!\d)/gu)].map((m) => ({ line: i + 1, column: m.index + 1 }))
      : [],
  );
  expect(ends.length).toBeGreaterThan(450);
  for (let i = 0; i < 150; i += 1) {
    const { line, column } = pick(random, ends);
    const error = refusal(withLine(line, (l) => `${l.slice(0, column)}117${l.slice(column)}`));
    expect(error?.message, `line ${line}`).toMatch(/^mark 117 after “.*” has no note/u);
    expect(error?.line).toBe(line);
  }
});

describe('each heading', () => {
  const NUMERALS = '一二三四五六七八九';
  const headings = LINES.flatMap((line, i) =>
    /^ ?(?:第.節 |[一二三四五六七八九]、 .* $|（.） .* $|\d\. .* $)/u.test(line)
      ? [{ line: i + 1, text: line.trim() }]
      : [],
  );

  test.each(headings)('“$text” with the next number is refused', ({ line }) => {
    const changed = withLine(line, (l) =>
      l
        .replace(/[一二三四五六七八]/u, (n) => NUMERALS[NUMERALS.indexOf(n) + 1] ?? '')
        .replace(/^ ?(\d)\./u, (label) => label.replace(/\d/u, (n) => String(Number(n) + 1))),
    );
    const error = refusal(changed);
    expect(error?.message).toMatch(/^the heading “.*” is number \d, and \d is due$/u);
    expect(error?.line).toBe(line);
  });

  test('there are 37 below the chapter’s', () => {
    expect(headings).toHaveLength(37);
  });
});

describe('each page start', () => {
  // Where no page number is printed before or after, only the settings know where the count must end.
  const settings = `firstPage: 42\nlastPage: 83\n${SETTINGS}`;
  const starts = pageStarts().filter(({ page, indented }) => page > 42 && indented);

  test.each(starts)('page $page is missed when its beginning is lost', ({ page, line }) => {
    const error = refusal(
      withLine(line, (l) => l.slice(1)),
      settings,
    );
    expect(error?.message).toMatch(/parts text from notes|contradicts the count|last page/u);
    expect(error?.line).toBeGreaterThanOrEqual(line - (page === 83 ? 60 : 0));
  });

  test('a line that begins with a space within a page is refused', () => {
    const within = LINES.flatMap((line, i) =>
      LAYOUT[i]?.part === 'text' && line.length > 20 && /^\S/u.test(line) ? [i + 1] : [],
    );
    for (let i = 0; i < 100; i += 1) {
      const line = pick(random, within);
      const error = refusal(
        withLine(line, (l) => ` ${l}`),
        settings,
      );
      expect(error, `line ${line}`).toBeDefined();
    }
  });
});
