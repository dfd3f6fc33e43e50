/** Draws a card as SVG, 1200 by 630, in the site's colours. */
import type { Chapter } from '../../model/chapter/chapter.ts';
import { authorOf, imprintOf } from '../imprint.ts';
import { SITE_NAME } from './about.ts';
import { CARD, type Card } from './cards.ts';

/** The face that `npm run og` draws with. */
export const FACE = 'Noto Serif CJK TC';

const COLOUR = { ground: '#fcfbf7', text: '#1f1d1a', muted: '#5c564d', accent: '#8a2b17' };
const LEFT = 96;
const WIDTH = CARD.width - 2 * LEFT;
const LARGEST = 84;
const SMALLEST = 64;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string) => text.replace(/[&<>]/gu, (c) => ESCAPES[c] ?? c);

/** A title's lines: one, or two equal ones where one would be too small. */
function linesOf(title: string): { lines: string[]; size: number } {
  const characters = [...title];
  const isLong = characters.length > WIDTH / SMALLEST;
  const length = isLong ? Math.ceil(characters.length / 2) : characters.length;
  const lines = [characters.slice(0, length).join('')];
  if (isLong) lines.push(characters.slice(length).join(''));
  // Every character is taken to be an em wide.
  return { lines, size: Math.min(LARGEST, Math.floor(WIDTH / length)) };
}

const text = (y: number, size: number, colour: string, words: string, weight = 400) =>
  `<text x="${LEFT}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${colour}">${escaped(words)}</text>`;

/** The card of one kind of page. */
export function drawCard(chapter: Chapter, { label, title }: Card): string {
  const { lines, size } = linesOf(title);
  const leading = Math.round(size * 1.4);
  const top = 348 - Math.round(((lines.length - 1) * leading) / 2);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}" font-family="${FACE}">`,
    `<rect width="100%" height="100%" fill="${COLOUR.ground}"/>`,
    `<rect width="20" height="100%" fill="${COLOUR.accent}"/>`,
    text(118, 44, COLOUR.accent, SITE_NAME, 700),
    text(top - size - 28, 36, COLOUR.muted, label),
    ...lines.map((line, i) => text(top + i * leading, size, COLOUR.text, line, 700)),
    text(512, 34, COLOUR.text, `${authorOf(chapter)}　撰`),
    text(562, 28, COLOUR.muted, imprintOf(chapter)),
    '</svg>',
  ].join('\n');
}
