/**
 * rehype plugin: marks runs of English prose (two words or more) with
 * `lang="en"`, so that a screen reader pronounces them and the browser picks
 * Latin glyphs and hyphenation for them (WCAG 2.2, 3.1.2 Language of Parts).
 */
import type { Element, ElementContent, Root, Text } from 'hast';
import { visit } from 'unist-util-visit';

/** From a letter or an opening quotation mark to a letter, digit or closing mark; brackets only within. */
const RUN =
  /[“‘]?\p{Script=Latin}[\p{Script=Latin}\p{Nd} .,:;'’“”"()?!/&—–-]*[\p{Script=Latin}\p{Nd}.”?!]/gu;
const TWO_WORDS = /\p{Script=Latin}[^ ]* +[“‘(]?\p{Script=Latin}/u;

/** Splits a text at its English runs; undefined when there is none. */
function split(value: string): ElementContent[] | undefined {
  const parts: ElementContent[] = [];
  let end = 0;
  for (const match of value.matchAll(RUN)) {
    if (!TWO_WORDS.test(match[0])) continue;
    if (match.index > end) parts.push({ type: 'text', value: value.slice(end, match.index) });
    parts.push({
      type: 'element',
      tagName: 'span',
      properties: { lang: 'en' },
      children: [{ type: 'text', value: match[0] }],
    });
    end = match.index + match[0].length;
  }
  if (parts.length === 0) return undefined;
  if (end < value.length) parts.push({ type: 'text', value: value.slice(end) });
  return parts;
}

/** Wraps English runs of the text in `<span lang="en">`. */
export function rehypeLanguage() {
  return (tree: Root) => {
    visit(tree, 'text', (node: Text, index, parent) => {
      if (!parent || index === undefined) return undefined;
      const element = parent as Element;
      if (element.tagName === 'a' || element.properties?.['lang']) return undefined;
      const parts = split(node.value);
      if (!parts) return undefined;
      element.children.splice(index, 1, ...parts);
      return index + parts.length;
    });
  };
}
