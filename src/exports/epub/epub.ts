/** The chapter as EPUB 3.3: a ZIP archive whose bytes depend on the content alone. */
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Chapter } from '../../model/chapter/chapter.ts';
import { modifiedDay } from '../imprint.ts';
import type { Published } from '../published.ts';
import { x, xmlDocument } from '../xml.ts';
import { coverSvg, STYLE } from './cover.ts';
import { emendationsPage } from './emendations.ts';
import { FOLDER, xhtml } from './files.ts';
import { bibliographyPage, colophonPage, coverPage, titlePage } from './matter.ts';
import { navPage } from './nav.ts';
import { packageDocument } from './package.ts';
import { placesOf, sectionPage } from './sections.ts';

const container = xmlDocument(
  x(
    'container',
    { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
    x(
      'rootfiles',
      x('rootfile', {
        'full-path': `${FOLDER}/package.opf`,
        'media-type': 'application/oebps-package+xml',
      }),
    ),
  ),
);

/** The files of the book by path, in the order in which they are packed. */
export function epubFiles(chapter: Chapter, published: Published): Map<string, string> {
  const places = placesOf(chapter);
  const sections = chapter.sections.map((section) => sectionPage(chapter, section, places));
  const before = [titlePage(chapter)];
  const bibliography = chapter.sources.length > 0 ? [bibliographyPage(chapter)] : [];
  const emendations = chapter.emendations.length > 0 ? [emendationsPage(chapter, places)] : [];
  const after = [...bibliography, ...emendations, colophonPage(chapter, published)];
  const cover = [coverPage(chapter)];
  const nav = navPage(chapter, { cover, before, after });
  const pages = [...cover, ...before, nav, ...sections, ...after];
  const own: [string, string][] = [
    ['package.opf', packageDocument(chapter, pages)],
    ...pages.map((page): [string, string] => [page.file, xhtml(page, chapter.lang)]),
    ['style.css', STYLE],
    ['cover.svg', coverSvg(chapter)],
  ];
  return new Map([
    ['mimetype', 'application/epub+zip'],
    ['META-INF/container.xml', container],
    ...own.map(([file, text]): [string, string] => [`${FOLDER}/${file}`, text]),
  ]);
}

/** The day of the content in the ZIP's own terms, which know no time zones. */
function dayOf(chapter: Chapter): Date {
  const [year = 1980, month = 1, day = 1] = modifiedDay(chapter).split('-').map(Number);
  return new Date(Math.max(year, 1980), month - 1, day);
}

/** chapter.epub */
export function toEpub(chapter: Chapter, published: Published): Uint8Array<ArrayBuffer> {
  const mtime = dayOf(chapter);
  const files: Zippable = {};
  for (const [path, text] of epubFiles(chapter, published)) {
    // The media type must stand at the very beginning, as it is.
    files[path] = [strToU8(text), { level: path === 'mimetype' ? 0 : 9, mtime }];
  }
  return zipSync(files);
}
