/**
 * The chapter, or a section of it, as Markdown that other programs read: CommonMark with GFM's tables and
 * footnotes and a YAML head. Printed pages and headings have empty HTML anchors with our
 * ids. Whatever pandoc reads as more than text is escaped as well.
 */
import type { BlockContent, PhrasingContent, Root, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import { stringify } from 'yaml';
import { address, id } from '../model/addresses/address.ts';
import type { Chapter, Note, Section } from '../model/chapter/chapter.ts';
import { hostOf } from '../model/chapter/host.ts';
import type { Block, Inline, Table } from '../model/text/document.ts';
import { authorOf, fullTitle, latinAuthor, pageRange } from './imprint.ts';
import { type Published, urlOf } from './published.ts';

/** Signs that pandoc, or a common extension, would not take as they are. */
const STRICT: Options = {
  unsafe: [
    ...['"', "'", '^', '@', '$', '{', '\\', '~', '|'].map((character) => ({
      character,
      inConstruct: 'phrasing' as const,
    })),
    // Two hyphens would become a dash, three full stops an ellipsis.
    { character: '-', before: '-', inConstruct: 'phrasing' },
    { character: '.', before: '\\.', inConstruct: 'phrasing' },
    // (1), a) and iv. would begin a list, a colon a definition, a percent sign a title.
    { character: '(', after: '[0-9A-Za-z@#]{1,5}[).]', atBreak: true },
    { character: ')', before: '[\\r\\n][0-9A-Za-z]{1,5}', after: '[ ]' },
    { character: '.', before: '[\\r\\n][A-Za-z]{1,5}', after: '[ ]' },
    { character: ':', atBreak: true },
    // :smile: would become one.
    { character: ':', after: '[a-z0-9_+-]+:', inConstruct: 'phrasing' },
    { character: '%', atBreak: true },
  ],
};

const anchor = (name: string): PhrasingContent => ({
  type: 'html',
  value: `<span id="${name}"></span>`,
});

/** @param within what an anchor's name begins with; the page on which a note runs on has its own in the text */
function phrasing(inlines: readonly Inline[], within = ''): PhrasingContent[] {
  return inlines.flatMap((inline): PhrasingContent | PhrasingContent[] => {
    switch (inline.type) {
      case 'text':
        return { type: 'text', value: inline.value };
      case 'math':
        return { type: 'inlineCode', value: inline.value };
      case 'noteref': {
        const label = String(inline.number);
        return { type: 'footnoteReference', identifier: label, label };
      }
      case 'pageBreak':
        return anchor(within + id.page(inline.page));
      case 'date':
      case 'emendation':
        return phrasing(inline.children, within);
      default:
        return markedUp(inline, phrasing(inline.children, within));
    }
  });
}

function markedUp(
  inline: Extract<Inline, { type: 'link' | 'emphasis' | 'strong' }>,
  children: PhrasingContent[],
): PhrasingContent {
  if (inline.type === 'link') return { type: 'link', url: inline.url, children };
  return { type: inline.type, children };
}

function tableNodes({ id: name, caption, header, rows, source }: Table): RootContent[] {
  const row = (cells: Inline[][]) => ({
    type: 'tableRow' as const,
    children: cells.map((cell) => ({
      type: 'tableCell' as const,
      children: phrasing(cell),
    })),
  });
  const paragraph = (children: PhrasingContent[]): RootContent[] =>
    children.length > 0 ? [{ type: 'paragraph', children }] : [];
  return [
    ...paragraph([anchor(name), ...phrasing(caption)]),
    { type: 'table', children: [row(header), ...rows.map(row)] },
    ...paragraph(phrasing(source)),
  ];
}

function blockNodes(block: Block): RootContent[] {
  if (block.type === 'table') return tableNodes(block);
  const children = phrasing(block.inlines);
  if (block.type === 'paragraph') return [{ type: 'paragraph', children }];
  const depth = block.depth as 1 | 2 | 3 | 4 | 5 | 6;
  return [{ type: 'heading', depth, children: [anchor(block.id), ...children] }];
}

/** Blocks as nodes, set-in paragraphs that follow each other as one quotation. */
function flow(blocks: readonly Block[]): RootContent[] {
  const nodes: RootContent[] = [];
  for (const block of blocks) {
    const own = blockNodes(block);
    const last = nodes.at(-1);
    if (block.type !== 'paragraph' || !block.quoted) nodes.push(...own);
    else if (last?.type === 'blockquote') last.children.push(...(own as BlockContent[]));
    else nodes.push({ type: 'blockquote', children: own as BlockContent[] });
  }
  return nodes;
}

/** What a file is of: the chapter or a section of it. */
interface Part {
  title: string;
  /** Its own address on the site. */
  path: string;
  /** Its printed pages; undefined where the print numbers none. */
  page: string | undefined;
  sections: Section[];
  notes: Note[];
}

/** What the text stands in, in variables of CSL. */
function ofKind(chapter: Chapter): Record<string, unknown> {
  const { title, publisher, place } = hostOf(chapter);
  const imprint = { publisher, 'publisher-place': place };
  if (chapter.kind === 'article') {
    const { volume, issue, issn } = chapter.journal;
    return { 'container-title': title, volume, issue, issn, ...imprint };
  }
  if (chapter.kind === 'book') {
    const { editors, volume, edition, series, isbn } = chapter.book;
    const editor = editors?.map(({ family, given }) => family + given);
    return {
      'container-title': title,
      editor,
      volume,
      edition,
      'collection-title': series,
      isbn,
      ...imprint,
    };
  }
  return { 'container-title': title, genre: chapter.thesis.genre, publisher };
}

function head(chapter: Chapter, { title, path, page }: Part, published: Published): string {
  const { issued, identifiers, lang, rights, licence, keywords, abstracts } = chapter;
  const url = urlOf(published, path);
  const latin = latinAuthor(chapter);
  const whole = fullTitle(chapter);
  return stringify(
    {
      title,
      ...(title === whole ? {} : { 'part-of': whole }),
      author: authorOf(chapter),
      ...(latin ? { 'author-latin': latin } : {}),
      date: issued,
      lang,
      ...ofKind(chapter),
      page,
      source: identifiers.map((identifier) => identifier.url),
      ...(url ? { url } : {}),
      rights,
      license: licence,
      keywords: keywords?.flatMap(({ words }) => words),
      abstract: abstracts?.map(({ text }) => text).join('\n\n'),
    },
    { lineWidth: 0 },
  );
}

function footnote({ number, inlines }: Note): RootContent {
  const label = String(number);
  const children = phrasing(inlines, `${id.note(number)}-`);
  return {
    type: 'footnoteDefinition',
    identifier: label,
    label,
    children: [{ type: 'paragraph', children }],
  };
}

function written(chapter: Chapter, part: Part, published: Published): string {
  const blocks = flow(part.sections.flatMap((section) => section.blocks));
  const root: Root = { type: 'root', children: [...blocks, ...part.notes.map(footnote)] };
  const body = toMarkdown(root, {
    bullet: '-',
    emphasis: '*',
    extensions: [gfmToMarkdown({ tablePipeAlign: false }), STRICT],
  });
  return `---\n${head(chapter, part, published)}---\n\n${body}`;
}

/** chapter.md */
export function toPortableMarkdown(chapter: Chapter, published: Published): string {
  const { sections, notes } = chapter;
  const part = { title: fullTitle(chapter), path: address.chapter, page: pageRange(chapter) };
  return written(chapter, { ...part, sections, notes }, published);
}

/** A section with its notes, under its own address. */
export function sectionMarkdown(chapter: Chapter, section: Section, published: Published): string {
  const { number } = section;
  const part = {
    title: fullTitle(section),
    path: address.section(number),
    page: pageRange(section),
    sections: [section],
    notes: chapter.notes.filter((note) => note.section === number),
  };
  return written(chapter, part, published);
}
