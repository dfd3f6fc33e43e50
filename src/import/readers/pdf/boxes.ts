/** Boxes that drawn rules make on a page. */
import type { PageLines } from './lines.ts';

/** Boxes that rules enclose or bound: rules of about one width above each other, or a grid. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Where horizontal rules run. */
  levels: number[];
  /** Where vertical rules run between the columns. */
  columns: number[];
}

const within = (a: number, b: number, by: number) => Math.abs(a - b) <= by;

function merged(values: number[], by: number): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.filter((v, i) => i === 0 || v - (sorted[i - 1] ?? 0) > by);
}

/** A rectangle that is filled or framed bounds something by its four sides. */
function sides({ left, right, top, bottom }: PageLines['rules'][number]) {
  const thinX = right - left < 4;
  const thinY = bottom - top < 4;
  if (thinX && thinY) return [];
  if (thinX || thinY) return [{ left, right, top, bottom }];
  if (bottom - top > 80 && right - left > 350) return [];
  return [
    { left, right, top, bottom: top },
    { left, right, top: bottom, bottom },
    { left, right: left, top, bottom },
    { left: right, right, top, bottom },
  ];
}

export function boxesOf(page: PageLines): Box[] {
  const rules = page.rules.flatMap(sides);
  const across = rules.filter((r) => r.right - r.left >= 4 && r.bottom - r.top < 4);
  const down = rules.filter((r) => r.bottom - r.top >= 4 && r.right - r.left < 4);
  const boxes: Box[] = [];
  if (down.length >= 2) {
    // Rules that touch are one grid.
    const parts = [...across, ...down].map((r) => ({ ...r }));
    const grids: (typeof parts)[number][] = [];
    for (const part of parts.sort((a, b) => a.top - b.top)) {
      const grid = grids.find(
        (g) =>
          part.left <= g.right + 3 &&
          part.right >= g.left - 3 &&
          part.top <= g.bottom + 3 &&
          part.bottom >= g.top - 3,
      );
      if (!grid) grids.push(part);
      else {
        grid.left = Math.min(grid.left, part.left);
        grid.right = Math.max(grid.right, part.right);
        grid.bottom = Math.max(grid.bottom, part.bottom);
      }
    }
    for (const g of grids) {
      const inner = (r: (typeof parts)[number]) =>
        r.left >= g.left - 3 &&
        r.right <= g.right + 3 &&
        r.top >= g.top - 3 &&
        r.bottom <= g.bottom + 3;
      const columns = merged(
        down.filter(inner).map((r) => (r.left + r.right) / 2),
        3,
      );
      const levels = merged(
        across.filter(inner).map((r) => (r.top + r.bottom) / 2),
        3,
      );
      // The sides may be open.
      const between = columns.filter((x) => x > g.left + 6 && x < g.right - 6);
      if (columns.length >= 2 && levels.length >= 2 && g.bottom - g.top > 12)
        boxes.push({ ...g, levels, columns: between });
    }
  }
  const free = across.filter(
    (r) =>
      !boxes.some((b) => r.top >= b.top - 3 && r.bottom <= b.bottom + 3) && r.right - r.left > 60,
  );
  for (const rule of free) {
    if (boxes.some((b) => rule.top >= b.top - 1 && rule.top <= b.bottom + 1)) continue;
    const alike = free.filter(
      (r) => within(r.left, rule.left, 4) && within(r.right, rule.right, 4) && r.top >= rule.top,
    );
    const levels = merged(
      alike.map((r) => r.top),
      2,
    );
    if (levels.length < 2) continue;
    boxes.push({
      left: rule.left,
      right: rule.right,
      top: levels[0] ?? 0,
      bottom: levels.at(-1) ?? 0,
      levels,
      columns: [],
    });
  }
  return boxes;
}
