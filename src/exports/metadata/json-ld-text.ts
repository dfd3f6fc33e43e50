/** The chapter, what it stands in, and the parts of the chapter as schema.org has them. */
import { address, id } from '../../model/addresses/address.ts';
import type { Chapter, PageSpan, Section, Thesis } from '../../model/chapter/chapter.ts';
import { authorsOf, hostOf, licenceUrl } from '../../model/chapter/host.ts';
import type { Person } from '../../model/content/publication.ts';
import { versionName } from '../../model/versions/versions.ts';
import { linkTo, type Published } from '../published.ts';
import { chapterName, RIGHTS } from './about.ts';
import type { Node } from './json-ld-works.ts';

const chapterId = ({ number }: Chapter, published: Published): string =>
  linkTo(published, `${address.chapter}#ch${number}`);

const person = ({ family, given, latin }: Person): Node => ({
  '@type': 'Person',
  name: family + given,
  familyName: family,
  givenName: given,
  alternateName: latin && `${latin.family}, ${latin.given}`,
});

/** Who wrote it: one, or a list of several. */
function author(chapter: Chapter): Node | Node[] | undefined {
  const all = authorsOf(chapter).map(person);
  return all.length > 1 ? all : all[0];
}

/** The thesis; its id is its persistent identifier. */
function thesisNode(chapter: Thesis): Node {
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

/** The journal, with the volume and the issue that hold the article. */
function issueNode({ journal, issued }: Extract<Chapter, { kind: 'article' }>): Node {
  const { title, latin, volume, issue, issn, publisher } = journal;
  const periodical: Node = {
    '@type': 'Periodical',
    name: title,
    alternateName: latin ?? journal.translated,
    issn,
    publisher: publisher && { '@type': 'Organization', name: publisher },
  };
  const inVolume: Node = volume
    ? { '@type': 'PublicationVolume', volumeNumber: volume, isPartOf: periodical }
    : periodical;
  if (!issue) return { ...inVolume, datePublished: issued };
  return {
    '@type': 'PublicationIssue',
    issueNumber: issue,
    datePublished: issued,
    isPartOf: inVolume,
  };
}

/** The book that holds the chapter. */
function bookNode({ book, issued, lang }: Extract<Chapter, { kind: 'book' }>): Node {
  const { title, latin, editors, series, volume, edition, publisher, place, isbn } = book;
  return {
    '@type': 'Book',
    name: title,
    alternateName: latin ?? book.translated,
    editor: editors?.map(person),
    bookEdition: edition,
    volumeNumber: volume,
    isbn,
    publisher: {
      '@type': 'Organization',
      name: publisher,
      location: place,
    },
    datePublished: issued,
    inLanguage: lang,
    isPartOf: series && { '@type': 'BookSeries', name: series },
  };
}

/** What the text stands in. */
function hostNode(chapter: Chapter): Node {
  if (chapter.kind === 'article') return issueNode(chapter);
  return chapter.kind === 'book' ? bookNode(chapter) : thesisNode(chapter);
}

const typeOf = ({ kind }: Chapter): string => (kind === 'article' ? 'ScholarlyArticle' : 'Chapter');

/** The identifiers of what is published itself; those of a thesis are the thesis's. */
function ownIdentifiers({ kind, identifiers }: Chapter): Node {
  if (kind !== 'article' && kind !== 'book') return {};
  return {
    identifier: identifiers.map(({ type, value }) => ({
      '@type': 'PropertyValue',
      propertyID: type,
      value,
    })),
    sameAs: identifiers[0]?.url,
  };
}

/** The chapter in what it stands in. */
function chapterNode(chapter: Chapter, published: Published): Node {
  const { issued, lang, number, pages } = chapter;
  return {
    '@type': typeOf(chapter),
    '@id': chapterId(chapter, published),
    url: linkTo(published, address.chapter),
    name: chapterName(chapter),
    position: number,
    ...pageRange(pages),
    author: author(chapter),
    datePublished: issued,
    inLanguage: lang,
    isPartOf: hostNode(chapter),
    ...ownIdentifiers(chapter),
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
    license: licenceUrl(chapter),
    abstract: chapter.abstracts?.map(({ lang, text }) => ({ '@value': text, '@language': lang })),
    keywords: chapter.keywords?.flatMap(({ words }) => words),
  };
}

/** The chapter in few words, where something else is the subject. */
export function chapterBrief(chapter: Chapter, published: Published): Node {
  return {
    '@type': typeOf(chapter),
    '@id': chapterId(chapter, published),
    name: chapterName(chapter),
    author: author(chapter),
    isPartOf:
      chapter.kind === 'article' || chapter.kind === 'book'
        ? {
            '@type': chapter.kind === 'article' ? 'Periodical' : 'Book',
            name: hostOf(chapter).title,
          }
        : {
            '@type': 'Thesis',
            '@id': chapter.identifiers[0]?.url,
            name: chapter.thesis.title,
          },
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
      {
        '@type': typeOf(chapter),
        '@id': chapterId(chapter, published),
        name: chapterName(chapter),
      },
      { '@type': 'Chapter', '@id': sectionId, name, pageStart, pageEnd, pagination },
    ],
  };
}
