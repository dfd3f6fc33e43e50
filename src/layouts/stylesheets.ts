/**
 * The stylesheets that stand inside pages: what a page needs comes with it, in one
 * answer of the server. Pages of one kind have one and the same, so that few hashes
 * name them all.
 */
import captions from '../styles/core/captions.css?inline';
import contents from '../styles/core/contents.css?inline';
import emphasis from '../styles/core/emphasis.css?inline';
import noterefs from '../styles/core/noterefs.css?inline';
import notes from '../styles/core/notes.css?inline';
import outOfSight from '../styles/core/out-of-sight.css?inline';
import pageLinks from '../styles/core/page-links.css?inline';
import printedPage from '../styles/core/printed-page.css?inline';
import quotations from '../styles/core/quotations.css?inline';
import simplified from '../styles/core/simplified.css?inline';
import stacked from '../styles/core/stacked.css?inline';
import tables from '../styles/core/tables.css?inline';
import core from '../styles/core.css?inline';

const STYLESHEETS = {
  core,
  captions,
  contents,
  emphasis,
  noterefs,
  notes,
  'out-of-sight': outOfSight,
  'page-links': pageLinks,
  'printed-page': printedPage,
  quotations,
  simplified,
  stacked,
  tables,
};

export type Stylesheet = keyof typeof STYLESHEETS;

/** Takes the spaces out of custom properties, which esbuild leaves as they are written: 13 bytes of a page. */
const tight = (css: string): string =>
  css.replace(
    /(--[\w-]+): ([^;}]*)/gu,
    (_, name: string, value: string) => `${name}:${value.replaceAll(', ', ',')}`,
  );

/** The stylesheets of a page as one text. */
export const styleOf = (names: readonly Stylesheet[]): string =>
  tight(names.map((name) => STYLESHEETS[name].trim()).join(''));
