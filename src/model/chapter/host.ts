/** What a chapter of any kind stands in, and who wrote it. */
import type { Person } from '../content/publication.ts';
import type { Chapter } from './chapter.ts';

/** A thesis, a journal or a book: what all of them have. */
export interface Host {
  title: string;
  /** The title in Latin letters, where a person has romanised it. */
  latin: string | undefined;
  /** The title in English, where a person has translated it. */
  translated: string | undefined;
  /** The university of a thesis, the publisher of a book; a journal may name none. */
  publisher: string | undefined;
  place: string | undefined;
}

/** Who wrote the chapter, in their order. */
export function authorsOf(chapter: Chapter): readonly Person[] {
  if ('authors' in chapter && chapter.authors) return chapter.authors;
  return chapter.author ? [chapter.author] : [];
}

/** What the chapter stands in. */
export function hostOf(chapter: Chapter): Host {
  if (chapter.kind === 'article' || chapter.kind === 'book') {
    const { title, latin, translated, publisher, place } =
      chapter.kind === 'article' ? chapter.journal : chapter.book;
    return { title, latin, translated, publisher, place };
  }
  const { thesis, institution, latin, translated } = chapter;
  return {
    title: thesis.title,
    latin: latin?.thesis,
    translated: translated?.thesis,
    publisher: institution.name,
    place: institution.place,
  };
}

/** The address of a licence: as given, or that of its identifier at SPDX. */
export function licenceUrl({ licence }: Pick<Chapter, 'licence'>): string | undefined {
  if (licence === undefined || licence.startsWith('https:')) return licence;
  const creative = /^CC-(BY(?:-NC)?(?:-SA|-ND)?)-(\d\.\d)$/u.exec(licence);
  if (creative)
    return `https://creativecommons.org/licenses/${creative[1]?.toLowerCase()}/${creative[2]}/`;
  return `https://spdx.org/licenses/${licence}.html`;
}
