/** The article with its notes at their marks, for a paged-media tool that sets them at the foot of the page. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { EXIT, SKIP, visit } from 'unist-util-visit';

type Node = Root | RootContent;

const hasRole = (element: Element, role: string): boolean => {
  const { role: own } = element.properties;
  return Array.isArray(own) ? own.includes(role) : own === role;
};

function find(node: Node, test: (element: Element) => boolean): Element | undefined {
  let found: Element | undefined;
  visit(node, 'element', (element) => {
    if (!test(element)) return undefined;
    found = element;
    return EXIT;
  });
  return found;
}

/** Takes out what the site adds to the printed text: its links, labels and marks. */
function withoutApparatus(node: Node): void {
  visit(node, 'element', (element, index, parent) => {
    if (!parent || index === undefined || !('dataApparatus' in element.properties))
      return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}

/** A note's content as it may stand inside a paragraph. */
function inline(content: ElementContent[]): ElementContent[] {
  return content.flatMap((child): ElementContent[] => {
    if (child.type !== 'element')
      return child.type === 'text' && !child.value.trim() ? [] : [child];
    if (child.tagName !== 'p') return inline(child.children);
    return [
      { ...child, tagName: 'span', properties: { ...child.properties, className: ['note-p'] } },
    ];
  });
}

/** The notes of the list, by the ids of their places; each is the element that stands at its mark. */
function notesOf(list: Element): Map<string, Element> {
  const notes = new Map<string, Element>();
  visit(list, 'element', (item) => {
    const { id, value } = item.properties;
    if (item.tagName !== 'li' || typeof id !== 'string') return undefined;
    const number = String(value);
    notes.set(id, {
      type: 'element',
      tagName: 'span',
      properties: { className: ['footnote'], role: 'doc-footnote', id },
      children: [
        {
          type: 'element',
          tagName: 'a',
          properties: { className: ['number'], href: `#fnref${number}`, role: 'doc-backlink' },
          children: [{ type: 'text', value: number }],
        },
        ...inline(item.children),
      ],
    });
    return SKIP;
  });
  return notes;
}

/** Addresses in the text lead into the file itself; those of the site are only the words. */
function leadInside(article: Element): void {
  visit(article, 'element', (element) => {
    const { href } = element.properties;
    if (element.tagName === 'a' && typeof href === 'string' && href.startsWith('/'))
      delete element.properties['href'];
  });
}

function marksIn(element: Element): Element[] {
  const marks: Element[] = [];
  visit(element, 'element', (child) => {
    if (hasRole(child, 'doc-noteref')) marks.push(child);
  });
  return marks;
}

/**
 * Moves each note of the page of the whole chapter to its mark.
 * @param html the page `/chapter/` as built
 * @returns the article's text as HTML, each note once, right after its mark (before the table, for marks in tables)
 * @throws when a mark has no note, or a note no mark
 */
export function withFootnotes(html: string): string {
  const article = find(fromHtml(html), ({ tagName }) => tagName === 'article');
  const list = article && find(article, (element) => hasRole(element, 'doc-endnotes'));
  const text =
    article &&
    find(
      article,
      ({ properties }) =>
        Array.isArray(properties['className']) && properties['className'].includes('text'),
    );
  if (!article || !list || !text)
    throw new Error('the page of the chapter has no text, or no notes');
  // Reader views want the notes within the text; here each goes to its mark.
  visit(article, 'element', (element, index, parent) => {
    if (element !== list || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return EXIT;
  });
  withoutApparatus(text);
  withoutApparatus(list);
  leadInside(text);
  const notes = notesOf(list);
  const noteOf = ({ properties: { href } }: Element): Element => {
    const id = String(href).slice(1);
    const note = notes.get(id);
    if (!note) throw new Error(`the mark #${id} has no note`);
    notes.delete(id);
    return note;
  };
  visit(text, 'element', (element, index, parent) => {
    if (!parent || index === undefined) return undefined;
    // A note cannot leave a table for the foot of the page, so it stands before the table.
    if (element.tagName === 'table') {
      const own = marksIn(element).map(noteOf);
      parent.children.splice(index, 0, ...own);
      return [SKIP, index + own.length + 1];
    }
    if (!hasRole(element, 'doc-noteref')) return undefined;
    parent.children.splice(index + 1, 0, noteOf(element));
    return [SKIP, index + 2];
  });
  const [left] = notes.keys();
  if (left !== undefined) throw new Error(`the note #${left} has no mark`);
  return toHtml(text.children);
}
