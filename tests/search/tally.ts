/** Counts what a search found against the truth. */

/** What was answered to a query, by the page or by the search itself. */
export interface Answered {
  query: string;
  /** The total that is announced. */
  total: number;
  /** The addresses of the hits, in order, without what they mark. */
  paths: string[];
  status: string;
}

export interface Tally {
  wanted: number;
  /** Of what was found, and of what was wanted, how much is right: 1 is all. */
  precision: number;
  recall: number;
  /** The queries that went wrong, and how. */
  wrong: string[];
}

export function tallyOf(
  answers: readonly Answered[],
  truths: readonly ReadonlySet<string>[],
): Tally {
  const wrong: string[] = [];
  let [wanted, found, right] = [0, 0, 0];
  for (const [i, { query, total, paths, status }] of answers.entries()) {
    const truth = truths[i] ?? new Set();
    const hits = new Set(paths);
    const missing = [...truth].filter((path) => !hits.has(path));
    const extra = paths.filter((path) => !truth.has(path));
    wanted += truth.size;
    found += paths.length;
    right += truth.size - missing.length;
    if (missing.length > 0 || extra.length > 0 || total !== paths.length)
      wrong.push(`${query}: lacks ${missing}; has ${extra}; says ${status}`);
  }
  return { wanted, precision: right / found, recall: right / wanted, wrong };
}
