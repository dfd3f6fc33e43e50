/** What can be cited in each tree: sections with all below them, and printed pages. */
import type { Chapter } from '../../model/chapter/chapter.ts';
import { inlinesOf, textOf, walk } from '../../model/text/document.ts';
import { type Division, outlineOf } from '../outline.ts';
import { DIVISIONS } from '../tei/divisions.ts';
import { PAGES, type Tree } from './addresses.ts';

/** A citable unit, as the specification describes it. */
export interface Unit {
  identifier: string;
  level: number;
  parent: string | null;
  citeType: string;
  title: string;
}

function unitsUnder(divisions: readonly Division[], parent: Unit | undefined): Unit[] {
  return divisions.flatMap(({ heading, children }) => {
    const level = (parent?.level ?? 0) + 1;
    const unit: Unit = {
      identifier: heading.id,
      level,
      parent: parent?.identifier ?? null,
      citeType: DIVISIONS[level] ?? 'division',
      title: textOf(heading.inlines).trim(),
    };
    return [unit, ...unitsUnder(children, unit)];
  });
}

/** The units of a tree in the order of the text. */
export function unitsOf(chapter: Chapter, tree: Tree): Unit[] {
  if (tree !== PAGES) {
    const whole = outlineOf(chapter);
    const sections = whole.flatMap((d) => d.children);
    // A chapter without sections is one unit.
    return unitsUnder(sections.length > 0 ? sections : whole, undefined);
  }
  const inlines = chapter.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => [...walk(inlinesOf(block))]),
  );
  return inlines.flatMap((inline): Unit[] => {
    if (inline.type !== 'pageBreak') return [];
    const identifier = String(inline.page);
    return [{ identifier, level: 1, parent: null, citeType: 'page', title: `頁 ${identifier}` }];
  });
}

/** How deep a tree is. */
export const depthOf = (units: readonly Unit[]): number =>
  Math.max(0, ...units.map(({ level }) => level));

/** The units below one, as far down as asked; all for -1. */
function below(units: readonly Unit[], parent: Unit | undefined, down: number): Unit[] {
  const deepest = down < 0 ? Number.POSITIVE_INFINITY : (parent?.level ?? 0) + down;
  const under = new Set([parent?.identifier ?? null]);
  return units.filter((unit) => {
    if (!under.has(unit.parent)) return false;
    under.add(unit.identifier);
    return unit.level <= deepest;
  });
}

/**
 * The members of a navigation answer (specification, “Usage of down, ref”): a unit and those
 * below it, or the units with the same parent for 0; none where no depth is asked for.
 */
export function members(
  units: readonly Unit[],
  ref: Unit | undefined,
  down: number | undefined,
): Unit[] | undefined {
  if (down === undefined) return undefined;
  if (ref === undefined) return below(units, undefined, down);
  if (down === 0) return units.filter(({ parent }) => parent === ref.parent);
  return [ref, ...below(units, ref, down)];
}
