/** What of a page is the interface, piece by piece: texts, elements with elements in them, attributes. */

/** Attributes that are read or heard. */
export const READ = [
  'aria-label',
  'title',
  'placeholder',
  'aria-roledescription',
  'label',
] as const;

/** Elements whose text is no word of the interface: for programs, typed, or quoted. */
const NOT_OURS =
  'script, style, template, textarea, cite, article table, .notes .text, .note-text, blockquote > p, [data-quoted], [translate="no"]';

/** The text of the chapter; what the site adds to it says so. */
const TEXT = 'article';
const ADDED = '[data-apparatus], button, [role="doc-backlink"]';

/** Elements that stand within a sentence. */
const INLINE = new Set('A B CODE KBD SMALL SPAN STRONG TIME'.split(' '));

/** Whether words in an element are the interface's. */
export function isOurs(element: Element): boolean {
  // Copies of dead addresses are told of within notes.
  if (element.closest('.archive')) return true;
  if (element.closest(NOT_OURS)) return false;
  const text = element.closest(TEXT);
  if (!text) return true;
  const added = element.closest(ADDED);
  return added !== null && text.contains(added);
}

/** Whether an element is a sentence with elements in it. */
export function isSentence(element: Element): boolean {
  const nodes = [...element.childNodes];
  return (
    element.firstElementChild !== null &&
    nodes.some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()) &&
    [...element.querySelectorAll('*')].every(({ tagName }) => INLINE.has(tagName))
  );
}

const clean = (text: string): string => text.replace(/[ \n\t]+/gu, ' ');

/** A sentence as messages write it, and its elements in order. */
export function written(element: Element): { text: string; elements: Element[] } {
  const elements: Element[] = [];
  const of = (parent: Element): string =>
    [...parent.childNodes]
      .map((node) => {
        if (!(node instanceof Element)) return clean(node.nodeValue ?? '');
        elements.push(node);
        const name = node.tagName.toLowerCase();
        return `<${name}>${of(node)}</${name}>`;
      })
      .join('');
  return { text: of(element).trim(), elements };
}

/**
 * The nodes of a translated sentence, in which the elements of the page stand again.
 * @param text with bare tags; the second `<a>` of the page is the second here, or `<a2>`
 */
export function nodesOf(text: string, elements: readonly Element[]): (Node | string)[] {
  const left = new Map<string, Element[]>();
  for (const element of elements) {
    const name = element.tagName.toLowerCase();
    left.set(name, [...(left.get(name) ?? []), element]);
  }
  const all = new Map([...left].map(([name, list]) => [name, [...list]]));
  const root: (Node | string)[] = [];
  const stack = [{ nodes: root, element: undefined as Element | undefined }];
  for (const part of text.split(/(<\/?[a-z]+\d?>)/u)) {
    const [, end, name = '', number] = /^<(\/?)([a-z]+)(\d?)>$/u.exec(part) ?? [];
    const top = stack.at(-1);
    if (end === undefined) top?.nodes.push(part);
    else if (end) {
      const closed = stack.pop();
      closed?.element?.replaceChildren(...closed.nodes);
    } else {
      const element = number ? all.get(name)?.[Number(number) - 1] : left.get(name)?.shift();
      if (element) top?.nodes.push(element);
      stack.push({ nodes: [], element });
    }
  }
  return root.filter((node) => node !== '');
}
