/**
 * The stylesheets that stand inside pages: what a page needs comes with it, in one
 * answer of the server. Each is the same on every page, so a policy can name it by its hash.
 */
import captions from '../styles/core/captions.css?inline';
import contents from '../styles/core/contents.css?inline';
import notes from '../styles/core/notes.css?inline';
import pageLinks from '../styles/core/page-links.css?inline';
import printedPage from '../styles/core/printed-page.css?inline';
import quotations from '../styles/core/quotations.css?inline';
import simplified from '../styles/core/simplified.css?inline';
import tables from '../styles/core/tables.css?inline';
import core from '../styles/core.css?inline';

const SHEETS = {
  core,
  captions,
  contents,
  notes,
  'page-links': pageLinks,
  'printed-page': printedPage,
  quotations,
  simplified,
  tables,
};

export type Sheet = keyof typeof SHEETS;

/** A stylesheet as text. */
export const sheetOf = (name: Sheet): string => SHEETS[name].trim();
