/** A page whose text is in another language than its interface → the same page, saying where. */
import type { Element, ElementContent, Root, Text } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';

/** Whether words with a Han character in them are the text's. */
export type IsOfText = (words: string) => boolean;

/** Whether words with Han characters have none of an interface in Latin letters: none but names in brackets. */
export const hasNoWord: IsOfText = (words) => !/\p{Ll}{2}/u.test(words.replace(/（[^）]*）/gu, ''));

const HAN = /\p{Script=Han}/u;
/** Han characters, and what stands among them. */
const RUN =
  /[\p{Script=Han}（「〈《][\p{Script=Han}\p{Nd}（）「」『』〈〉《》〔〕，、；：。・─…　 -]*/gu;

/** Elements whose words are for programs, or cannot hold an element. */
const CLOSED = new Set([
  'head',
  'script',
  'style',
  'svg',
  'math',
  'select',
  'textarea',
  'noscript',
]);

const READ = ['ariaLabel', 'title', 'placeholder', 'alt'];
const isRead = ({ properties }: Element): boolean => READ.some((name) => properties[name]);

const isElement = (node: unknown): node is Element => (node as Element).type === 'element';
const isText = (node: unknown): node is Text => (node as Text).type === 'text';

/** All words in an element that do not say their language. */
function wordsIn(element: Element): string[] {
  return element.children.flatMap((node) => {
    if (isText(node)) return /\p{L}/u.test(node.value) ? [node.value] : [];
    return isElement(node) && !node.properties['lang'] ? wordsIn(node) : [];
  });
}

/** Whether something in an element is read that is no text of it: a label in the interface's language. */
const hasLabels = (element: Element): boolean =>
  isRead(element) || element.children.some((node) => isElement(node) && hasLabels(node));

/** A text of which a part is the text's. */
function parted({ value }: Text, lang: string, isOfText: IsOfText): ElementContent[] {
  if (!HAN.test(value)) return [{ type: 'text', value }];
  const marked = (words: string): Element => ({
    type: 'element',
    tagName: 'span',
    properties: { lang },
    children: [{ type: 'text', value: words }],
  });
  if (isOfText(value)) return [marked(value)];
  const nodes: ElementContent[] = [];
  let at = 0;
  for (const { 0: run, index } of value.matchAll(RUN)) {
    const words = run.trimEnd();
    if (!HAN.test(words) || !isOfText(words)) continue;
    if (index > at) nodes.push({ type: 'text', value: value.slice(at, index) });
    nodes.push(marked(words));
    at = index + words.length;
  }
  if (at < value.length) nodes.push({ type: 'text', value: value.slice(at) });
  return nodes;
}

/** Marks the outermost elements that hold nothing but the text's words; else the words themselves. */
function say(element: Element, lang: string, isOfText: IsOfText): void {
  if (CLOSED.has(element.tagName) || element.properties['lang']) return;
  const words = wordsIn(element);
  if (!words.some((one) => HAN.test(one))) return;
  if (words.every((one) => HAN.test(one) && isOfText(one)) && !hasLabels(element)) {
    element.properties['lang'] = lang;
    return;
  }
  element.children = element.children.flatMap((node): ElementContent[] => {
    if (isElement(node)) say(node, lang, isOfText);
    return isText(node) ? parted(node, lang, isOfText) : [node];
  });
}

/**
 * @param html a page
 * @param lang of the text (BCP 47)
 */
export function sayLanguage(html: string, lang: string, isOfText: IsOfText): string {
  const root: Root = fromHtml(html);
  const page = root.children.find((node): node is Element => isElement(node));
  if (!page) return html;
  page.properties['dataText'] = lang;
  for (const node of page.children)
    if (isElement(node) && node.tagName === 'body')
      for (const child of node.children) if (isElement(child)) say(child, lang, isOfText);
  return toHtml(root);
}
