/** A source cited as this chapter cites it (轉引), so that nobody claims to have seen what they have not. */
import type { Chapter } from '../../model/chapter/chapter.ts';
import { plainReference } from '../../model/sources/reference.ts';
import type { Source } from '../../model/sources/source.ts';
import { type Locus, printedChinese, printedEnglish, SLOTS } from '../../search/cite/locus.ts';
import { stylesOf } from './styles.ts';

/** A reference with the place where it was found. */
export interface Quoted {
  lang: 'zh' | 'en';
  text: string;
}

const withoutStop = (text: string): string => text.replace(/[。.]$/u, '');

/**
 * 原文獻，轉引自何仁傑，〈…〉，…，頁58，註48。
 * @param pin the page of the source that the chapter cites, as printed
 * @param url address of the note
 */
export function quotedIn(
  chapter: Chapter,
  source: Source,
  at: Locus,
  pin: string | undefined,
  url: string,
): Quoted[] {
  const styles = stylesOf(chapter);
  const template = (id: string, lang: 'zh' | 'en') =>
    styles.find((style) => style.id === id && style.lang === lang)?.note ?? '';
  const fill = (note: string, printed: string) =>
    note.replace(SLOTS.printed, printed).replace(SLOTS.url, url);
  const reference = withoutStop(plainReference(source));
  return [
    {
      lang: 'zh',
      text: `${reference}${pin ? `，頁${pin}` : ''}，轉引自${fill(template('taiwan', 'zh'), printedChinese(at))}`,
    },
    {
      lang: 'en',
      text: `${reference}${pin ? `, ${pin}` : ''}, quoted in ${fill(template('chicago', 'en'), printedEnglish(at))}`,
    },
  ];
}
