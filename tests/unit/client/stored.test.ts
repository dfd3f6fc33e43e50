/** What an earlier edition, another site of the same origin or a hand has left in the store is taken as far as it is ours. */
import { expect, test } from 'vitest';
import { placesIn, readIn } from '../../../src/client/session/reading.ts';
import { settingsIn, straysIn, written } from '../../../src/client/settings/stored.ts';

test.each([
  ['{"theme":"dark","size":"5"}', { theme: 'dark', size: '5' }],
  ['{"theme":"dark","serif":"on","size":"9"}', { theme: 'dark' }],
  ['{"theme":["dark"],"setting":"vertical"}', { setting: 'vertical' }],
  ['{"theme":{"toString":1},"setting":"vertical"}', { setting: 'vertical' }],
  ['{"theme":"system"}', {}],
  ['"dark"', {}],
  ['[1]', {}],
  ['null', {}],
  ['{"theme":', {}],
  [null, {}],
])('settings %s', (text, wanted) => {
  expect(Object.fromEntries(settingsIn(text))).toEqual(wanted);
});

test('what else was set on the page by the text is known, and is not stored again', () => {
  const text = '{"theme":"dark","serif":"on","settings":"theme"}';
  expect(straysIn(text)).toEqual(['serif', 'settings']);
  expect(straysIn('"ab"')).toEqual(['0', '1']);
  expect(written(settingsIn(text))).toBe('{"theme":"dark"}');
  expect(written(settingsIn('{"serif":"on"}'))).toBeNull();
});

test('places that lead to another site, or run, or are none, are left out', () => {
  const place = { id: 's4-2-1-p3', name: '第四節' };
  const text = JSON.stringify({
    ...{ '/sections/4/': place, '//evil.example/': place, 'javascript:alert(1)//': place },
    ...{ '/notes/1/': null, '/notes/2/': { id: 5, name: 'x' }, '/pages/57/': { id: 'p57' } },
  });
  expect(placesIn(text)).toEqual({ '/sections/4/': place });
});

test('paragraphs that are no list are left out, and the others stay', () => {
  const text = '{"s1":5,"s2":null,"s4":["s4-p1",7,"s4-p1","s4-p2"]}';
  expect(readIn(text)).toEqual({ s4: ['s4-p1', 's4-p2'] });
  expect(readIn('[["s4-p1"]]')).toEqual({});
});
