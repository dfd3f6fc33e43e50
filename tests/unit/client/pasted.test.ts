/** Addresses as people paste them lead to what was meant, and none makes a script stop. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decoded, idOf, idsMeant, isWhole, pathsMeant } from '../../../src/client/site/pasted.ts';

test.each([
  '/notes/43/。',
  '/notes/43/）',
  '/Notes/43/',
  '/notes/043/',
  '/notes/４３/',
  '/notes/43',
  '/notes/43/).',
  '/notes/43/%E3%80%82',
  '/notes/43/%E3%80',
  '/notes/43/）可見',
  '//notes//43/',
  '/notes/43/%20',
  '/notes/43」',
  '/notes/43/,',
  '/ＮＯＴＥＳ/43/',
  '/notes/43/%',
])('%s means /notes/43/', (pasted) => {
  expect(pathsMeant(pasted)).toContain('/notes/43/');
});

test.each([
  '#s1-1-p1。',
  '#s1-1-p1%E3%80%82',
  '#s1-1-p1%E4',
  '#S1-1-P1',
  '#s1-1-p1)',
  '#ｓ1-1-p１',
  '#s1-1-p1，可見',
])('%s means s1-1-p1', (pasted) => {
  expect(idsMeant(pasted)).toContain('s1-1-p1');
});

test('a note and a page are known with leading zeros, a file keeps its end', () => {
  expect(idsMeant('#fn043')).toContain('fn43');
  expect(pathsMeant('/downloads/notes.json。')).toEqual(['/downloads/notes.json']);
  // Not the page 404.html itself, which would lead to another page and back.
  expect(pathsMeant('/404.html')).toEqual(['/404.html']);
  expect(pathsMeant('/')).toEqual(['/']);
});

test('a sign cut inside its bytes is left away', () => {
  expect(idOf('#s1-p1%E4')).toBe('s1-p1');
  expect(idOf('#%')).toBe('');
  expect(['', '#p1', '#%E3%80%82', '#p1%E4', '#p%'].map(isWhole)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
  expect(decoded('%E4x')).toBe('%E4x');
});

const RUNS = { seed: 13, numRuns: 10_000 };
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('%', '%E4', '%zz', '。', '）', '/', '#', '０', '043', 's4-2', 'notes', '\ud800'),
);
const pasted = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(''));

test('10,000 addresses: none throws, and no page is lost by it', () => {
  fc.assert(
    fc.property(pasted, fc.integer({ min: 1, max: 999 }), (text, n) => {
      idOf(`#${text}`);
      idsMeant(`#${text}`);
      for (const path of pathsMeant(`/${text}`)) expect(path).toMatch(/^\/(?!\/)/u);
      expect(pathsMeant(`/notes/${n}/`)).toEqual([`/notes/${n}/`]);
      expect(idsMeant(`#fn${n}`)[0]).toBe(`fn${n}`);
    }),
    RUNS,
  );
});
