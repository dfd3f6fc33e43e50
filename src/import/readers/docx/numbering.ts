/** Automatic numbers of lists and headings (numbering.xml). */
import { formatNumber, startIn } from '../number-formats.ts';
import { attributeOf, childOf, type Element, elementsOf } from '../xml.ts';
import type { Part } from './package.ts';

interface Level {
  start: number;
  format: string | undefined;
  text: string;
  suffix: string;
  /** Restarts after a level above it has counted; 0: never. */
  restart: number | undefined;
  style: string | undefined;
  /** All numbers are written in digits: 3.1 below 第三章. */
  isLegal: boolean;
}

function toLevel(element: Element): Level {
  const value = (name: string) => attributeOf(childOf(element, name), 'w:val');
  const restart = value('w:lvlRestart');
  return {
    start: startIn(value('w:start')) ?? 0,
    format: value('w:numFmt'),
    text: value('w:lvlText') ?? '',
    suffix: value('w:suff') ?? 'tab',
    restart: restart === undefined ? undefined : Number(restart),
    style: value('w:pStyle'),
    isLegal: childOf(element, 'w:isLgl') !== undefined && value('w:isLgl') !== '0',
  };
}

/** The numbers of a file's lists, which count as they are asked for. */
export class Numbering {
  readonly #abstract = new Map<string, Map<number, Level>>();
  readonly #lists = new Map<string, { of: string; levels: Map<number, Level> }>();
  readonly #counts = new Map<string, (number | undefined)[]>();

  constructor(part: Part | undefined) {
    const root = part?.root;
    const links = new Map<string, string>();
    for (const element of elementsOf(root)) {
      if (element.name !== 'w:abstractNum') continue;
      const id = attributeOf(element, 'w:abstractNumId') ?? '';
      const levels = elementsOf(element).filter(({ name }) => name === 'w:lvl');
      this.#abstract.set(
        id,
        new Map(levels.map((l) => [Number(attributeOf(l, 'w:ilvl') ?? 0), toLevel(l)])),
      );
      const style = attributeOf(childOf(element, 'w:styleLink'), 'w:val');
      if (style !== undefined) links.set(style, id);
    }
    for (const element of elementsOf(root)) {
      if (element.name !== 'w:num') continue;
      let of = attributeOf(childOf(element, 'w:abstractNumId'), 'w:val') ?? '';
      const abstract = elementsOf(root).find(
        (e) => e.name === 'w:abstractNum' && attributeOf(e, 'w:abstractNumId') === of,
      );
      const linked = attributeOf(childOf(abstract, 'w:numStyleLink'), 'w:val');
      if (linked !== undefined) of = links.get(linked) ?? of;
      const levels = new Map(this.#abstract.get(of));
      for (const override of elementsOf(element)) {
        if (override.name !== 'w:lvlOverride') continue;
        const at = Number(attributeOf(override, 'w:ilvl') ?? 0);
        const own = childOf(override, 'w:lvl');
        const start = startIn(attributeOf(childOf(override, 'w:startOverride'), 'w:val'));
        const level = own ? toLevel(own) : levels.get(at);
        if (level) levels.set(at, start === undefined ? level : { ...level, start });
        // A list with a start of its own counts by itself.
        if (start !== undefined) of = `${of}/${attributeOf(element, 'w:numId')}`;
      }
      this.#lists.set(attributeOf(element, 'w:numId') ?? '', { of, levels });
    }
  }

  /** The level that a style stands for in its list. */
  levelOf(numId: string, style: string | undefined): number {
    const levels = this.#lists.get(numId)?.levels ?? new Map<number, Level>();
    return [...levels].find(([, level]) => level.style === style && style !== undefined)?.[0] ?? 0;
  }

  /**
   * The next number of a list, as it is printed.
   * @returns undefined for a list that is not there; '' for bullets, which are no text
   */
  next(numId: string, at: number): { label: string; isBullet: boolean } | undefined {
    const list = this.#lists.get(numId);
    const own = list?.levels.get(at);
    if (!list || !own) return undefined;
    const counts = this.#counts.get(list.of) ?? [];
    this.#counts.set(list.of, counts);
    counts[at] = (counts[at] ?? own.start - 1) + 1;
    for (const [below, level] of list.levels)
      if (below > at && level.restart !== 0 && (level.restart ?? below) > at)
        counts[below] = undefined;
    if (own.format === 'bullet') return { label: '', isBullet: true };
    const label = own.text.replace(/%(\d)/gu, (_, digit: string) => {
      const of = Number(digit) - 1;
      const level = list.levels.get(of);
      return formatNumber(counts[of] ?? level?.start ?? 1, own.isLegal ? 'decimal' : level?.format);
    });
    const gap = own.suffix === 'nothing' || label === '' ? '' : ' ';
    return { label: label + gap, isBullet: false };
  }
}
