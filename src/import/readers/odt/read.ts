/** Reads ODT files (OASIS OpenDocument 1.0–1.4) into the typed document. */
import { ImportError } from '../../errors.ts';
import { Builder } from '../builder.ts';
import { spanOf, toCell } from '../cells.ts';
import { openContainer } from '../container.ts';
import { finish } from '../finish.ts';
import { added, hasText, paragraphsOf } from '../inlines.ts';
import { styleOf } from '../run-style.ts';
import type {
  Block,
  Cell,
  Furniture,
  Inline,
  LeftOut,
  Look,
  Metadata,
  Note,
  Page,
  ReaderOptions,
  SourceDocument,
  Text,
} from '../types.ts';
import {
  atMost,
  attributeOf,
  childOf,
  descendantsOf,
  type Element,
  elementsOf,
  parseXml,
  textIn,
} from '../xml.ts';
import { type List, Numbering } from './numbering.ts';
import { type Format, Styles } from './styles.ts';

/** No print has more spaces in a row. */
const MOST_SPACES = 1000;

const URN = 'urn:oasis:names:tc:opendocument:xmlns:';
const PREFIXES = {
  [`${URN}office:1.0`]: 'office',
  [`${URN}text:1.0`]: 'text',
  [`${URN}table:1.0`]: 'table',
  [`${URN}style:1.0`]: 'style',
  [`${URN}drawing:1.0`]: 'draw',
  [`${URN}meta:1.0`]: 'meta',
  [`${URN}manifest:1.0`]: 'manifest',
  [`${URN}xsl-fo-compatible:1.0`]: 'fo',
  'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0': 'loext',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://www.w3.org/1999/xlink': 'xlink',
};

const PART = 'content.xml';

/** Elements whose text is no text of the document, and why. */
const APART: Readonly<Record<string, LeftOut['why']>> = {
  'office:annotation': 'comment',
  'text:tracked-changes': 'deleted',
  'text:table-of-content': 'contents',
  'text:illustration-index': 'contents',
  'text:table-index': 'contents',
  'text:alphabetical-index': 'contents',
  'text:bibliography': 'contents',
  'svg:title': 'picture',
  'svg:desc': 'picture',
  'text:ruby-text': 'hidden',
  'text:sequence-decls': 'field',
  'text:variable-decls': 'field',
  'text:user-field-decls': 'field',
  'office:forms': 'field',
  'text:meta-field': 'field',
};

interface Context {
  inlines: Inline[];
  boxes: Block[];
  format: Format;
  href: string | undefined;
  path: string;
}

/** Walks the text of a file. */
class Walker {
  readonly builder = new Builder('written');
  readonly notes: Note[] = [];
  readonly pages: Page[] = [];
  readonly #styles: Styles;
  readonly #numbering: Numbering;
  readonly #paged: boolean;
  /** The number that the next paragraph begins with, where it is the first of an item. */
  #label: string | undefined;
  #pending: Inline[] = [];
  #number = 0;
  #inNote = false;

  constructor(styles: Styles, numbering: Numbering, text: Element) {
    this.#styles = styles;
    this.#numbering = numbering;
    this.#paged = descendantsOf(text, 'text:soft-page-break').next().done === false;
    if (this.#paged) this.#page();
  }

  /** A page begins with whatever comes next. */
  #page(number?: number): void {
    this.#number = number ?? this.#number + 1;
    this.pages.push({ number: String(this.#number) });
    this.#pending.push({ type: 'pageBreak', page: this.pages.length - 1 });
  }

  blocks(container: Element, path: string, depth = 0, list?: List): Block[] {
    const blocks: Block[] = [];
    const seen = new Map<string, number>();
    for (const element of elementsOf(container)) {
      const count = (seen.get(element.name) ?? 0) + 1;
      seen.set(element.name, count);
      const at = `${path}/${element.name}[${count}]`;
      const why = APART[element.name];
      if (why) {
        // Index entries are made of the headings: they stand in the text already.
        this.#leave(element, at, why);
      } else if (element.name === 'text:h' || element.name === 'text:p') {
        blocks.push(...this.#paragraph(element, at, depth));
      } else if (element.name === 'table:table') {
        const table = this.#table(element, at);
        if (table) blocks.push(table);
      } else if (element.name === 'text:list') {
        blocks.push(...this.blocks(element, at, depth + 1, this.#numbering.open(element, list)));
      } else if (list && element.name === 'text:list-item') {
        this.#label = this.#numbering.item(list, attributeOf(element, 'text:start-value'));
        blocks.push(...this.blocks(element, at, depth, list));
        this.#label = undefined;
      } else if (element.name === 'text:soft-page-break') {
        if (this.#paged && !this.#inNote) this.#page();
      } else blocks.push(...this.blocks(element, at, depth, list));
    }
    return blocks;
  }

  #leave(element: Element, path: string, why: LeftOut['why']): void {
    const text = textIn(element);
    if (text.trim() === '') return;
    this.builder.leave(why, this.builder.unit(text, { part: PART, path }));
  }

  #paragraph(element: Element, path: string, depth: number): Block[] {
    const format = this.#styles.of('paragraph', attributeOf(element, 'text:style-name'));
    const number = /^\d+$/u.test(format.pageNumber ?? '') ? Number(format.pageNumber) : undefined;
    const current = this.pages.at(-1);
    if (this.#paged && number && number > 0 && current && this.#pending.length > 0) {
      // A number of its own for the page that begins here.
      current.number = String(number);
      this.#number = number;
    }
    const context: Context = { inlines: [], boxes: [], format, href: undefined, path };
    const own = this.#label;
    this.#label = undefined;
    this.#inlines(element, context);
    const { inlines, boxes } = context;
    if (!hasText(inlines)) {
      if (!this.#inNote) this.#pending.push(...inlines.filter((i) => i.type === 'pageBreak'));
      this.#label = own;
      return boxes;
    }
    if (!this.#inNote && this.#pending.length > 0) {
      inlines.unshift(...this.#pending);
      this.#pending = [];
    }
    const level = attributeOf(element, 'text:outline-level');
    const label = own ?? (depth === 0 ? this.#headingLabel(element, level) : '');
    if (label !== '') {
      const at = inlines.findIndex((i) => i.type !== 'pageBreak');
      inlines.splice(at, 0, added(label));
    }
    const look = lookOf(inlines, format);
    let block: Block = { type: 'paragraph', inlines, look };
    if (element.name === 'text:h' || format.heading !== undefined)
      block = {
        type: 'heading',
        level: format.heading === 0 ? 0 : Number(level ?? format.heading ?? 1),
        inlines,
        look,
      };
    else if (format.quotation) block = { type: 'quotation', paragraphs: [block] };
    else if (format.caption) block = { type: 'caption', inlines };
    else if (depth > 0) block = { type: 'item', depth, inlines };
    return [block, ...boxes];
  }

  #headingLabel(element: Element, level: string | undefined): string {
    if (element.name !== 'text:h' || attributeOf(element, 'text:is-list-header') === 'true')
      return '';
    const start =
      attributeOf(element, 'text:restart-numbering') === 'true'
        ? (attributeOf(element, 'text:start-value') ?? '1')
        : undefined;
    return this.#numbering.heading(Number(level ?? 1), start);
  }

  #inlines(container: Element, context: Context): void {
    for (const child of container.children) {
      if (child.type === 'text' || child.type === 'cdata') this.#text(child.value, context);
      else if (child.type === 'element') this.#inline(child, context);
    }
  }

  #text(value: string, context: Context): void {
    // White space is folded: line ends of the XML are none of the text.
    if (value.trim() === '') {
      if (value !== '') context.inlines.push(added(' '));
      return;
    }
    const { builder } = this;
    const source = builder.unit(value, { part: PART, path: context.path });
    if (context.format.hidden) {
      builder.leave('hidden', source);
      return;
    }
    const text = builder.text(source, styleOf(context.format, context.href));
    context.inlines.push({ ...text, text: text.text.replace(/[\t\n\r ]+/gu, ' ') });
  }

  #inline(element: Element, context: Context): void {
    const path = `${context.path}/${element.name}`;
    const why = APART[element.name];
    if (why) {
      if (why !== 'field' || element.name !== 'text:meta-field') this.#leave(element, path, why);
      else this.#inlines(element, { ...context, path });
      return;
    }
    switch (element.name) {
      case 'text:s':
        context.inlines.push(
          added(' '.repeat(atMost(attributeOf(element, 'text:c'), MOST_SPACES) ?? 1)),
        );
        break;
      case 'text:tab':
        context.inlines.push(added(' '));
        break;
      case 'text:line-break':
        context.inlines.push(added('\n'));
        break;
      case 'text:soft-page-break':
        if (this.#paged && !this.#inNote) {
          this.#page();
          context.inlines.push(...this.#pending.splice(0));
        }
        break;
      case 'text:note':
        this.#note(element, context, path);
        break;
      case 'text:note-ref':
        this.#repeat(element, context, path);
        break;
      case 'text:a':
        this.#inlines(element, { ...context, path, href: attributeOf(element, 'xlink:href') });
        break;
      case 'text:span': {
        const own = this.#styles.of('text', attributeOf(element, 'text:style-name'));
        const format = { ...context.format, ...own };
        this.#inlines(element, { ...context, path, format });
        break;
      }
      case 'draw:frame':
      case 'draw:custom-shape':
      case 'draw:g':
      case 'draw:text-box':
        context.boxes.push(...this.blocks(element, path));
        break;
      case 'text:p':
      case 'text:h':
        context.boxes.push(...this.#paragraph(element, path, 0));
        break;
      default:
        this.#inlines(element, { ...context, path });
    }
  }

  #note(element: Element, context: Context, path: string): void {
    const citation = childOf(element, 'text:note-citation');
    const body = childOf(element, 'text:note-body');
    const key = attributeOf(element, 'text:id') ?? `note-${this.notes.length + 1}`;
    const source = this.builder.unit(textIn(citation), {
      part: PART,
      path: `${path}/text:note-citation`,
    });
    const mark = this.builder.read(source).trim();
    context.inlines.push({ type: 'noteref', mark, note: key, source: [source] });
    const outer = this.#inNote;
    this.#inNote = true;
    const blocks = body ? this.blocks(body, `${path}/text:note-body`) : [];
    this.#inNote = outer;
    const isFoot = attributeOf(element, 'text:note-class') !== 'endnote';
    const page = this.pages.length - 1;
    this.notes.push({
      key,
      mark,
      source: [],
      kind: isFoot ? 'foot' : 'end',
      blocks,
      ...(isFoot && page >= 0 ? { page } : {}),
    });
  }

  /** A field that repeats the mark of a note. */
  #repeat(element: Element, context: Context, path: string): void {
    const note = attributeOf(element, 'text:ref-name') ?? '';
    const format = attributeOf(element, 'text:reference-format') ?? 'text';
    if (format !== 'text') {
      this.#inlines(element, { ...context, path });
      return;
    }
    const source = this.builder.unit(textIn(element), { part: PART, path });
    context.inlines.push({
      type: 'noteref',
      mark: this.builder.read(source).trim(),
      note,
      source: [source],
    });
  }

  #table(element: Element, path: string): Block | undefined {
    const header: Cell[][] = [];
    const rows: Cell[][] = [];
    const walk = (container: Element, isHeader: boolean, at: string) => {
      let y = 0;
      for (const child of elementsOf(container)) {
        if (child.name === 'table:table-row') {
          y += 1;
          (isHeader ? header : rows).push(this.#row(child, `${at}/table:table-row[${y}]`));
        } else if (child.name === 'table:table-header-rows')
          walk(child, true, `${at}/${child.name}`);
        else if (child.name === 'text:soft-page-break') this.#page();
        else if (/^table:table-row(?:s|-group)$/u.test(child.name))
          walk(child, isHeader, `${at}/${child.name}`);
      }
    };
    walk(element, false, path);
    return header.length + rows.length === 0 ? undefined : { type: 'table', header, rows };
  }

  #row(row: Element, path: string): Cell[] {
    const cells: Cell[] = [];
    for (const [i, cell] of elementsOf(row).entries()) {
      // Covered cells are those that a merged one hides.
      if (cell.name !== 'table:table-cell') {
        if (cell.name === 'table:covered-table-cell')
          this.#leave(cell, `${path}/${cell.name}`, 'hidden');
        continue;
      }
      const span = (name: string) => spanOf(attributeOf(cell, `table:number-${name}`));
      const paragraphs = this.blocks(cell, `${path}/table:table-cell[${i + 1}]`).flatMap(
        paragraphsOf,
      );
      const [first] = paragraphs;
      if (this.#pending.length > 0 && first) first.unshift(...this.#pending.splice(0));
      cells.push(toCell(paragraphs, span('columns-spanned'), span('rows-spanned')));
      for (let n = 1; n < Math.min(span('columns-repeated'), 64); n += 1)
        cells.push({ paragraphs: [] });
    }
    return cells;
  }
}

function lookOf(inlines: Inline[], format: Format): Look {
  const texts = inlines.filter((i): i is Text => i.type === 'text' && i.text.trim() !== '');
  const size = format.size;
  return {
    ...(size === undefined ? {} : { size }),
    ...(texts.length > 0 && texts.every((t) => t.bold) ? { bold: true as const } : {}),
    ...(format.centred ? { centred: true as const } : {}),
    left: (format.left ?? 0) / (size ?? 12),
    indent: (format.indent ?? 0) / (size ?? 12),
  };
}

function metadataOf(meta: Element | undefined): Metadata {
  const inner = childOf(meta, 'office:meta');
  const of = (name: string) => textIn(childOf(inner, name)).trim() || undefined;
  const [title, language] = [of('dc:title'), of('dc:language')];
  const author = of('meta:initial-creator') ?? of('dc:creator');
  return {
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    ...(language === undefined ? {} : { language }),
  };
}

/** Running heads stand in the master pages. */
function furnitureOf(styles: Element | undefined, builder: Builder): Furniture[] {
  const found: Furniture[] = [];
  for (const name of ['style:header', 'style:footer', 'style:header-left', 'style:footer-left'])
    for (const head of descendantsOf(styles, name)) {
      // A field of the page number shows the last one that was seen.
      for (const field of descendantsOf(head, 'text:page-number')) field.children = [];
      const text = textIn(head);
      if (text.trim() === '') continue;
      const source = builder.unit(text, { part: 'styles.xml', path: `/${name}` });
      found.push({ kind: 'running-head', text: builder.read(source), source: [source] });
    }
  return found;
}

/**
 * Reads an ODT file: the text as it stands when all tracked changes are accepted.
 * @throws ImportError for what is locked, broken, hostile or holds no text
 */
export function readOdt(bytes: Uint8Array, { progress, answers }: ReaderOptions): SourceDocument {
  const parts = openContainer(bytes, (name) =>
    /^(?:content|styles|meta|META-INF\/manifest)\.xml$/u.test(name),
  );
  const read = (name: string): Element | undefined => {
    const part = parts.get(name);
    return part && parseXml(part, name, PREFIXES);
  };
  const manifest = read('META-INF/manifest.xml');
  if (descendantsOf(manifest, 'manifest:encryption-data').next().done === false)
    throw new ImportError(
      0,
      'the file is locked with a password',
      'take the password off, and save it anew',
    );
  const content = read(PART);
  const text = childOf(childOf(content, 'office:body'), 'office:text');
  if (!content || !text)
    throw new ImportError(
      0,
      'the file is no text document of LibreOffice',
      'give an .odt file with the text',
    );
  progress?.('ODT: opened');
  const styles = read('styles.xml');
  const walker = new Walker(new Styles(styles, content), new Numbering(styles, content), text);
  const blocks = walker.blocks(text, '/office:text');
  progress?.(`ODT: ${blocks.length} blocks, ${walker.notes.length} notes`);
  const changes = [...descendantsOf(childOf(text, 'text:tracked-changes'), 'text:changed-region')]
    .length;
  if (changes > 0) walker.builder.remarks.push(`${changes} tracked changes were accepted.`);
  const comments = walker.builder.leftOut.filter(({ why }) => why === 'comment').length;
  if (comments > 0) walker.builder.remarks.push(`${comments} comments were left out.`);
  return finish(
    walker.builder.document('odt', {
      metadata: metadataOf(read('meta.xml')),
      pages: walker.pages,
      blocks,
      notes: walker.notes,
      furniture: furnitureOf(styles, walker.builder),
    }),
    answers,
  );
}
