/** What the styles of an ODT file say of paragraphs and runs. */
import { attributeOf, childOf, type Element, elementsOf } from '../xml.ts';

/** What a paragraph or run is, as its style says. */
export interface Format {
  heading?: number;
  quotation?: boolean;
  caption?: boolean;
  italic?: boolean;
  bold?: boolean;
  superscript?: boolean;
  subscript?: boolean;
  underline?: boolean;
  smallCaps?: boolean;
  hidden?: boolean;
  /** Points. */
  size?: number;
  centred?: boolean;
  /** Points. */
  left?: number;
  indent?: number;
  /** The page of a new master page begins with this paragraph, with that number. */
  pageNumber?: string;
}

const UNITS: Readonly<Record<string, number>> = {
  cm: 28.35,
  mm: 2.835,
  in: 72,
  pt: 1,
  pc: 12,
  px: 0.75,
};

function points(length: string | undefined): number | undefined {
  const match = /^(-?[\d.]+)(cm|mm|in|pt|pc|px)$/u.exec(length ?? '');
  return match ? Number(match[1]) * (UNITS[match[2] ?? ''] ?? 1) : undefined;
}

const defined = <T extends object>(format: Record<string, unknown>): T =>
  Object.fromEntries(Object.entries(format).filter(([, value]) => value !== undefined)) as T;

/** Names in files: spaces are written _20_. */
const decoded = (name: string) =>
  name.replace(/_([0-9a-f]{2,4})_/giu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );

function named(name: string): Format {
  const level = /^(?:heading|標題|标题)\s*(\d+)$/iu.exec(name)?.[1];
  if (level) return { heading: Number(level) };
  if (/^title$/iu.test(name)) return { heading: 0 };
  if (/quot(?:e|ation)s?|block ?text|引文/iu.test(name)) return { quotation: true };
  if (/^(?:table|illustration|figure|drawing|caption|(?:table |image )?caption)$/iu.test(name))
    return { caption: true };
  return {};
}

function formatIn(style: Element): Format {
  const text = childOf(style, 'style:text-properties');
  const paragraph = childOf(style, 'style:paragraph-properties');
  const position = attributeOf(text, 'style:text-position');
  const raised = position === undefined ? undefined : /^super|^[1-9]/u.test(position);
  const lowered = position === undefined ? undefined : /^sub|^-/u.test(position);
  const is = (element: Element | undefined, name: string, on: RegExp) => {
    const value = attributeOf(element, name);
    return value === undefined ? undefined : on.test(value);
  };
  const level = attributeOf(style, 'style:default-outline-level');
  const decodedName = decoded(
    attributeOf(style, 'style:display-name') ?? attributeOf(style, 'style:name') ?? '',
  );
  return {
    ...named(decodedName),
    ...defined<Format>({
      heading: level ? Number(level) : undefined,
      italic:
        is(text, 'fo:font-style', /italic|oblique/u) ??
        is(text, 'style:font-style-asian', /italic|oblique/u),
      bold:
        is(text, 'fo:font-weight', /bold|[6-9]00/u) ??
        is(text, 'style:font-weight-asian', /bold|[6-9]00/u),
      superscript: raised,
      subscript: lowered,
      underline: is(text, 'style:text-underline-style', /^(?!none)/u),
      smallCaps: is(text, 'fo:font-variant', /small-caps/u),
      hidden: is(text, 'text:display', /none/u),
      size:
        points(attributeOf(text, 'style:font-size-asian')) ??
        points(attributeOf(text, 'fo:font-size')),
      centred: is(paragraph, 'fo:text-align', /center/u),
      left: points(attributeOf(paragraph, 'fo:margin-left')),
      indent: points(attributeOf(paragraph, 'fo:text-indent')),
      pageNumber: attributeOf(paragraph, 'style:page-number'),
    }),
  };
}

/** The styles of a file: its own, and those made for single places. */
export class Styles {
  readonly #styles = new Map<string, Element>();
  readonly #known = new Map<string, Format>();

  constructor(...roots: (Element | undefined)[]) {
    for (const root of roots)
      for (const group of elementsOf(root)) {
        if (group.name !== 'office:styles' && group.name !== 'office:automatic-styles') continue;
        for (const style of elementsOf(group))
          if (style.name === 'style:style')
            this.#styles.set(
              `${attributeOf(style, 'style:family')} ${attributeOf(style, 'style:name')}`,
              style,
            );
      }
  }

  of(family: 'paragraph' | 'text', name: string | undefined, depth = 0): Format {
    const key = `${family} ${name}`;
    const style = this.#styles.get(key);
    if (!style || depth > 20) return {};
    const known = this.#known.get(key);
    if (known) return known;
    const parent = attributeOf(style, 'style:parent-style-name');
    const format = { ...this.of(family, parent, depth + 1), ...formatIn(style) };
    this.#known.set(key, format);
    return format;
  }
}
