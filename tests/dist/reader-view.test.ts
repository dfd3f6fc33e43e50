/**
 * Reader views (Firefox, Safari and many applications) keep what Mozilla's Readability takes
 * for the article: the prose and every note of the page, word for word.
 */
import { isProbablyReaderable, Readability } from '@mozilla/readability';
import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { all, allPages, hasRole, hasTag, html, NOTES, one, page, text } from './site.ts';

const squeezed = (s: string | null | undefined): string => (s ?? '').replace(/\s/gu, '');

/** The page as a document that a reader view may take apart. */
function documentOf(address: string): Document {
  const window = new Window({ url: `http://localhost${address}` });
  window.document.write(html(address));
  return window.document as unknown as Document;
}

/** The words that a reader view shows of a page. */
const readerView = (address: string): string =>
  squeezed(new Readability(documentOf(address)).parse()?.textContent);

/** The paragraphs of a page's text, and those of its notes, without what leads back. */
const paragraphsOf = (address: string): string[] =>
  all(one(page(address), hasTag('article')), hasTag('p'))
    .map((p) => squeezed(text(p, hasRole('doc-backlink'))))
    .filter(Boolean);

/** Pages of the text as printed; in Simplified characters, the sections and the chapter. */
const TEXT = allPages().filter((a) =>
  /^(?:\/zh-hans(?!\/pages))?\/(?:sections\/\d+|chapter|pages\/\d+)\/$/u.test(a),
);

describe('a reader view keeps the prose and every note', () => {
  test('of which the chapter has as many as are printed', () => {
    const notes = one(page('/chapter/'), hasRole('doc-endnotes'));
    expect(all(notes, hasTag('li'))).toHaveLength(NOTES.length);
  });

  test.each(TEXT)('%s', (address) => {
    const shown = readerView(address);
    expect(paragraphsOf(address).filter((words) => !shown.includes(words))).toEqual([]);
  });

  test('and is offered on each section', () => {
    const sections = TEXT.filter((a) => a.includes('sections'));
    expect(sections.filter((a) => !isProbablyReaderable(documentOf(a)))).toEqual([]);
  });
});
