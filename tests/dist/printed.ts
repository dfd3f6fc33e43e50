/**
 * Rebuilds the stream of the source file from built HTML alone: the text of
 * each printed page with its marks, then the notes of that page. It knows the
 * roles of DESIGN §3 and nothing of the code that made them.
 */
import { all, attribute, type Element, hasRole, hasTag, isElement, type Node } from './site.ts';

/** Stands in the stream where a printed page begins; no text can hold it. */
export const PAGE = '\uE000';

/** Text by printed page. */
export type ByPage = Map<number, string>;

const isApparatus = (e: Element) => attribute(e, 'data-apparatus') !== undefined;

function walk(node: Node, pages: ByPage, state: { page: number }): void {
  const add = (s: string) => pages.set(state.page, (pages.get(state.page) ?? '') + s);
  if (node.nodeName === '#text') add((node as unknown as { value: string }).value);
  if (isElement(node)) {
    const role = attribute(node, 'role');
    if (isApparatus(node) || role === 'doc-endnotes' || role === 'doc-backlink') return;
    if (role === 'doc-pagebreak') {
      state.page = Number(attribute(node, 'title'));
      add(PAGE);
    }
    if (attribute(node, 'data-page')) state.page = Number(attribute(node, 'data-page'));
    if (role === 'doc-noteref') {
      add((attribute(node, 'href') ?? '').replace(/^.*#fn/u, ''));
      return;
    }
  }
  if ('childNodes' in node) for (const child of node.childNodes) walk(child, pages, state);
}

/** The printed text of documents in order, by page, marks as bare numbers. */
export function textByPage(documents: Node[]): ByPage {
  const pages: ByPage = new Map();
  const state = { page: 0 };
  for (const document of documents) {
    for (const article of all(document, hasTag('article'))) walk(article, pages, state);
  }
  return pages;
}

/** The notes of documents by page: number and text; a note that runs over is divided. */
export function notesByPage(documents: Node[], pageOf: (note: number) => number): ByPage {
  const pages: ByPage = new Map();
  const found = documents.flatMap((document) =>
    all(document, (e) => /^fn\d+$/u.test(attribute(e, 'id') ?? '')),
  );
  for (const note of found) {
    const number = Number(attribute(note, 'id')?.slice(2));
    const page = pageOf(number);
    pages.set(page, `${pages.get(page) ?? ''}${number}`);
    walk(note, pages, { page });
  }
  return pages;
}

/** The page on which each mark stands. */
export function pageOfMarks(documents: Node[]): Map<number, number> {
  const found = new Map<number, number>();
  let page = 0;
  for (const document of documents) {
    const marks = all(document, (e) => hasRole('doc-noteref')(e) || hasRole('doc-pagebreak')(e));
    for (const mark of marks) {
      if (hasRole('doc-pagebreak')(mark)) page = Number(attribute(mark, 'title'));
      else found.set(Number(attribute(mark, 'href')?.replace(/^.*#fn/u, '')), page);
    }
  }
  return found;
}

/** The whole stream, white space aside. */
export function stream(text: ByPage, notes: ByPage, heads: ByPage): string {
  const pages = [...text.keys()].sort((a, b) => a - b);
  return pages
    .map((p) => (heads.get(p) ?? '') + text.get(p) + (notes.get(p) ?? ''))
    .join('')
    .replace(/\s+/gu, '');
}
