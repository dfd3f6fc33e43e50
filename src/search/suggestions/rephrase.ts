/** Other ways to write a query: other names, other counts of years. Offered, never mixed in. */
import { tokenise } from '../fold/tokens.ts';
import { numeral } from '../goto/numerals.ts';
import type { NameEntry } from '../index/types.ts';

export interface Alternative {
  /** `name`: another form of a name in the query; `year`: the same year in the other calendar. */
  kind: 'name' | 'year';
  query: string;
}

/** The Republic's year 1 is 1912. */
const REPUBLIC = 1911;
const FIRST_WESTERN = 1912;
const LAST_WESTERN = 2049;

const HAN_DIGIT = '[〇一二三四五六七八九]';

/**
 * A year as people write it: 2003, 2003年, 92年, 民國92年, 民92; in Chinese numerals 二〇〇三年,
 * 民國九十二年. Without 民國, 十年 may be a length of time: it takes two digits at least.
 */
const YEAR = new RegExp(
  [
    '(?<!\\d)(?:民國|(?<!\\p{Script=Han})民)\\s*(?<era>\\d{1,3})(?:\\s*年)?(?!\\d)',
    '(?<![\\d,.])(?<count>\\d{1,3})\\s*年',
    '(?<![\\d,.])(?<western>(?:19|20)\\d\\d)(?:\\s*年)?(?!\\d)',
    `(?<hanWestern>(?:一九|二〇)${HAN_DIGIT}{2})\\s*年?`,
    `(?:(?:民國|(?<!\\p{Script=Han})民)\\s*(?=[^年]{1,5}年)|(?=[^年]{2,5}年))(?<han>[〇一二三四五六七八九十百]{1,5})\\s*年`,
  ].join('|'),
  'u',
);

/** A day in digits alone, as programs and forms write it: 1953.7.27, 1953/7/27, 1953-07-27. */
const DAY =
  /(?<![\d./-])(?<year>(?:19|20)\d\d)(?<sign>[./-])0?(?<month>[1-9]|1[0-2])\k<sign>0?(?<day>[1-9]|[12]\d|3[01])(?![\d./-])/u;

/** A query with its day as Chinese texts print it, in both counts of years; none where it names none. */
export function otherDays(query: string): string[] {
  const text = query.normalize('NFKC');
  const match = DAY.exec(text);
  if (!match?.groups) return [];
  const { year, month, day } = match.groups;
  if (Number(year) < FIRST_WESTERN) return [];
  return [Number(year), Number(year) - REPUBLIC].map((counted) =>
    text.replace(match[0], `${counted}年${month}月${day}日`),
  );
}

/** A query with its year as it is written otherwise, in the other count first; none where it names no year of both. */
export function otherYears(query: string): string[] {
  const text = query.normalize('NFKC').replace(/[○零](?=[〇○零一二三四五六七八九年])/gu, '〇');
  const match = YEAR.exec(text);
  if (!match?.groups) return [];
  const { era, count, western, hanWestern, han } = match.groups;
  const inWestern = western ?? hanWestern;
  const year = inWestern ? numeral(inWestern) : numeral(era ?? count ?? han ?? '');
  if (year === undefined) return [];
  const [inRepublic, counted] = inWestern ? [year - REPUBLIC, year] : [year, year + REPUBLIC];
  if (counted < FIRST_WESTERN || counted > LAST_WESTERN) return [];
  const other = inWestern ? `${inRepublic}年` : `${counted}年`;
  const own = inWestern ? `${counted}年` : `${inRepublic}年`;
  // In digits and without 民國 it is written so already.
  const forms = western || count ? [other] : [other, own];
  return forms.map((form) => text.replace(match[0], form));
}

const keysOf = (text: string): string[] => tokenise(text).map((token) => token.key);

/** Where in the query a form stands, as a range of its text. */
function standsAt(query: string, form: string, same: (a: string, b: string) => boolean) {
  const tokens = tokenise(query);
  const keys = keysOf(form);
  if (keys.length === 0) return undefined;
  const at = tokens.findIndex((_, i) =>
    keys.every((key, j) => {
      const typed = tokens[i + j]?.key;
      return typed !== undefined && same(typed, key);
    }),
  );
  const first = tokens[at];
  const last = tokens[at + keys.length - 1];
  return first && last ? ([first.start, last.end] as const) : undefined;
}

/** The letters of a name, without what its romanisation may have or not: Pʼyŏngyang, P'yong-yang, pyongyang. */
const lettersOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\P{L}|\p{Lm}/gu, '')
    .toLowerCase();

const LATIN_RUN =
  /\p{Script=Latin}(?:[\p{Script=Latin}\p{M}\p{Lm}\p{P}\p{Zs}`´]*[\p{Script=Latin}\p{M}.])?/gu;

/** Where in the query a Latin name stands, however its parts are joined, as a range of its text. */
function spelledAt(query: string, form: string) {
  const letters = lettersOf(form);
  if (!/^\p{Script=Latin}+$/u.test(letters)) return undefined;
  const run = [...query.matchAll(LATIN_RUN)].find(([text]) => lettersOf(text) === letters);
  return run && ([run.index, run.index + run[0].length] as const);
}

function otherNames(
  query: string,
  names: readonly NameEntry[],
  same: (a: string, b: string) => boolean,
): string[] {
  return names.flatMap(({ preferred, forms }) => {
    const all = [preferred, ...forms];
    // The longest form that stands in the query is the one that was meant.
    const meant = [...all]
      .sort((a, b) => b.length - a.length)
      .map((form) => ({ form, range: standsAt(query, form, same) ?? spelledAt(query, form) }))
      .find(({ range }) => range);
    if (!meant?.range) return [];
    const [start, end] = meant.range;
    return all
      .filter((form) => form !== meant.form)
      .map((form) => query.slice(0, start) + form + query.slice(end));
  });
}

/** A Latin name set beside a Han character stands in no text, and is costly to look for in vain. */
const JAMMED = /\p{Script=Han}\p{Script=Latin}|\p{Script=Latin}\p{Script=Han}/u;

/**
 * What else a query might be looked for as.
 * @param same whether a typed key may stand for a key of a name (卢 for 盧)
 */
export function alternativesFor(
  query: string,
  names: readonly NameEntry[],
  same: (typed: string, key: string) => boolean,
): Alternative[] {
  const alternatives: Alternative[] = [
    ...otherNames(query, names, same)
      .filter((other) => !JAMMED.test(other))
      .map((other) => ({ kind: 'name' as const, query: other })),
    ...[...otherDays(query), ...(DAY.test(query.normalize('NFKC')) ? [] : otherYears(query))].map(
      (other) => ({
        kind: 'year' as const,
        query: other,
      }),
    ),
  ];
  const seen = new Set([query]);
  return alternatives.filter((s) => !seen.has(s.query) && seen.add(s.query));
}
