/** What PDFium takes for shadows, and is none. */
import type { Glyph, Rule } from './page.ts';

/** A text object, and the box it covers. */
export interface Placed {
  object: number;
  box: Rule;
}

/** Objects nearer than this are one, drawn twice to look bold. */
const SHADOW = 1.5;

/**
 * The characters of objects that the library leaves out: where a font is not
 * embedded its letters have no outline, and a line is taken for the shadow of
 * one with the same characters, though that stands above it (as far as an
 * eighth of its length). They are those of its twin, moved.
 */
export function leftOut(texts: Placed[], shared: Map<number, { glyphs: Glyph[] }>): Glyph[] {
  const known: { box: Rule; glyphs: Glyph[] }[] = [];
  const added: Glyph[] = [];
  for (const { object, box } of texts) {
    const own = shared.get(object)?.glyphs;
    if (own) {
      known.push({ box, glyphs: own });
      continue;
    }
    const width = box.right - box.left;
    const height = box.bottom - box.top;
    if (width < 1) continue;
    const twin = known.findLast(
      (k) =>
        Math.abs(k.box.right - k.box.left - width) < 0.3 &&
        Math.abs(k.box.bottom - k.box.top - height) < 0.3 &&
        Math.abs(k.box.left - box.left) <= width &&
        Math.abs(k.box.top - box.top) <= Math.max(width, height) / 7,
    );
    if (!twin) continue;
    const [dx, dy] = [box.left - twin.box.left, box.top - twin.box.top];
    if (Math.abs(dx) < SHADOW && Math.abs(dy) < SHADOW) continue;
    const glyphs = twin.glyphs.map((g) => ({
      ...g,
      left: g.left + dx,
      right: g.right + dx,
      baseline: g.baseline + dy,
    }));
    known.push({ box, glyphs });
    added.push(...glyphs);
  }
  return added;
}
