/**
 * 下載明體: the Ming typeface that readers may ask for, where their devices have none: the
 * characters of this very text, in both scripts, made while the site is built and kept by a
 * digest of font and characters. `~ming/…` leads to it: `ming-hant.woff2`, `ming-hans.woff2`,
 * for each a `ming-…-more.woff2` of what only the typeface of the other script has, their
 * `sizes.json` in bytes, and the licence, `OFL.txt`.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { CONTENT } from '../import/content-folder.ts';
import { writeWhole } from '../import/write-whole.ts';
import { readContent } from '../model/content/content.ts';
import { converterOf } from '../model/simplified/convert.ts';
import type { Exception } from '../model/simplified/exceptions.ts';
import { type Characters, charactersOf } from './ming/characters.ts';
import { FONTS, LICENCE, lacking, RECIPE, type Script, subset } from './ming/subset.ts';

const SCRIPTS: readonly Script[] = ['hant', 'hans'];
const other = (script: Script): Script => (script === 'hant' ? 'hans' : 'hant');

/** What is kept of a state of a text; the characters that neither typeface has are written last. */
const LACKS = 'lacks.txt';
const FILES = [
  ...SCRIPTS.flatMap((script) => [`ming-${script}.woff2`, `ming-${script}-more.woff2`]),
  'sizes.json',
  'OFL.txt',
  LACKS,
];

/** Whose the typeface is: the licence asks that it be said. */
const OWNER = 'Noto Serif TC, Noto Serif SC: (c) 2017-2024 Adobe (http://www.adobe.com/).';

/**
 * Makes the files, unless they are there.
 * @param cache the folder that keeps them, each state of a text in a folder of its own
 * @returns the folder, and the characters of the text that neither typeface has
 */
export async function makeMing(
  characters: Characters,
  cache: string,
): Promise<{ folder: string; lacks: string }> {
  const fonts = { hant: readFileSync(FONTS.hant), hans: readFileSync(FONTS.hans) };
  const digest = createHash('sha256').update(RECIPE);
  for (const script of SCRIPTS) digest.update(fonts[script]).update(characters[script]);
  const folder = join(cache, digest.digest('hex').slice(0, 16));
  const last = join(folder, LACKS);
  // A folder that was made by hand, by half or by an older program is made anew.
  if (FILES.every((file) => existsSync(join(folder, file))))
    return { folder, lacks: readFileSync(last, 'utf8') };
  const sizes: Partial<Record<Script, number>> = {};
  for (const script of SCRIPTS) {
    const own = await subset(fonts[script], characters[script]);
    // Of nothing at all there is no font that browsers take.
    const rest = lacking(fonts[script], characters[script]) || '\u3000';
    const more = await subset(fonts[other(script)], rest);
    sizes[script] = own.length + more.length;
    writeWhole(join(folder, `ming-${script}.woff2`), own);
    writeWhole(join(folder, `ming-${script}-more.woff2`), more);
  }
  writeWhole(join(folder, 'sizes.json'), JSON.stringify(sizes));
  writeWhole(join(folder, 'OFL.txt'), `${OWNER}\n\n${readFileSync(LICENCE, 'utf8')}`);
  const lacks = lacking(fonts.hans, lacking(fonts.hant, characters.text));
  writeWhole(last, lacks);
  return { folder, lacks };
}

/** The language of a text, and how its characters are simplified; what is wrong with it is told elsewhere. */
function languageOf(content: string): { lang: string; exceptions: readonly Exception[] } {
  try {
    const read = readContent(content);
    if ('content' in read)
      return { lang: read.content.chapter.lang, exceptions: read.content.exceptions.data };
  } catch {}
  return { lang: 'zh-Hant', exceptions: [] };
}

/** The step at the beginning of a build, or of work on the site. */
export function ming(): AstroIntegration {
  return {
    name: 'ming',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, logger }) => {
        if (command !== 'build' && command !== 'dev') return;
        const { lang, exceptions } = languageOf(CONTENT);
        const cache = join(fileURLToPath(config.root), 'node_modules/.cache/ming');
        const characters = charactersOf(CONTENT, lang, converterOf(exceptions));
        const { folder, lacks } = await makeMing(characters, cache);
        if (lacks !== '')
          logger.warn(
            `the Ming typeface to download lacks ${lacks}: these are set by what the reader's device has`,
          );
        updateConfig({ vite: { resolve: { alias: { '~ming': folder } } } });
      },
    },
  };
}
