/** How long a text takes to read. */
import type { Section } from '../chapter/chapter.ts';
import { inlinesOf, textOf } from './document.ts';

/**
 * Characters a minute. Chinese prose is read silently at some 400; a scholarly text
 * with names, dates and figures goes slower.
 */
const PACE = 350;

/** What a word in letters or a number takes, in characters. */
const WORD = 2;

/** The length of a text in characters read: a Han character is one, a word in letters or a number two, punctuation none. */
export function readingLength(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[\p{Script=Latin}\p{N}]+(?:[.,'’-][\p{Script=Latin}\p{N}]+)*/gu);
  return han + WORD * (words?.length ?? 0);
}

/**
 * Minutes that sections take together, in whole minutes, at least one. Headings and tables
 * count; notes do not, for one looks up a few of them and reads none in a row.
 */
export function readingMinutes(sections: Pick<Section, 'blocks'>[]): number {
  const text = sections.flatMap(({ blocks }) =>
    blocks.map((block) => readingLength(textOf(inlinesOf(block)))),
  );
  return Math.max(1, Math.round(text.reduce((sum, length) => sum + length, 0) / PACE));
}
