/** The sets of queries by which the search is judged, each query with its truth. */
import { Converter } from 'opencc-js';
import { printedLines } from './printed.ts';
import { absentStrings, crossings, stretches } from './random.ts';
import { shortReferences } from './references.ts';
import { searcher, type Text } from './truth.ts';

interface Query {
  typed: string;
  truth: ReadonlySet<string>;
}

export interface QuerySet {
  name: string;
  count: number;
  queries(): Query[];
}

const SEED = Number(process.env['SEARCH_SEED'] ?? 20_261_123);

let known: { texts: Text[]; search: ReturnType<typeof searcher> } | undefined;

/** Everything that can be found, and plain search in it; read once for all sets. */
function printed() {
  if (known) return known;
  const texts = [...printedLines(), ...shortReferences()];
  known = { texts, search: searcher(texts) };
  return known;
}

const toSimplified = Converter({ from: 't', to: 'cn' });
const REGIONS = {
  Taiwan: Converter({ from: 't', to: 'tw' }),
  'Hong Kong': Converter({ from: 't', to: 'hk' }),
};

const isHan = (text: string) => /^\p{Script=Han}+$/u.test(text);

/** Stretches of the text, typed in another way, with the truth of the stretch itself. */
const typedOtherwise = (list: string[], typed: (stretch: string) => string): Query[] => {
  const { search } = printed();
  return list.map((stretch) => ({ typed: typed(stretch), truth: search(stretch) }));
};

const asIs = (text: string) => text;

/**
 * Stretches typed in Simplified: text and stretch are both converted, and then
 * compared. OpenCC writes some characters by their words (計畫 计划, but 畫 画), so
 * that one cut off from its word may differ; it stands for itself all the same.
 */
function simplified(count: number): Query[] {
  const { texts, search: searchPrinted } = printed();
  const search = searcher(texts.map(({ path, text }) => ({ path, text: toSimplified(text) })));
  return stretches(SEED + 3, count, [2, 12], isHan).map((stretch) => {
    const typed = toSimplified(stretch);
    return { typed, truth: search(typed).union(searchPrinted(stretch)) };
  });
}

/** `!` to `~` in full width, but for the signs of the query's own grammar. */
const widen = (text: string) =>
  text.replace(/[!-~]/gu, (c) =>
    c === '-' || c === '"' ? c : String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0),
  );

const NARROWED = /(?<=\p{Script=Han}) (?=\d)|(?<=\d) (?=\p{Script=Han})/gu;

const set = (name: string, count: number, queries: (count: number) => Query[]): QuerySet => ({
  name,
  count,
  queries: () => queries(count),
});

/** Random stretches in parts, so that two workers share them. */
const RANDOM = [1, 2, 3].map((part) =>
  set(`random stretches of 1 to 40 characters, part ${part}`, 350, (count) =>
    typedOtherwise(stretches(SEED + part * 100, count), asIs),
  ),
);

export const SETS: readonly QuerySet[] = [
  ...RANDOM,
  set('random stretches of 1 to 4 characters', 200, (count) =>
    typedOtherwise(stretches(SEED + 1, count, [1, 4]), asIs),
  ),
  set('stretches across a noteref or a page break', 100, (count) =>
    typedOtherwise(crossings(SEED + 2, count), asIs),
  ),
  set('stretches typed in Simplified', 200, simplified),
  ...Object.entries(REGIONS).map(([region, convert], i) =>
    set(`stretches typed in forms of ${region}`, 100, (count) =>
      typedOtherwise(stretches(SEED + 4 + i, count, [2, 12], isHan), convert),
    ),
  ),
  set('stretches typed in full width', 100, (count) =>
    typedOtherwise(
      stretches(SEED + 6, count, [1, 40], (s) => /[a-z0-9]/iu.test(s)),
      widen,
    ),
  ),
  set('stretches typed in capitals', 100, (count) =>
    typedOtherwise(
      stretches(SEED + 7, count, [1, 40], (s) => /[a-z]/u.test(s)),
      (s) => s.toUpperCase(),
    ),
  ),
  set('stretches typed without spaces between Han characters and digits', 100, (count) =>
    typedOtherwise(
      stretches(SEED + 8, count, [3, 40], (s) => s.search(NARROWED) >= 0),
      (s) => s.replace(NARROWED, ''),
    ),
  ),
];

export const SEARCHES = {
  absent: {
    count: 345,
    strings: () => {
      const { search } = printed();
      return absentStrings(SEED + 9, [240, 60, 30], (text) => search(text).size > 0);
    },
  },
};
