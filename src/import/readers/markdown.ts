/** Reads Markdown (GFM, and what pandoc adds: notes in place, front matter, captions) into the typed document. */
import type { FootnoteDefinition, Parent, PhrasingContent, Root, RootContent } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { parse } from 'yaml';
import { ImportError } from '../errors.ts';
import { decode } from '../lines.ts';
import { Builder } from './builder.ts';
import { finish } from './finish.ts';
import type {
  Block,
  Cell,
  Inline,
  LeftOut,
  Metadata,
  Note,
  ReaderOptions,
  SourceDocument,
  Span,
  Style,
} from './types.ts';

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

/** A file in lines, each a unit; offsets of the file lead to them. */
class Lines {
  readonly #starts: number[] = [0];
  readonly text: string;
  readonly builder: Builder;
  /** What has become text, by offset. */
  readonly taken: Uint8Array;

  constructor(text: string, builder: Builder) {
    this.text = text;
    this.builder = builder;
    this.taken = new Uint8Array(text.length);
    for (const [i, line] of text.split('\n').entries()) {
      builder.unit(line, { line: i + 1, column: 1 });
      this.#starts.push((this.#starts[i] ?? 0) + line.length + 1);
    }
  }

  /** The line that holds an offset, by bisection. */
  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The spans of a stretch of the file, a line each. */
  spans(from: number, to: number): Span[] {
    const spans: Span[] = [];
    let at = from;
    while (at < to) {
      const unit = this.#lineAt(at);
      const start = this.#starts[unit] ?? 0;
      const end = Math.min(to, (this.#starts[unit + 1] ?? to + 1) - 1);
      if (end > at) spans.push({ unit, from: at - start, to: end - start });
      at = (this.#starts[unit + 1] ?? to) as number;
    }
    return spans;
  }

  take(from: number, to: number): Span[] {
    this.taken.fill(1, from, to);
    return this.spans(from, to);
  }

  /** @throws ImportError for what is more than signs, labels and addresses: text that was not read */
  #leaveMarkup(from: number, to: number): void {
    const text = this.text.slice(from, to);
    if (text.trim() === '') return;
    const signs = text.replace(/\[\^[^\]\n]*\]|\]\([^)\n]*\)|\{[^}\n]*\}|\[[^\]\n]*\]:.*/gu, '');
    if (/\p{Script=Han}/u.test(signs))
      throw new ImportError(
        this.#lineAt(from) + 1,
        `“${signs.trim().slice(0, 20)}…” cannot be read as Markdown`,
        'look at the signs around it: write it as plain text',
      );
    this.builder.leave('markup', ...this.spans(from, to));
  }

  /** Leaves a stretch of the file out. */
  leave(why: LeftOut['why'], from: number, to: number): void {
    const spans = this.spans(from, to).filter(
      ({ unit, from: a, to: b }) =>
        (this.builder.units[unit]?.text.slice(a, b) ?? '').trim() !== '',
    );
    this.taken.fill(1, from, to);
    this.builder.leave(why, ...spans);
  }

  /** All that was not taken is markup. */
  leaveRest(): void {
    let from = -1;
    for (let at = 0; at <= this.text.length; at += 1) {
      const isRest = at < this.text.length && this.taken[at] === 0;
      if (isRest && from === -1) from = at;
      if (!isRest && from !== -1) {
        this.#leaveMarkup(from, at);
        from = -1;
      }
    }
  }
}

/**
 * Finds where the characters of a node's value stand in the file: escapes and
 * entities are changes, what is between (the > of a quotation) is markup.
 */
function align(lines: Lines, from: number, to: number, value: string, isLiteral = false): Inline[] {
  const { text, builder } = lines;
  const inlines: Inline[] = [];
  let at = from;
  let start = -1;
  const flush = (end: number) => {
    if (start === -1) return;
    const spans = lines.take(start, end);
    const read = spans.map((span) => builder.read(span)).join('\n');
    inlines.push({ type: 'text', text: read, source: spans });
    start = -1;
  };
  for (let i = 0; i < value.length; ) {
    const char = String.fromCodePoint(value.codePointAt(i) as number);
    // GFM keeps the escapes in an address that is written as it is; its author meant the sign.
    if (isLiteral && /^\\[!-/:-@[-`{-~]/u.test(value.slice(i)) && text[at] === '\\') {
      flush(at);
      at += 1;
      i += 1;
      continue;
    }
    if (text.startsWith(char, at)) {
      if (start === -1) start = at;
      if (char === '\n') {
        flush(at);
        inlines.push({ type: 'text', text: '\n', source: [], generated: true });
      }
      at += char.length;
      i += char.length;
      continue;
    }
    const entity = /^&(?:#x?[\da-f]+|[a-z][a-z\d]*);/iu.exec(
      text.slice(at, Math.min(to, at + 34)),
    )?.[0];
    if (entity) {
      flush(at);
      const spans = lines.take(at, at + entity.length);
      const [source] = spans;
      if (source) {
        builder.changes.push({ kind: 'escape', source, from: entity, to: char });
        inlines.push({ type: 'text', text: char, source: spans });
      }
      at += entity.length;
      i += char.length;
      continue;
    }
    flush(at);
    at += 1;
    if (at > to) break;
  }
  flush(at);
  return inlines;
}

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
        return [{ type: 'text', text: '\n', source: [], generated: true }];
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

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/u;

function metadataIn(yaml: string | undefined): Metadata {
  let data: Record<string, unknown> = {};
  try {
    data = (parse(yaml ?? '') as Record<string, unknown> | null) ?? {};
  } catch {
    return {};
  }
  const of = (...names: string[]): string | undefined => {
    for (const name of names) {
      const value = data[name];
      const first = Array.isArray(value) ? value[0] : value;
      const text =
        typeof first === 'object' && first !== null ? (first as { name?: unknown }).name : first;
      if (typeof text === 'string' && text.trim() !== '') return text.trim();
      if (typeof text === 'number') return String(text);
    }
    return undefined;
  };
  const entries = {
    title: of('title'),
    author: of('author', 'creator'),
    institution: of('institution', 'institute', 'affiliation', 'school', 'publisher'),
    date: /\d{4}/u.exec(of('date', 'year', 'issued') ?? '')?.[0],
    language: of('lang', 'language'),
  };
  return Object.fromEntries(Object.entries(entries).filter(([, v]) => v !== undefined));
}

/**
 * Reads Markdown.
 * @throws ImportError when the bytes are not UTF-8 or hold no text
 */
export function readMarkdown(bytes: Uint8Array, { progress }: ReaderOptions): SourceDocument {
  // Character by character as in the file: what is changed is recorded by the builder.
  const text = decode(bytes);
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
  );
}
