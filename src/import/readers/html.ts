/** Reads HTML (pages, and what word processors save as such) into the typed document. */
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { Builder } from './builder.ts';
import { spanOf, toCell } from './cells.ts';
import { finish } from './finish.ts';
import { BLOCKS, elementsIn, isElement, property, textIn } from './html/elements.ts';
import { decodeHtml, metadataOf } from './html/head.ts';
import { widthIn } from './html/lengths.ts';
import { withLabel } from './html/note-label.ts';
import { BACK, Links, MARK, type Reference } from './html/note-links.ts';
import { added, hasText, paragraphsOf, textOf } from './inlines.ts';
import type {
  Block,
  Cell,
  Furniture,
  Inline,
  LeftOut,
  Note,
  Place,
  ReaderOptions,
  SourceDocument,
  Style,
  Text,
} from './types.ts';

const APART: Readonly<Record<string, LeftOut['why']>> = {
  head: 'metadata',
  script: 'metadata',
  style: 'metadata',
  template: 'metadata',
  noscript: 'metadata',
  nav: 'navigation',
  menu: 'navigation',
  button: 'navigation',
  form: 'navigation',
  svg: 'picture',
  rt: 'hidden',
  rp: 'hidden',
  del: 'deleted',
};

interface Context {
  style: Style;
}

class Walker {
  readonly builder = new Builder('written');
  readonly furniture: Furniture[] = [];
  readonly marks = new Map<string, string>();
  readonly #links: Links;
  readonly #noteElements: Map<Element, string>;
  readonly read = new Map<string, Note>();

  constructor(links: Links) {
    this.#links = links;
    this.#noteElements = new Map([...links.notes].map(([key, e]) => [e, key]));
  }

  #place(node: Nodes): Place {
    const start = node.position?.start;
    return { line: start?.line ?? 1, column: start?.column ?? 1 };
  }

  leave(node: Nodes, why: LeftOut['why']): void {
    if (node.type === 'text') {
      if (node.value.trim() !== '')
        this.builder.leave(why, this.builder.unit(node.value, this.#place(node)));
    } else if ('children' in node) for (const child of node.children) this.leave(child, why);
    // Templates keep their content apart.
    if (isElement(node) && node.content) this.leave(node.content, why);
  }

  blocks(container: Nodes, depth = 0): Block[] {
    if (!('children' in container)) return [];
    const blocks: Block[] = [];
    let run: Inline[] = [];
    const end = () => {
      if (hasText(run))
        blocks.push(
          depth > 0 ? { type: 'item', depth, inlines: run } : { type: 'paragraph', inlines: run },
        );
      run = [];
    };
    for (const child of container.children) {
      if (isElement(child) && (BLOCKS.has(child.tagName) || this.#holdsBlocks(child))) {
        end();
        blocks.push(...this.#block(child, depth));
      } else run.push(...this.#inline(child, { style: {} }));
    }
    end();
    return blocks;
  }

  #holdsBlocks(element: Element): boolean {
    return (
      !APART[element.tagName] &&
      !this.#links.references.has(element) &&
      [...elementsIn(element)].some((e) => BLOCKS.has(e.tagName))
    );
  }

  #block(element: Element, depth: number): Block[] {
    const key = this.#noteElements.get(element);
    if (key !== undefined) {
      this.#note(key, element);
      return [];
    }
    const role = property(element, 'role');
    const why =
      APART[element.tagName] ??
      (/doc-toc|navigation/u.test(role) ||
      property(element, 'ariaHidden') === 'true' ||
      element.properties['hidden']
        ? 'navigation'
        : undefined);
    if (why) {
      this.leave(element, why);
      return [];
    }
    const { tagName } = element;
    const level = /^h([1-6])$/u.exec(tagName)?.[1];
    if (level) {
      const inlines = this.#inside(element);
      if (!hasText(inlines)) return [];
      if (this.#headsNotes(element)) {
        this.#notesHeading(inlines);
        return [];
      }
      // Pandoc sets the title of the whole above the text.
      const isTitle = /\btitle\b/u.test(property(element, 'className'));
      return [{ type: 'heading', level: isTitle ? 0 : Number(level), inlines }];
    }
    switch (tagName) {
      case 'p':
      case 'dt':
      case 'summary':
      case 'pre': {
        const inlines = this.#inside(element);
        if (!hasText(inlines)) return [];
        if (this.#headsNotes(element) && textOf(inlines).trim().length <= 8) {
          this.#notesHeading(inlines);
          return [];
        }
        if (depth > 0) return [{ type: 'item', depth, inlines }];
        // Word processors keep their styles as classes.
        const isQuoted = /\b(?:block-?text|(?:block|mso)?-?quot(?:e|ation)s?)\b/iu.test(
          property(element, 'className'),
        );
        if (isQuoted) return [{ type: 'quotation', paragraphs: [{ type: 'paragraph', inlines }] }];
        return [{ type: 'paragraph', inlines, look: this.#look(element, inlines) }];
      }
      case 'figcaption': {
        const inlines = this.#inside(element);
        return hasText(inlines) ? [{ type: 'caption', inlines }] : [];
      }
      case 'blockquote':
        return this.blocks(element).map(
          (b): Block =>
            b.type === 'paragraph' || b.type === 'item' || b.type === 'caption'
              ? { type: 'quotation', paragraphs: [{ type: 'paragraph', inlines: b.inlines }] }
              : b,
        );
      case 'table':
        return this.#table(element);
      case 'ul':
      case 'ol':
      case 'dl':
        return this.#list(element, depth + 1);
      default:
        return this.blocks(element, depth);
    }
  }

  #look(element: Element, inlines: Inline[]) {
    const texts = inlines.filter((i): i is Text => i.type === 'text' && i.text.trim() !== '');
    const style = property(element, 'style');
    return {
      ...(texts.every((t) => t.bold) ? { bold: true as const } : {}),
      ...(/text-align:\s*center/u.test(style) || property(element, 'align') === 'center'
        ? { centred: true as const }
        : {}),
      left: widthIn(style, 'margin-left'),
      indent: widthIn(style, 'text-indent'),
    };
  }

  /** Whether nothing but notes follows a heading: then it is theirs. */
  #headsNotes(element: Element): boolean {
    const text = textIn(element).trim();
    return (
      /^(?:註\s*釋|注\s*釋|注\s*释|附\s*[註注]|尾\s*[註注]|腳\s*[註注]|脚\s*注|[註注]\s*[解]?|Notes|Footnotes|Endnotes)$/iu.test(
        text,
      ) && this.#links.notes.size > 0
    );
  }

  #notesHeading(inlines: Inline[]): void {
    const source = inlines.flatMap((i) => (i.type === 'text' ? i.source : []));
    this.furniture.push({ kind: 'notes-heading', text: textOf(inlines), source });
  }

  #list(element: Element, depth: number): Block[] {
    let number = Number(property(element, 'start') || 1);
    const type = property(element, 'type');
    return element.children.flatMap((child): Block[] => {
      if (!isElement(child)) {
        this.leave(child, 'navigation');
        return [];
      }
      if (this.#noteElements.has(child)) return this.#block(child, depth);
      const blocks = this.blocks(child, depth);
      const [first] = blocks;
      if (element.tagName === 'ol' && child.tagName === 'li' && first?.type === 'item') {
        const label =
          type === 'A' || type === 'a'
            ? String.fromCharCode(type.charCodeAt(0) + number - 1)
            : String(number);
        first.inlines.unshift(added(`${label}. `));
        number += 1;
      }
      return blocks;
    });
  }

  #table(element: Element): Block[] {
    const header: Cell[][] = [];
    const rows: Cell[][] = [];
    let caption: Inline[] | undefined;
    const around: Block[] = [];
    const walk = (container: Element, isHead: boolean) => {
      for (const child of container.children) {
        if (!isElement(child)) continue;
        if (child.tagName === 'caption') caption = this.#inside(child);
        else if (child.tagName === 'tr') {
          const own = child.children.filter(isElement);
          const cells = own.map((cell): Cell => {
            const span = (name: string) => spanOf(property(cell, name));
            const paragraphs = this.blocks(cell).flatMap(paragraphsOf);
            return toCell(paragraphs, span('colSpan'), span('rowSpan'));
          });
          const heads =
            isHead ||
            (rows.length === 0 &&
              header.length === 0 &&
              own.length > 0 &&
              own.every((c) => c.tagName === 'th'));
          if (heads) header.push(cells);
          else rows.push(cells);
        } else if (/^(?:thead|tbody|tfoot)$/u.test(child.tagName))
          walk(child, child.tagName === 'thead');
        else if (child.tagName !== 'colgroup') around.push(...this.blocks(child));
      }
    };
    walk(element, false);
    if (header.length + rows.length === 0) return around;
    return [{ type: 'table', header, rows, ...(caption ? { caption } : {}) }, ...around];
  }

  #inside(element: Element): Inline[] {
    return element.children.flatMap((child) => this.#inline(child, { style: {} }));
  }

  #inline(node: Nodes, context: Context): Inline[] {
    if (node.type === 'text') return this.#text(node, context);
    if (!isElement(node)) return [];
    const reference = this.#links.references.get(node) ?? this.#referenceIn(node);
    if (reference) return [this.#noteref(node, reference)];
    if (this.#links.backlinks.has(node)) return this.#backlink(node);
    const why = APART[node.tagName];
    if (why) {
      this.leave(node, why);
      return [];
    }
    if (node.tagName === 'br') return [added('\n')];
    const role = property(node, 'role');
    if (/doc-pagebreak/u.test(role)) {
      this.leave(node, 'navigation');
      return [];
    }
    const style = { ...context.style, ...styleOf(node) };
    return node.children.flatMap((child) => this.#inline(child, { style }));
  }

  /** The brackets or the raised element around a link are part of the mark. */
  #referenceIn(element: Element): Reference | undefined {
    if (element.tagName !== 'sup' && element.tagName !== 'span') return undefined;
    const links = [...elementsIn(element)]
      .map((e) => this.#links.references.get(e))
      .filter((r): r is Reference => r !== undefined);
    const [only, ...others] = links;
    return only && others.length === 0 && MARK.test(textIn(element)) ? only : undefined;
  }

  #noteref(element: Element, { note }: Reference): Inline {
    const texts: Nodes[] = [];
    const collect = (node: Nodes) => {
      if (node.type === 'text' && node.value.trim() !== '') texts.push(node);
      else if ('children' in node) node.children.forEach(collect);
    };
    collect(element);
    const source = texts.map((t) =>
      this.builder.unit((t as { value: string }).value, this.#place(t)),
    );
    const mark = source
      .map((s) => this.builder.read(s))
      .join('')
      .trim();
    if (!this.marks.has(note)) this.marks.set(note, mark);
    return { type: 'noteref', mark, note, source };
  }

  #backlink(node: Element): Inline[] {
    const text = textIn(node);
    // The way back may be the label of the note itself: [1]
    if (
      BACK.test(text) ||
      /doc-backlink|footnote-?back/u.test(
        `${property(node, 'role')} ${property(node, 'className')}`,
      )
    ) {
      this.leave(node, 'navigation');
      return [];
    }
    return node.children.flatMap((child) => this.#inline(child, { style: {} }));
  }

  #text(node: Extract<Nodes, { type: 'text' }>, { style }: Context): Inline[] {
    if (node.value.trim() === '')
      return node.value === '' ? [] : [added(node.value.includes('\n') ? '\n' : ' ')];
    return [this.builder.text(this.builder.unit(node.value, this.#place(node)), style)];
  }

  #note(key: string, element: Element): void {
    if (this.read.has(key)) return;
    const inner = this.#noteElements;
    inner.delete(element);
    const blocks = (
      element.tagName === 'li' || element.tagName === 'dd'
        ? this.blocks(element)
        : this.#block(element, 0)
    ).map((b): Block => (b.type === 'item' ? { type: 'paragraph', inlines: b.inlines } : b));
    inner.set(element, key);
    this.read.set(key, { key, mark: '', source: [], kind: 'end', blocks });
  }

  /** Notes in the order of their marks, each with its label. */
  notes(): Note[] {
    return [...this.read.values()].map((note) => withLabel(note, this.marks.get(note.key) ?? ''));
  }
}

function styleOf(element: Element): Style {
  const css = property(element, 'style');
  const { tagName } = element;
  const lang = property(element, 'lang');
  const href = property(element, 'href');
  return {
    ...(/^(?:i|em|cite|dfn|var)$/u.test(tagName) || /font-style:\s*italic/u.test(css)
      ? { italic: true as const }
      : {}),
    ...(/^(?:b|strong)$/u.test(tagName) || /font-weight:\s*(?:bold|[6-9]00)/u.test(css)
      ? { bold: true as const }
      : {}),
    ...(tagName === 'sup' ? { superscript: true as const } : {}),
    ...(tagName === 'sub' ? { subscript: true as const } : {}),
    ...(tagName === 'u' ? { underline: true as const } : {}),
    ...(lang === '' ? {} : { lang }),
    ...(tagName === 'a' && /^(?:https?|mailto):/iu.test(href) ? { href } : {}),
  };
}

/**
 * Reads an HTML page.
 * @throws ImportError when it holds no text
 */
export function readHtml(bytes: Uint8Array, { progress, answers }: ReaderOptions): SourceDocument {
  const root = fromHtml(decodeHtml(bytes));
  const links = new Links(root);
  const walker = new Walker(links);
  const html = root.children.find((c): c is Element => isElement(c) && c.tagName === 'html');
  for (const child of html?.children ?? [])
    if (isElement(child) && child.tagName === 'head') walker.leave(child, 'metadata');
  const body = html?.children.find((c): c is Element => isElement(c) && c.tagName === 'body');
  const blocks = body ? walker.blocks(body) : [];
  const notes = walker.notes();
  progress?.(`HTML: ${blocks.length} blocks, ${notes.length} notes`);
  return finish(
    walker.builder.document('html', {
      metadata: metadataOf(root),
      pages: [],
      blocks,
      notes,
      furniture: walker.furniture,
    }),
    answers,
  );
}
