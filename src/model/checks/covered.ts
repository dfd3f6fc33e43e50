/** Checks that the words and the addresses of a note or a table are those of its citations. */
import type { NoteKind } from '../citations/schema.ts';
import type { Source } from '../sources/source.ts';
import type { Finding } from './findings.ts';
import type { CheckedPlace } from './hosts.ts';

/** The words of citations stand in the note, one after the other; what they leave over says what the note is. */
export function checkWords(place: CheckedPlace): Finding[] {
  const { file, text, citations, line } = place;
  const words = text.replace(/\s+/gu, '');
  let rest = '';
  let end = 0;
  for (const [i, citation] of citations.entries()) {
    const own = citation.text.replace(/\s+/gu, '');
    const start = words.indexOf(own, end);
    if (start < 0) {
      const message = `“${citation.text.slice(0, 40)}” does not stand in the note after what the citations before it cover: give the words as printed, in their order.`;
      return [{ rule: 'citation/text', file, line: line(i, 'text'), message }];
    }
    rest += words.slice(end, start);
    end = start + own.length;
  }
  rest += words.slice(end);
  const comments = /[\p{L}\p{N}]/u.test(rest);
  const kind: NoteKind = citations.length === 0 ? 'comment' : comments ? 'both' : 'citation';
  if (place.table !== undefined || place.kind === kind) return [];
  const message = `the note is ${kind === 'both' ? 'both citation and comment' : `a ${kind}`} by what its citations cover: set “kind: ${kind}”, or mend their “text”.`;
  return [{ rule: 'note/kind', file, line: line(undefined, 'kind'), message }];
}

/** Every address that a note or a table prints is that of a work it cites. */
export function checkUrls(
  { file, urls, citations, kind }: CheckedPlace,
  sources: ReadonlyMap<string, Source>,
): Finding[] {
  const known = citations.flatMap((c) => {
    const source = sources.get(c.source ?? '');
    return [source?.URL, ...(source?.otherURLs ?? [])];
  });
  if (kind === 'comment') return [];
  return urls
    .filter(({ url }) => !known.includes(url))
    .map(({ url, line }) => ({
      rule: 'citation/url',
      file,
      line,
      message: `${url} is the address of none of the works cited here: give it to its source (“URL” or “otherURLs”).`,
    }));
}
