/**
 * The text in Simplified characters: character by character, as OpenCC's tables
 * from Taiwan's characters say, and never another word (軟體 becomes 软体, not 软件).
 */
import { Converter } from 'opencc-js/t2cn';
import type { Exception } from './exceptions.ts';

/** Language of the simplified pages (BCP 47). */
export const SIMPLIFIED = 'zh-Hans';

export type Convert = (text: string) => string;

const byTables = Converter({ from: 'tw', to: 'cn' });

/**
 * A text as OpenCC alone converts it, by characters.
 * @throws when it has another number of characters: then nothing could be laid side by side
 */
export function convertedByTables(text: string): string[] {
  const converted = [...byTables(text)];
  if (converted.length !== [...text].length)
    throw new Error(`OpenCC gives another number of characters for “${text.slice(0, 60)}”`);
  return converted;
}

/** Where words stand in a text, counted in characters. */
export function* placesOf(words: string, text: string): Generator<number> {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    yield [...text.slice(0, at)].length;
}

/** Converts texts under exceptions; the result has as many characters as the text. */
export function converterOf(exceptions: readonly Exception[]): Convert {
  const known = new Map<string, string>();
  const convert = (text: string): string => {
    const converted = convertedByTables(text);
    for (const { printed, simplified } of exceptions) {
      for (const at of placesOf(printed, text)) {
        const instead = [...simplified];
        converted.splice(at, instead.length, ...instead);
      }
    }
    return converted.join('');
  };
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const converted = convert(text);
    known.set(text, converted);
    return converted;
  };
}
