/**
 * Says which words of a page are the text's, where the interface speaks another language: a
 * screen reader is to read 第一節 in Chinese, and its characters are to have the text's forms.
 * Pages in one language have nothing to say.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { CONTENT } from '../import/content-folder.ts';
import { messages } from '../messages/site.ts';
import { readContent } from '../model/content/content.ts';
import { converterOf } from '../model/simplified/convert.ts';
import { hasNoWord, type IsOfText, sayLanguage } from './text-language/page.ts';

/** How the text's words are told from those of the interface; undefined where both are in one language. */
function testOf(lang: string, convert: (words: string) => string): IsOfText | undefined {
  const spoken = messages.common.language;
  if (!spoken.startsWith('zh')) return lang.startsWith('zh') ? hasNoWord : undefined;
  const isSimplified = (tag: string) => /^zh-(?:Hans|CN|SG)\b/iu.test(tag);
  return isSimplified(spoken) && lang.startsWith('zh') && !isSimplified(lang)
    ? (words) => convert(words) !== words
    : undefined;
}

/** The build step; before the pages in Simplified characters are made, which are to have the same. */
export function textLanguage(): AstroIntegration {
  return {
    name: 'zhangju-text-language',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const read = readContent(CONTENT);
        if ('findings' in read) throw new Error(`${CONTENT}/ cannot be read: run npm run check`);
        const { chapter, exceptions } = read.content;
        const { lang } = chapter;
        const isOfText = testOf(lang, converterOf(exceptions.data));
        if (!isOfText) return;
        const root = fileURLToPath(dir);
        for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
          if (!file.endsWith('.html')) continue;
          const path = join(root, file);
          writeFileSync(path, sayLanguage(readFileSync(path, 'utf8'), lang, isOfText));
        }
      },
    },
  };
}
