/** The pictures in public/og/ are those of the present text: `npm run og` draws them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { drawCard } from '../../../src/exports/metadata/card-svg.ts';
import { CARD, cardsOf, digestOf } from '../../../src/exports/metadata/cards.ts';
import { buildChapter } from '../../../src/model/chapter/chapter.ts';
import { readContent } from '../../../src/model/content/content.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const read = readContent(join(ROOT, 'content'));
if ('findings' in read) throw new Error('the content has findings');
const chapter = buildChapter(read.content);
const cards = cardsOf(chapter);

test('there is one for each kind of page and each section, and no other', () => {
  expect(cards.map(({ path }) => path).sort()).toEqual(
    readdirSync(join(ROOT, 'public/og'))
      .map((file) => `/og/${file}`)
      .sort(),
  );
});

test.each(cards.map((card) => [card.path, card] as const))(
  '%s is up to date, and small',
  (path, card) => {
    const png = readFileSync(join(ROOT, 'public', path));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([CARD.width, CARD.height]);
    expect(png.length).toBeLessThan(60_000);
    // The digest of the drawing stands in the picture.
    expect(png.includes(digestOf(drawCard(chapter, card))), 'run npm run og').toBe(true);
  },
);

test('a long title is drawn on two lines that fit', () => {
  const title = '駐韓美軍緣起及其區域安全角色之歷史考察';
  const svg = drawCard(chapter, { path: '', label: '', alt: '', title });
  const [first = '', second = ''] = [
    ...svg.matchAll(/font-size="(\d+)" font-weight="700" fill="#1f1d1a">(.*?)</gu),
  ].map(([, size, words]) => `${size} ${words}`);
  expect([first, second]).toEqual(['84 駐韓美軍緣起及其區域', '84 安全角色之歷史考察']);
});

test('what XML would take for markup is escaped', () => {
  const svg = drawCard(chapter, { path: '', label: 'A & B', alt: '', title: '<甲>' });
  expect(svg).toContain('A &amp; B');
  expect(svg).toContain('&lt;甲&gt;');
});
