/** Checks of the citations, each by itself: their sources, words, pages and addresses. */
import { canHold } from '../citations/pages.ts';
import type { Citation, CitingPlace } from '../citations/places.ts';
import { shortFormOf } from '../citations/printed.ts';
import type { NoteKind } from '../citations/schema.ts';
import { folded, holds, titleIn } from '../citations/words.ts';
import { didYouMean, type Finding } from '../findings.ts';
import { isDescription, printedIn, type Source } from '../source.ts';

/** A place that cites, where its front matter is, and the addresses it prints. */
export interface CheckedPlace extends CitingPlace {
  file: string;
  urls: string[];
  /** The line of a key of one of its citations, or of the place itself. */
  line: (citation?: number, key?: string) => number;
}

type Sources = ReadonlyMap<string, Source>;
type Fault = Pick<Finding, 'rule' | 'message'> & { key?: string };

function sourceFault(
  { source, via }: Citation,
  place: CitingPlace,
  sources: Sources,
): Fault | undefined {
  for (const [key, id] of [
    ['source', source],
    ['via', via],
  ] as const) {
    if (id === undefined || sources.has(id)) continue;
    const message = `there is no sources/${id}.yaml: write it, or mend the id.${didYouMean(id, [...sources.keys()])}`;
    return { rule: 'citation/source', key, message };
  }
  if (via === undefined) return undefined;
  if (via !== source && place.citations.some((c) => c.source === via)) return undefined;
  const message = `the work is said to be quoted in ${via}: give the note a citation of that work too.`;
  return { rule: 'citation/via', key: 'via', message };
}

/** Whether a note prints what tells a source apart: its title, or outlet and date where it has none. */
function isNamed(source: Source, { text }: Citation, place: CitingPlace): boolean {
  const title = titleIn(source, place.note);
  // A description may stand before the citation: “two articles on this, see …”.
  const words = source.title && isDescription(source.title) ? place.text : text;
  if (title !== undefined) return holds(words, title);
  const container = printedIn(source, 'container-title', place.note) ?? '';
  return holds(place.text, container) && holds(place.text, source.issued?.printed ?? '');
}

/** A citation that names its work must print what tells it apart. */
function titleFault(citation: Citation, place: CitingPlace, sources: Sources): Fault | undefined {
  const { source: id, text, form } = citation;
  const source = sources.get(id ?? '');
  if (!source || shortFormOf(text) !== undefined) return undefined;
  const byAddress = form === 'short' && source.URL !== undefined && text.includes(source.URL);
  if (byAddress || isNamed(source, citation, place)) return undefined;
  const name =
    source.title ?? `${source['container-title']}, ${source.issued?.printed ?? 'no date'}`;
  const message = `the citation does not print “${name}”: give it its own source, or put the printed form under “printed” there.`;
  return { rule: 'citation/title', key: 'source', message };
}

function locatorFault(
  { source: id, text, locator }: Citation,
  place: CitingPlace,
  before: readonly Citation[],
  sources: Sources,
): Fault | undefined {
  if (!locator) return undefined;
  if (!folded(text).includes(folded(locator.value))) {
    const message = `“${locator.value}” is not printed in “${text.slice(0, 40)}”: mend the locator.`;
    return { rule: 'citation/locator', key: 'locator', message };
  }
  const source = sources.get(id ?? '');
  const pins = before.filter((c) => c.source === id).flatMap((c) => c.locator ?? []);
  if (!source || canHold(source, pins, locator)) return undefined;
  const message = `${id} cannot have page ${locator.value} (${source.page ? `its pages are ${source.page}` : `pages cited before: ${pins.map((p) => p.value).join(', ')}`}): mend the locator, or give ${place.table ?? `note ${place.note}`} its own source.`;
  return { rule: 'citation/locator', key: 'locator', message };
}

/** The words of citations stand in the note, one after the other; what they leave over says what the note is. */
function checkWords(place: CheckedPlace): Finding[] {
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

/** Every address that a note prints is that of a work it cites. */
function checkUrls(
  { file, urls, citations, line, kind }: CheckedPlace,
  sources: Sources,
): Finding[] {
  const known = citations.flatMap((c) => {
    const source = sources.get(c.source ?? '');
    return [source?.URL, ...(source?.otherURLs ?? [])];
  });
  if (kind === 'comment') return [];
  return urls
    .filter((url) => !known.includes(url))
    .map((url) => ({
      rule: 'citation/url',
      file,
      line: line(),
      message: `${url} is the address of none of the works cited here: give it to its source (“URL” or “otherURLs”).`,
    }));
}

/** Checks the citations of all places, each by itself. */
export function checkCitations(places: readonly CheckedPlace[], sources: Sources): Finding[] {
  const before: Citation[] = [];
  return places.flatMap((place): Finding[] => {
    if (place.kind === undefined) {
      const message =
        'the note is not classified: give it “kind” (citation, comment or both) and its “citations”.';
      return [{ rule: 'note/unclassified', file: place.file, line: place.line(), message }];
    }
    const single = place.citations.flatMap((citation, i): Finding[] => {
      const fault =
        sourceFault(citation, place, sources) ??
        titleFault(citation, place, sources) ??
        locatorFault(citation, place, before, sources);
      before.push(citation);
      if (!fault) return [];
      const { rule, message, key } = fault;
      return [{ rule, file: place.file, line: place.line(i, key), message }];
    });
    return [...single, ...checkWords(place), ...checkUrls(place, sources)];
  });
}
