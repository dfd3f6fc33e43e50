/** Growth as Markdown: what was measured, the slope, and what the slope points to. */
import type { BuildCost, SearchCost } from '../growth.ts';
import { kb, slope, table, times, whole } from '../search/numbers.ts';

/** As many chapters as the project is meant for. */
const FAR = [100, 1000];

const NOT_RUN = 'not run: ';

interface Size {
  times: number;
}

/**
 * A row: each size as it was measured, the power between the last two, and what
 * lies beyond along a straight line, or by the power where that is above 1.
 */
function row<T extends Size>(
  what: string,
  sizes: readonly T[],
  value: (size: T) => number,
  show: (n: number) => string,
): string[] {
  const known = sizes.map((size) => show(value(size)));
  const [before, last] = sizes.slice(-2);
  if (!before || !last || before === last) return [what, ...known, '–', '–'];
  const power = slope([before.times, last.times], [value(before), value(last)]);
  const line = (value(last) - value(before)) / (last.times - before.times);
  const far = FAR.filter((n) => n > last.times).map((n) => {
    // What does not grow between two sizes is noise, and points nowhere.
    if (line <= 0) return '–';
    const there =
      power > 1 ? value(last) * (n / last.times) ** power : value(last) + line * (n - last.times);
    return `≈ ${show(there)}`;
  });
  return [what, ...known, power.toFixed(2), ...far];
}

function headOf(sizes: readonly Size[]): string[] {
  const [before, last] = sizes.slice(-2).map((size) => size.times);
  const far = FAR.filter((n) => n > (last ?? 0)).map((n) => `${NOT_RUN}×${n}, extrapolated`);
  return ['', ...sizes.map((size) => `×${size.times}`), `power, ×${before}–×${last}`, ...far];
}

/** Times are multiples of the build of one chapter. */
export function buildTable(sizes: readonly BuildCost[]): string {
  const unit = sizes[0]?.time ?? Number.NaN;
  return table(headOf(sizes), [
    row('pages', sizes, (s) => s.pages, whole),
    row(
      'build time',
      sizes,
      (s) => s.time,
      (ms) => times(ms / unit),
    ),
    row('peak memory of Node, MB', sizes, (s) => s.memory, whole),
    row('files without the index, MB', sizes, (s) => s.bytes / 1e6, whole),
  ]);
}

/** Times are multiples of the index of one chapter. */
export function searchTable(sizes: readonly SearchCost[]): string {
  const unit = sizes[0]?.time ?? Number.NaN;
  return table(headOf(sizes), [
    row('records', sizes, (s) => s.records, whole),
    row(
      'time to write the index',
      sizes,
      (s) => s.time,
      (ms) => times(ms / unit),
    ),
    row('index, KB', sizes, (s) => s.index, kb),
    row('first search, KB of index (median of 4 queries)', sizes, (s) => s.first, kb),
    row('first search, KB of index (the dearest)', sizes, (s) => s.most, kb),
  ]);
}
