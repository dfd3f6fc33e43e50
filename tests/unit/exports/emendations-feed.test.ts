/** The feed of the emendations: the latest first, each with an id that stays, and none without the site's address. */
import { expect, test } from 'vitest';
import { toEmendationsFeed } from '../../../src/exports/emendations-feed.ts';
import { elements, named, readXml, textOf } from '../../dist/xml.ts';
import { chapterOf } from './chapter.ts';

const at = { origin: 'https://lamp.example', base: '/z' };
const slip = { at: 's1-p1', kind: 'character', certainty: 'sure', reason: '形近而誤。' } as const;
const chapter = chapterOf({
  body: '渡口有燈，船會回米，天己黑。 {#s1-p1}\n',
  emendations: [
    { ...slip, id: 'em2', printed: '回米', correction: '回來', added: '2026-11-02' },
    { ...slip, id: 'em1', printed: '天己黑', correction: '天已黑', added: '2026-11-02' },
    { ...slip, id: 'em3', printed: '渡口', certainty: 'doubtful', added: '2026-12-24' },
  ],
});

test('has the latest first, with what was found and where it stands', () => {
  const feed = readXml(toEmendationsFeed(chapter, at));
  const entries = elements(feed, named('entry'));
  const said = (name: string) =>
    entries.map((e) => elements(e, named(name)).map((n) => textOf(n))[0]);
  expect(said('title')).toEqual([
    '頁 7　「渡口」有誤（存疑）',
    '頁 7　「回米」應作「回來」',
    '頁 7　「天己黑」應作「天已黑」',
  ]);
  expect(said('id')).toEqual(
    ['em3', 'em2', 'em1'].map((id) => `https://lamp.example/z/emendations/#${id}`),
  );
  expect(said('updated')[0]).toBe('2026-12-24T00:00:00Z');
  expect(elements(feed, named('updated')).map((n) => textOf(n))[0]).toBe('2026-12-24T00:00:00Z');
  const links = elements(feed, named('link')).map(({ attributes }) => attributes);
  expect(links.filter(({ rel }) => rel === 'related').map(({ href }) => href)[0]).toBe(
    'https://lamp.example/z/sections/1/#s1-p1',
  );
  expect(links.find(({ rel }) => rel === 'self')?.['href']).toBe(
    'https://lamp.example/z/emendations/feed.xml',
  );
});

test('is not made where the address of the site is unknown', () => {
  expect(() => toEmendationsFeed(chapter, { origin: undefined, base: '' })).toThrow(/address/u);
});
