/** Addresses as people paste them lead to what was meant, and none makes a script stop. */
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
  '/\u200Bnotes/43/',
  '/notes/4\u200B3/',
  '/「notes/43/」',
  '/ notes/43/',
])('%s means /notes/43/', (pasted) => {
  expect(pathsMeant(pasted)).toContain('/notes/43/');
});

test.each([
  ['/note/43/', '/notes/43/'],
  ['/footnotes/43/', '/notes/43/'],
  ['/Note/043.html。', '/notes/43/'],
  ['/page/57/', '/pages/57/'],
  ['/section/4/', '/sections/4/'],
  ['/sections/4.html', '/sections/4/'],
  ['/sections/4.htm', '/sections/4/'],
  ['/notes/43.html', '/notes/43/'],
  ['/sections/4/index.html', '/sections/4/'],
  ['/section/index.php', '/sections/'],
  ['/source/niksch-1981', '/sources/niksch-1981/'],
  ['/download/notes.json', '/downloads/notes.json'],
  ['/chapters/', '/chapter/'],
  ['/about.html', '/about/'],
  ['/index.html', '/'],
])('%s, in other forms than ours, means %s', (pasted, meant) => {
  expect(pathsMeant(pasted)).toContain(meant);
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

test('words that are no address do not lead to the title page', () => {
  expect(pathsMeant('/註釋/43/')).not.toContain('/');
  expect(pathsMeant('/。')).toEqual(['/']);
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

test.each(['!', '%41', '%', '0', ' ', '/', '。'])(
  'three hundred thousand of “%s” are read at once',
  (sign) => {
    const long = sign.repeat(300_000);
    // One after another they would take a minute and more, which the time of a test does not allow.
    for (const given of [long, `${long}a`, `${long}%zz`]) {
      expect(idsMeant(`#${given}`).length).toBeLessThan(5);
      expect(pathsMeant(`/${given}`).length).toBeLessThan(3);
      expect(typeof idOf(`#${given}`)).toBe('string');
    }
  },
);

test('no address leads out of the site', () => {
  for (const path of ['/．．/x/', '/../x/', '/a/．/．．/x/', '/%2e%2e/x/'])
    for (const meant of pathsMeant(path)) expect(meant).toMatch(/^\/(?:a\/)?x\/$/u);
});

test('a file whose name is dots leads nowhere else', () => {
  for (const meant of pathsMeant('/x/...html')) expect(meant).not.toMatch(/\/\.+(?:\/|$)/u);
});
