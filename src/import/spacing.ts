/**
 * Joins hard-wrapped lines and sets white space, and nothing but white space.
 *
 * Marks, page breaks and styles travel through as two private-use characters
 * around their number, and are transparent to spacing: what counts is the
 * printed character before and after.
 */

/** Encloses a number as a mark (noteref), a page break, or the beginning or end of a style within running text. */
export const MARK_OPEN = '\uE000';
export const BREAK_OPEN = '\uE001';
export const STYLE_OPEN = '\uE004';
export const STYLE_CLOSE = '\uE005';
export const CLOSE = '\uE002';

/**
 * Where the spaces of a text come from. Those of extracted text may be nothing
 * but gaps between glyphs; written ones stay, and only line ends are joined.
 */
export type Spaces = 'extracted' | 'written';

const ATOM = /[\uE000\uE001\uE004\uE005]\d+\uE002|\s+|[^\s]/gu;
const SIGN_OR_SPACE = /^[\s\uE000\uE001\uE004\uE005]/u;

/** Han characters and the full-width punctuation set with them. */
const WIDE = /[\p{Script=Han}\u2500\u2014\u2018\u2026\u2027\u3000-\u303F\uFF00-\uFFEF]/u;
const HAN = /\p{Script=Han}/u;
const WORD = /[\p{Script=Latin}\p{Nd}]/u;

/** What stands between two printed characters that white space `gap` parts. */
function joint(before: string, after: string, gap: string, spaces: Spaces): string {
  if (spaces === 'extracted') return extractedJoint(before, after, gap);
  if (!gap.includes('\n')) return gap.includes('\u3000') ? '\u3000' : ' ';
  // The lines of such a file are no lines of print: between Latin signs their ends are spaces.
  return WIDE.test(before) || WIDE.test(after) ? extractedJoint(before, after, '\n') : ' ';
}

function extractedJoint(before: string, after: string, gap: string): string {
  const wideBefore = WIDE.test(before);
  const wideAfter = WIDE.test(after);
  if (wideBefore && wideAfter) return '';
  if (wideBefore || wideAfter) {
    const [wide, other] = wideBefore ? [before, after] : [after, before];
    if (!HAN.test(wide)) return '';
    // A wrap between Han and a word hides the automatic space; elsewhere only a real one counts.
    return WORD.test(other) || gap !== '\n' ? ' ' : '';
  }
  return gap === '\n' && !(WORD.test(before) && WORD.test(after)) ? '' : ' ';
}

/**
 * Sets the white space of running text: none between Han characters or beside
 * full-width punctuation, one space between Han and Latin letters or digits
 * (as the word processor set it), one between Latin words.
 * @param raw lines joined by `\n`, with marks, page breaks and styles enclosed
 * @param spaces whether its spaces are to be trusted
 */
export function setSpacing(raw: string, spaces: Spaces = 'extracted'): string {
  const atoms = raw.match(ATOM) ?? [];
  let out = '';
  let before: string | undefined;
  let waiting: string[] = [];
  for (const atom of atoms) {
    if (SIGN_OR_SPACE.test(atom)) {
      waiting.push(atom);
      continue;
    }
    const lastGap = waiting.findLastIndex((a) => /^\s/u.test(a));
    for (const [i, part] of waiting.entries()) {
      if (!/^\s/u.test(part)) out += part;
      else if (before !== undefined && i === lastGap) out += joint(before, atom, part, spaces);
    }
    out += atom;
    before = atom;
    waiting = [];
  }
  return out + waiting.filter((part) => !/^\s/u.test(part)).join('');
}
