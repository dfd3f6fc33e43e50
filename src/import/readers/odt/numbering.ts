/** Automatic numbers of ODT files: those of headings (the outline) and of lists. */
import { formatNumber, startIn } from '../number-formats.ts';
import { atMost, attributeOf, childOf, descendantsOf, type Element, elementsOf } from '../xml.ts';

/** Formats are named by their first number; Word's names for them. */
const FORMATS: readonly [RegExp, string][] = [
  [/^一/u, 'taiwaneseCounting'],
  [/^壹.*贰/u, 'chineseLegalSimplified'],
  [/^[壹壱]/u, 'ideographLegalTraditional'],
  [/^甲/u, 'ideographTraditional'],
  [/^子/u, 'ideographZodiac'],
  [/^①/u, 'decimalEnclosedCircle'],
  [/^１/u, 'decimalFullWidth'],
  [/^a/u, 'lowerLetter'],
  [/^A/u, 'upperLetter'],
  [/^i/u, 'lowerRoman'],
  [/^I/u, 'upperRoman'],
  [/^1/u, 'decimal'],
];

/** ODF knows ten levels. */
const MOST_LEVELS = 10;

const levelIn = (value: string | undefined): number => Math.max(1, atMost(value, MOST_LEVELS) ?? 1);

interface Level {
  start: number;
  /** As Word names it; undefined where no number is shown. */
  format: string | undefined;
  /** 第%1%章: the numbers of levels stand between percent signs. */
  text: string;
  gap: string;
}

function toLevel(element: Element): Level {
  const at = levelIn(attributeOf(element, 'text:level'));
  const named = attributeOf(element, 'style:num-format') ?? '';
  const prefix = attributeOf(element, 'style:num-prefix') ?? '';
  const suffix = attributeOf(element, 'style:num-suffix') ?? '';
  const shown = Math.min(at, levelIn(attributeOf(element, 'text:display-levels')));
  const numbers = Array.from({ length: shown }, (_, i) => `%${at - shown + 1 + i}%`).join('.');
  const properties = childOf(element, 'style:list-level-properties');
  const alignment = childOf(properties, 'style:list-level-label-alignment');
  const follows = attributeOf(alignment, 'text:label-followed-by');
  const isNumber = /number|outline/u.test(element.name);
  return {
    start: startIn(attributeOf(element, 'text:start-value')) ?? 1,
    format: isNumber ? FORMATS.find(([pattern]) => pattern.test(named))?.[1] : undefined,
    text: attributeOf(element, 'loext:num-list-format') ?? prefix + numbers + suffix,
    gap: follows === 'nothing' ? '' : ' ',
  };
}

const levelsIn = (style: Element): Map<number, Level> =>
  new Map(elementsOf(style).map((l) => [levelIn(attributeOf(l, 'text:level')), toLevel(l)]));

/** A list that is being read: its style, and the numbers its levels have reached. */
export interface List {
  style: string | undefined;
  level: number;
  counts: (number | undefined)[];
}

/** The numbers of a file's headings and lists, which count as they are asked for. */
export class Numbering {
  readonly #styles = new Map<string, Map<number, Level>>();
  #outline = new Map<number, Level>();
  readonly #headings: (number | undefined)[] = [];
  readonly #lists = new Map<string, List>();

  constructor(...roots: (Element | undefined)[]) {
    for (const root of roots) {
      for (const style of descendantsOf(root, 'text:list-style'))
        this.#styles.set(attributeOf(style, 'style:name') ?? '', levelsIn(style));
      for (const style of descendantsOf(root, 'text:outline-style'))
        this.#outline = levelsIn(style);
    }
  }

  /** The list that an element begins, within another or by itself. */
  open(element: Element, outer: List | undefined): List {
    const style = attributeOf(element, 'text:style-name') ?? outer?.style;
    if (outer) return { style, level: outer.level + 1, counts: outer.counts };
    const before = attributeOf(element, 'text:continue-list');
    const goesOn = attributeOf(element, 'text:continue-numbering') === 'true';
    const known = this.#lists.get(before ?? (goesOn ? `style ${style}` : ''));
    const list = { style, level: 1, counts: known?.counts ?? [] };
    const id = attributeOf(element, 'xml:id');
    if (id !== undefined) this.#lists.set(id, list);
    this.#lists.set(`style ${style}`, list);
    return list;
  }

  /** The next number of a list, as it is printed, with the space after it; '' where none is shown. */
  item(list: List, start: string | undefined): string {
    const levels = this.#styles.get(list.style ?? '');
    return next(levels, list.counts, list.level, start);
  }

  /** The next number of a heading, where headings are numbered. */
  heading(level: number, start: string | undefined): string {
    return next(this.#outline, this.#headings, level, start);
  }
}

function next(
  levels: Map<number, Level> | undefined,
  counts: (number | undefined)[],
  at: number,
  start: string | undefined,
): string {
  const own = levels?.get(at);
  if (!levels || !own?.format) return '';
  counts[at] = startIn(start) ?? (counts[at] ?? own.start - 1) + 1;
  counts.length = at + 1;
  const label = own.text.replace(/%(\d+)%/gu, (_, digits: string) => {
    const level = levels.get(Number(digits));
    return formatNumber(counts[Number(digits)] ?? level?.start ?? 1, level?.format ?? 'none');
  });
  return label === '' ? '' : label + own.gap;
}
