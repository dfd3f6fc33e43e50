/**
 * The resolver: leads each short form back to one earlier citation, or says why
 * it cannot. It reads the printed words and what came before them; the links
 * that people made by hand are compared with what it finds (`checks/citations.ts`).
 */
import { type Name, type Source, spoken } from '../source.ts';
import { canHold } from './pages.ts';
import type { Citation, CitingPlace } from './places.ts';
import { authorAsPrinted, folded, holds, noteNamed, shortFormOf, titleIn } from './printed.ts';
import type { Basis, Form, Locator, Reason } from './schema.ts';

/** What a citation is, and where it leads. */
export type Resolution =
  | { form: Form; source: string; antecedent?: number; basis?: Basis }
  | { form: Form; reason: Reason; detail: string };

/** What is known of a work from the citations read so far. */
interface Known {
  source: Source;
  /** The note that cites it in full, first of all. */
  note: number;
  /** The printed words of that citation. */
  text: string;
  /** Pages cited so far. */
  pins: Locator[];
}

/** The way through the notes so far. */
interface Reading {
  works: Map<string, Known>;
  /** The works that each note cites. */
  cited: Map<number, (string | undefined)[]>;
}

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

/** Ibid., 同上註, 同註 12: the one work of the note before, or of the one named. */
function fromNote(
  form: Form,
  citation: Citation,
  place: CitingPlace,
  { cited }: Reading,
): Resolution {
  if (citation !== place.citations[0])
    return ambiguous(
      form,
      'it may mean the citation before it in the same note, or the note before',
    );
  const named = noteNamed(citation.text);
  const note = named ?? place.note - 1;
  const works = [...new Set(cited.get(note) ?? [])];
  if (works.length === 0)
    return notEarlier(form, `note ${note} cites nothing: the chain breaks there`);
  if (works.length > 1)
    return ambiguous(form, `note ${note} cites ${works.length} works: the chain breaks there`);
  const [source] = works;
  if (source === undefined) return notEarlier(form, `note ${note} is unresolved itself`);
  return { form, source, antecedent: note, basis: named ? 'named-note' : 'preceding-note' };
}

/** Whether a printed author is this person or body. */
function isNamed(printed: string, name: Name): boolean {
  if ('literal' in name) return folded(printed) === folded(name.literal);
  if (/\p{Script=Han}/u.test(name.family))
    return printed.split(/[、與和及等]/u).some((p) => folded(p) === folded(spoken(name)));
  return printed.split(/[\s,.]+/u).some((word) => folded(word) === folded(name.family));
}

/** Whether a citation begins with the author printed exactly so. */
function beginsWith(citation: string, author: string): boolean {
  const rest = citation.startsWith(author)
    ? citation.slice(author.length).replace(/^[.\s]+/u, '')
    : 'none';
  return /^[,，、“「:：(（]/u.test(rest);
}

const list = (works: Known[]): string =>
  works.map((w) => `${w.source.id} (note ${w.note})`).join(', ');

/** op. cit., 前引文: the one earlier work whose author and pages fit. */
function fromAuthor(form: Form, citation: Citation, { works }: Reading): Resolution {
  const author = authorAsPrinted(citation.text);
  const named = [...works.values()].filter(({ source }) =>
    [...(source.author ?? []), ...(source.author ? [] : (source.editor ?? []))]
      .slice(0, 1)
      .some((name) => isNamed(author, name)),
  );
  if (named.length === 0) return notEarlier(form, `no earlier note cites a work by “${author}”`);
  const found = (work: Known, basis: Basis): Resolution => ({
    form,
    source: work.source.id,
    antecedent: work.note,
    basis,
  });
  const fits = ({ source, pins }: Known) => canHold(source, pins, citation.locator);
  const exact = named.filter((work) => beginsWith(work.text, author));
  const likely = exact.length > 0 ? exact : named;
  const [only, ...others] = likely;
  if (only && others.length === 0) {
    if (fits(only)) return found(only, named.length === 1 ? 'author' : 'author-as-printed');
    const detail = `${list([only])} is the work of “${author}”, and cannot have page ${citation.locator?.value}`;
    return named.length === 1 ? notEarlier(form, detail) : ambiguous(form, detail);
  }
  const [fitting, ...more] = likely.filter(fits);
  if (fitting && more.length === 0) return found(fitting, 'pages');
  return ambiguous(form, `“${author}” may be ${list(likely)}`);
}

/** A citation that names its work: in full, once more, or shortened. */
function fromWork(
  citation: Citation,
  place: CitingPlace,
  { works }: Reading,
  source: Source,
): Resolution {
  const known = works.get(source.id);
  if (!known) return { form: 'full', source: source.id };
  const titles = [titleIn(source, place.note), titleIn(source, known.note)];
  const sameTitle = titles.some((title) => title !== undefined && holds(citation.text, title));
  const sameUrl = source.URL !== undefined && citation.text.includes(source.URL);
  const placed = [source['container-title'], source.publisher, source.URL].some(
    (words) => words !== undefined && holds(citation.text, words),
  );
  const named =
    sameTitle ||
    (source.title === undefined && holds(citation.text, source['container-title'] ?? ''));
  const form = named && placed ? 'repeat' : 'short';
  const basis = sameTitle ? 'title' : sameUrl ? 'url' : undefined;
  return { form, source: source.id, antecedent: known.note, ...(basis ? { basis } : {}) };
}

function resolveOne(
  citation: Citation,
  place: CitingPlace,
  reading: Reading,
  sources: ReadonlyMap<string, Source>,
): Resolution {
  const form = shortFormOf(citation.text);
  if (form === 'ibid' || form === 'tongshangzhu') return fromNote(form, citation, place, reading);
  if (form !== undefined) return fromAuthor(form, citation, reading);
  const source = sources.get(citation.source ?? '');
  if (!source) return notEarlier(citation.form, 'it names no source');
  return fromWork(citation, place, reading, source);
}

/** Takes a citation as its front matter has it into what is known. */
function remember(
  citation: Citation,
  place: CitingPlace,
  reading: Reading,
  sources: ReadonlyMap<string, Source>,
): void {
  if (place.table === undefined) {
    const cited = reading.cited.get(place.note) ?? [];
    reading.cited.set(place.note, [...cited, citation.source]);
  }
  const source = sources.get(citation.source ?? '');
  if (!source) return;
  const known = reading.works.get(source.id) ?? {
    source,
    note: place.note,
    text: citation.text,
    pins: [],
  };
  if (citation.locator) known.pins.push(citation.locator);
  reading.works.set(source.id, known);
}

/**
 * Resolves all citations in one pass, in the order of the text.
 * @returns for each place, a resolution for each of its citations
 */
export function resolve(
  places: readonly CitingPlace[],
  sources: ReadonlyMap<string, Source>,
): Resolution[][] {
  const reading: Reading = { works: new Map(), cited: new Map() };
  return places.map((place) => {
    // A note's own citations are no antecedents of each other.
    const resolutions = place.citations.map((citation) =>
      resolveOne(citation, place, reading, sources),
    );
    for (const citation of place.citations) remember(citation, place, reading, sources);
    return resolutions;
  });
}
