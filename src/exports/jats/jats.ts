/**
 * The chapter as JATS (ANSI/NISO Z39.96-2015, version 1.1, the tag set for archives), for journals
 * and archives: the printed text in `body`; notes, the works that they cite, and the reasons of the
 * emendations in `back`. It is an `article` of its own, because readers of BITS are few, and
 * names no DTD, which programs would want to fetch.
 */
import type { Element } from 'xast';
import { entriesOf } from '../../model/bibliography/bibliography.ts';
import type { Chapter } from '../../model/chapter/chapter.ts';
import { withEmendations } from '../emendations.ts';
import type { Published } from '../published.ts';
import { lines, type Node, x, xmlDocument } from '../xml.ts';
import { footnotes, jatsBody } from './body.ts';
import { jatsFront } from './front.ts';
import { reference } from './references.ts';

function emendations({ emendations }: Chapter): Node | undefined {
  if (emendations.length === 0) return undefined;
  const reasons = emendations.map(({ id, kind, reason }) =>
    x(
      'p',
      { 'content-type': kind },
      x('named-content', { 'content-type': 'reason', rid: id }, reason),
    ),
  );
  return x('notes', { 'notes-type': 'emendations' }, lines([x('title', '校記'), ...reasons]));
}

function bibliography(chapter: Chapter): Node | undefined {
  const works = entriesOf(chapter).map(({ source }) => reference(source));
  if (works.length === 0) return undefined;
  return x('ref-list', lines([x('title', '徵引文獻'), ...works]));
}

function tree(chapter: Chapter, published: Published): Element {
  const marked = withEmendations(chapter);
  const back = [footnotes(marked), bibliography(chapter), emendations(chapter)].filter(
    (part) => part !== undefined,
  );
  return x(
    'article',
    {
      'article-type': chapter.kind === 'article' ? 'research-article' : 'chapter',
      'dtd-version': '1.1',
      'xml:lang': chapter.lang,
      'xmlns:xlink': 'http://www.w3.org/1999/xlink',
    },
    lines([
      jatsFront(chapter, published),
      jatsBody(marked),
      back.length > 0 ? x('back', lines(back)) : undefined,
    ]),
  );
}

/** chapter.jats.xml */
export function toJats(chapter: Chapter, published: Published): string {
  return xmlDocument(tree(chapter, published));
}
