/** The answers of the document endpoint: the whole chapter, each section, each printed page, as TEI. */
import { id } from '../../model/addresses/address.ts';
import type { Chapter } from '../../model/chapter/chapter.ts';
import type { Published } from '../published.ts';
import { teiBody } from '../tei/body.ts';
import { fileDesc } from '../tei/header.ts';
import { TEI, toTei } from '../tei/tei.ts';
import { lines, type Node, x, xmlDocument } from '../xml.ts';
import { PAGES, path, resourceId, type Tree } from './addresses.ts';
import { byPage, withId, wrapper } from './slice.ts';
import { unitsOf } from './units.ts';

/** A passage in a document of its own; its pointers lead into the whole, where everything is. */
function passage(chapter: Chapter, published: Published, nodes: readonly Node[]): string {
  const { lang } = chapter;
  const base = `../${resourceId(chapter)}.xml`;
  return xmlDocument(
    x(
      'TEI',
      { xmlns: TEI, 'xml:lang': lang },
      lines([
        x('teiHeader', fileDesc(chapter, published)),
        x('text', { 'xml:lang': lang, 'xml:base': base }, x('body', wrapper(nodes))),
      ]),
    ),
  );
}

/** The documents by path below /dts/. */
export function documents(chapter: Chapter, published: Published): Map<string, string> {
  const resource = resourceId(chapter);
  const whole = toTei(chapter, published);
  const body = teiBody(chapter);
  const pages = byPage(body);
  const files = new Map<string, string>();
  const add = (tree: Tree, ref: string, nodes: readonly Node[]) =>
    files.set(path.document(resource, tree, ref), passage(chapter, published, nodes));
  // A tree says nothing where no part is asked for.
  const trees = chapter.pages ? ([undefined, PAGES] as const) : [undefined];
  for (const tree of trees) files.set(path.document(resource, tree), whole);
  for (const { identifier } of unitsOf(chapter, undefined)) {
    const division = withId(body, identifier);
    if (division) add(undefined, identifier, [division]);
  }
  for (const { identifier } of unitsOf(chapter, PAGES)) {
    const nodes = pages.get(identifier);
    if (!nodes) throw new Error(`${id.page(Number(identifier))} is not in the TEI`);
    add(PAGES, identifier, nodes);
  }
  return files;
}
