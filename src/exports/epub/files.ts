/** The files of the EPUB, and the frame of its XHTML documents. */
import type { Element } from 'xast';
import { lines, type Node, x, xmlDocument } from '../xml.ts';

export const FOLDER = 'EPUB';
export const sectionFile = (number: number): string => `section-${number}.xhtml`;
export const fileOf = (file: string, fragment: string): string => `${file}#${fragment}`;

/** A document of the book. */
export interface Page {
  file: string;
  title: string;
  /** epub:type of its body: what part of a book it is. */
  type?: string;
  body: (Node | undefined)[];
}

const NAMESPACES = {
  xmlns: 'http://www.w3.org/1999/xhtml',
  'xmlns:epub': 'http://www.idpf.org/2007/ops',
};

/** An XHTML document. */
export function xhtml({ title, type, body }: Page, lang: string): string {
  const root: Element = x(
    'html',
    { ...NAMESPACES, lang, 'xml:lang': lang },
    lines([
      x(
        'head',
        lines([
          x('title', title),
          x('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' }),
        ]),
      ),
      x('body', { 'epub:type': type === 'toc' ? 'frontmatter' : type }, lines(body)),
    ]),
  );
  return xmlDocument(root, '<!DOCTYPE html>\n');
}
