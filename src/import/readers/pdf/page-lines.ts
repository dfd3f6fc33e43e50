/** A page as PDFium gives it → its lines in the order in which they are read. */
import { unfolded } from './columns.ts';
import { linesOf, type PageLines } from './lines.ts';
import type { RawPage } from './page.ts';
import { margins, runsDown, turned } from './vertical.ts';

/** The lines of a page. Their units are still to be numbered. */
export function toPageLines(raw: RawPage, index: number): PageLines {
  const vertical = runsDown(raw.glyphs);
  const { tagged, pictures } = raw;
  if (!vertical) {
    const { width, height } = raw;
    const across = linesOf(raw.glyphs, index);
    const two = unfolded(raw, across);
    const lines = two ? linesOf(two.page.glyphs, index) : across;
    const { rules } = two?.page ?? raw;
    const back = two ? { back: two.back } : {};
    return { index, width, height, lines, rules, tagged, pictures, vertical, ...back };
  }
  const { head, foot, text } = margins(raw.glyphs);
  const { width, height, rules, glyphs } = turned({ ...raw, glyphs: text });
  const above = linesOf(head, index);
  const below = linesOf(foot, index);
  // On the turned page they stand before and after all lines.
  for (const [i, line] of above.entries()) line.baseline = -100 + 20 * i;
  for (const [i, line] of below.entries()) line.baseline = height + 100 + 20 * i;
  const lines = [...above, ...linesOf(glyphs, index), ...below];
  return { index, width, height, lines, rules, tagged, pictures, vertical };
}
