/** Tables of contents: lines under 目錄 that end with the numbers of pages. */
import type { Line } from './lines.ts';

const HEADING = /^(?:目\s*[錄录次]|[圖图表]\s*(?:目\s*)?[錄录次]|Contents)$/iu;
const ENTRY = /[\s\u3000.．…‧·⋯](\d{1,4}|[ivxlc]{1,6})$/iu;
/** Fewer entries than these are no table of contents. */
const LEAST = 3;

/** The lines of tables of contents, their headings with them. The numbers of their pages only grow. */
export function contentsIn<L extends Pick<Line, 'text'>>(lines: readonly L[]): L[] {
  return lines.flatMap(({ text }, at): L[] => {
    if (!HEADING.test(text)) return [];
    let end = at + 1;
    for (let last = 0; end < lines.length; end += 1) {
      const page = ENTRY.exec(lines[end]?.text ?? '')?.[1];
      if (page === undefined) break;
      const number = Number(page);
      if (number < last) break;
      if (!Number.isNaN(number)) last = number;
    }
    return end - at > LEAST ? lines.slice(at, end) : [];
  });
}
