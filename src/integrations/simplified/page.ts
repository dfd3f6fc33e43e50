/** A page as printed → the same page in Simplified characters: same ids, and no word that it were another text. */
import type { Element, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { EXIT, visit } from 'unist-util-visit';
import { hashOf } from '../../hosting/policy.ts';
import { messages } from '../../messages/site.ts';
import { translatorOf } from '../../messages/translator.ts';
import { messages as simplified } from '../../messages/zh-Hans.ts';
import { type Convert, SIMPLIFIED } from '../../model/simplified/convert.ts';
import { alternate, banner, style, TITLE } from './banner.ts';
import { leadLinks, type Where } from './links.ts';
import { convertText } from './text.ts';

/** What the interface says, in Simplified Chinese. */
const SAY = translatorOf([messages], simplified);

export interface Conversion {
  convert: Convert;
  where: Where;
  /** The stylesheet of what only converted pages have. */
  css: string;
}

/** The one element of a name. @throws when the page has none */
function the(root: Root, tagName: string): Element {
  let found: Element | undefined;
  visit(root, { tagName }, (node: Element) => {
    found = node;
    return EXIT;
  });
  if (!found) throw new Error(`a page to be converted has no <${tagName}>`);
  return found;
}

/** The page's canonical address, where the site's own is known. */
function canonicalOf(head: Element): string | undefined {
  const link = head.children.find(
    (node): node is Element =>
      node.type === 'element' && [node.properties['rel']].flat().includes('canonical'),
  );
  return link && String(link.properties['href']);
}

/** Whether a tag of the head describes the printed page to catalogues and search engines, who are to look there. */
function isOfOriginal(node: RootContent): boolean {
  if (node.type !== 'element') return false;
  const { type, name, rel } = node.properties;
  return (
    type === 'application/ld+json' ||
    type === 'text/markdown' ||
    [name, rel].flat().some((said) => /^(?:schema\.)?dcterms/u.test(String(said)))
  );
}

/** Lets the policy of a page, where it has one, allow one more style. */
function allowStyle(head: Element, added: Element): void {
  const text = added.children.map((node) => (node.type === 'text' ? node.value : '')).join('');
  for (const node of head.children) {
    if (node.type !== 'element' || !/policy$/iu.test(String(node.properties['httpEquiv'])))
      continue;
    const policy = String(node.properties['content']);
    node.properties['content'] = policy.replace(/style-src [^;]*/u, `$& ${hashOf(text)}`);
  }
}

/**
 * Converts a page. What reference managers and shared links read of it stays that of the
 * printed text, which is what one cites, and so does its canonical address.
 * @param path address of the page below the base
 */
export function convertPage(
  html: string,
  path: string,
  { convert, where, css }: Conversion,
): string {
  const root = fromHtml(html);
  const original = where.root + path;
  const head = the(root, 'head');
  head.children = head.children.filter((node) => !isOfOriginal(node));
  leadLinks(root, original, where);
  the(root, 'main').children.unshift(banner(original, where.lang));
  the(root, 'title').children.push({ type: 'text', value: TITLE });
  convertText(root, convert, SAY);
  the(root, 'html').properties['lang'] = SIMPLIFIED;
  const faces = style(css);
  allowStyle(head, faces);
  head.children.push(alternate(canonicalOf(head) ?? original, where.lang), faces);
  return toHtml(root);
}
