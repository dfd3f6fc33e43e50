/** The proof against what is moved: marks, page breaks, notes, running heads. */
import { describe, expect, test, vi } from 'vitest';
import { bodyOf, CONTENT, PARTS, type Part, sourcePlace, withBody } from './content.ts';
import { difference, expectFound } from './difference.ts';
import { pick, seeded } from './source.ts';

// Most blocks stay the same from one mutation to the next: each is parsed once.
vi.mock(import('../../../src/markdown/processor.ts'), async (original) => {
  const { parseOnce } = await import('./parse-once.ts');
  return parseOnce(await original());
});

/** Every match in the sections, as a part, an offset and what stands there. */
const inSections = (pattern: RegExp) =>
  PARTS.filter((part) => part.kind === 'sections').flatMap((part) =>
    [...bodyOf(part).matchAll(pattern)].map((match) => ({ part, match })),
  );

describe('a noteref', () => {
  const noterefs = inSections(/\[\^(\d+)\]/gu);

  test('that is lost is found, each of the 116', () => {
    expect(noterefs).toHaveLength(116);
    for (const { part, match } of noterefs) {
      const body = bodyOf(part);
      const without = body.slice(0, match.index) + body.slice(match.index + match[0].length);
      expectFound(withBody(part, without), part, match.index, match[0]);
    }
  });

  test.each([
    ['back', /(?<char>[^\s\]})])(?<ref>\[\^\d+\])/gu],
    ['on', /(?<ref>\[\^\d+\])(?<char>[^\s\\{[|])/gu],
  ])('moved %s by one character is found', (_, pattern) => {
    const moves = inSections(pattern);
    expect(moves.length).toBeGreaterThan(45);
    for (const { part, match } of moves) {
      const { char = '', ref = '' } = match.groups ?? {};
      const moved = match[0].startsWith('[') ? char + ref : ref + char;
      const body = bodyOf(part);
      const mutated =
        body.slice(0, match.index) + moved + body.slice(match.index + match[0].length);
      expectFound(withBody(part, mutated), part, match.index, match[0]);
    }
  });

  test('in the place of another is found', () => {
    const random = seeded(40);
    for (let i = 0; i < 40; i += 1) {
      const at = Math.floor(random() * (noterefs.length - 1));
      const [one, two] = [noterefs[at], noterefs[at + 1]];
      if (!one || !two || one.part !== two.part) continue;
      const body = bodyOf(one.part);
      const mutated =
        body.slice(0, one.match.index) +
        two.match[0] +
        body.slice(one.match.index + one.match[0].length, two.match.index) +
        one.match[0] +
        body.slice(two.match.index + two.match[0].length);
      expectFound(withBody(one.part, mutated), one.part, one.match.index, one.match[0]);
    }
  });
});

describe('a page break', () => {
  const breaks = inSections(/\{pb (\d+)\}/gu).filter(({ match }) => match[1] !== '42');

  test.each(breaks.map(({ part, match }) => [match[1], part, match] as const))(
    'of page %s is found when it moves by one character or is lost',
    (_, part, match) => {
      const body = bodyOf(part);
      const [before, after] = [
        body.slice(0, match.index),
        body.slice(match.index + match[0].length),
      ];
      const first = /^[^\s\\|[{<]/u.exec(after)?.[0];
      const last = /[^\s\\|\]}>#]$/u.exec(before)?.[0];
      const moved = [
        before + after,
        ...(first ? [before + first + match[0] + after.slice(1)] : []),
        ...(last ? [before.slice(0, -1) + match[0] + last + after] : []),
      ];
      expect(moved.length).toBeGreaterThan(1);
      const line = sourcePlace(part, match.index)?.line ?? 0;
      for (const changed of moved) {
        // The pages differ from the end of the one before: its notes stand between.
        const found = difference(withBody(part, changed))?.sourceLine ?? 0;
        expect(found).toBeGreaterThan(line - 40);
        expect(found).toBeLessThanOrEqual(line + 2);
      }
    },
  );

  test.each([66, 76])('inside note %i is found when it moves or is lost', (number) => {
    const part: Part = { kind: 'notes', index: number - 1 };
    const body = bodyOf(part);
    const pattern = /(.)(\{pb \d+\})(.)/u;
    for (const to of ['$2$1$3', '$1$3$2', '$1$3'])
      expect(difference(withBody(part, body.replace(pattern, to))), to).toBeDefined();
  });
});

describe('notes', () => {
  test('in each other’s place are found', () => {
    const random = seeded(60);
    for (let i = 0; i < 40; i += 1) {
      const [a, b] = [pick(random, CONTENT.notes), pick(random, CONTENT.notes)];
      if (a.body === b.body) continue;
      const notes = CONTENT.notes.map((note) =>
        note === a ? { ...a, body: b.body } : note === b ? { ...b, body: a.body } : note,
      );
      expect(difference({ ...CONTENT, notes }), `${a.number} and ${b.number}`).toBeDefined();
    }
  });

  test('under another page are found', () => {
    for (const note of CONTENT.notes.filter((n) => n.number % 9 === 0)) {
      const notes = CONTENT.notes.map((n) => (n === note ? { ...n, page: n.page + 1 } : n));
      expect(difference({ ...CONTENT, notes }), `note ${note.number}`).toBeDefined();
    }
  });
});

test('a running head that is lost, or on another page, is found', () => {
  expect(
    difference({ ...CONTENT, furniture: CONTENT.furniture.slice(1) })?.sourceLine,
  ).toBeLessThan(120);
  const [first, second] = CONTENT.furniture;
  const moved = [{ page: 45, text: first?.text ?? '' }, second as never];
  expect(difference({ ...CONTENT, furniture: moved })).toBeDefined();
});
