/** What the command line of `npm run bench` asks for. */
import { parseArgs } from 'node:util';

export interface Options {
  builds: number;
  loads: number;
  /** Times the pages, and times the records of the search. */
  pages: number[];
  records: number[];
  date: string;
  /** Whether our pages are held against bare ones of the same text alone. */
  bare: boolean;
  /** Whether pages with and without a reader's annotations are compared alone. */
  annotations: boolean;
}

export const USAGE = `npm run bench -- [--bare | --annotations] [--builds 2] [--loads 3] [--pages 1,3,10] [--records 1,10,100] [--date YYYY-MM-DD]

--bare     our pages beside Hugo's bare ones, and nothing else; writes no file
--annotations  our pages with 5,000 annotations of a reader and with none, and nothing else; writes no file
--builds   builds of each site, --loads  loads of each page: of each the median counts
--pages    how many times over our own pages are built; 10 are 2,900 pages
--records  how many chapters the search index has; 100 takes minutes and 4 GB
writes tests/bench/results/<date>.md; peers are installed into .cache/bench/`;

/** @throws RangeError on what it does not know */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      builds: { type: 'string', default: '2' },
      loads: { type: 'string', default: '3' },
      pages: { type: 'string', default: '1,3,10' },
      records: { type: 'string', default: '1,10,100' },
      bare: { type: 'boolean', default: false },
      annotations: { type: 'boolean', default: false },
      date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    },
  });
  const sizes = (list: string): number[] => list.split(',').map(Number);
  const options = {
    builds: Number(values.builds),
    loads: Number(values.loads),
    pages: sizes(values.pages),
    records: sizes(values.records),
    date: values.date,
    bare: values.bare,
    annotations: values.annotations,
  };
  const numbers = [options.builds, options.loads, ...options.pages, ...options.records];
  if (!numbers.every((n) => Number.isInteger(n) && n > 0))
    throw new RangeError('--builds, --loads, --pages and --records are whole numbers from 1');
  for (const list of [options.pages, options.records])
    if (list[0] !== 1 || list.some((n, i) => i > 0 && n <= (list[i - 1] ?? 0)))
      throw new RangeError('--pages and --records rise from 1');
  if (!/^\d{4}-\d\d-\d\d$/u.test(options.date)) throw new RangeError('--date is YYYY-MM-DD');
  return options;
}
