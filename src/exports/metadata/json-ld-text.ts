/** The thesis, its chapter, and the parts of the chapter as schema.org has them. */
import { address, id } from '../../model/addresses/address.ts';
import type { Chapter, PageSpan, Section } from '../../model/chapter/chapter.ts';
import { versionName } from '../../model/versions/versions.ts';
import { linkTo, type Published } from '../published.ts';
import { authorName, chapterName, RIGHTS } from './about.ts';
import type { Node } from './json-ld-works.ts';

const chapterId = ({ number }: Chapter, published: Published): string =>
  linkTo(published, `${address.chapter}#ch${number}`);

function author(chapter: Chapter): Node {
  const { family, given, latin } = chapter.author;
  return {
    '@type': 'Person',
    name: authorName(chapter),
    familyName: family,
    givenName: given,
    alternateName: latin && `${latin.family}, ${latin.given}`,
  };
}

/** The thesis; its id is its persistent identifier. */
function thesisNode(chapter: Chapter): Node {
  const { identifiers, institution, issued, lang, thesis } = chapter;
  const degree = /^(.+)論文$/u.exec(thesis.genre)?.[1];
  return {
    '@type': 'Thesis',
    '@id': identifiers[0]?.url,
    name: thesis.title,
    alternateName: thesis.titlePrinted,
    author: author(chapter),
    inSupportOf: degree,
    genre: thesis.genre,
    sourceOrganization: {
      '@type': 'CollegeOrUniversity',
      name: institution.name,
      alternateName: institution.latin,
    },
    datePublished: issued,
    inLanguage: lang,
    url: identifiers[0]?.url,
    identifier: identifiers.map(({ type, value }) => ({
      '@type': 'PropertyValue',
      propertyID: type,
      value,
    })),
  };
}

const pageRange = (pages: PageSpan | undefined): Node =>
  pages
    ? {
        pageStart: String(pages.first),
        pageEnd: String(pages.last),
        pagination: `${pages.first}–${pages.last}`,
      }
    : {};

/** The chapter in its thesis. */
function chapterNode(chapter: Chapter, published: Published): Node {
  const { issued, lang, number, pages } = chapter;
  return {
    '@type': 'Chapter',
    '@id': chapterId(chapter, published),
    url: linkTo(published, address.chapter),
    name: chapterName(chapter),
    position: number,
    ...pageRange(pages),
    author: author(chapter),
    datePublished: issued,
    inLanguage: lang,
    isPartOf: thesisNode(chapter),
  };
}

/** The chapter as a subject of its own, with its summary and the rights in it. */
export function chapterInFull(chapter: Chapter, published: Published): Node {
  return {
    ...chapterNode(chapter, published),
    description: chapter.description,
    version: chapter.version && versionName(chapter.version),
    copyrightHolder: author(chapter),
    copyrightNotice: chapter.rights,
    usageInfo: linkTo(published, RIGHTS),
  };
}

/** The chapter in few words, where something else is the subject. */
export function chapterBrief(chapter: Chapter, published: Published): Node {
  const { identifiers, thesis } = chapter;
  return {
    '@type': 'Chapter',
    '@id': chapterId(chapter, published),
    name: chapterName(chapter),
    author: author(chapter),
    isPartOf: { '@type': 'Thesis', '@id': identifiers[0]?.url, name: thesis.title },
  };
}

/** A section, without what it is part of: to schema.org it is a chapter in the chapter. */
export function sectionNode(chapter: Chapter, section: Section, published: Published): Node {
  const url = address.section(section.number);
  return {
    '@type': 'Chapter',
    '@id': linkTo(published, `${url}#${section.id}`),
    url: linkTo(published, url),
    name: chapterName(section),
    description: section.description,
    position: section.number,
    ...pageRange(section.pages),
    author: author(chapter),
    inLanguage: chapter.lang,
  };
}

/**
 * A printed page. schema.org gives page numbers to chapters, articles and issues
 * alone, so the number is its position, and the section it begins in has the pages.
 * The chapter is named only: some of these pages hold less text than its description.
 */
export function pageNode(
  chapter: Chapter,
  page: number,
  section: Section,
  published: Published,
): Node {
  const {
    '@id': sectionId,
    name,
    pageStart,
    pageEnd,
    pagination,
  } = sectionNode(chapter, section, published);
  return {
    '@type': 'CreativeWork',
    '@id': linkTo(published, `${address.page(page)}#${id.page(page)}`),
    name: `頁 ${page}`,
    position: page,
    inLanguage: chapter.lang,
    isPartOf: [
      { '@type': 'Chapter', '@id': chapterId(chapter, published), name: chapterName(chapter) },
      { '@type': 'Chapter', '@id': sectionId, name, pageStart, pageEnd, pagination },
    ],
  };
}
