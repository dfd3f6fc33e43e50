/** The query layer: whatever is typed, the answer is that of plain search over all records, and never a failure. */
import { expect, test } from 'vitest';
import { createSearch, PAGE_SIZE } from '../../src/search/engine.ts';
import { openLexicon } from '../../src/search/fold/lexicon.ts';
import { goTo } from '../../src/search/goto/goto.ts';
import { searchedTokens } from '../../src/search/index/searched-text.ts';
import { MAX_LENGTH, parseQuery, type Term } from '../../src/search/query/grammar.ts';
import { everyYear } from '../../src/search/query/match.ts';
import {
  isLoose,
  occurrences,
  type Pattern,
  patternsOf,
  type Reach,
} from '../../src/search/query/pattern.ts';
import { romanised, unmarkedPatterns, withoutMarks } from '../../src/search/query/unmarked.ts';
import type { Hit } from '../../src/search/results/hit.ts';
import { among } from '../search/random.ts';
import { searcher } from '../search/truth.ts';
import { places } from '../unit/search/cite/places.ts';
import { memoryIndex, note, paragraph } from '../unit/search/memory-index.ts';
import { below, type Chance, fuzz } from './fuzz.ts';
import { odd } from './harm.ts';

const TEXTS = [
  '盧武鉉在 1945 年宣佈：「美國、南韓」發展為盟友，共 37,000 人。',
  '皇后干預計畫，後來在臺灣爲人所知。越過 38 度線——“the DMZ”……',
  '橋成於 the old ferry at night 之後，費時三日（約 60~70 萬）。',
  '年份\t價\n1908\t2 角\n1912\t3 角 5 分',
  'Jörg Müller, “U.S. Troop Withdrawal,” Asian Survey, vol. 21 (March 1981), pp. 64-65.',
  'かな文字 한국어 русский язык العربية עברית ไทย हिन्दी ελληνικά 😀 𠮷野家',
];
const RECORDS = [
  ...TEXTS.slice(0, 4).map((text, i) => paragraph(text, { path: `/sections/1/#p${i}` })),
  ...TEXTS.slice(4).map((text, i) => note(i + 1, text)),
  note(3, 'Ibid., p. 330.', { references: [{ id: 'muller', text: TEXTS[4] ?? '' }] }),
  note(4, '同上註，頁 12；後來亦同。'),
];
const NAMES = [{ preferred: '首爾', forms: ['漢城', 'Seoul'] }];
const index = memoryIndex(RECORDS, NAMES);
const { search } = createSearch(index);
const lexicon = openLexicon(await index.tables());

/** Plain search: each record's tokens from beginning to end, without the index. */
function plainly(text: string, reach: 'whole' | 'prefix'): Set<string> {
  const loose = isLoose(text);
  const steps: Reach[] = reach === 'whole' ? [reach] : [reach, 'inside'];
  for (const how of steps) {
    const patterns = patternsOf(text, how, loose, lexicon);
    const found = RECORDS.filter((record) =>
      patterns.some((pattern) => occurrences(searchedTokens(record), pattern).length > 0),
    );
    if (found.length > 0) return new Set(found.map(({ path }) => path));
  }
  return new Set();
}

/** The same for a term that does not stand as typed: its marks, and those between, left out of account. */
function unmarkedly(text: string): Set<string> {
  const tokensOf = (pattern: Pattern, record: (typeof RECORDS)[number]) =>
    pattern.unmarked ? withoutMarks(searchedTokens(record)) : searchedTokens(record);
  const patterns = [...romanised(text, lexicon), ...unmarkedPatterns(text, isLoose(text), lexicon)];
  const found = RECORDS.filter((record) =>
    patterns.some((pattern) => occurrences(tokensOf(pattern, record), pattern).length > 0),
  );
  return new Set(found.map(({ path }) => path));
}

function termly({ text, exact }: Term): Set<string> {
  const found = plainly(text, exact ? 'whole' : 'prefix');
  return exact || found.size > 0 ? found : unmarkedly(text);
}

/** The addresses of all records that answer a query. */
function answerTo(typed: string): Set<string> {
  const { stretch, literal, terms, excluded } = parseQuery(typed);
  const whole = literal ? plainly(stretch, 'prefix') : new Set<string>();
  if (whole.size > 0) return whole;
  const [first = new Set<string>(), ...rest] = terms.map(termly);
  const without = excluded.flatMap(everyYear).map(termly);
  const kept = [...first].filter(
    (path) => rest.every((s) => s.has(path)) && !without.some((s) => s.has(path)),
  );
  return new Set(kept);
}

const SIGNS = [
  '"',
  '＂',
  '-',
  '－',
  ' ',
  '  ',
  '\u3000',
  '\t',
  '\n',
  '" "',
  ' -"',
  '*',
  'AND ',
  'kind:',
  '%00',
  '\\',
  '../',
];
const LETTERS = [...new Set(TEXTS.join(''))];

/** A piece of a query: of the text, of any script, a sign. */
function piece(chance: Chance): string {
  const kind = below(chance, 8);
  if (kind < 4) {
    const text = among(TEXTS, chance);
    const at = below(chance, text.length);
    return text.slice(at, at + 1 + below(chance, 8));
  }
  if (kind === 4) return among(LETTERS, chance);
  if (kind === 5) return odd(chance);
  if (kind === 6) return String.fromCharCode(below(chance, 0x10000));
  return among(SIGNS, chance);
}

/** One query in so many is long. */
const SELDOM = 150;

function query(chance: Chance): string[] {
  const length = below(chance, SELDOM) === 0 ? below(chance, 10_000) : 1 + below(chance, 6);
  const own = piece(chance) || 'x';
  const repeated = below(chance, 2) === 0;
  return Array.from({ length }, () => (length > 6 && repeated ? own : piece(chance)))
    .join('')
    .slice(0, 10_000)
    .split('');
}

/** What is wrong with a hit: it shows what is not in its record. */
function faultOfHit({ text, ranges, excerpt, path }: Hit): string | undefined {
  if (!RECORDS.some((record) => record.path === path && record.text === text)) return 'other text';
  if (ranges.some(([from, to]) => from < 0 || to > text.length || from >= to)) return 'ranges';
  const shown = excerpt.pieces.map((p) => p.text).join('');
  return TEXTS.concat(text).some((t) => t.includes(shown)) ? undefined : `excerpt ${shown}`;
}

let found = 0;

async function fault(characters: readonly string[]): Promise<string | undefined> {
  const typed = characters.join('');
  const result = await search(typed, { sort: 'order' });
  goTo(typed, places);
  if (result.status === 'failed') return result.error.stack;
  if (typed.length > MAX_LENGTH)
    return result.status === 'none' && result.why === 'too-long' ? undefined : 'not too long?';
  await result.suggestions();
  if (result.status === 'none') {
    const missed = typed.trim() === '' ? [] : [...answerTo(typed)];
    return missed.length === 0 ? undefined : `${result.why}: ${missed.join(' ')} missed`;
  }
  const pages = Array.from({ length: Math.ceil(result.total / PAGE_SIZE) }, (_, i) =>
    result.page(i),
  );
  const hits = (await Promise.all(pages)).flat();
  const expected = typed.trim() === '' ? RECORDS.map((r) => r.path) : [...answerTo(typed)];
  const paths = hits.map((hit) => hit.path);
  if (paths.length !== result.total || paths.length !== new Set(paths).size) return 'total';
  if (paths.toSorted().join() !== expected.toSorted().join())
    return `${paths.join(' ')} is not ${expected.join(' ')}`;
  found += 1;
  return hits.map(faultOfHit).find(Boolean);
}

test('queries by chance', async () => {
  await fuzz('query', { seed: 400_001, cases: 10_000, make: query, fault });
  if (!process.env['FUZZ_CASES']) expect(found).toBeGreaterThan(2000);
}, 600_000);

/** All that can be found, for the search that knows nothing of `src/search`. */
const truth = searcher(
  RECORDS.flatMap(({ path, text, references = [] }) => [
    ...text.split('\n').map((line) => ({ path, text: line })),
    ...references.map((r) => ({ path, text: r.text })),
  ]),
);

test('stretches of the text are found where plain search finds them', async () => {
  await fuzz('stretch', {
    seed: 500_001,
    cases: 1000,
    make: (chance) => {
      const characters = [
        ...among(
          TEXTS.slice(0, 5).flatMap((t) => t.split(/[\t\n]/u)),
          chance,
        ),
      ];
      const at = below(chance, characters.length);
      return characters.slice(at, at + 1 + below(chance, 20));
    },
    fault: async (characters) => {
      const typed = characters.join('').trim();
      if (!/[\p{L}\p{N}]/u.test(typed) || /^-|["\p{M}]/u.test(typed)) return undefined;
      const result = await search(typed, { sort: 'order' });
      const hits = result.status === 'found' ? await result.page(0) : [];
      const paths = hits.map((hit) => hit.path).sort();
      const expected = [...truth(typed)].sort();
      return paths.join() === expected.join() ? undefined : `${paths} is not ${expected}`;
    },
  });
}, 600_000);
