/**
 * The chapter as TEI P5, valid against tei_all: the printed text in `body`, each note at its
 * mark, the works it cites in `back`.
 */
import type { Element } from 'xast';
import { entriesOf } from '../../model/bibliography/bibliography.ts';
import type { Chapter } from '../../model/chapter/chapter.ts';
import { authorOf, fullTitle, imprintOf } from '../imprint.ts';
import type { Published } from '../published.ts';
import { lines, type Node, x, xmlDocument } from '../xml.ts';
import { teiBody } from './body.ts';
import { listEvent } from './dates.ts';
import { emendationsDiv } from './emendations.ts';
import { teiHeader } from './header.ts';
import { biblStruct } from './sources.ts';

export const TEI = 'http://www.tei-c.org/ns/1.0';

function front(chapter: Chapter): Node {
  return x(
    'front',
    x(
      'titlePage',
      lines([
        x('docTitle', x('titlePart', fullTitle(chapter))),
        x('byline', x('docAuthor', authorOf(chapter))),
        x('docImprint', imprintOf(chapter)),
      ]),
    ),
  );
}

function back(chapter: Chapter): Node | undefined {
  const works = entriesOf(chapter).map(({ source }) => biblStruct(source));
  const list = x('listBibl', lines(works));
  const bibliography =
    works.length > 0
      ? x('div', { type: 'bibliography' }, lines([x('head', '徵引文獻'), list]))
      : undefined;
  const emendations = emendationsDiv(chapter);
  return bibliography || emendations ? x('back', lines([bibliography, emendations])) : undefined;
}

/** The whole document as a tree. */
function teiTree(chapter: Chapter, published: Published): Element {
  const text = lines([front(chapter), teiBody(chapter), back(chapter)]);
  const events = listEvent(chapter);
  const children = lines([
    teiHeader(chapter, published),
    events && x('standOff', lines([events])),
    x('text', { 'xml:lang': chapter.lang }, text),
  ]);
  return x('TEI', { xmlns: TEI, 'xml:lang': chapter.lang }, children);
}

/** chapter.xml */
export function toTei(chapter: Chapter, published: Published): string {
  return xmlDocument(teiTree(chapter, published));
}
