/** How TEI says that words are rendered. */
import type { Style } from '../types.ts';
import { attributeOf, type Element } from '../xml.ts';

/** Whether an element is rendered so, by any of the attributes that say it. */
export const isRendered = (element: Element, what: RegExp): boolean =>
  what.test(
    `${attributeOf(element, 'rend') ?? ''} ${attributeOf(element, 'rendition') ?? ''} ${attributeOf(element, 'style') ?? ''}`,
  );

/** The style of an element's words. */
export function styleOf(element: Element): Style {
  const lang = attributeOf(element, 'xml:lang');
  const isItalic =
    isRendered(element, /italic|\bit?\b/u) ||
    (element.name === 'emph' && !isRendered(element, /bold/u)) ||
    (element.name === 'title' &&
      /^[mj]$/u.test(attributeOf(element, 'level') ?? '') &&
      isRendered(element, /i/u));
  return {
    ...(isItalic ? { italic: true as const } : {}),
    ...(isRendered(element, /bold/u) ? { bold: true as const } : {}),
    ...(isRendered(element, /super|sup\b/u) ? { superscript: true as const } : {}),
    ...(isRendered(element, /sub\b/u) ? { subscript: true as const } : {}),
    ...(isRendered(element, /underline/u) ? { underline: true as const } : {}),
    ...(isRendered(element, /smallcaps|small-caps/u) ? { smallCaps: true as const } : {}),
    ...(lang === undefined ? {} : { lang }),
  };
}
