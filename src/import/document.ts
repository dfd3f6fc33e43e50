/** The placed blocks and notes of a chapter → the Markdown bodies of `content/`. */
import type { PhrasingContent, RootContent } from 'mdast';
import type { Placed } from './arrange.ts';
import { captionLabel } from './captions.ts';
import { type Manner, plainText, toInlines } from './inlines.ts';
import { gapAfter, type Label } from './labels.ts';
import { printMarkdown } from './print.ts';
import type { Block, Inline } from './readers/types.ts';
import type { RepairedUrl } from './urls.ts';

/** A section as it will be written: its Markdown, and what is known of it. */
export interface SectionDraft {
  number: number;
  label: string;
  title: string;
  body: string;
  paragraphs: number;
}

const REFERENCE = /([表图圖]) ?(\d+(?:[-.]\d+)*)/gu;

/** Turns references to tables and figures of this text (表 3-1, 圖 1) into links. */
function linkNamed(nodes: PhrasingContent[], ids: Set<string>): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type !== 'text') return [node];
    const parts: PhrasingContent[] = [];
    let end = 0;
    for (const { 0: printed, 1: word, 2: number, index } of node.value.matchAll(REFERENCE)) {
      const id = `${word === '表' ? 'table' : 'figure'}-${number?.replaceAll('.', '-')}`;
      if (!ids.has(id)) continue;
      if (index > end) parts.push({ type: 'text', value: node.value.slice(end, index) });
      parts.push({ type: 'link', url: `#${id}`, children: [{ type: 'text', value: printed }] });
      end = index + printed.length;
    }
    const rest = node.value.slice(end);
    return rest === '' ? parts : [...parts, { ...node, value: rest }];
  });
}

const withId = (nodes: PhrasingContent[], id: string): PhrasingContent[] => [
  ...nodes,
  { type: 'text', value: ' ' },
  { type: 'blockId', id },
];

/** Sets a label that the text begins with, after a page break if there is one, off from what follows. */
function setOff(nodes: PhrasingContent[], label: string, gap: string): PhrasingContent[] {
  const at = nodes.findIndex((node) => node.type === 'text');
  return nodes.map((node, i) => {
    if (i !== at || node.type !== 'text') return node;
    const printed = labelIn(node.value, label);
    return printed === undefined
      ? node
      : { type: 'text', value: printed + gap + node.value.slice(printed.length).trimStart() };
  });
}

/** The characters of a text that are a label, however it is spaced in it. */
function labelIn(text: string, label: string): string | undefined {
  let at = 0;
  for (const char of label.replace(/\s+/gu, '')) {
    while (/\s/u.test(text[at] ?? '')) at += 1;
    if (!text.startsWith(char, at)) return undefined;
    at += char.length;
  }
  return text.slice(0, at);
}

type Inliner = (inlines: Inline[], unstyled?: boolean) => PhrasingContent[];

/** A caption, its label set off by a full-width space: 表 3-1　關署歷年人數. */
function captionNodes(caption: Inline[], inline: Inliner): PhrasingContent[] {
  const nodes = inline(caption, true);
  const label = captionLabel(plainText(nodes).trim());
  const text = plainText(nodes)
    .trim()
    .slice(0, label?.length ?? 0);
  const printed = text.trim();
  if (printed === '') return nodes;
  const set = setOff(nodes, printed, /[\p{L}\p{N}]$/u.test(printed) ? '\u3000' : '');
  const wanted = printed.replace(/^([表圖图])\s*(?=\d)/u, '$1 ').replace(/\s*([-－–—])\s*/gu, '$1');
  return set.map((node) =>
    node.type === 'text' && node.value.startsWith(printed)
      ? { type: 'text', value: wanted + node.value.slice(printed.length) }
      : node,
  );
}

function tableNodes(table: Extract<Placed, { type: 'table' }>, inline: Inliner): RootContent[] {
  const row = (cells: Inline[][]) => ({
    type: 'tableRow' as const,
    children: cells.map((cell) => ({ type: 'tableCell' as const, children: inline(cell) })),
  });
  const { id, caption, header, rows, source } = table;
  const under: RootContent[] =
    source.length === 0
      ? []
      : [{ type: 'paragraph', children: withId(inline(source), `${id}-source`) }];
  return [
    { type: 'paragraph', children: withId(captionNodes(caption, inline), id) },
    { type: 'table', children: [row(header), ...rows.map(row)] },
    ...under,
  ];
}

const isFigure = (id: string) => /^figure-[\d-]+$/u.test(id);

function blockNodes(
  block: Placed,
  inline: Inliner,
  link: (n: PhrasingContent[]) => PhrasingContent[],
): RootContent[] {
  if (block.type === 'table') return tableNodes(block, inline);
  if (block.type === 'heading') {
    const { label, level, id } = block;
    const nodes = inline(block.inlines, true);
    const set = label ? setOff(nodes, label.label, gapAfter(label)) : nodes;
    return [{ type: 'heading', depth: level as 1, children: withId(set, id) }];
  }
  const children = isFigure(block.id)
    ? captionNodes(block.inlines, inline)
    : link(inline(block.inlines));
  const paragraph = { type: 'paragraph' as const, children: withId(children, block.id) };
  return [block.quoted ? { type: 'blockquote', children: [paragraph] } : paragraph];
}

/** Joins set-in paragraphs that follow each other into one quotation. */
function joinQuotations(nodes: RootContent[]): RootContent[] {
  const joined: RootContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'blockquote' && last?.type === 'blockquote')
      last.children.push(...node.children);
    else joined.push(node);
  }
  return joined;
}

export type PlacedHeading = Extract<Placed, { type: 'heading' }>;

/** Label and title of a heading as they are written, without marks. */
export function titled(
  { inlines, label }: { inlines: Inline[]; label: Label | undefined },
  manner: Manner,
): { label: string; title: string } {
  const text = plainText(toInlines(inlines, manner, true).inlines).trim();
  const printed = label && labelIn(text, label.label);
  return {
    label: label?.label.replace(/\s+/gu, ' ') ?? '',
    title: text.slice(printed?.length ?? 0).trim(),
  };
}

/**
 * Divides the blocks at the headings of level 2 and prints each section's Markdown.
 * A chapter without any is one section, under the chapter's own heading.
 */
export function sectionDrafts(blocks: Placed[], manner: Manner): SectionDraft[] {
  const ids = new Set(
    blocks.map((b) => b.id).filter((id) => /^(?:table|figure)-[\d-]+$/u.test(id)),
  );
  const inline: Inliner = (inlines, unstyled) => toInlines(inlines, manner, unstyled).inlines;
  const link = (nodes: PhrasingContent[]) => linkNamed(nodes, ids);
  const sections = blocks.flatMap((b, i) => (b.type === 'heading' && b.level === 2 ? [i] : []));
  const starts = sections.length > 0 ? sections : [0];
  return starts.map((start, i) => {
    const own = blocks.slice(i === 0 ? 0 : start, starts[i + 1]);
    return {
      number: i + 1,
      ...titled(blocks[start] as PlacedHeading, manner),
      body: printMarkdown(joinQuotations(own.flatMap((b) => blockNodes(b, inline, link)))),
      paragraphs: own.filter((b) => b.type === 'paragraph').length,
    };
  });
}

/** The paragraphs of a note; what else it holds is set as paragraphs. */
function noteParagraphs(blocks: Block[]): Inline[][] {
  return blocks.flatMap((block): Inline[][] => {
    if (block.type === 'quotation') return block.paragraphs.map(({ inlines }) => inlines);
    if (block.type !== 'table') return [block.inlines];
    const cells = [...block.header, ...block.rows].flat().flatMap(({ paragraphs }) => paragraphs);
    return [block.caption ?? [], ...cells, block.sourceLine ?? []].filter((p) => p.length > 0);
  });
}

/** Prints a note's Markdown. */
export function noteBody(blocks: Block[], manner: Manner): { body: string; urls: RepairedUrl[] } {
  const paragraphs = noteParagraphs(blocks).map((inlines) => toInlines(inlines, manner));
  return {
    body: printMarkdown(
      paragraphs.map(({ inlines }) => ({ type: 'paragraph', children: inlines })),
    ),
    urls: paragraphs.flatMap(({ repaired }) => repaired),
  };
}
