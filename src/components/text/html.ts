/**
 * Room `components`: the parts of pages. Data in, HTML out; what is said to readers is
 * said here and in `pages`, in the Chinese of Taiwan.
 *
 * This file: the HTML of the text and its notes, for sections, printed pages and note lists.
 */

import type { Element, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import { closeSpacing } from '../../markdown/rehype-spacing.ts';
import { slicePages } from '../../markdown/slice.ts';
import { messages } from '../../messages/site.ts';
import { address } from '../../model/addresses/address.ts';
import type { Loaded } from '../../model/load.ts';
import { type Inline, textOf } from '../../model/text/document.ts';
import { noteName } from '../notes/note-name.ts';
import { href } from '../page/href.ts';
import { makeRobust } from '../sources/robust-links.ts';

const parse = (html: string): Root => fromHtml(html, { fragment: true });

/** The section on whose page each id of the text stands. */
function idIndex(sections: Map<number, string>): Map<string, number> {
  const index = new Map<string, number>();
  for (const [number, html] of sections) {
    visit(parse(html), 'element', (node) => {
      if (typeof node.properties['id'] === 'string') index.set(node.properties['id'], number);
    });
  }
  return index;
}

/** Leads links to ids that are not on this page to the section that has them. */
function leadElsewhere(nodes: RootContent[], sections: Map<string, number>): void {
  const here = new Set<unknown>();
  const root: Root = { type: 'root', children: nodes };
  visit(root, 'element', (node) => {
    here.add(node.properties['id']);
  });
  visit(root, { tagName: 'a' }, (node: Element) => {
    const target = String(node.properties['href'] ?? '');
    const section = sections.get(target.slice(1));
    if (!target.startsWith('#') || here.has(target.slice(1)) || section === undefined) return;
    node.properties['href'] = href(`${address.section(section)}${target}`);
  });
}

/** The text of each printed page as HTML. */
function slicedPages({ chapter, sections }: Loaded): Map<number, string> {
  const index = idIndex(sections);
  const whole: Root = {
    type: 'root',
    children: [...sections.values()].flatMap((html) => parse(html).children),
  };
  const pages = new Map<number, string>();
  for (const [page, nodes] of slicePages(whole, chapter.pages?.first ?? 1)) {
    leadElsewhere(nodes, index);
    makeRobust({ type: 'root', children: nodes }, chapter);
    pages.set(page, letLinesEnd(toHtml({ type: 'root', children: nodes })));
  }
  return pages;
}

const sliced = new WeakMap<Loaded, Map<number, string>>();

/** The text of one printed page as HTML; its notes aside. */
export function pageHtml(loaded: Loaded, page: number): string {
  const pages = sliced.get(loaded) ?? slicedPages(loaded);
  sliced.set(loaded, pages);
  const html = pages.get(page);
  if (html === undefined) throw new Error(`the text has no page ${page}`);
  return html;
}

/** HTML whose links to the web have their archived copies. */
function robust({ chapter }: Loaded, html: string): string {
  if (!html.includes('href="http')) return html;
  const root = parse(html);
  makeRobust(root, chapter);
  return toHtml(root);
}

const PAGE_BREAK = /<span role="doc-pagebreak" id="p(\d+)" title="\d+"><\/span>/gu;

/**
 * A line may end between a noteref and a year or a word in letters after it: the number
 * that is drawn there would else make one long word of both.
 */
const letLinesEnd = (html: string): string =>
  html.replace(/(<\/sup><\/a>)(?=[\p{Script=Latin}\p{N}])/gu, '$1<wbr>');

/** The HTML of a section; each printed-page break is followed by a link to that page, drawn in the margin. */
export function sectionHtml(loaded: Loaded, section: number): string {
  return letLinesEnd(robust(loaded, loaded.sections.get(section) ?? '')).replace(
    PAGE_BREAK,
    (mark, page: string) =>
      `${mark}<a class="to-page" data-apparatus data-page="${page}" href="${href(address.page(Number(page)))}" aria-hidden="true" tabindex="-1"></a>`,
  );
}

/** Text of the model as it is shown on a page. */
export function shown(inlines: Inline[]): string {
  return closeSpacing(textOf(inlines));
}

/**
 * A note's HTML with its backlink at the end of its last paragraph.
 * @param backTo where the backlink leads: an id on the same page, or an address
 */
export function noteHtml(loaded: Loaded, number: number, backTo: string): string {
  const html = robust(loaded, loaded.notes.get(number) ?? '');
  const backlink = `<a role="doc-backlink" data-apparatus href="${backTo}" aria-label="${messages.notes.backlink(noteName(loaded.chapter, number))}">↩</a>`;
  return html.replace(/<\/p>\s*$/u, `${backlink}</p>`);
}
