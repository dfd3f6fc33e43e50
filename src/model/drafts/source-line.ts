/** The words of a table's source line (資料來源：…), parted into the works that it names. */
import { type Part, partsOf } from './parts.ts';
import { covered } from './words.ts';

/** What a source line begins with, and what it does with what it names: 資料來源：整理自 stays with the work. */
const LABEL = /^[（(]?(?:資料來源|资料来源|資料出處|来源|來源|出處|Sources?)\s*[:：]\s*/iu;

/** Between two works: 、 or 及. */
const BETWEEN = /、|\s*(?:以及|及|和|與|与)\s*(?=[\p{Script=Han}\p{Lu}《〈「“])/gu;

const cites = (words: string): boolean => partsOf(words.trim())[0]?.cites ?? false;

/**
 * The pieces between signs. One that names no work by itself goes with the next, as the first name of
 * two does; the last one, with the one before it.
 */
function pieces(words: string): string[] {
  const ends = [...covered(words).matchAll(BETWEEN)].map(({ index, 0: sign }) => [
    index,
    index + sign.length,
  ]);
  const starts = [0];
  const stops: number[] = [];
  for (const [end = 0, next = 0] of ends) {
    if (!cites(words.slice(starts.at(-1), end))) continue;
    stops.push(end);
    starts.push(next);
  }
  if (starts.length > 1 && !cites(words.slice(starts.at(-1)))) {
    starts.pop();
    stops.pop();
  }
  return starts.map((start, i) => words.slice(start, stops[i]).trim());
}

/**
 * Parts a source line.
 * @returns what it names, in order; each `text` stands in the line as it is, without its label
 */
export const partsOfSourceLine = (line: string): Part[] =>
  pieces(line.trim().replace(LABEL, '')).flatMap(partsOf);
