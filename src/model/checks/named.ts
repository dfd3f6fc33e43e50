/** Checks that a citation prints what tells its work apart. */
import type { Citation, CitingHost } from '../citations/hosts.ts';
import { shortFormOf } from '../citations/printed.ts';
import { holds, holdsTitle, titleIn } from '../citations/words.ts';
import { spoken } from '../sources/name.ts';
import { isDescription, printedIn, type Source } from '../sources/source.ts';
import type { Finding } from './findings.ts';

type Sources = ReadonlyMap<string, Source>;
type Fault = Pick<Finding, 'rule' | 'message'> & { key: string };

/** Whether the words print the first author, in any order of the parts of the name. */
function printsAuthor(words: string, { author = [] }: Source): boolean {
  const [name] = author;
  if (!name) return false;
  if (holds(words, spoken(name))) return true;
  return !('literal' in name) && holds(words, name.family) && holds(words, name.given);
}

/** Whether the citation prints the outlet, or shares it with one before it: 中國時報(2000.08.01 及 08.03). */
function printsOutlet(
  source: Source,
  citation: Citation,
  place: CitingHost,
  sources: Sources,
): boolean {
  const outlet = printedIn(source, 'container-title', place.note);
  if (outlet === undefined || holds(citation.text, outlet)) return true;
  const before = place.citations.slice(0, place.citations.indexOf(citation));
  return before.some(
    ({ source: id = '', text }) =>
      holds(text, outlet) && sources.get(id)?.['container-title'] === source['container-title'],
  );
}

/**
 * Whether a citation prints what tells a source apart: its title; where it has none,
 * outlet and date, or outlet and author; where it has none of these, its address.
 */
function isNamed(source: Source, citation: Citation, place: CitingHost, sources: Sources): boolean {
  const title = titleIn(source, place.note);
  // A description may stand before the citation: “two articles on this, see …”.
  const words = source.title && isDescription(source.title) ? place.text : citation.text;
  if (title !== undefined) return holdsTitle(words, title);
  if (!printsOutlet(source, citation, place, sources)) return false;
  if (source.issued) return holds(citation.text, source.issued.printed);
  if (source.author) return printsAuthor(citation.text, source);
  return source.URL === undefined || citation.text.includes(source.URL);
}

/** A citation that names its work must print what tells it apart. */
export function titleFault(
  citation: Citation,
  place: CitingHost,
  sources: Sources,
): Fault | undefined {
  const { source: id, text, form } = citation;
  const source = sources.get(id ?? '');
  if (!source || shortFormOf(text) !== undefined) return undefined;
  const byAddress = form === 'short' && source.URL !== undefined && text.includes(source.URL);
  if (byAddress || isNamed(source, citation, place, sources)) return undefined;
  const [author] = source.author ?? [];
  const mark = source.issued?.printed ?? (author ? spoken(author) : source.URL);
  const name =
    source.title ??
    [source['container-title'], mark].filter((words) => words !== undefined).join(', ');
  const message = `the citation does not print “${name}”: give it its own source, or put the printed form under “printed” there.`;
  return { rule: 'citation/title', key: 'source', message };
}
