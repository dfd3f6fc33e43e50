/** Walks the text of a Word file: paragraphs, tables, runs, fields, notes. */
import type { Builder } from '../builder.ts';
import { countOf, spanOf, toCell } from '../cells.ts';
import { added, hasText, paragraphsOf } from '../inlines.ts';
import { styleOf } from '../run-style.ts';
import type { Block, Cell, Inline, Look, Noteref, Text } from '../types.ts';
import { attributeOf, childOf, descendantsOf, type Element, elementsOf, textIn } from '../xml.ts';

import type { NoteKind } from './notes.ts';
import type { Numbering } from './numbering.ts';
import type { Package } from './package.ts';
import {
  type ParagraphFormat,
  paragraphFormat,
  type RunFormat,
  runFormat,
  type Styles,
} from './styles.ts';

/** What the walk of the main text tells of itself, and asks of the one who runs it. */
export interface Host {
  builder: Builder;
  styles: Styles;
  numbering: Numbering;
  targets: Package['targets'];
  /** The mark of a note that is met, or undefined where there is no such note. */
  note: (
    kind: NoteKind,
    id: string,
    custom: string | undefined,
  ) => { key: string; mark: string } | undefined;
  /** The key of the note whose mark a bookmark encloses. */
  bookmarked: (name: string) => string | undefined;
  /** A page begins; its index, or undefined where pages are not known. */
  page: () => number | undefined;
  /** A section of the document ends. */
  section: (properties: Element) => void;
  counts: { inserted: number; deleted: number; moved: number };
}

interface Field {
  instruction: string;
  inResult: boolean;
}

/** A paragraph before it is known what it is. */
export interface RawParagraph {
  inlines: Inline[];
  format: ParagraphFormat;
  /** Whether its end was deleted, so that the next one joins it. */
  open: boolean;
  /** Twips. */
  left: number;
  listed: 'number' | 'bullet' | undefined;
  look: Look;
  boxes: Block[];
}

const TOC = /^\s*(?:TOC|INDEX|TOA)\b/iu;

/** Where the walk stands within a paragraph. */
interface Context {
  inlines: Inline[];
  boxes: Block[];
  paragraphStyle: string | undefined;
  href: string | undefined;
  path: string;
}

/** Walks one part: the main text, or the notes. */
export class Walker {
  readonly #host: Host;
  readonly #part: string;
  readonly #fields: Field[] = [];
  /** A mark of the author's own follows the reference to its note. */
  #custom: { kind: NoteKind; id: string } | undefined;

  constructor(host: Host, part: string) {
    this.#host = host;
    this.#part = part;
  }

  /** The blocks of a container of paragraphs and tables. */
  blocks(container: Element, path: string): Block[] {
    const blocks: Block[] = [];
    let open: RawParagraph | undefined;
    for (const { element, at } of this.#flow(container, path)) {
      if (element.name === 'w:p') {
        const paragraph = this.#paragraph(element, at, open);
        open = paragraph.open ? paragraph : undefined;
        if (!open) blocks.push(...this.#toBlocks(paragraph));
      } else if (element.name === 'w:tbl') {
        const table = this.#table(element, at);
        if (table) blocks.push(table);
      } else if (element.name === 'w:sectPr') this.#host.section(element);
    }
    if (open) blocks.push(...this.#toBlocks(open));
    return blocks;
  }

  /** Paragraphs and tables, content controls and the like opened. */
  *#flow(container: Element, path: string): Generator<{ element: Element; at: string }> {
    const seen = new Map<string, number>();
    for (const element of elementsOf(container)) {
      const count = (seen.get(element.name) ?? 0) + 1;
      seen.set(element.name, count);
      const at = `${path}/${element.name}[${count}]`;
      if (element.name === 'w:sdt') {
        const gallery = [...descendantsOf(childOf(element, 'w:sdtPr'), 'w:docPartGallery')][0];
        const content = childOf(element, 'w:sdtContent');
        if (/contents/iu.test(attributeOf(gallery, 'w:val') ?? ''))
          this.#leave(element, at, 'contents');
        else if (content) yield* this.#flow(content, `${at}/w:sdtContent`);
      } else if (element.name === 'w:del' || element.name === 'w:moveFrom')
        this.#leave(element, at, 'deleted');
      else if (element.name === 'w:p' || element.name === 'w:tbl' || element.name === 'w:sectPr')
        yield { element, at };
      else if (element.name === 'mc:AlternateContent') {
        const choice = childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback');
        if (choice) yield* this.#flow(choice, `${at}/${choice.name}`);
      } else yield* this.#flow(element, at);
    }
  }

  /** Leaves out all text within an element. */
  #leave(element: Element, path: string, why: Parameters<Builder['leave']>[0]): void {
    for (const name of ['w:t', 'w:delText', 'w:instrText', 'w:delInstrText', 'm:t', 'a:t'])
      for (const text of descendantsOf(element, name)) this.#leaveText(textIn(text), path, why);
  }

  #leaveText(text: string, path: string, why: Parameters<Builder['leave']>[0]): void {
    if (text.trim() === '') return;
    const { builder } = this.#host;
    builder.leave(why, builder.unit(text, { part: this.#part, path }));
  }

  #paragraph(element: Element, path: string, open: RawParagraph | undefined): RawParagraph {
    const { styles, numbering } = this.#host;
    const properties = childOf(element, 'w:pPr');
    const styleId = attributeOf(childOf(properties, 'w:pStyle'), 'w:val');
    const styled = styles.paragraph(styleId);
    const own = paragraphFormat(properties);
    const format: ParagraphFormat = open?.format ?? { ...styled, ...own };
    const context: Context = {
      inlines: open?.inlines ?? [],
      boxes: open?.boxes ?? [],
      paragraphStyle: styleId,
      href: undefined,
      path,
    };
    let listed = open?.listed;
    const numId = own.numId ?? styled.numId;
    if (!open && numId !== undefined && numId !== '0') {
      const level = own.level ?? styled.level ?? numbering.levelOf(numId, styleId);
      const number = numbering.next(numId, level);
      if (number) listed = number.isBullet ? 'bullet' : 'number';
      if (number && number.label !== '') context.inlines.push(added(number.label));
    }
    this.#runs(element, context);
    const mark = childOf(properties, 'w:rPr');
    const section = childOf(properties, 'w:sectPr');
    if (section) this.#host.section(section);
    return {
      inlines: context.inlines,
      format,
      open: childOf(mark, 'w:del') !== undefined,
      left: format.left ?? 0,
      listed,
      look: this.#look(context.inlines, format, styleId, element),
      boxes: context.boxes,
    };
  }

  #look(
    inlines: Inline[],
    format: ParagraphFormat,
    styleId: string | undefined,
    element: Element,
  ): Look {
    const texts = inlines.filter((i): i is Text => i.type === 'text' && i.text.trim() !== '');
    const written = texts.filter((t) => !t.generated);
    const first = childOf(
      [...descendantsOf(element, 'w:r')].find((r) => childOf(r, 'w:t')),
      'w:rPr',
    );
    const size = { ...this.#host.styles.runsIn(styleId), ...runFormat(first) }.size ?? 10;
    return {
      size,
      ...(written.length > 0 && written.every((t) => t.bold) ? { bold: true as const } : {}),
      ...(format.centred ? { centred: true as const } : {}),
      left: (format.left ?? 0) / 20 / size,
      indent: (format.firstLine ?? 0) / 20 / size,
    };
  }

  #toBlocks({ inlines, format, listed, look, boxes }: RawParagraph): Block[] {
    const isEmpty = !inlines.some((i) => i.type !== 'text' || i.text.trim() !== '');
    const heading = format.heading;
    const block: Block[] = [];
    if (isEmpty) return boxes;
    if (!hasText(inlines)) {
      // A page begins with an empty paragraph: it begins with the next one that is not.
      return [{ type: 'paragraph', inlines, look }, ...boxes];
    }
    if (heading !== undefined && heading >= 0)
      block.push({ type: 'heading', level: heading, inlines, look });
    else if (format.caption) block.push({ type: 'caption', inlines });
    else if (format.quotation)
      block.push({ type: 'quotation', paragraphs: [{ type: 'paragraph', inlines, look }] });
    else if (listed) block.push({ type: 'item', depth: (format.level ?? 0) + 1, inlines });
    else block.push({ type: 'paragraph', inlines, look });
    return [...block, ...boxes];
  }

  #table(element: Element, path: string): Block | undefined {
    const header: Cell[][] = [];
    const rows: Cell[][] = [];
    // Cells that go on downwards, by the column they begin at.
    let above = new Map<number, Cell>();
    let y = 0;
    const rowsOf = function* (container: Element): Generator<Element> {
      for (const child of elementsOf(container)) {
        if (child.name === 'w:tr') yield child;
        else if (child.name !== 'w:tblPr' && child.name !== 'w:tblGrid') yield* rowsOf(child);
      }
    };
    for (const row of rowsOf(element)) {
      y += 1;
      const at = `${path}/w:tr[${y}]`;
      const properties = childOf(row, 'w:trPr');
      if (childOf(properties, 'w:del')) {
        this.#leave(row, at, 'deleted');
        continue;
      }
      const cells: Cell[] = [];
      const begun = new Map<number, Cell>();
      const skipped = childOf(properties, 'w:gridBefore');
      let x = countOf(attributeOf(skipped, 'w:val'));
      if (x > 0) cells.push({ paragraphs: [], columns: x });
      for (const [i, cell] of [...cellsOf(row)].entries()) {
        const own = childOf(cell, 'w:tcPr');
        const columns = spanOf(attributeOf(childOf(own, 'w:gridSpan'), 'w:val'));
        const merge = childOf(own, 'w:vMerge');
        const paragraphs = this.#cell(cell, `${at}/w:tc[${i + 1}]`);
        const upper = merge && attributeOf(merge, 'w:val') !== 'restart' ? above.get(x) : undefined;
        if (upper) {
          upper.rows = (upper.rows ?? 1) + 1;
          upper.paragraphs.push(...paragraphs);
          begun.set(x, upper);
        } else {
          const made = toCell(paragraphs, columns);
          cells.push(made);
          if (merge) begun.set(x, made);
        }
        x += columns;
      }
      above = begun;
      const isHeader = childOf(properties, 'w:tblHeader');
      const isOn = isHeader && !/^(?:0|false|off)$/u.test(attributeOf(isHeader, 'w:val') ?? '1');
      if (isOn && rows.length === 0) header.push(cells);
      else rows.push(cells);
    }
    if (header.length + rows.length === 0) return undefined;
    return { type: 'table', header, rows };
  }

  /** The paragraphs of a cell; those of tables within it too. */
  #cell(cell: Element, path: string): Inline[][] {
    return this.blocks(cell, path).flatMap(paragraphsOf);
  }

  /** The runs of a paragraph, and of what encloses some of them. */
  #runs(container: Element, context: Context): void {
    const { counts, targets } = this.#host;
    const seen = new Map<string, number>();
    for (const element of elementsOf(container)) {
      const count = (seen.get(element.name) ?? 0) + 1;
      seen.set(element.name, count);
      const inner: Context = { ...context, path: `${context.path}/${element.name}[${count}]` };
      switch (element.name) {
        case 'w:r':
          this.#run(element, inner);
          break;
        case 'w:pPr':
        case 'w:sdtPr':
        case 'w:rPr':
          break;
        case 'w:del':
        case 'w:moveFrom':
          counts[element.name === 'w:del' ? 'deleted' : 'moved'] += 1;
          this.#leave(element, inner.path, 'deleted');
          break;
        case 'w:hyperlink': {
          const href = targets.get(attributeOf(element, 'r:id') ?? '');
          this.#runs(element, href === undefined ? inner : { ...inner, href });
          break;
        }
        case 'w:fldSimple':
          this.#fields.push({ instruction: attributeOf(element, 'w:instr') ?? '', inResult: true });
          this.#runs(element, inner);
          this.#fields.pop();
          break;
        case 'mc:AlternateContent':
          this.#alternate(element, inner);
          break;
        case 'm:oMath':
        case 'm:oMathPara':
          for (const text of descendantsOf(element, 'm:t')) this.#text(textIn(text), inner, {});
          break;
        default:
          if (element.name === 'w:ins') counts.inserted += 1;
          this.#runs(element, inner);
      }
    }
  }

  /** What can be shown in two ways is read once; the other way is the same again. */
  #alternate(element: Element, context: Context): void {
    const choices = elementsOf(element).filter(
      ({ name }) => name === 'mc:Choice' || name === 'mc:Fallback',
    );
    const [chosen, ...others] = choices;
    for (const other of others) this.#leave(other, `${context.path}/${other.name}`, 'repeated');
    if (chosen) this.#parts(chosen, context, {});
  }

  get #field(): Field | undefined {
    return this.#fields.at(-1);
  }

  #run(run: Element, context: Context): void {
    const properties = childOf(run, 'w:rPr');
    const styleId = attributeOf(childOf(properties, 'w:rStyle'), 'w:val');
    const { styles } = this.#host;
    const format: RunFormat = {
      ...styles.runsIn(context.paragraphStyle),
      ...styles.run(styleId),
      ...runFormat(properties),
    };
    this.#parts(run, context, format);
  }

  #parts(run: Element, context: Context, format: RunFormat): void {
    for (const part of elementsOf(run)) {
      switch (part.name) {
        case 'w:t':
          this.#text(textIn(part), context, format);
          break;
        case 'w:tab':
        case 'w:ptab':
          context.inlines.push(added(' '));
          break;
        case 'w:cr':
        case 'w:br':
          if (
            attributeOf(part, 'w:type') === undefined ||
            attributeOf(part, 'w:type') === 'textWrapping'
          )
            context.inlines.push(added('\n'));
          break;
        case 'w:noBreakHyphen':
          this.#text('-', context, format);
          break;
        case 'w:sym': {
          const code = Number.parseInt(attributeOf(part, 'w:char') ?? '', 16);
          // Fonts of signs stand at F000, over the characters of Latin letters.
          if (Number.isFinite(code)) this.#text(String.fromCodePoint(code), context, format);
          break;
        }
        case 'w:delText':
          this.#leaveText(textIn(part), context.path, 'deleted');
          break;
        case 'w:instrText':
          if (this.#field) this.#field.instruction += textIn(part);
          this.#leaveText(textIn(part), context.path, 'field');
          break;
        case 'w:fldChar':
          this.#fieldCharacter(attributeOf(part, 'w:fldCharType'));
          break;
        case 'w:lastRenderedPageBreak': {
          const page = this.#host.page();
          if (page !== undefined) context.inlines.push({ type: 'pageBreak', page });
          break;
        }
        case 'w:footnoteReference':
        case 'w:endnoteReference':
          this.#reference(part, context);
          break;
        case 'w:ruby': {
          const base = childOf(part, 'w:rubyBase');
          if (base) this.#runs(base, context);
          const gloss = childOf(part, 'w:rt');
          if (gloss) this.#leave(gloss, context.path, 'hidden');
          break;
        }
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
          this.#drawing(part, context);
          break;
        case 'mc:AlternateContent':
          this.#alternate(part, context);
          break;
        case 'w:rPr':
          break;
        default:
          if (part.name === 'w:r') this.#run(part, context);
      }
    }
  }

  /** The text in the boxes of a drawing stands after the paragraph that holds it. */
  #drawing(drawing: Element, context: Context): void {
    for (const box of descendantsOf(drawing, 'w:txbxContent'))
      context.boxes.push(...this.blocks(box, `${context.path}/w:txbxContent`));
    for (const text of descendantsOf(drawing, 'a:t'))
      this.#leaveText(textIn(text), context.path, 'picture');
  }

  #fieldCharacter(type: string | undefined): void {
    if (type === 'begin') this.#fields.push({ instruction: '', inResult: false });
    else if (type === 'separate' && this.#field) this.#field.inResult = true;
    else if (type === 'end') this.#fields.pop();
  }

  #reference(part: Element, context: Context): void {
    const kind: NoteKind = part.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
    const id = attributeOf(part, 'w:id') ?? '';
    if (/^(?:1|true|on)$/u.test(attributeOf(part, 'w:customMarkFollows') ?? '')) {
      this.#custom = { kind, id };
      return;
    }
    const note = this.#host.note(kind, id, undefined);
    if (note)
      context.inlines.push({ type: 'noteref', mark: note.mark, note: note.key, source: [] });
  }

  #text(text: string, context: Context, format: RunFormat): void {
    if (text === '') return;
    const { builder } = this.#host;
    if (this.#fields.some(({ inResult }) => !inResult)) {
      this.#leaveText(text, context.path, 'field');
      return;
    }
    if (this.#fields.some(({ instruction }) => TOC.test(instruction))) {
      this.#leaveText(text, context.path, 'contents');
      return;
    }
    if (format.hidden) {
      this.#leaveText(text, context.path, 'hidden');
      return;
    }
    const source = builder.unit(text, { part: this.#part, path: context.path });
    if (this.#custom && text.trim() !== '') {
      const { kind, id } = this.#custom;
      this.#custom = undefined;
      const mark = builder.read(source).trim();
      const note = this.#host.note(kind, id, mark);
      if (note) {
        context.inlines.push({ type: 'noteref', mark, note: note.key, source: [source] });
        return;
      }
    }
    const again = this.#repeated();
    if (again !== undefined) {
      const mark = builder.read(source);
      const noteref: Noteref = { type: 'noteref', mark, note: again, source: [source] };
      context.inlines.push(noteref);
      return;
    }
    const field = this.#field?.instruction ?? '';
    const link = /^\s*HYPERLINK\s+"([^"]+)"/iu.exec(field)?.[1];
    context.inlines.push(builder.text(source, styleOf(format, context.href ?? link)));
  }

  /** The note whose mark a field repeats. */
  #repeated(): string | undefined {
    const name = /^\s*NOTEREF\s+(\S+)/iu.exec(this.#field?.instruction ?? '')?.[1];
    return name === undefined ? undefined : this.#host.bookmarked(name);
  }
}

/** The cells of a row, content controls opened. */
function* cellsOf(row: Element): Generator<Element> {
  for (const child of elementsOf(row)) {
    if (child.name === 'w:tc') yield child;
    else if (child.name !== 'w:trPr' && child.name !== 'w:tblPrEx') yield* cellsOf(child);
  }
}
