/** Reads Markdown (GFM, and what pandoc adds: notes in place, front matter, captions) into the typed document. */
import type { FootnoteDefinition, Parent, PhrasingContent, Root, RootContent } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { ImportError } from '../errors.ts';
import { decode } from '../lines.ts';
import { Builder } from './builder.ts';
import { finish } from './finish.ts';
import { added } from './inlines.ts';
import { FRONT_MATTER, metadataIn } from './markdown/front-matter.ts';
import { align, Lines } from './markdown/source-lines.ts';
import type { Block, Cell, Inline, Note, ReaderOptions, SourceDocument, Style } from './types.ts';

/** GFM finds addresses once more in the finished tree, and its finds have no place in the file: ours do. */
function withoutFoundLinks(this: Processor): void {
  const data = this.data();
  const extensions = (data.fromMarkdownExtensions ?? []).flat() as Extension[];
  data.fromMarkdownExtensions = extensions.map((own) => ({ ...own, transforms: [] }));
}

const parser = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(withoutFoundLinks)
  .use(remarkCjkFriendly);

type Styled = { style: Style; isLiteral?: boolean };

const BLOCK_ATTRIBUTES = /\s*\{[#.][^{}\n]*\}\s*$/u;

class Reader {
  readonly lines: Lines;
  readonly notes: Note[] = [];
  readonly #definitions = new Map<string, FootnoteDefinition>();
  readonly #keys = new Map<string, string>();

  constructor(lines: Lines, root: Root) {
    this.lines = lines;
    for (const node of root.children)
      if (node.type === 'footnoteDefinition') this.#definitions.set(node.identifier, node);
  }

  blocks(nodes: RootContent[], depth = 0): Block[] {
    return nodes.flatMap((node): Block[] => this.#block(node, depth));
  }

  #block(node: RootContent, depth: number): Block[] {
    switch (node.type) {
      case 'heading':
        return [
          {
            type: 'heading',
            level: node.depth,
            inlines: this.#withoutAttributes(this.inlines(node.children)),
          },
        ];
      case 'paragraph': {
        const inlines = this.inlines(node.children);
        if (depth > 0) return [{ type: 'item', depth, inlines }];
        return [this.#paragraph(inlines)];
      }
      case 'blockquote':
        return this.blocks(node.children).map(
          (block): Block =>
            block.type === 'paragraph' || block.type === 'item' || block.type === 'caption'
              ? { type: 'quotation', paragraphs: [{ type: 'paragraph', inlines: block.inlines }] }
              : block,
        );
      case 'list':
        return node.children.flatMap((item) => {
          const blocks = this.blocks(item.children, depth + 1);
          const [first] = blocks;
          const start = item.position?.start.offset ?? 0;
          const bullet = /^(?:\d+[.)]|[-*+])/u.exec(this.lines.text.slice(start))?.[0];
          // The numbers of a list are printed; its bullets are drawn.
          if (node.ordered && bullet && first?.type === 'item') {
            const source = this.lines.take(start, start + bullet.length);
            first.inlines.unshift({ type: 'text', text: `${bullet} `, source });
          }
          return blocks;
        });
      case 'table':
        return [this.#table(node)];
      case 'footnoteDefinition':
      case 'definition':
      case 'thematicBreak':
      case 'yaml':
        return [];
      case 'code': {
        const offset = node.position?.start.offset ?? 0;
        const inlines = align(this.lines, offset, node.position?.end.offset ?? offset, node.value);
        return [{ type: 'paragraph', inlines }];
      }
      default:
        this.#leave(node);
        return [];
    }
  }

  /** Raw HTML and pictures are no text. */
  #leave(node: RootContent | PhrasingContent): void {
    const from = node.position?.start.offset ?? 0;
    const to = node.position?.end.offset ?? from;
    const isComment = node.type === 'html' && node.value.startsWith('<!--');
    const isPicture = node.type === 'image' || node.type === 'imageReference';
    this.lines.leave(isComment ? 'comment' : isPicture ? 'picture' : 'markup', from, to);
  }

  /** Notes that no mark leads to. */
  leaveUnread(): void {
    for (const [identifier, { position }] of this.#definitions)
      if (!this.#keys.has(identifier))
        this.lines.leave('outside', position?.start.offset ?? 0, position?.end.offset ?? 0);
  }

  /** pandoc's caption of a table: `Table: …` or `: …`; a paragraph else. */
  #paragraph(inlines: Inline[]): Block {
    const [first] = inlines;
    const sign = first?.type === 'text' ? /^(?:Table)?:\s+/u.exec(first.text)?.[0] : undefined;
    const [span] = first?.type === 'text' ? first.source : [];
    if (!sign || first?.type !== 'text' || !span) return { type: 'paragraph', inlines };
    this.lines.builder.leave('markup', { ...span, to: span.from + sign.length });
    const rest: Inline = {
      ...first,
      text: first.text.slice(sign.length),
      source: [{ ...span, from: span.from + sign.length }, ...first.source.slice(1)],
    };
    return { type: 'caption', inlines: [rest, ...inlines.slice(1)] };
  }

  /** pandoc's attributes of a heading: {#id .unnumbered} */
  #withoutAttributes(inlines: Inline[]): Inline[] {
    const last = inlines.at(-1);
    const found = last?.type === 'text' ? BLOCK_ATTRIBUTES.exec(last.text)?.[0] : undefined;
    const span = last?.type === 'text' ? last.source.at(-1) : undefined;
    if (!found || last?.type !== 'text' || !span) return inlines;
    const cut = { ...span, from: span.to - found.length };
    this.lines.builder.leave('markup', cut);
    const text = last.text.slice(0, -found.length);
    return [
      ...inlines.slice(0, -1),
      { ...last, text, source: [...last.source.slice(0, -1), { ...span, to: cut.from }] },
    ];
  }

  #table(node: Extract<RootContent, { type: 'table' }>): Block {
    const [header = [], ...rows] = node.children.map((row): Cell[] =>
      row.children.map((cell) => ({ paragraphs: [this.inlines(cell.children)] })),
    );
    return { type: 'table', header: [header], rows };
  }

  inlines(nodes: PhrasingContent[], styled: Styled = { style: {} }): Inline[] {
    return this.#inlineNotes(nodes.flatMap((node) => this.#inline(node, styled)));
  }

  #inline(node: PhrasingContent, { style, isLiteral }: Styled): Inline[] {
    const from = node.position?.start.offset ?? 0;
    const to = node.position?.end.offset ?? from;
    const inner = (own: Style) =>
      this.inlines((node as Parent).children as PhrasingContent[], { style: { ...style, ...own } });
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        return align(this.lines, from, to, node.value, isLiteral).map((inline) => ({
          ...inline,
          ...style,
        }));
      case 'emphasis':
        return inner({ italic: true });
      case 'strong':
        return inner({ bold: true });
      case 'delete':
        return inner({});
      case 'link': {
        // What is written as an address is one by itself.
        const isWritten = !/[[<]/u.test(this.lines.text[from] ?? '');
        return this.inlines(node.children, {
          style: isWritten ? style : { ...style, href: node.url },
          isLiteral: isWritten,
        });
      }
      case 'linkReference':
        return inner({});
      case 'break':
        return [added('\n')];
      case 'footnoteReference':
        return [this.#reference(node.identifier)];
      default:
        this.#leave(node);
        return [];
    }
  }

  #reference(identifier: string): Inline {
    const known = this.#keys.get(identifier);
    if (known) {
      const note = this.notes.find(({ key }) => key === known);
      return { type: 'noteref', mark: note?.mark ?? '', note: known, source: [] };
    }
    const definition = this.#definitions.get(identifier);
    const key = `note-${identifier}`;
    this.#keys.set(identifier, key);
    const mark = String(this.notes.length + 1);
    const note: Note = { key, mark, source: [], kind: 'foot', blocks: [] };
    this.notes.push(note);
    note.blocks = definition ? this.blocks(definition.children as RootContent[]) : [];
    return { type: 'noteref', mark, note: key, source: [] };
  }

  /** pandoc's notes in place: ^[ … ] */
  #inlineNotes(inlines: Inline[]): Inline[] {
    const out: Inline[] = [];
    let note: { inlines: Inline[]; depth: number } | undefined;
    for (const inline of inlines) {
      if (inline.type !== 'text') {
        (note?.inlines ?? out).push(inline);
        continue;
      }
      let rest = inline;
      for (;;) {
        if (!note) {
          const at = rest.text.indexOf('^[');
          const parts = at === -1 ? undefined : this.#cut(rest, at, 2);
          if (!parts) break;
          out.push(parts[0]);
          note = { inlines: [], depth: 1 };
          rest = parts[1];
        }
        const end = endOf(rest.text, note.depth);
        if (end.at === -1) {
          note.depth = end.depth;
          break;
        }
        const parts = this.#cut(rest, end.at, 1);
        if (!parts) break;
        note.inlines.push(parts[0]);
        out.push(this.#addNote(note.inlines));
        note = undefined;
        rest = parts[1];
      }
      (note?.inlines ?? out).push(rest);
    }
    if (note) out.push(...note.inlines);
    return out.filter((i) => i.type !== 'text' || i.text !== '');
  }

  #addNote(inlines: Inline[]): Inline {
    const key = `place-${this.notes.length + 1}`;
    const mark = String(this.notes.length + 1);
    const own = inlines.filter((i) => i.type !== 'text' || i.text !== '');
    this.notes.push({
      key,
      mark,
      source: [],
      kind: 'foot',
      blocks: [{ type: 'paragraph', inlines: own }],
    });
    return { type: 'noteref', mark, note: key, source: [] };
  }

  /** A run in two; the signs between are markup. */
  #cut(
    inline: Extract<Inline, { type: 'text' }>,
    at: number,
    length: number,
  ): [typeof inline, typeof inline] | undefined {
    const [span, ...others] = inline.source;
    if (!span || others.length > 0 || span.to - span.from !== inline.text.length) return undefined;
    this.lines.builder.leave('markup', {
      ...span,
      from: span.from + at,
      to: span.from + at + length,
    });
    return [
      { ...inline, text: inline.text.slice(0, at), source: [{ ...span, to: span.from + at }] },
      {
        ...inline,
        text: inline.text.slice(at + length),
        source: [{ ...span, from: span.from + at + length }],
      },
    ];
  }
}

/** Where the bracket that is open closes. */
function endOf(text: string, depth: number): { at: number; depth: number } {
  let open = depth;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '[') open += 1;
    if (text[at] === ']') open -= 1;
    if (open === 0) return { at, depth: 0 };
  }
  return { at: -1, depth: open };
}

/** No text sets so many of these in a row, over which a parser would sit for hours. */
const ENDLESS = /([[\]<>`!])\1{999}/u;

function refuseEndless(text: string): void {
  const found = ENDLESS.exec(text);
  if (!found) return;
  throw new ImportError(
    text.slice(0, found.index).split('\n').length,
    `the line repeats “${found[1]}” a thousand times`,
    'this is no text: take the line out, or give another format',
  );
}

/**
 * Reads Markdown.
 * @throws ImportError when the bytes are not UTF-8 or hold no text
 */
export function readMarkdown(
  bytes: Uint8Array,
  { progress, answers }: ReaderOptions,
): SourceDocument {
  // Character by character as in the file: what is changed is recorded by the builder.
  const text = decode(bytes);
  refuseEndless(text);
  const builder = new Builder('written');
  const lines = new Lines(text, builder);
  const front = FRONT_MATTER.exec(text);
  const blank = front ? front[0].replace(/[^\n]/gu, ' ') : '';
  const root = parser.parse(blank + text.slice(blank.length)) as Root;
  if (front) {
    builder.leave('metadata', ...lines.spans(0, front[0].length));
    lines.taken.fill(1, 0, front[0].length);
  }
  const reader = new Reader(lines, parser.runSync(root) as Root);
  const blocks = reader.blocks(root.children);
  progress?.(`Markdown: ${blocks.length} blocks, ${reader.notes.length} notes`);
  reader.leaveUnread();
  lines.leaveRest();
  return finish(
    builder.document('markdown', {
      metadata: metadataIn(front?.[1]),
      pages: [],
      blocks,
      notes: reader.notes,
    }),
    answers,
  );
}
