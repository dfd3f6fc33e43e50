/** The characters that the downloaded Ming typeface is to have: those of this text and of the words around it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Convert } from '../../model/simplified/convert.ts';

/** What no Ming typeface sets: Latin typefaces come first for it (`--latin`), and their widths stay what they are. */
const ELSEWHERE =
  /[\p{ASCII}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{C}\p{Zs}\p{Zl}\p{Zp}]/u;

/** What is set by a Ming typeface in a text, each character once, in the order of code points. */
export const mingCharacters = (text: string): string =>
  [...new Set(text)]
    .filter((character) => !ELSEWHERE.test(character))
    .sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0))
    .join('');

/** The text of all files below a folder, of names that fit; nothing where it cannot be read, which is told elsewhere. */
function textIn(folder: string, fits: RegExp): string {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => fits.test(name))
      .sort()
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
  } catch {
    return '';
  }
}

/** A text's own files: sections, notes, sources, emendations and what is told of them; not the words in the other script. */
const CONTENT_FILES = /(?<!README|zh-hans)\.(?:md|yaml)$/u;
/** The interface's words stand in these rooms. */
const INTERFACE = ['client', 'components', 'layouts', 'messages', 'pages'];
/** The words in the site's own script, */
const INTERFACE_FILES = /^(?!.*(?:zh-hans|\ben\b)).*\.(?:astro|ts)$/iu;
/** and those written in Simplified characters. */
const SIMPLIFIED_FILES = /zh-hans.*\.(?:astro|ts)$/iu;

export interface Characters {
  /** As printed. */
  hant: string;
  /** In Simplified characters. */
  hans: string;
  /** Those of the text itself: what is lacking of them is worth a word. */
  text: string;
}

/**
 * The characters of a text.
 * @param content its folder
 * @param lang its language: a text in Simplified characters has them as printed
 * @param convert to Simplified characters, under the text's own exceptions
 */
export function charactersOf(content: string, lang: string, convert: Convert): Characters {
  const own = mingCharacters(textIn(content, CONTENT_FILES));
  const src = (room: string) => fileURLToPath(new URL(`../../${room}`, import.meta.url));
  const words = (files: RegExp) => INTERFACE.map((room) => textIn(src(room), files)).join('');
  const around = mingCharacters(words(INTERFACE_FILES));
  const simplified = lang.startsWith('zh-Hans');
  // Whole lines are converted, since the characters beside one decide what it becomes.
  const converted = simplified ? own : convert(textIn(content, CONTENT_FILES));
  return {
    hant: mingCharacters(around + (simplified ? '' : own)),
    hans: mingCharacters(converted + convert(around) + words(SIMPLIFIED_FILES)),
    text: own,
  };
}
