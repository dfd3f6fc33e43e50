/** Mends URLs that line wraps and stray spaces broke, and records each repair. */

/** A URL as printed (white space folded to one space) and as repaired. */
export interface RepairedUrl {
  printed: string;
  url: string;
}

/** A page break may stand inside a URL that runs over to the next page. */
const BREAK = '(?:\uE001\\d+\uE002)?';
const START = /https?:\/\//gu;
const TOKEN = /^[\x21-\x3B\x3D\x3F-\x7E]+/u;
const GAP = new RegExp(`^(?:\\s+${BREAK}\\s*|${BREAK}\\s+)`, 'u');
const FINISHED = /\.(?:s?html?|php|pdf|aspx?|docx?|cfm|txt)[./]*$/iu;
/** What a part of an address holds and a word, a page (p.45) or an abbreviation (U.S.) does not. */
const PART = /[/?=_]|\.[a-z]{2,5}$/iu;

/** Whether `tail`, after white space `gap`, goes on with the URL `head`. */
function goesOn(head: string, gap: string, tail: string): boolean {
  if (/^https?:\/\//u.test(tail)) return false;
  if (head.endsWith('://')) return true;
  if (FINISHED.test(head)) return false;
  if (!PART.test(tail.replace(/[.,;)]+$/u, ''))) return false;
  return gap.includes('\n')
    ? /[/.?&=_#-]$/u.test(head)
    : head.endsWith('/') && /^[a-z0-9]/u.test(tail);
}

/**
 * Closes the gaps inside URLs.
 * @param raw lines joined by `\n`
 * @returns the text with whole URLs, and what was repaired
 */
export function joinUrls(raw: string): { text: string; repaired: RepairedUrl[] } {
  const repaired: RepairedUrl[] = [];
  let out = '';
  let rest = raw;
  for (let at = rest.search(START); at !== -1; at = rest.search(START)) {
    out += rest.slice(0, at);
    rest = rest.slice(at);
    let url = TOKEN.exec(rest)?.[0] ?? '';
    let kept = url;
    let printed = url;
    rest = rest.slice(url.length);
    for (;;) {
      const gap = GAP.exec(rest)?.[0];
      const tail = gap && TOKEN.exec(rest.slice(gap.length))?.[0];
      if (!gap || !tail || !goesOn(url, gap, tail)) break;
      url += tail;
      kept += gap.replace(/\s+/gu, '') + tail;
      printed += ` ${tail}`;
      rest = rest.slice(gap.length + tail.length);
    }
    if (printed !== url) {
      const trailing = /[.,;)]+$/u;
      repaired.push({ printed: printed.replace(trailing, ''), url: url.replace(trailing, '') });
    }
    out += kept;
  }
  return { text: out + rest, repaired };
}
