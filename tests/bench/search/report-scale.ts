/** The cost of our search as the text grows, as Markdown. */
import type { Mode } from './modes.ts';
import { kb, slope, table, times, whole } from './numbers.ts';
import type { SizeCost } from './scale.ts';
import type { WasmCost } from './wasm.ts';

const FAR = 1000;

type Value = (size: SizeCost) => number;

/**
 * A row: its value at each size, the power between the last two, and what they
 * point to at a thousand: along a straight line, or by the power where it is above 1.
 */
function row(what: string, sizes: readonly SizeCost[], value: Value, show: (n: number) => string) {
  const [before, last] = sizes.slice(-2);
  const known = sizes.map((size) => show(value(size)));
  if (!before || !last) return [what, ...known];
  const power = slope([before.times, last.times], [value(before), value(last)]);
  const step = (value(last) - value(before)) / (last.times - before.times);
  const far =
    power > 1
      ? value(last) * (FAR / last.times) ** power
      : value(last) + Math.max(0, step) * (FAR - last.times);
  const told = Number.isFinite(power);
  return [what, ...known, told ? power.toFixed(2) : '–', told ? show(far) : '–'];
}

/** The cells of a row but what lies far: times are too unsteady to be drawn out. */
const near = (cells: readonly string[]): string[] => [...cells.slice(0, -1), '–'];

/** Times are multiples of the first of these at the first size. */
export function sizeTable(sizes: readonly SizeCost[]): string {
  const [first] = sizes;
  const [, unit] = [...(first?.asked ?? [])][0] ?? [];
  const time = (ms: number) => times(ms / (unit?.time ?? Number.NaN));
  const asked = [...(first?.asked.keys() ?? [])];
  const last = sizes.at(-1)?.times;
  const before = sizes.at(-2)?.times;
  return table(
    ['', ...sizes.map((s) => `×${s.times}`), `power, ×${before}–×${last}`, `×${FAR}, extrapolated`],
    [
      row('records', sizes, (s) => s.records, whole),
      row('characters', sizes, (s) => s.characters, whole),
      row('all files, KB', sizes, (s) => s.index, kb),
      row('start: bytes, KB', sizes, (s) => s.start, kb),
      row('– of it the list of records and chunks, KB', sizes, (s) => s.list, kb),
      near(row('start: time', sizes, (s) => s.startTime, time)),
      ...asked.flatMap((what) => [
        row(`${what}: records found`, sizes, (s) => s.asked.get(what)?.found ?? Number.NaN, whole),
        row('– KB', sizes, (s) => s.asked.get(what)?.bytes ?? Number.NaN, kb),
        near(row('– time', sizes, (s) => s.asked.get(what)?.time ?? Number.NaN, time)),
        ...(first?.pairs.has(what)
          ? [row('– KB as lists of pairs', sizes, (s) => s.pairs.get(what) ?? Number.NaN, kb)]
          : []),
      ]),
      row('to compare: all records read, KB', sizes, (s) => s.texts, kb),
      row('to compare: MiniSearch’s index, KB', sizes, (s) => s.bigrams ?? Number.NaN, kb),
    ],
  );
}

export function modeTable(modes: ReadonlyMap<number, readonly Mode[]>): string {
  const cell = ({ reading, records, bytes, indexOnly }: Mode) =>
    `${Math.round(reading * 100)} %, ${records.toFixed(1)}; ${kb(bytes)} of ${kb(indexOnly)} KB`;
  const sizes = [...modes.keys()];
  const lengths = modes.get(1) ?? [];
  return table(
    ['characters', ...sizes.map((size) => `×${size}`)],
    lengths.map(({ length }, i) => [
      String(length),
      ...sizes.map((size) => {
        const mode = modes.get(size)?.[i];
        return mode ? cell(mode) : '–';
      }),
    ]),
  );
}

/** Times are multiples of the search at the first size. */
export function wasmTable(costs: readonly WasmCost[]): string {
  const unit = costs[0]?.search ?? Number.NaN;
  const power = (i: number, hits: (cost: WasmCost) => number, time: (cost: WasmCost) => number) => {
    const [a, b] = [costs[i - 1], costs[i]];
    return a && b ? slope([hits(a), hits(b)], [time(a), time(b)]).toFixed(1) : '–';
  };
  return table(
    ['size', 'records with the word', 'time', 'power', 'records listed', 'time', 'power'],
    costs.map((cost, i) => [
      `×${cost.times}`,
      whole(cost.hits),
      times(cost.search / unit),
      power(
        i,
        (c) => c.hits,
        (c) => c.search,
      ),
      whole(cost.records),
      times(cost.list / unit),
      power(
        i,
        (c) => c.records,
        (c) => c.list,
      ),
    ]),
  );
}
