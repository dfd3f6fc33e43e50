/** What tells readers and programs that a page is a converted one, and of what. */

import type { Element, ElementContent } from 'hast';
import { messages } from '../../messages/site.ts';

const element = (
  tagName: string,
  properties: Element['properties'],
  ...children: (ElementContent | string)[]
): Element => ({
  type: 'element',
  tagName,
  properties,
  children: children.map((child) =>
    typeof child === 'string' ? { type: 'text', value: child } : child,
  ),
});

/** The words at the head of a converted page, which are converted with it. */
export const banner = (original: string, lang: string): Element =>
  element(
    'p',
    { className: ['converted'], role: 'note' },
    element('strong', {}, messages.navigation.simplified),
    messages.simplified.converted,
    element(
      'a',
      { href: original, hrefLang: lang, dataOriginal: '' },
      messages.simplified.original,
    ),
    messages.simplified.instead,
  );

/** The link in the head to the page that was converted. */
export const alternate = (original: string, lang: string): Element =>
  element('link', { rel: ['alternate'], hrefLang: lang, href: original });

/** The style of what only converted pages have. */
export const style = (css: string): Element =>
  element(
    'style',
    {},
    css
      .replace(/\/\*.*?\*\//gsu, '')
      .replace(/\s+/gu, ' ')
      .trim(),
  );

/** What the title of a converted page adds. */
export const TITLE = messages.simplified.title;
