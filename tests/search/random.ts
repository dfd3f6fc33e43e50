/** Queries by chance, the same in every run: stretches of the text, and strings that it does not hold. */
import { type Line, printedLines } from './printed.ts';

/** Mulberry32: numbers from 0 to 1, told by their seed. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const among = <T>(list: readonly T[], chance: () => number): T => {
  const chosen = list[Math.floor(chance() * list.length)];
  if (chosen === undefined) throw new RangeError('nothing to choose from');
  return chosen;
};

/** A line for every twenty characters, so that any place of the text is as likely as another. */
function weighted(lines: readonly Line[]): Line[] {
  return lines.flatMap((line) => Array(Math.ceil(line.text.length / 20)).fill(line) as Line[]);
}

/** Whether a stretch can be searched for as it stands: more than marks, in one cell, no `"…"`. */
const isSearchable = (stretch: string) =>
  /[\p{L}\p{N}]/u.test(stretch) && !/[\t"]/u.test(stretch) && !stretch.startsWith('-');

/** Stretches of the printed text, across noterefs and page breaks, within a line or a cell. */
export function stretches(
  seed: number,
  count: number,
  [shortest, longest]: readonly [number, number] = [1, 40],
  fits: (stretch: string) => boolean = () => true,
): string[] {
  const chance = random(seed);
  const lines = weighted(printedLines());
  const found: string[] = [];
  while (found.length < count) {
    const characters = [...among(lines, chance).text];
    const length = shortest + Math.floor(chance() * (longest - shortest + 1));
    const from = Math.floor(chance() * Math.max(1, characters.length - length + 1));
    const stretch = characters
      .slice(from, from + length)
      .join('')
      .trim();
    if (isSearchable(stretch) && fits(stretch)) found.push(stretch);
  }
  return found;
}

/** Stretches that run across a noteref or a page break. */
export function crossings(seed: number, count: number): string[] {
  const chance = random(seed);
  const cut = printedLines().filter(({ pieces }) => pieces.filter((p) => p.trim()).length > 1);
  const found: string[] = [];
  while (found.length < count) {
    const { pieces } = among(cut, chance);
    const at = 1 + Math.floor(chance() * (pieces.length - 1));
    const before = [...pieces.slice(0, at).join('')].slice(-1 - Math.floor(chance() * 12));
    const after = [...pieces.slice(at).join('')].slice(0, 1 + Math.floor(chance() * 12));
    const stretch = [...before, ...after].join('');
    if (after.join('').trim() && isSearchable(stretch.trim())) found.push(stretch.trim());
  }
  return found;
}

/** Strings of the text's own characters, made-up words, numbers and other scripts that it does not hold. */
export function absentStrings(
  seed: number,
  [han, latin, numbers]: readonly [number, number, number],
  isThere: (text: string) => boolean,
): string[] {
  const chance = random(seed);
  const characters = [...new Set(printedLines().flatMap(({ text }) => [...text]))].filter((c) =>
    /\p{Script=Han}/u.test(c),
  );
  const word = (letters: readonly string[], shortest: number, more: number) =>
    Array.from({ length: shortest + Math.floor(chance() * more) }, () =>
      among(letters, chance),
    ).join('');
  const make = (count: number, one: () => string): string[] => {
    const made: string[] = [];
    while (made.length < count) {
      const text = one();
      if (!isThere(text)) made.push(text);
    }
    return made;
  };
  return [
    ...make(han, () => word(characters, 2, 5)),
    ...make(latin, () => word([...'bcdfghjklmnpqrstvwxz'], 4, 5)),
    ...make(numbers, () => String(10_000 + Math.floor(chance() * 9e6))),
    ...'麵鯨鱷囍겨한글абвらいαβ🙂',
  ];
}
