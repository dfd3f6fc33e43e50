/** What a page is about, and what all its metadata say of that: its address, the work, the names. */

import { messages } from '../../messages/site.ts';
import { address } from '../../model/addresses/address.ts';
import type { Chapter, Note, PageSpan, Section } from '../../model/chapter/chapter.ts';
import { authorsOf } from '../../model/chapter/host.ts';
import type { Source } from '../../model/sources/source.ts';
import { fullTitle } from '../imprint.ts';
import type { Published } from '../published.ts';

/** The kinds of pages, as metadata tell them apart. */
export type About =
  | { kind: 'home' }
  | { kind: 'chapter' }
  | { kind: 'section'; section: Section }
  | { kind: 'page'; page: number; section: Section }
  | { kind: 'note'; note: Note }
  | { kind: 'source'; source: Source }
  /** Any other page: lists, search, what is said about the site. */
  | { kind: 'list'; path: string }
  /** Nothing stands at the address that was asked for. */
  | { kind: 'missing' };

/** A page, with all that its metadata are made from. */
export interface Page {
  published: Published;
  chapter: Chapter;
  about: About;
  /** As in its `<title>`, without the site's name. */
  title: string;
  description: string;
}

/** A tag of the head that says something; Open Graph's have a property, others a name. */
export type MetaTag = ({ name: string } | { property: string }) & { content: string };

/** A link in the head. */
export interface LinkTag {
  rel: string;
  href: string;
  type?: string;
}

/** The site's name. */
export const SITE_NAME = '章句';

/** The address of a page below the base; a page that is missing has none. */
export function pathOf(about: About): string | undefined {
  switch (about.kind) {
    case 'home':
      return address.home;
    case 'chapter':
      return address.chapter;
    case 'section':
      return address.section(about.section.number);
    case 'page':
      return address.page(about.page);
    case 'note':
      return address.note(about.note.number);
    case 'source':
      return address.source(about.source.id);
    case 'list':
      return about.path;
    case 'missing':
      return undefined;
  }
}

/** The address where the rights in the text are stated. */
export const RIGHTS = `${address.about}#rights`;

/** The address that tells who wrote the text, and where it comes from. */
export const PROVENANCE = `${address.about}#provenance`;

/** The authors with a comma after the family name, by which programs part them: 何, 仁傑. */
export const partedNames = (chapter: Chapter): string[] =>
  authorsOf(chapter).map(({ family, given }) => `${family}, ${given}`);

/** 第三章　駐韓美軍與朝鮮半島安全 */
export const chapterName = ({ label, title }: Pick<Chapter, 'label' | 'title'>): string =>
  fullTitle({ label, title });

/** A page's title where it stands alone: a note's or a printed page's says of what. */
export function titleAlone({ about, chapter, title }: Page): string {
  const isNumbered = about.kind === 'note' || about.kind === 'page';
  return isNumbered ? messages.common.ofArticle(chapter.title, title) : title;
}

/** The work that a page of the text holds, as one cites it. */
export interface Work {
  title: string;
  /** Undefined where the print numbers no pages. */
  pages: PageSpan | undefined;
  /** Its address below the base. */
  path: string;
}

/**
 * The work to cite on a page of the text. A section has a title and pages of its
 * own; a printed page has no title, so what one cites there is the chapter.
 */
export function workOf({ about, chapter }: Page): Work | undefined {
  if (about.kind === 'section') {
    const { section } = about;
    const { pages } = section;
    return { title: chapterName(section), pages, path: pathOf(about) ?? '' };
  }
  if (about.kind !== 'home' && about.kind !== 'chapter' && about.kind !== 'page') return undefined;
  return { title: chapter.title, pages: chapter.pages, path: address.chapter };
}
