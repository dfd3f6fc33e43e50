/** What a text stands in, in the words of the interface. */
import { messages } from '../../messages/site.ts';
import type { Chapter } from '../../model/chapter/chapter.ts';

const { common } = messages;

/** Numbers are counted in words; what is in words already stays. */
const counted = (value: string | undefined, word: (value: string) => string): string | undefined =>
  value !== undefined && /^[\d–-]+$/u.test(value) ? word(value) : value;

/** 國立政治大學碩士論文; 第 40 卷、第 2 期; 林海編，臺北：渡口書局 */
export function publishedWords(chapter: Chapter): string {
  if (chapter.kind === 'article') {
    const { volume, issue } = chapter.journal;
    return [counted(volume, common.volume), counted(issue, common.issue)]
      .filter(Boolean)
      .join(common.comma);
  }
  if (chapter.kind === 'book') {
    const { editors, volume, edition, place, publisher } = chapter.book;
    const by = editors?.map(({ family, given }) => family + given).join(common.enumeration);
    return [
      by && common.editedBy(by),
      counted(volume, common.volume),
      counted(edition, common.edition),
      [place, publisher].filter(Boolean).join('：'),
    ]
      .filter(Boolean)
      .join(common.comma);
  }
  return chapter.institution.name + chapter.thesis.genre;
}
