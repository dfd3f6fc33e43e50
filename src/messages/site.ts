/**
 * The messages of this site, in the language that its chapter.yaml asks for. For the browser
 * the build writes each message in place of `messages.group.name` (src/integrations/messages.ts),
 * so that a page carries those it uses and no others.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { CONTENT } from '../import/content-folder.ts';
import type { Messages } from './catalogue.ts';
import { messages as en } from './en.ts';
import { type Language, languageOf } from './languages.ts';
import { messages as simplified } from './zh-Hans.ts';
import { messages as traditional } from './zh-Hant-TW.ts';

const CATALOGUES: Record<Language, Messages> = {
  'zh-Hant-TW': traditional,
  'zh-Hans': simplified,
  en,
};

/** The settings of the text; none where there are none yet, or none that can be read: the checks tell of it. */
function settings(): { interface?: unknown; lang?: unknown } {
  const file = `${CONTENT}/chapter.yaml`;
  try {
    return (existsSync(file) && parse(readFileSync(file, 'utf8'))) || { lang: 'zh' };
  } catch {
    return { lang: 'zh' };
  }
}

/** The language of the site's interface. */
const LANGUAGE: Language = languageOf(settings());

/** Every word of the interface. */
export const messages: Messages = CATALOGUES[LANGUAGE];
