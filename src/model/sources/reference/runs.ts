/** What references are put together from. */

/** A stretch of a reference. */
export interface Run {
  text: string;
  /** Titles of Latin-letter books and periodicals. */
  italic?: boolean;
  /** Titles in Chinese references after APA, as Taiwan sets them. */
  bold?: boolean;
  /** Language (BCP 47), where it is not that of the page. */
  lang?: string;
}

/** A run, several, or words without a mark of their own. */
export type Piece = string | Run | readonly Run[] | undefined | false;

export const plain = (text: string): Run => ({ text });
export const italic = (text: string): Run => ({ text, italic: true });

/** Runs of a piece; none of what is not there. */
export function runsOf(piece: Piece): Run[] {
  if (piece === undefined || piece === false || piece === '') return [];
  if (typeof piece === 'string') return [plain(piece)];
  return (Array.isArray(piece) ? [...piece] : [piece as Run]).filter(({ text }) => text !== '');
}

/** Pieces one after the other. */
export const together = (...pieces: Piece[]): Run[] => pieces.flatMap(runsOf);

/** Joins the pieces there are with a separator. */
export function join(pieces: readonly Piece[], separator: string): Run[] {
  const present = pieces.map(runsOf).filter((runs) => runs.length > 0);
  return present.flatMap((runs, i) => (i === 0 ? runs : [plain(separator), ...runs]));
}

/** The characters of runs. */
export const charactersOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** Runs that begin a sentence: a word takes a capital; a title, a host and an address stay as they are. */
export function begun(runs: readonly Run[]): Run[] {
  const [first, ...rest] = runs;
  if (!first || first.italic || !/^[a-z’]+(?:\. | |$)/u.test(first.text)) return [...runs];
  return [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest];
}

/** Runs that have no language of their own get this one. */
export const inLanguage = (runs: readonly Run[], lang: string): Run[] =>
  runs.map((run) => (run.lang === undefined ? { ...run, lang } : run));

const ENDS = /[.?!。？！]['’"”」』〉》]*$/u;

/** Closing quotation marks at the end; an apostrophe is none: the Players’. */
const CLOSING = /(?<=‘(?:[^‘’]|’(?=\p{L}))*)’”?$|”$/u;

/**
 * Sets a mark at the end of runs, inside an English quotation mark. A full stop is left out after
 * what ends a sentence already; a comma stays (Chicago).
 */
export function ended(runs: readonly Run[], mark: '.' | ','): Run[] {
  const last = runs.at(-1);
  if (!last || (mark === '.' && ENDS.test(charactersOf(runs)))) return [...runs];
  const [quote] = CLOSING.exec(last.text) ?? [];
  if (quote) {
    const inside = last.text.slice(0, -quote.length);
    return [...runs.slice(0, -1), { ...last, text: `${inside}${mark}${quote}` }];
  }
  if (last.italic || last.bold || last.lang) return [...runs, plain(mark)];
  return [...runs.slice(0, -1), { ...last, text: last.text + mark }];
}

/** Sentences one after the other: each ends in a full stop, unless it ends in a mark of its own. */
export const sentences = (pieces: readonly Piece[]): Run[] =>
  join(
    pieces.map((piece) => ended(runsOf(piece), '.')),
    ' ',
  );

/** Parts of a sentence, with commas between them. */
export function clauses(pieces: readonly Piece[]): Run[] {
  const present = pieces.map(runsOf).filter((runs) => runs.length > 0);
  return join(
    present.map((runs, i) => (i < present.length - 1 ? ended(runs, ',') : runs)),
    ' ',
  );
}
