/** A source cited as this chapter cites it (轉引), so that nobody claims to have seen what they have not. */
import type { Chapter } from '../../model/chapter/chapter.ts';
import { chicago } from '../../model/sources/reference/chicago.ts';
import { taiwan } from '../../model/sources/reference/chinese.ts';
import { inLanguage, type Run, together } from '../../model/sources/reference/runs.ts';
import type { Source } from '../../model/sources/source.ts';
import type { Locus } from '../../search/cite/locus.ts';
import { citationOf } from '../../search/cite/targets.ts';
import { stylesOf } from './chapter.ts';

/** A note that says where the work was found. */
export interface Quoted {
  lang: 'zh' | 'en';
  runs: Run[];
}

/**
 * 原文獻，頁325，轉引自何仁傑，〈…〉，…，頁58，註48. Both are notes: after Chicago in English, as
 * Taiwan writes them in Chinese, where a Western work keeps its own marks.
 * @param pin the page of the source that the chapter cites, as printed
 * @param url address of the note
 */
export function quotedIn(
  chapter: Chapter,
  source: Source,
  locus: Locus,
  pin: string | undefined,
  url: string,
): Quoted[] {
  const own = (id: string, lang: 'zh' | 'en'): Run[] => {
    const style = stylesOf(chapter).find((s) => s.id === id && s.lang === lang);
    return style ? citationOf(style, { id: '', path: '', locus }, { url }) : [];
  };
  const { page: _, ...unpaged } = source;
  const western = chicago(source, 'note', pin === undefined ? {} : { pin });
  const chinese = together(
    taiwan(pin === undefined ? source : unpaged),
    pin && `，${source.type === 'article-newspaper' ? '版' : '頁'}${pin}`,
  );
  const cited = source.language === 'en' ? inLanguage(western, 'en') : chinese;
  return [
    { lang: 'zh', runs: together(cited, '，轉引自', own('taiwan', 'zh')) },
    { lang: 'en', runs: inLanguage(together(western, ', quoted in ', own('chicago', 'en')), 'en') },
  ];
}
