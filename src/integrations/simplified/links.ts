/** Links of a page in Simplified characters: to its own kind where there is one, else to the page as printed, and saying so. */

import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { messages } from '../../messages/site.ts';
import { address } from '../../model/addresses/address.ts';
import { SIMPLIFIED } from '../../model/simplified/convert.ts';

/** What the links of a page are led by. */
export interface Where {
  /** The path the site is served under, without a slash at its end. */
  root: string;
  /** Addresses of the pages that are converted. */
  converted: ReadonlySet<string>;
  /** Language of the printed text. */
  lang: string;
}

/** Leads a link on. */
function lead({ tagName, properties }: Element, { root, converted, lang }: Where): void {
  const href = String(properties['href'] ?? '');
  if (!href.startsWith(`${root}/`) || href.startsWith('//')) return;
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/u.exec(href.slice(root.length)) ?? [];
  if (converted.has(path)) properties['href'] = root + address.simplified(path) + rest;
  else if (tagName === 'a' && path.endsWith('/')) properties['hrefLang'] = lang;
}

/** The switch between the scripts turned round: it leads from a converted page to its original. */
function turn(node: Element, original: string, lang: string): void {
  Object.assign(node.properties, { href: original, hrefLang: lang, dataOriginal: '' });
  node.children = [{ type: 'text', value: messages.simplified.traditional }];
}

/**
 * Leads the links of a page.
 * @param original what a link to the page it was made from says
 */
export function leadLinks(root: Root, original: string, where: Where): void {
  visit(root, 'element', (node) => {
    const { tagName, properties } = node;
    if (properties['hrefLang'] === SIMPLIFIED) turn(node, original, where.lang);
    else if (tagName === 'a' || /^(?:prev|next)$/u.test([properties['rel']].flat().join(' ')))
      lead(node, where);
  });
}
