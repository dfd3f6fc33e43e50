/** A term → patterns: sequences of slots, each with the keys of the text that may fill it. */
import type { Lexicon } from '../fold/lexicon.ts';
import { isWord, type Token, tokenise } from '../fold/tokens.ts';

interface Slot {
  /** The typed key, folded. */
  typed: string;
  keys: ReadonlySet<string>;
}
/** `unmarked` patterns stand among letters and numbers alone, whatever marks are between them. */
export type Pattern = readonly Slot[] & { readonly unmarked?: true };

/** How the words at the ends of a term match: whole, from their beginning, or anywhere. */
export type Reach = 'whole' | 'prefix' | 'inside';

/** A number set in groups of three, as one. */
function joinNumbers(keys: readonly string[]): string[] {
  const joined: string[] = [];
  for (let i = 0; i < keys.length; i += 1) {
    let key = keys[i] ?? '';
    if (/^\d{1,3}$/u.test(key)) {
      while (keys[i + 1] === ',' && /^\d{3}$/u.test(keys[i + 2] ?? '')) {
        key += keys[i + 2];
        i += 2;
      }
    }
    joined.push(key);
  }
  return joined;
}

/** A number of four and more digits, set in groups of three. */
const partNumber = (key: string): string[] =>
  /^[1-9]\d{3,}$/u.test(key) ? key.replace(/\B(?=(?:\d{3})+$)/gu, '\t,\t').split('\t') : [key];

/** The keys as typed, and with the numbers among them written the other ways (37,000, 37000). */
function numberForms(keys: readonly string[]): string[][] {
  const joined = joinNumbers(keys);
  const forms = [[...keys], joined, joined.flatMap(partNumber)];
  const names = forms.map((form) => form.join('\t'));
  return forms.filter((_, i) => names.indexOf(names[i] ?? '') === i);
}

function keysOf(typed: string, first: boolean, last: boolean, reach: Reach, lexicon: Lexicon) {
  const inside = reach === 'inside';
  if (first && last && inside) return lexicon.words((word) => word.includes(typed));
  if (first && inside) return lexicon.words((word) => word.endsWith(typed));
  if (last && reach !== 'whole') return lexicon.words((word) => word.startsWith(typed));
  return lexicon.spellings(typed, false);
}

/**
 * The patterns of a term; none when a part of it is nowhere in the text.
 * @param loose whether characters may stand for others that are written so only in some words
 */
export function patternsOf(
  text: string,
  reach: Reach,
  loose: boolean,
  lexicon: Lexicon,
): Pattern[] {
  const keys = tokenise(text).map((token) => token.key);
  return patternsOfKeys(keys, reach, loose, lexicon);
}

/** The patterns of keys, as `patternsOf` makes them. */
export function patternsOfKeys(
  typed: readonly string[],
  reach: Reach,
  loose: boolean,
  lexicon: Lexicon,
): Pattern[] {
  return numberForms(typed).flatMap((form) => {
    const slots = form.map((key, i) => ({
      typed: key,
      keys: new Set(
        isWord(key)
          ? keysOf(key, i === 0, i === form.length - 1, reach, lexicon)
          : lexicon.spellings(key, loose),
      ),
    }));
    return slots.length > 0 && slots.every((slot) => slot.keys.size > 0) ? [slots] : [];
  });
}

/**
 * Whether the characters of a term may stand for others of one Simplified form
 * (准 for 準): a character alone has no neighbours to decide for which.
 */
export const isLoose = (text: string): boolean =>
  tokenise(text).filter(({ key }) => /^\p{Script=Han}$/u.test(key)).length > 1;

/** Where a pattern stands in tokens: the index of its first one, each time. */
export function occurrences(tokens: readonly Token[], pattern: Pattern): number[] {
  const found: number[] = [];
  for (let i = 0; i + pattern.length <= tokens.length; i += 1) {
    if (pattern.every((slot, j) => slot.keys.has(tokens[i + j]?.key ?? ''))) found.push(i);
  }
  return found;
}

/** The range of the text that an occurrence covers: of words, only the part that was typed. */
export function rangeAt(
  tokens: readonly Token[],
  pattern: Pattern,
  at: number,
): [start: number, end: number] {
  const first = tokens[at];
  const last = tokens[at + pattern.length - 1];
  if (!first || !last) throw new RangeError(`no token ${at}`);
  const begin = pattern[0]?.typed ?? '';
  const close = pattern.at(-1)?.typed ?? '';
  // A term of one word may stand inside it; of several, the first may be a word's end.
  const single = pattern.length === 1;
  const skipped = isWord(first.key)
    ? Math.max(0, single ? first.key.indexOf(begin) : first.key.length - begin.length)
    : 0;
  const kept = (single ? skipped : 0) + close.length;
  const start = first.offsets[skipped] ?? first.start;
  const end = isWord(last.key) ? (last.offsets[kept] ?? last.end) : last.end;
  return [start, end];
}
