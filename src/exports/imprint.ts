/** How the exports name the chapter: its author, the thesis it stands in, its pages. */
import type { Chapter } from '../model/chapter/chapter.ts';

/** 何仁傑 */
export const authorOf = ({ author }: Chapter): string => author.family + author.given;

/** Ho, Jen-Chieh; undefined where the catalogue has no Latin form. */
export function latinAuthor({ author: { latin } }: Chapter): string | undefined {
  return latin && `${latin.family}, ${latin.given}`;
}

/** The language and script of Chinese names and titles in this text. */
export const scriptOf = ({ lang }: Pick<Chapter, 'lang'>): 'zh-Hans' | 'zh-Hant' =>
  lang.startsWith('zh-Hans') ? 'zh-Hans' : 'zh-Hant';

/** 第三章　駐韓美軍與朝鮮半島安全; the title alone of what has no number (緒論). */
export const fullTitle = ({ label, title }: Pick<Chapter, 'label' | 'title'>): string =>
  label === '' ? title : `${label}　${title}`;

/** 42–83; undefined where the print numbers no pages. */
export const pageRange = ({ pages }: Pick<Chapter, 'pages'>): string | undefined =>
  pages && `${pages.first}–${pages.last}`;

/** 《駐韓美軍問題與中國立場之研究》，國立政治大學碩士論文，2004，頁 42–83 */
export function imprintOf(chapter: Chapter): string {
  const { thesis, institution, issued } = chapter;
  const range = pageRange(chapter);
  const work = `《${thesis.title}》，${institution.name}${thesis.genre}，${issued}`;
  return range === undefined ? work : `${work}，頁 ${range}`;
}

/** The day of the content: when the content was last changed, else the year of the thesis. Never the clock. */
export const modifiedDay = ({ modified, issued }: Chapter): string =>
  modified ?? `${issued}-01-01`.slice(0, 10);
