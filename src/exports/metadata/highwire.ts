/**
 * Highwire Press tags, which Google Scholar and Zotero read, on the pages of the text.
 *
 * The last of the tags that name a kind of work decides what Zotero takes the page
 * for: `citation_inbook_title` makes it a book section, which has room for the
 * thesis's title and the chapter's pages. A thesis has not, so that the chapter
 * would be imported as a thesis of its name.
 */
import { address } from '../../model/addresses/address.ts';
import type { PageSpan } from '../../model/chapter/chapter.ts';
import { PDF } from '../../model/downloads/downloads.ts';
import { availableDownloads } from '../pdf/made.ts';
import { linkTo } from '../published.ts';
import { type MetaTag, type Page, partedName, workOf } from './about.ts';

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

export function highwire(page: Page): MetaTag[] {
  const work = workOf(page);
  if (!work) return [];
  const { institution, issued, lang, thesis } = page.chapter;
  const tags: Tag[] = [
    ['title', work.title],
    ['author', partedName(page.chapter)],
    ['publication_date', issued.replaceAll('-', '/')],
    ...(work.pages ? spanTags(work.pages) : []),
    ['language', lang],
    ['publisher', institution.name],
    ['dissertation_institution', institution.name],
    ['inbook_title', thesis.title],
    ...(page.published.origin !== undefined
      ? [['public_url', linkTo(page.published, work.path)] as [string, string]]
      : []),
    ...pdfTags(page),
  ];
  return tags.map(([name, content]) => ({ name: `citation_${name}`, content: String(content) }));
}
