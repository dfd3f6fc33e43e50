/** What a reader typed → terms that must stand there, and terms that must not. */

export interface Term {
  text: string;
  /** In quotation marks: whole words only. */
  exact: boolean;
}

export interface Query {
  /** The query without what cannot be printed; also the stretch that is looked for as it stands. */
  stretch: string;
  /** Whether to look for the stretch first: not where `"…"` asks for parts of it. */
  literal: boolean;
  terms: Term[];
  excluded: Term[];
}

/** Longer than any paragraph of a book; beyond it nobody is searching. */
export const MAX_LENGTH = 2000;

/** Unpaired surrogates, control characters, direction marks and other formats are not searched for. */
const UNPRINTED = /[\p{Cs}\p{Cc}\p{Cf}]/gu;

/** A part: perhaps excluded, by any sign that is taken for a minus, perhaps quoted. Both quotation marks of a pair must be there. */
const PART =
  /(?<not>(?<=^|\s)[-－﹣−‐‑–](?=\S))?(?:["＂](?<straight>[^"＂]*)["＂]|(?<word>[^\s"＂]+|["＂]))/gu;

/**
 * Where typed words part: at marks and spaces, but not at one mark between two
 * Latin letters or digits (U.S, 37,000, 64-65).
 */
const BETWEEN =
  /(?<![\p{Script=Latin}\p{N}])[^\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+(?![\p{Script=Latin}\p{N}])|[^\p{L}\p{N}\p{M}]{2,}/u;

const split = (word: string): string[] => word.normalize('NFKC').split(BETWEEN).filter(Boolean);

/** A query as it is looked for: what cannot be printed left out, white space as single spaces. */
function clean(typed: string): string {
  return typed
    .replace(/[\t\n\r]/gu, ' ')
    .replace(UNPRINTED, '')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Reads a query. Anything is a query: there are no errors of syntax. */
export function parseQuery(typed: string): Query {
  const stretch = clean(typed.slice(0, MAX_LENGTH + 1));
  const terms: Term[] = [];
  const excluded: Term[] = [];
  let quoted = false;
  for (const { groups = {} } of stretch.matchAll(PART)) {
    const list = groups.not ? excluded : terms;
    if (groups.straight !== undefined) {
      quoted = true;
      const text = groups.straight.trim();
      if (text) list.push({ text, exact: true });
    } else {
      list.push(...split(groups.word ?? '').map((text) => ({ text, exact: false })));
    }
  }
  return { stretch, literal: !quoted, terms, excluded };
}
