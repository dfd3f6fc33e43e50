/** Annotations as Markdown: quotations with their citations, notes and tags, under the headings of the text. */
import type { Nodes, RootContent } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { type Annotation, wordsOf } from './annotation.ts';

/** An annotation with where it stands. */
export interface Placed {
  annotation: Annotation;
  /** 第四節 二（一）; what cannot be found has none. */
  heading: string | undefined;
  /** How it is cited; empty where it cannot be found. */
  citation: string;
}

const paragraph = (text: string): RootContent => ({
  type: 'paragraph',
  children: [{ type: 'text', value: text }],
});

/** Lines that are typed are paragraphs: Markdown would join them. */
const paragraphs = (text: string): RootContent[] =>
  text
    .split(/\n+/u)
    .filter((line) => line.trim() !== '')
    .map(paragraph);

/**
 * @param title of the whole
 * @param lost heading of what cannot be found
 */
export function toMarkdownFile(title: string, lost: string, placed: readonly Placed[]): string {
  const heading = (depth: 1 | 2, value: string): RootContent => ({
    type: 'heading',
    depth,
    children: [{ type: 'text', value }],
  });
  let last: string | undefined;
  const children = placed.flatMap(({ annotation, heading: place, citation }): RootContent[] => {
    const above = place ?? lost;
    const begins = above === last ? [] : [heading(2, above)];
    last = above;
    const { note, tags } = annotation;
    const quotation = [
      ...paragraphs(wordsOf(annotation)),
      ...(citation === '' ? [] : [paragraph(`—— ${citation}`)]),
    ] as Extract<Nodes, { type: 'blockquote' }>['children'];
    return [
      ...begins,
      { type: 'blockquote', children: quotation },
      ...paragraphs(note),
      ...(tags.length > 0 ? [paragraph(tags.map((tag) => `#${tag}`).join('　'))] : []),
    ];
  });
  return toMarkdown({ type: 'root', children: [heading(1, title), ...children] });
}
