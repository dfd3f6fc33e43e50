/** Reads TEI P5 into the typed document. */
import { ImportError } from '../errors.ts';
import { Builder } from './builder.ts';
import { spanOf, toCell } from './cells.ts';
import { finish } from './finish.ts';
import { added, hasText, textOf } from './inlines.ts';
import { metadataOf } from './tei/header.ts';
import { isRendered, styleOf } from './tei/style.ts';
import type {
  Block,
  Cell,
  Furniture,
  Inline,
  LeftOut,
  Note,
  Page,
  ReaderOptions,
  SourceDocument,
  Style,
} from './types.ts';
import {
  attributeOf,
  childOf,
  descendantsOf,
  type Element,
  elementsOf,
  parseXml,
  textIn,
} from './xml.ts';

const PREFIXES = { 'http://www.tei-c.org/ns/1.0': '' };

/** Elements that hold blocks, and are none themselves. */
const DIVISIONS =
  /^(?:div\d?|body|group|text|floatingText|front|back|argument|epigraph|postscript|sp|lg|listBibl)$/u;
/** Elements within a paragraph that end it: their blocks stand on their own. */
const INTERRUPTS = /^(?:quote|q|cit|list|table|figure|floatingText)$/u;

/** Of two readings that an editor gives, the one that is printed. */
const AS_PRINTED: Readonly<Record<string, readonly string[]>> = {
  choice: ['sic', 'orig', 'abbr', 'seg', 'unclear'],
  subst: ['add'],
  app: ['lem', 'rdg'],
};

interface Context {
  style: Style;
  path: string;
}

/** Elements in which a note stands apart from the text. */
const HOLDS_NOTES =
  /^(?:div\d?|body|back|front|text|group|noteGrp|standOff|list|listAnnotation)?$/u;

class Walker {
  readonly builder = new Builder('written');
  readonly notes: Note[] = [];
  readonly pages: Page[] = [];
  readonly furniture: Furniture[] = [];
  readonly #byId = new Map<string, Element>();
  readonly #targeted = new Map<string, Element>();
  readonly #pointed = new Set<string>();
  readonly #keys = new Map<Element, string>();
  readonly #part: string;
  readonly #inPlace = new Set<Element>();
  #breaks: Inline[] = [];
  #level = 0;

  constructor(root: Element, part: string) {
    this.#part = part;
    const text = childOf(root, 'text') ?? root;
    const walk = (element: Element, parent: string) => {
      const id = attributeOf(element, 'xml:id');
      if (id !== undefined) this.#byId.set(id, element);
      if (element.name === 'note') {
        // One that stands in the line before all pointers to it has its mark there.
        if (!HOLDS_NOTES.test(parent) && !this.#pointed.has(id ?? '')) this.#inPlace.add(element);
        // A note may stand apart and say where its mark is.
        const target = attributeOf(element, 'target');
        for (const t of target?.split(/\s+/u) ?? [])
          if (t.startsWith('#')) this.#targeted.set(t.slice(1), element);
      }
      if (element.name === 'ref' || element.name === 'ptr')
        for (const t of (attributeOf(element, 'target') ?? '').split(/\s+/u))
          if (t.startsWith('#')) this.#pointed.add(t.slice(1));
      for (const child of elementsOf(element)) walk(child, element.name);
    };
    walk(text, '');
  }

  /** Whether a note stands apart from its mark, which a pointer or its own target tells. */
  #isApart(note: Element): boolean {
    const id = attributeOf(note, 'xml:id');
    if (id !== undefined && this.#pointed.has(id)) return !this.#inPlace.has(note);
    const target = attributeOf(note, 'target') ?? '';
    return target.split(/\s+/u).some((t) => t.startsWith('#') && this.#byId.has(t.slice(1)));
  }

  blocks(container: Element, path: string): Block[] {
    const blocks: Block[] = [];
    let run: Inline[] = [];
    const end = () => {
      if (hasText(run)) blocks.push({ type: 'paragraph', inlines: this.#begun(run) });
      run = [];
    };
    const seen = new Map<string, number>();
    for (const child of container.children) {
      if (child.type === 'text' || child.type === 'cdata') {
        if (child.value.trim() !== '') run.push(...this.#text(child.value, { style: {}, path }));
        continue;
      }
      if (child.type !== 'element') continue;
      const count = (seen.get(child.name) ?? 0) + 1;
      seen.set(child.name, count);
      const at = `${path}/${child.name}[${count}]`;
      const own = this.#block(child, at);
      if (own) {
        end();
        blocks.push(...own);
      } else run.push(...this.#inline(child, { style: {}, path: at }));
    }
    end();
    return blocks;
  }

  /** Puts page breaks that wait before a block. */
  #begun(inlines: Inline[]): Inline[] {
    if (this.#breaks.length === 0) return inlines;
    return [...this.#breaks.splice(0), ...inlines];
  }

  /** The blocks of an element, or undefined for one that stands within a paragraph. */
  #block(element: Element, path: string): Block[] | undefined {
    const { name } = element;
    if (DIVISIONS.test(name)) {
      const deeper = /^div/u.test(name) && childOf(element, 'head') !== undefined;
      if (deeper) this.#level += 1;
      const blocks = this.blocks(element, path);
      if (deeper) this.#level -= 1;
      return blocks;
    }
    switch (name) {
      case 'head':
        return [
          {
            type: 'heading',
            level: Math.max(1, this.#level),
            inlines: this.#begun(this.#inside(element, path)),
          },
        ];
      case 'p':
      case 'ab':
      case 'l':
      case 'opener':
      case 'closer':
      case 'trailer':
      case 'byline':
      case 'dateline':
      case 'signed':
      case 'bibl':
      case 'docAuthor':
        return this.#paragraphs(element, path);
      case 'quote':
      case 'q':
      case 'cit':
        return this.blocks(element, path).map(
          (b): Block => (b.type === 'paragraph' ? { type: 'quotation', paragraphs: [b] } : b),
        );
      case 'list':
        return this.#list(element, path, 1);
      case 'table':
        return [this.#table(element, path)];
      case 'figure': {
        for (const described of elementsOf(element))
          if (described.name === 'figDesc' || described.name === 'graphic')
            this.#leave(described, path, 'picture');
        const heads = elementsOf(element).filter(
          ({ name: n }) => n !== 'figDesc' && n !== 'graphic',
        );
        return heads.flatMap((head): Block[] => {
          if (head.name === 'table') return [this.#table(head, `${path}/table`)];
          return [
            { type: 'caption', inlines: this.#begun(this.#inside(head, `${path}/${head.name}`)) },
          ];
        });
      }
      case 'titlePage':
        this.#leave(element, path, 'outside');
        return [];
      case 'pb':
        this.#page(element);
        this.#breaks.push({ type: 'pageBreak', page: this.pages.length - 1 });
        return [];
      case 'fw':
        this.#head(element, path);
        return [];
      case 'note':
        if (!this.#isApart(element)) return undefined;
        // It is read where its mark stands.
        return [];
      case 'noteGrp':
      case 'listNote':
        return this.blocks(element, path);
      default:
        return undefined;
    }
  }

  #page(element: Element): void {
    const number = attributeOf(element, 'n');
    this.pages.push(
      number === undefined ? {} : { number: number.replace(/^p(?:\.|age)?\s*/iu, '') },
    );
  }

  #head(element: Element, path: string): void {
    const text = textIn(element);
    if (text.trim() === '') return;
    const source = this.builder.unit(text, { part: this.#part, path });
    const isNumber = /num/iu.test(attributeOf(element, 'type') ?? '') || /^\s*\d+\s*$/u.test(text);
    const page = this.pages.length - 1;
    this.furniture.push({
      kind: isNumber ? 'page-number' : 'running-head',
      text: this.builder.read(source).replace(/\s+/gu, ' ').trim(),
      source: [source],
      ...(page >= 0 ? { page } : {}),
    });
  }

  #leave(element: Element, path: string, why: LeftOut['why']): void {
    const text = textIn(element);
    if (text.trim() === '') return;
    this.builder.leave(why, this.builder.unit(text, { part: this.#part, path }));
  }

  #inside(element: Element, path: string): Inline[] {
    return this.#children(element, { style: styleOf(element), path });
  }

  /** A paragraph; a quotation or a table within it parts it in two. */
  #paragraphs(element: Element, path: string): Block[] {
    const blocks: Block[] = [];
    let run: Inline[] = [];
    const end = () => {
      if (hasText(run)) blocks.push({ type: 'paragraph', inlines: this.#begun(run) });
      else this.#breaks.push(...run.filter((i) => i.type === 'pageBreak'));
      run = [];
    };
    const context = { style: styleOf(element), path };
    for (const child of element.children) {
      if (child.type === 'text' || child.type === 'cdata')
        run.push(...this.#text(child.value, context));
      if (child.type !== 'element') continue;
      const at = `${path}/${child.name}`;
      if (INTERRUPTS.test(child.name) && isSetApart(child)) {
        end();
        blocks.push(...(this.#block(child, at) ?? []));
      } else run.push(...this.#inline(child, { ...context, path: at }));
    }
    end();
    return blocks;
  }

  #list(element: Element, path: string, depth: number): Block[] {
    const blocks: Block[] = [];
    let label: Inline[] = [];
    let items = 0;
    const isCounted = /\b(?:numbered|ordered)\b/u.test(
      `${attributeOf(element, 'rend') ?? ''} ${attributeOf(element, 'type') ?? ''}`,
    );
    for (const [i, child] of elementsOf(element).entries()) {
      const at = `${path}/${child.name}[${i + 1}]`;
      if (child.name === 'label') label = [...this.#inside(child, at), added(' ')];
      else if (child.name === 'head')
        blocks.push({ type: 'paragraph', inlines: this.#inside(child, at) });
      else if (child.name === 'pb') this.#block(child, at);
      else {
        items += 1;
        const number = attributeOf(child, 'n') ?? (isCounted ? `${items}.` : undefined);
        const own = this.#paragraphs(child, at);
        for (const [k, block] of own.entries()) {
          if (block.type !== 'paragraph') blocks.push(block);
          else {
            const lead: Inline[] =
              k > 0
                ? []
                : label.length > 0
                  ? label
                  : number === undefined
                    ? []
                    : [added(`${number} `)];
            blocks.push({ type: 'item', depth, inlines: [...lead, ...block.inlines] });
          }
        }
        label = [];
      }
    }
    return blocks;
  }

  #table(element: Element, path: string): Block {
    const header: Cell[][] = [];
    const rows: Cell[][] = [];
    let caption: Inline[] | undefined;
    const after: Inline[][] = [];
    for (const [i, row] of elementsOf(element).entries()) {
      const at = `${path}/${row.name}[${i + 1}]`;
      if (row.name === 'head') caption = this.#begun(this.#inside(row, at));
      else if (row.name === 'pb') this.#block(row, at);
      else if (row.name === 'row') {
        const cells = elementsOf(row).flatMap((cell, j): Cell[] => {
          if (cell.name === 'pb') {
            this.#block(cell, at);
            return [];
          }
          const span = (name: string) => spanOf(attributeOf(cell, name));
          const blocks = this.#paragraphs(cell, `${at}/cell[${j + 1}]`);
          const paragraphs = blocks.flatMap((b) => ('inlines' in b ? [b.inlines] : []));
          return [toCell(paragraphs, span('cols'), span('rows'))];
        });
        const isHead =
          attributeOf(row, 'role') === 'label' ||
          (rows.length === 0 &&
            elementsOf(row).every((c) => attributeOf(c, 'role') === 'label') &&
            elementsOf(row).length > 0);
        if (isHead && rows.length === 0) header.push(cells);
        else rows.push(cells);
      } else after.push(this.#inside(row, at));
    }
    const sourceLine = after.flatMap((inlines, i) =>
      i === 0 ? inlines : [added('\n'), ...inlines],
    );
    return {
      type: 'table',
      header,
      rows,
      ...(caption ? { caption } : {}),
      ...(hasText(sourceLine) ? { sourceLine } : {}),
    };
  }

  #children(element: Element, context: Context): Inline[] {
    return element.children.flatMap((child): Inline[] => {
      if (child.type === 'text' || child.type === 'cdata') return this.#text(child.value, context);
      return child.type === 'element'
        ? this.#inline(child, { ...context, path: `${context.path}/${child.name}` })
        : [];
    });
  }

  #text(value: string, { style, path }: Context): Inline[] {
    if (value.trim() === '') return value === '' ? [] : [added(value.includes('\n') ? '\n' : ' ')];
    const source = this.builder.unit(value, { part: this.#part, path });
    return [this.builder.text(source, style)];
  }

  #inline(element: Element, context: Context): Inline[] {
    const { name } = element;
    const inner = () =>
      this.#children(element, { ...context, style: { ...context.style, ...styleOf(element) } });
    const printed = AS_PRINTED[name];
    if (printed) return this.#printed(element, printed, context);
    switch (name) {
      case 'note':
        if (this.#isApart(element)) return [];
        return [this.#note(element, attributeOf(element, 'n'), [], context.path)];
      case 'ref':
      case 'ptr':
      case 'anchor':
        return this.#pointer(element, context, inner);
      case 'pb':
        this.#page(element);
        return [{ type: 'pageBreak', page: this.pages.length - 1 }];
      case 'lb':
        return attributeOf(element, 'break') === 'no' ? [] : [added('\n')];
      case 'space':
        return [added(' ')];
      case 'fw':
        this.#head(element, context.path);
        return [];
      case 'del':
      case 'corr':
      case 'reg':
      case 'expan':
        this.#leave(element, context.path, 'deleted');
        return [];
      case 'figDesc':
      case 'desc':
        this.#leave(element, context.path, 'picture');
        return [];
      case 'head':
      case 'p':
        return [...inner(), added('\n')];
      default: {
        const marked = this.#anchored(element, context.path);
        if (/^(?:quote|q|soCalled)$/u.test(name)) return [...quoted(inner()), ...marked];
        return [...inner(), ...marked];
      }
    }
  }

  #printed(element: Element, printed: readonly string[], context: Context): Inline[] {
    const own = elementsOf(element);
    const chosen = printed.map((name) => own.find((e) => e.name === name)).find((e) => e) ?? own[0];
    for (const other of own) if (other !== chosen) this.#leave(other, context.path, 'deleted');
    return chosen
      ? this.#children(chosen, { ...context, style: { ...context.style, ...styleOf(chosen) } })
      : [];
  }

  /** A pointer to a note is its mark; any other is text. */
  #pointer(element: Element, context: Context, inner: () => Inline[]): Inline[] {
    const targets = (attributeOf(element, 'target') ?? '').split(/\s+/u);
    const note = targets
      .map((t) => (t.startsWith('#') ? this.#byId.get(t.slice(1)) : undefined))
      .find((e) => e?.name === 'note');
    if (note) {
      const text = textIn(element);
      const source =
        text.trim() === ''
          ? []
          : [this.builder.unit(text, { part: this.#part, path: context.path })];
      const printed = source[0] ? this.builder.read(source[0]).trim() : undefined;
      return [
        this.#note(
          note,
          printed ?? attributeOf(element, 'n') ?? attributeOf(note, 'n'),
          source,
          context.path,
        ),
      ];
    }
    const href = targets[0];
    const own =
      href && /^https?:/u.test(href)
        ? inner().map((i) => (i.type === 'text' ? { ...i, href } : i))
        : inner();
    return [...own, ...this.#anchored(element, context.path)];
  }

  /** The mark of a note that says itself that it belongs here. */
  #anchored(element: Element, path: string): Inline[] {
    const id = attributeOf(element, 'xml:id');
    const note = id === undefined ? undefined : this.#targeted.get(id);
    if (
      !note ||
      (attributeOf(note, 'xml:id') && this.#pointed.has(attributeOf(note, 'xml:id') ?? ''))
    )
      return [];
    return [this.#note(note, attributeOf(note, 'n'), [], path)];
  }

  #note(
    element: Element,
    printed: string | undefined,
    source: Note['source'],
    path: string,
  ): Inline {
    const known = this.#keys.get(element);
    const mark = printed ?? String(this.notes.length + 1);
    if (known !== undefined) return { type: 'noteref', mark, note: known, source };
    const key = attributeOf(element, 'xml:id') ?? `note-${this.notes.length + 1}`;
    this.#keys.set(element, key);
    const place = attributeOf(element, 'place') ?? 'foot';
    const note: Note = {
      key,
      mark,
      source: [],
      kind: /end/u.test(place) ? 'end' : 'foot',
      blocks: [],
    };
    this.notes.push(note);
    const held = this.#breaks.splice(0);
    const page = this.pages.length - 1;
    note.blocks = this.blocks(element, path);
    if (page >= 0 && note.kind === 'foot') note.page = page;
    this.#breaks.unshift(...held);
    return { type: 'noteref', mark, note: key, source };
  }

  /** Notes that stand apart and that nothing led to. */
  leaveUnread(root: Element): void {
    for (const note of descendantsOf(root, 'note'))
      if (this.#isApart(note) && !this.#keys.has(note)) this.#leave(note, '/note', 'outside');
  }
}

/** Words that the markup quotes are printed in quotation marks, where the text itself has none. */
function quoted(inlines: Inline[]): Inline[] {
  const text = textOf(inlines).trim();
  if (text === '' || /^[“‘"'「『《〈«]/u.test(text)) return inlines;
  const [open, close] = /\p{Script=Han}/u.test(text) ? ['「', '」'] : ['“', '”'];
  return [added(open), ...inlines, added(close)];
}

/** Whether a quotation in a paragraph is set apart from it: it holds paragraphs, or says so. */
const isSetApart = (element: Element): boolean =>
  element.name === 'table' ||
  element.name === 'list' ||
  element.name === 'figure' ||
  element.name === 'floatingText' ||
  elementsOf(element).some(
    ({ name }) => name === 'p' || name === 'lg' || name === 'l' || name === 'quote',
  ) ||
  isRendered(element, /block|display|indent/u);

/**
 * Reads a TEI file.
 * @throws ImportError for what is broken, no TEI, or holds no text
 */
export function readTei(bytes: Uint8Array, { progress, answers }: ReaderOptions): SourceDocument {
  const part = 'TEI';
  const root = parseXml(bytes, 'the file', PREFIXES);
  const main = root.name === 'teiCorpus' ? childOf(root, 'TEI') : root;
  const text = childOf(main, 'text');
  if (main?.name !== 'TEI' || !text)
    throw new ImportError(
      0,
      `the XML is no TEI: its root is <${root.name}>`,
      'give a TEI P5 file (<TEI xmlns="http://www.tei-c.org/ns/1.0">), or another format',
    );
  progress?.('TEI: opened');
  const walker = new Walker(main, part);
  const metadata = metadataOf(main, walker.builder, part);
  const blocks = walker.blocks(text, '/TEI/text');
  walker.leaveUnread(text);
  progress?.(`TEI: ${blocks.length} blocks, ${walker.notes.length} notes`);
  return finish(
    walker.builder.document('tei', {
      metadata,
      pages: walker.pages,
      blocks,
      notes: walker.notes,
      furniture: walker.furniture,
    }),
    answers,
  );
}
