/**
 * Joins hard-wrapped lines and sets white space, and nothing but white space.
 *
 * Marks and page breaks travel through as two private-use characters around
 * their number, and are transparent to spacing: what counts is the printed
 * character before and after.
 */

/** Encloses a number as a mark (noteref) or a page break within running text. */
export const MARK_OPEN = '\uE000';
export const BREAK_OPEN = '\uE001';
export const CLOSE = '\uE002';

const ATOM = /[\uE000\uE001]\d+\uE002|\s+|[^\s]/gu;

/** Han characters and the full-width punctuation set with them. */
const WIDE = /[\p{Script=Han}\u2500\u2014\u2018\u2026\u2027\u3000-\u303F\uFF00-\uFFEF]/u;
const HAN = /\p{Script=Han}/u;
const WORD = /[\p{Script=Latin}\p{Nd}]/u;

/** What stands between two printed characters that white space `gap` parts. */
function joint(before: string, after: string, gap: string): string {
  const wideBefore = WIDE.test(before);
  const wideAfter = WIDE.test(after);
  if (wideBefore && wideAfter) return '';
  if (wideBefore || wideAfter) {
    const [wide, other] = wideBefore ? [before, after] : [after, before];
    if (!HAN.test(wide)) return '';
    // A wrap between Han and a word hides the automatic space; elsewhere only a real one counts.
    return WORD.test(other) || gap !== '\n' ? ' ' : '';
  }
  return gap === '\n' ? '' : ' ';
}

/**
 * Sets the white space of running text: none between Han characters or beside
 * full-width punctuation, one space between Han and Latin letters or digits
 * (as the word processor set it), one between Latin words.
 * @param raw lines joined by `\n`, with marks and page breaks enclosed
 */
export function setSpacing(raw: string): string {
  const atoms = raw.match(ATOM) ?? [];
  let out = '';
  let before: string | undefined;
  let waiting: string[] = [];
  for (const atom of atoms) {
    if (/^\s|^[\uE000\uE001]/u.test(atom)) {
      waiting.push(atom);
      continue;
    }
    const lastGap = waiting.findLastIndex((a) => /^\s/u.test(a));
    for (const [i, part] of waiting.entries()) {
      if (!/^\s/u.test(part)) out += part;
      else if (before !== undefined && i === lastGap) out += joint(before, atom, part);
    }
    out += atom;
    before = atom;
    waiting = [];
  }
  return out + waiting.filter((part) => !/^\s/u.test(part)).join('');
}
