/** The EPUB of a small chapter: its files, and bytes that depend on nothing but the content. */
import { afterEach, expect, test } from 'vitest';
import { epubFiles, toEpub } from '../../../src/exports/epub/epub.ts';
import { chapterOf, LAMPS, NOWHERE } from './chapter.ts';

const small = chapterOf({
  body: '渡{pb 8}口。[^1] {#s1-p1}\n\n如[表 2-1](#table-2-1)。 {#s1-p2}\n\n表 2-1　輪值 {#table-2-1}\n\n| 月 |\n| - |\n| 1 |\n',
  notes: [
    {
      text: 'Ann Reed, “Lamps,” River Quarterly.',
      citations: [{ source: 'reed-1999', form: 'full' }],
    },
  ],
  sources: { 'reed-1999': LAMPS },
});
const files = epubFiles(small, NOWHERE);
const file = (name: string) => files.get(`EPUB/${name}`) ?? '';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

test('the bytes are the same in every time zone', () => {
  const bytes = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'].map((tz) => {
    process.env['TZ'] = tz;
    return Buffer.from(toEpub(small, NOWHERE)).toString('base64');
  });
  expect(new Set(bytes).size).toBe(1);
});

test('a mark leads to a note that pops up, and the note back', () => {
  expect(file('section-1.xhtml')).toContain(
    '<sup><a id="fnref1" href="#fn1" epub:type="noteref" role="doc-noteref" aria-label="註 1">1</a></sup>',
  );
  expect(file('section-1.xhtml')).toContain(
    '<aside id="fn1" epub:type="footnote" role="doc-footnote">',
  );
});

test('a page begins inside a word, and the page list leads there', () => {
  expect(file('section-1.xhtml')).toContain(
    '渡<span id="p8" epub:type="pagebreak" role="doc-pagebreak" aria-label="8"></span>口',
  );
  expect(file('nav.xhtml')).toContain('<a href="section-1.xhtml#p8">8</a>');
});

test('a link inside the chapter leads to the file that has its target', () => {
  expect(file('section-1.xhtml')).toContain('<a href="section-1.xhtml#table-2-1">表 2-1</a>');
});

test('the year of the thesis stands where chapter.yaml gives no day', () => {
  expect(file('package.opf')).toContain(
    '<meta property="dcterms:modified">2001-01-01T00:00:00Z</meta>',
  );
});

test('without sources there is no bibliography, nor a landmark that leads to one', () => {
  const none = epubFiles(chapterOf({ body: '燈。 {#s1-p1}' }), NOWHERE);
  expect(none.has('EPUB/bibliography.xhtml')).toBe(false);
  expect(none.get('EPUB/nav.xhtml')).not.toContain('bibliography.xhtml');
});
