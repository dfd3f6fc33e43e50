/** The language of the chapter's text, where scripts show it outside of the article. */

/** Undefined where it is that of the page (src/integrations/text-language.ts). */
export const textLanguage = (): string | undefined => document.documentElement.dataset['text'];
