/** What the styles of a Word file say of paragraphs and runs. */
import { attributeOf, childOf, type Element, elementsOf } from '../xml.ts';
import type { Part } from './package.ts';

/** What a paragraph is, as its style or its own properties say; undefined: they do not say. */
export interface ParagraphFormat {
  /** 1 for heading 1; 0 for a title. */
  heading?: number | undefined;
  quotation?: boolean | undefined;
  caption?: boolean | undefined;
  /** Lists and automatic numbers. */
  numId?: string | undefined;
  level?: number | undefined;
  /** Twips; hanging is a negative first line. */
  left?: number | undefined;
  firstLine?: number | undefined;
  centred?: boolean | undefined;
  name?: string | undefined;
}

export interface RunFormat {
  italic?: boolean | undefined;
  bold?: boolean | undefined;
  superscript?: boolean | undefined;
  subscript?: boolean | undefined;
  underline?: boolean | undefined;
  smallCaps?: boolean | undefined;
  hidden?: boolean | undefined;
  /** Points. */
  size?: number | undefined;
  lang?: string | undefined;
}

/** A switch: on when it stands there, unless its value says no. */
function isOn(element: Element | undefined): boolean | undefined {
  if (!element) return undefined;
  const value = attributeOf(element, 'w:val');
  return !(value === '0' || value === 'false' || value === 'off' || value === 'none');
}

const numberIn = (element: Element | undefined, ...names: string[]): number | undefined => {
  for (const name of names) {
    const value = attributeOf(element, name);
    if (value !== undefined && /^-?\d+/u.test(value)) return Number.parseInt(value, 10);
  }
  return undefined;
};

/** One character of body text, in twips, where an indent is given in hundredths of characters. */
const CHARACTER = 240;

function leftOf(indent: Element | undefined): number | undefined {
  const characters = numberIn(indent, 'w:leftChars', 'w:startChars');
  if (characters !== undefined && characters !== 0) return (characters / 100) * CHARACTER;
  return numberIn(indent, 'w:left', 'w:start');
}

function firstLineOf(indent: Element | undefined): number | undefined {
  const hanging = numberIn(indent, 'w:hanging', 'w:hangingChars');
  if (hanging !== undefined && hanging !== 0) return -hanging;
  return numberIn(indent, 'w:firstLine', 'w:firstLineChars');
}

const without = <T extends object>(format: T): T =>
  Object.fromEntries(Object.entries(format).filter(([, value]) => value !== undefined)) as T;

/** What paragraph properties (w:pPr) say by themselves. */
export function paragraphFormat(properties: Element | undefined): ParagraphFormat {
  const outline = numberIn(childOf(properties, 'w:outlineLvl'), 'w:val');
  const numbering = childOf(properties, 'w:numPr');
  const indent = childOf(properties, 'w:ind');
  const justified = attributeOf(childOf(properties, 'w:jc'), 'w:val');
  return without({
    // Level 9 is that of body text.
    heading: outline === undefined ? undefined : outline < 9 ? outline + 1 : -1,
    numId: attributeOf(childOf(numbering, 'w:numId'), 'w:val'),
    level: numberIn(childOf(numbering, 'w:ilvl'), 'w:val'),
    left: leftOf(indent),
    firstLine: firstLineOf(indent),
    centred: justified === undefined ? undefined : justified === 'center',
  });
}

/** What run properties (w:rPr) say by themselves. */
export function runFormat(properties: Element | undefined): RunFormat {
  const align = attributeOf(childOf(properties, 'w:vertAlign'), 'w:val');
  const size = numberIn(childOf(properties, 'w:sz'), 'w:val');
  const lang = childOf(properties, 'w:lang');
  return without({
    italic: isOn(childOf(properties, 'w:i')),
    bold: isOn(childOf(properties, 'w:b')),
    superscript: align === undefined ? undefined : align === 'superscript',
    subscript: align === undefined ? undefined : align === 'subscript',
    underline: isOn(childOf(properties, 'w:u')),
    smallCaps: isOn(childOf(properties, 'w:smallCaps')),
    hidden: isOn(childOf(properties, 'w:vanish')),
    size: size === undefined ? undefined : size / 2,
    lang: attributeOf(lang, 'w:val'),
  });
}

const HEADING = /^(?:heading|標題|标题)\s*(\d)$/iu;
const QUOTATION = /quot(?:e|ation)|block ?text|引文|引言段|獨立引|區塊文字|文字方塊引/iu;

/** What the name of a style says; names of the program's own styles are English in every edition. */
function named(name: string): ParagraphFormat {
  const level = HEADING.exec(name)?.[1];
  if (level) return { heading: Number(level) };
  if (/^title$|^(?:論文|文章)?(?:標題|标题)$|^題目$/iu.test(name)) return { heading: 0 };
  if (QUOTATION.test(name)) return { quotation: true };
  if (/^(?:table |image )?caption$|^標號$|^圖表(?:標題|標號)$/iu.test(name))
    return { caption: true };
  return {};
}

/** The styles of a file, each with what it inherits. */
export class Styles {
  readonly #styles = new Map<string, Element>();
  readonly #paragraphs = new Map<string, ParagraphFormat>();
  readonly #runs = new Map<string, RunFormat>();
  readonly #defaults: RunFormat;
  readonly #normal: string | undefined;

  constructor(part: Part | undefined) {
    for (const style of elementsOf(part?.root)) {
      if (style.name !== 'w:style') continue;
      this.#styles.set(attributeOf(style, 'w:styleId') ?? '', style);
    }
    const docDefaults = childOf(childOf(part?.root, 'w:docDefaults'), 'w:rPrDefault');
    this.#defaults = runFormat(childOf(docDefaults, 'w:rPr'));
    this.#normal = [...this.#styles].find(
      ([, s]) => attributeOf(s, 'w:type') === 'paragraph' && attributeOf(s, 'w:default') === '1',
    )?.[0];
  }

  #inherited<T extends object>(
    id: string | undefined,
    known: Map<string, T>,
    read: (style: Element) => T,
    depth = 0,
  ): T {
    const style = this.#styles.get(id ?? '');
    if (!style || id === undefined || depth > 20) return {} as T;
    const found = known.get(id);
    if (found) return found;
    const base = attributeOf(childOf(style, 'w:basedOn'), 'w:val');
    const format = { ...this.#inherited(base, known, read, depth + 1), ...read(style) };
    known.set(id, format);
    return format;
  }

  /** What the style of a paragraph says of it; that of normal text where it names none. */
  paragraph(id: string | undefined): ParagraphFormat {
    return this.#inherited(id ?? this.#normal, this.#paragraphs, (style) => {
      const name = attributeOf(childOf(style, 'w:name'), 'w:val') ?? '';
      return { ...named(name), ...paragraphFormat(childOf(style, 'w:pPr')), name };
    });
  }

  /** What a style, of paragraphs or characters, says of runs. */
  run(id: string | undefined): RunFormat {
    return this.#inherited(id, this.#runs, (style) => runFormat(childOf(style, 'w:rPr')));
  }

  /** What holds for runs in a paragraph of that style. */
  runsIn(id: string | undefined): RunFormat {
    return { ...this.#defaults, ...this.run(id ?? this.#normal) };
  }
}
