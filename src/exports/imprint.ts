/** How the exports name the chapter: its authors, what it stands in, its pages. */
import type { Chapter } from '../model/chapter/chapter.ts';
import { authorsOf, hostOf } from '../model/chapter/host.ts';

/** 何仁傑; several authors are parted by 、. */
export const authorOf = (chapter: Chapter): string =>
  authorsOf(chapter)
    .map(({ family, given }) => family + given)
    .join('、');

/** Ho, Jen-Chieh; undefined where the catalogue has no Latin form. Of several authors, those that have one. */
export function latinAuthor(chapter: Chapter): string | undefined {
  const names = authorsOf(chapter).flatMap(({ latin }) =>
    latin ? [`${latin.family}, ${latin.given}`] : [],
  );
  return names.length > 0 ? names.join('; ') : undefined;
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

/** What is said of a publication beside its title: 國立政治大學碩士論文; 第 40 卷第 2 期; 林海編，臺北：渡口書局. */
export function publishedIn(chapter: Chapter): string {
  if (chapter.kind === 'article') {
    const { volume, issue } = chapter.journal;
    return (volume ? `第 ${volume} 卷` : '') + (issue ? `第 ${issue} 期` : '');
  }
  if (chapter.kind === 'book') {
    const { editors = [], place, publisher, edition, volume } = chapter.book;
    const by = editors.map(({ family, given }) => family + given).join('、');
    const counted = [
      by && `${by}編`,
      volume && (/^\d+$/u.test(volume) ? `第 ${volume} 冊` : volume),
      edition && (/^\d+$/u.test(edition) ? `第 ${edition} 版` : edition),
    ];
    const imprint = [place, publisher].filter(Boolean).join('：');
    return [...counted, imprint].filter(Boolean).join('，');
  }
  return chapter.institution.name + chapter.thesis.genre;
}

/** 《駐韓美軍問題與中國立場之研究》，國立政治大學碩士論文，2004，頁 42–83 */
export function imprintOf(chapter: Chapter): string {
  const range = pageRange(chapter);
  const work = `《${hostOf(chapter).title}》，${publishedIn(chapter)}，${chapter.issued}`;
  return range === undefined ? work : `${work}，頁 ${range}`;
}

/** The day of the content: when the content was last changed, else the year of publication. Never the clock. */
export const modifiedDay = ({ modified, issued }: Chapter): string =>
  modified ?? `${issued}-01-01`.slice(0, 10);
