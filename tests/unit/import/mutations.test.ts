/** The proof against seeded mutations: whatever is lost, added or changed is found, at its place. */
import { describe, expect, test, vi } from 'vitest';
import { bodyOf, CONTENT, PARTS, type Part, printedOffsets, withBody } from './content.ts';
import { difference, expectFound } from './difference.ts';
import { pick, seeded } from './source.ts';

// Most blocks stay the same from one mutation to the next: each is parsed once.
vi.mock(import('../../../src/markdown/processor.ts'), async (original) => {
  const { parseOnce } = await import('./parse-once.ts');
  return parseOnce(await original());
});

test('the content as it is differs nowhere', () => {
  expect(difference(CONTENT)).toBeUndefined();
});

/** Where characters are changed: the lines of a body that are of one kind. */
const KINDS: [string, Part['kind'], RegExp][] = [
  ['text', 'sections', /^[^#|>\n].*$/gmu],
  ['quotation', 'sections', /^> .*$/gmu],
  ['heading', 'sections', /^#.*$/gmu],
  ['caption', 'sections', /^表 .*$/gmu],
  ['cell', 'sections', /^\| [^-].*$/gmu],
  ['note', 'notes', /^.+$/gmu],
];

function offsetsIn(part: Part, lines: RegExp): { part: Part; offset: number }[] {
  const body = bodyOf(part);
  const spans = [...body.matchAll(lines)].map((m) => [m.index, m.index + m[0].length] as const);
  return printedOffsets(body)
    .filter((at) => spans.some(([from, to]) => from <= at && at < to))
    .map((offset) => ({ part, offset }));
}

const CHANGES: Record<string, (char: string, next: string) => string | undefined> = {
  'a lost character': (_, next) => next,
  'a doubled character': (char, next) => char + char + next,
  'two characters in each other’s place': (char, next) => (char === next ? undefined : next + char),
  'another character': (char, next) => (char === '囗' ? '口' : '囗') + next,
};

describe.each(KINDS)('in a %s', (kind, body, lines) => {
  const places = PARTS.filter((part) => part.kind === body).flatMap((part) =>
    offsetsIn(part, lines),
  );

  test.each(Object.entries(CHANGES))('%s is found, each of 13 times', (name, change) => {
    const random = seeded(kind.length * 100 + name.length);
    for (let done = 0; done < 13; ) {
      const { part, offset } = pick(random, places);
      const text = bodyOf(part);
      const adjacent = printedOffsets(text).includes(offset + 1);
      const [char, next] = [text.charAt(offset), adjacent ? text.charAt(offset + 1) : ''];
      const changed = change(char, next);
      if (changed === undefined || changed === char + next) continue;
      done += 1;
      const mutated =
        text.slice(0, offset) + changed + text.slice(offset + char.length + next.length);
      const around = text.slice(offset - 4, offset + 5);
      expectFound(withBody(part, mutated), part, offset, `${name} “${around}”`);
    }
  });
});

test('white space alone makes no difference, each of 150 times', () => {
  const random = seeded(150);
  for (let i = 0; i < 150; i += 1) {
    const part = pick(random, PARTS);
    const body = bodyOf(part);
    const offset = pick(random, printedOffsets(body));
    const space = pick(random, [' ', '\u3000', '\u00A0', '  ']);
    const changed =
      random() < 0.5
        ? body.slice(0, offset) + space + body.slice(offset)
        : body.replace(/(?<=\p{Script=Han}) (?=\d)/u, '');
    if (/^ {4}|\n {4}/u.test(changed)) continue;
    expect(difference(withBody(part, changed)), body.slice(offset - 5, offset + 5)).toBeUndefined();
  }
});
