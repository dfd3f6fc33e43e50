/**
 * Highwire Press tags, which Google Scholar and Zotero read, on the pages of the text.
 *
 * The last of the tags that name a kind of work decides what Zotero takes the page
 * for: `citation_inbook_title` makes it a book section, which has room for the
 * thesis's title and the chapter's pages. A thesis has not, so that the chapter
 * would be imported as a thesis of its name.
 */
import { address } from '../../model/addresses/address.ts';
import type { Chapter, PageSpan } from '../../model/chapter/chapter.ts';
import { hostOf } from '../../model/chapter/host.ts';
import { PDF } from '../../model/downloads/downloads.ts';
import { availableDownloads } from '../pdf/made.ts';
import { linkTo } from '../published.ts';
import { type MetaTag, type Page, partedNames, workOf } from './about.ts';

type Tag = [name: string, content: string | number];

const spanTags = ({ first, last }: PageSpan): Tag[] => [
  ['firstpage', first],
  ['lastpage', last],
];

/** Where the PDF is, on the pages that stand for the whole chapter; it is of use as a whole address alone. */
function pdfTags({ about, chapter, published }: Page): Tag[] {
  const whole = about.kind === 'home' || about.kind === 'chapter';
  if (!whole || published.origin === undefined || !availableDownloads(chapter).includes(PDF))
    return [];
  return [['pdf_url', linkTo(published, address.download(PDF))]];
}

/** What the text stands in; the tag that names it tells its kind. */
function hostTags(chapter: Chapter): Tag[] {
  const { title, publisher } = hostOf(chapter);
  const doi = chapter.identifiers.find(({ type }) => type === 'doi')?.value;
  const named: Tag[] = publisher ? [['publisher', publisher]] : [];
  const identified: Tag[] = doi ? [['doi', doi]] : [];
  if (chapter.kind === 'article') {
    const { volume, issue, issn } = chapter.journal;
    return [
      ...named,
      ['journal_title', title],
      ...(issn ? [['issn', issn] as Tag] : []),
      ...(volume ? [['volume', volume] as Tag] : []),
      ...(issue ? [['issue', issue] as Tag] : []),
      ...identified,
    ];
  }
  if (chapter.kind === 'book') {
    const { editors = [], isbn } = chapter.book;
    return [
      ...named,
      ...editors.map(({ family, given }): Tag => ['editor', `${family}, ${given}`]),
      ...(isbn ? [['isbn', isbn] as Tag] : []),
      ...identified,
      ['inbook_title', title],
    ];
  }
  const { name } = chapter.institution;
  return [...named, ['dissertation_institution', name], ['inbook_title', title]];
}

/** Key words as published, in every language. */
const keywordTags = ({ keywords = [] }: Chapter): Tag[] =>
  keywords.flatMap(({ words }) => words.map((word): Tag => ['keywords', word]));

export function highwire(page: Page): MetaTag[] {
  const work = workOf(page);
  if (!work) return [];
  const { chapter } = page;
  const { issued, lang } = chapter;
  const tags: Tag[] = [
    ['title', work.title],
    ...partedNames(chapter).map((name): Tag => ['author', name]),
    ['publication_date', issued.replaceAll('-', '/')],
    ...(work.pages ? spanTags(work.pages) : []),
    ['language', lang],
    ...hostTags(chapter),
    ...keywordTags(chapter),
    ...(page.published.origin !== undefined
      ? [['public_url', linkTo(page.published, work.path)] as [string, string]]
      : []),
    ...pdfTags(page),
  ];
  return tags.map(([name, content]) => ({ name: `citation_${name}`, content: String(content) }));
}
