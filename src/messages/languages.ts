/** The languages that the interface speaks. */

/** Their tags (BCP 47), and what each calls itself. */
export const LANGUAGES = {
  'zh-Hant-TW': '正體中文',
  'zh-Hans': '简体中文',
  en: 'English',
} as const;

export type Language = keyof typeof LANGUAGES;

/** Whether the interface speaks a language. @param tag BCP 47 */
const isLanguage = (tag: unknown): tag is Language =>
  typeof tag === 'string' && Object.hasOwn(LANGUAGES, tag);

/**
 * The language of a site's interface.
 * @param chapter chapter.yaml as read: its `interface`, else what fits the text's `lang`
 */
export function languageOf(chapter: { interface?: unknown; lang?: unknown }): Language {
  if (isLanguage(chapter.interface)) return chapter.interface;
  const lang = String(chapter.lang ?? '');
  if (/^zh-(?:Hans|CN|SG)\b/iu.test(lang)) return 'zh-Hans';
  return /^zh\b/iu.test(lang) ? 'zh-Hant-TW' : 'en';
}
