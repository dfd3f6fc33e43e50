/** Sums of measurements, and how they are printed. */

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

/** The power with which a cost grows: 1 in step with the text, 2 with its square. */
export const slope = (sizes: readonly [number, number], costs: readonly [number, number]): number =>
  Math.log(costs[1] / costs[0]) / Math.log(sizes[1] / sizes[0]);

/** Bytes as kilobytes of 1,000. */
export const kb = (bytes: number): string =>
  (bytes / 1000).toLocaleString('en', { maximumFractionDigits: bytes < 9950 ? 1 : 0 });

export const whole = (value: number): string => Math.round(value).toLocaleString('en');

/** Two places, never rounded up to a perfect 1.00. */
export function share(value: number): string {
  if (Number.isNaN(value)) return '–';
  return (value === 1 ? 1 : Math.min(0.99, value)).toFixed(2);
}

/** A ratio with two digits that count. */
export const times = (ratio: number): string =>
  Number.isFinite(ratio) ? `${Number(ratio.toPrecision(2)).toLocaleString('en')}×` : '–';

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(line)].join(
    '\n',
  );
}
