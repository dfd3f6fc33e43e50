/** Pages whose lines run from top to bottom: turned, so that the rest need not know. */
import type { Glyph, RawPage } from './page.ts';

/** Whether the characters run from top to bottom. */
export function runsDown(glyphs: Glyph[]): boolean {
  let down = 0;
  let along = 0;
  for (let i = 1; i < glyphs.length; i += 1) {
    const [a, b] = [glyphs[i - 1] as Glyph, glyphs[i] as Glyph];
    const [dx, dy] = [b.left - a.left, b.baseline - a.baseline];
    if (Math.abs(dx) < 0.3 * a.size && dy > 0.4 * a.size && dy < 2 * a.size) down += 1;
    else if (Math.abs(dy) < 0.3 * a.size && dx > 0) along += 1;
  }
  return down > 20 && down > along;
}

/** Turns a page whose lines run down, so that they run along: its right edge becomes the top. */
export function turned(raw: RawPage): RawPage {
  const glyphs = raw.glyphs.map((g) => {
    const middle = (g.left + g.right) / 2;
    const half = g.size / 2;
    return {
      ...g,
      left: g.lying?.top ?? g.baseline - g.size,
      right: g.lying?.bottom ?? g.baseline,
      baseline: raw.width - middle + half,
    };
  });
  const rules = raw.rules.map((r) => ({
    left: r.top,
    right: r.bottom,
    top: raw.width - r.right,
    bottom: raw.width - r.left,
  }));
  return { ...raw, width: raw.height, height: raw.width, glyphs, rules };
}

/**
 * On a page whose lines run down, running head and page number may still run
 * along: above or below all columns.
 */
export function margins(glyphs: Glyph[]): { head: Glyph[]; foot: Glyph[]; text: Glyph[] } {
  const inColumns = glyphs.filter((g, i) => {
    const next = glyphs[i + 1];
    const down = next ? next.baseline - g.baseline : 0;
    return (
      next &&
      Math.abs(next.left - g.left) < 0.3 * g.size &&
      down > 0.4 * g.size &&
      down < 2 * g.size
    );
  });
  const at = inColumns.map((g) => g.baseline).sort((a, b) => a - b);
  const size = inColumns[0]?.size ?? 12;
  const top = (at[Math.floor(0.01 * at.length)] ?? 0) - 1.2 * size;
  const bottom = (at[Math.floor(0.99 * (at.length - 1))] ?? 0) + 2.2 * size;
  const runsAlong = (g: Glyph, other: Glyph | undefined) =>
    other !== undefined &&
    Math.abs(other.baseline - g.baseline) < 0.3 * g.size &&
    Math.abs(other.left - g.left) < 2 * g.size;
  // A label may stand out above its column, alone.
  const outside = glyphs.map((g, i): -1 | 0 | 1 => {
    const far = Math.max(top - g.baseline, g.baseline - bottom);
    if (far <= 0) return 0;
    const along = runsAlong(g, glyphs[i - 1]) || runsAlong(g, glyphs[i + 1]);
    if (!along && far < 3 * size) return 0;
    return g.baseline < top ? -1 : 1;
  });
  return {
    head: glyphs.filter((_, i) => outside[i] === -1),
    foot: glyphs.filter((_, i) => outside[i] === 1),
    text: glyphs.filter((_, i) => outside[i] === 0),
  };
}
