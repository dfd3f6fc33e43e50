/**
 * The resolver: leads each short form back to one earlier citation, or says why
 * it cannot. It reads the printed words and what came before them; the links
 * that people made by hand are compared with what it finds (`checks/resolution.ts`).
 */
import type { Source } from '../sources/source.ts';
import type { Citation, CitingHost } from './hosts.ts';
import { isBy } from './names.ts';
import { canHold } from './pages.ts';
import { authorAsPrinted, noteNamed, shortFormOf, titleAsPrinted, unled } from './printed.ts';
import { backTo, count, type Known, type Reading, remember, worksShown } from './reading.ts';
import type { Basis, Form, Reason } from './schema.ts';
import { holds, holdsTitle, titleIn } from './words.ts';

/** What a citation is, and where it leads. */
export type Resolution =
  | { form: Form; source: string; antecedent?: number; basis?: Basis }
  | { form: Form; reason: Reason; detail: string };

const notEarlier = (form: Form, detail: string): Resolution => ({
  form,
  reason: 'not-cited-earlier',
  detail,
});
const ambiguous = (form: Form, detail: string): Resolution => ({
  form,
  reason: 'ambiguous',
  detail,
});

/** Ibid., 同上註, 同註 12: the one work of the note before (also before a table), or of the one named. */
function fromNote(
  form: Form,
  citation: Citation,
  place: CitingHost,
  { cited, numbers }: Reading,
): Resolution {
  if (citation !== place.citations[0])
    return ambiguous(
      form,
      'it may mean the citation before it in the same note, or the note before',
    );
  const named = noteNamed(citation.text);
  const note =
    (named && (numbers.get(named) ?? named)) ??
    (place.table === undefined ? place.note - 1 : place.note);
  const works = [...new Set(cited.get(note) ?? [])];
  if (works.length === 0)
    return notEarlier(form, `note ${note} cites nothing: the chain breaks there`);
  if (works.length > 1)
    return ambiguous(form, `note ${note} cites ${works.length} works: the chain breaks there`);
  const [source] = works;
  if (source === undefined) return notEarlier(form, `note ${note} is unresolved itself`);
  return { form, source, antecedent: note, basis: named ? 'named-note' : 'preceding-note' };
}

/** Whether a citation begins with the author printed exactly so. */
function beginsWith(printed: string, author: string): boolean {
  const citation = unled(printed);
  const rest = citation.startsWith(author)
    ? citation.slice(author.length).replace(/^[.\s]+/u, '')
    : 'none';
  return /^[,，、“「:：(（]/u.test(rest);
}

/** op. cit., 前引文: the one earlier work whose author, title (where printed) and pages fit. */
function fromAuthor(form: Form, citation: Citation, { works }: Reading): Resolution {
  const author = authorAsPrinted(citation.text);
  const title = titleAsPrinted(citation.text);
  const byAuthor = [...works.values()].filter(({ source }) => isBy(author, source));
  const named = byAuthor.filter(
    ({ source, place }) => title === undefined || holds(titleIn(source, place) ?? '', title),
  );
  if (named.length === 0) {
    const called = title === undefined ? '' : ` called “${title}”`;
    return notEarlier(form, `no earlier note cites a work by “${author}”${called}`);
  }
  const found = (work: Known, basis: Basis): Resolution => ({
    form,
    source: work.source.id,
    ...backTo(work),
    basis,
  });
  const fits = ({ source, pins }: Known) => canHold(source, pins, citation.locator);
  const exact = named.filter((work) => beginsWith(work.text, author));
  const likely = exact.length > 0 ? exact : named;
  const [only, ...others] = likely;
  if (only && others.length === 0) {
    const basis =
      byAuthor.length === 1 ? 'author' : named.length === 1 ? 'title' : 'author-as-printed';
    if (fits(only)) return found(only, basis);
    const detail = `${worksShown([only])} is the work of “${author}”, and cannot have page ${citation.locator?.value}`;
    return named.length === 1 ? notEarlier(form, detail) : ambiguous(form, detail);
  }
  const [fitting, ...more] = likely.filter(fits);
  if (fitting && more.length === 0) return found(fitting, 'pages');
  return ambiguous(form, `“${author}” may be ${worksShown(likely)}`);
}

/** A citation that names its work: in full, once more, or shortened. */
function fromWork(
  citation: Citation,
  place: CitingHost,
  { works }: Reading,
  source: Source,
): Resolution {
  const known = works.get(source.id);
  if (!known) return { form: 'full', source: source.id };
  const titles = [titleIn(source, place.note), titleIn(source, known.place)];
  const sameTitle = titles.some((title) => title !== undefined && holdsTitle(citation.text, title));
  const sameUrl = source.URL !== undefined && citation.text.includes(source.URL);
  const placed = [source['container-title'], source.publisher, source.URL].some(
    (words) => words !== undefined && holds(citation.text, words),
  );
  const named =
    sameTitle ||
    (source.title === undefined && holds(citation.text, source['container-title'] ?? ''));
  const form = named && placed ? 'repeat' : 'short';
  const basis = sameTitle ? 'title' : sameUrl ? 'url' : undefined;
  return { form, source: source.id, ...backTo(known), ...(basis ? { basis } : {}) };
}

function resolveOne(
  citation: Citation,
  place: CitingHost,
  reading: Reading,
  sources: ReadonlyMap<string, Source>,
): Resolution {
  const form = shortFormOf(citation.text);
  if (form === 'ibid' || form === 'tongshangzhu') return fromNote(form, citation, place, reading);
  if (form !== undefined) return fromAuthor(form, citation, reading);
  const source = sources.get(citation.source ?? '');
  if (!source) return notEarlier('full', 'it names no source');
  return fromWork(citation, place, reading, source);
}

/**
 * Resolves all citations in one pass, in the order of the text.
 * @returns for each place, a resolution for each of its citations
 */
export function resolve(
  places: readonly CitingHost[],
  sources: ReadonlyMap<string, Source>,
): Resolution[][] {
  const reading: Reading = { works: new Map(), cited: new Map(), numbers: new Map() };
  return places.map((place) => {
    // A note's own citations are no antecedents of each other.
    const resolutions = place.citations.map((citation) =>
      resolveOne(citation, place, reading, sources),
    );
    if (place.table === undefined) count(place, reading);
    for (const citation of place.citations) remember(citation, place, reading, sources);
    return resolutions;
  });
}
