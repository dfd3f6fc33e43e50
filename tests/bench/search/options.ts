/** What the command line asks for. */
import { parseArgs } from 'node:util';

export interface Options {
  seed: number;
  /** Times the text. */
  sizes: number[];
  /** Date of the results, as 2026-01-31. */
  date: string;
  write: boolean;
}

export const USAGE = `npm run bench:search -- [--seed 1] [--sizes 1,10,40,100] [--write] [--date YYYY-MM-DD]

--sizes   times the text; 100 takes minutes and 4 GB, so while working: --sizes 1,10
--write   also writes the results to tests/bench/results/search-<date>.md`;

/** Throws on what it does not know. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: 'string', default: '20261123' },
      sizes: { type: 'string', default: '1,10,40,100' },
      date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
      write: { type: 'boolean', default: false },
    },
  });
  const options = {
    seed: Number(values.seed),
    sizes: values.sizes.split(',').map(Number),
    date: values.date,
    write: values.write,
  };
  const whole = [options.seed, ...options.sizes].every((n) => Number.isInteger(n) && n > 0);
  const rising = options.sizes.every((size, i) => i === 0 || size > (options.sizes[i - 1] ?? 0));
  if (!whole || !rising || options.sizes[0] !== 1 || options.sizes.length < 2)
    throw new RangeError('--seed and --sizes are whole numbers; sizes rise from 1, two at least');
  if (!/^\d{4}-\d\d-\d\d$/u.test(options.date)) throw new RangeError('--date is YYYY-MM-DD');
  return options;
}
