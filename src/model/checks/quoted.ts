/** Checks of works that were seen in another (轉引自, quoted in): the other is cited too, and said to be it. */
import type { Citation, CitingHost } from '../citations/hosts.ts';
import { unquoted } from '../citations/words.ts';
import type { Finding } from './findings.ts';

type Fault = Pick<Finding, 'rule' | 'message'> & { key: string };

/** Where a citation says that the work before was seen in this one. */
const SEEN_IN = /轉引[自於]|\b(?:quoted|cited)\s+in\b/iu;

/** Printed words before the citation that no citation covers. */
function gapBefore({ text, citations }: CitingHost, citation: Citation): string {
  let end = 0;
  for (const { text: own } of citations.slice(0, citations.indexOf(citation)))
    end = Math.max(end, text.indexOf(own, end) + own.length);
  return text.slice(end, Math.max(end, text.indexOf(citation.text, end)));
}

/** “via” names a work that the note cites too. */
function isCited({ source, via }: Citation, { citations }: CitingHost): boolean {
  return via === undefined || (via !== source && citations.some((c) => c.source === via));
}

/** Checks the “via” of a citation, and that of the citation before it where the words say “quoted in”. */
export function viaFault(citation: Citation, place: CitingHost): Fault | undefined {
  const { source, via, text } = citation;
  if (!isCited(citation, place)) {
    const message = `the work is said to be quoted in ${via}: give the note a citation of that work too.`;
    return { rule: 'citation/via', key: 'via', message };
  }
  const words = unquoted(text);
  const { index } = SEEN_IN.exec(words) ?? { index: -1 };
  const leads = index >= 0 && !/[\p{L}\p{N}■]/u.test(words.slice(0, index));
  if (index >= 0 && !leads && via === undefined) {
    const message = `the citation prints “${text.slice(index, index + 20)}”: give that work a citation of its own, and its id under “via” here.`;
    return { rule: 'citation/via', key: 'source', message };
  }
  const before = place.citations.slice(0, place.citations.indexOf(citation));
  // Without a citation before it the words say nothing of a work that is cited; without a source there is no id.
  if (before.length === 0 || source === undefined) return undefined;
  if (!leads && !SEEN_IN.test(gapBefore(place, citation))) return undefined;
  // A “via” that names no work of the note has been found by itself.
  if (before.some((c) => c.via === source || !isCited(c, place))) return undefined;
  const message = `the citation before this one was seen in it (“${text.slice(0, 20)}”): give that one “via: ${source}”.`;
  return { rule: 'citation/via', key: 'source', message };
}
