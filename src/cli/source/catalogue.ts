/** What becomes of a note, or of a table's source line: its citations, and the sources that are new. */

import { readBlocks } from '../../model/checks/blocks.ts';
import { checkedPlaces } from '../../model/checks/hosts.ts';
import type { Citation, CitingHost } from '../../model/citations/hosts.ts';
import { pagesIn } from '../../model/citations/locators.ts';
import { shortFormOf } from '../../model/citations/printed.ts';
import { resolve } from '../../model/citations/resolve.ts';
import type { CitationData, Form, Locator, NoteKind } from '../../model/citations/schema.ts';
import type { Content } from '../../model/content/content.ts';
import { type Draft, draftOf } from '../../model/drafts/draft.ts';
import type { Read } from '../../model/drafts/imprint.ts';
import { type Part, partsOf } from '../../model/drafts/parts.ts';
import { partsOfSourceLine } from '../../model/drafts/source-line.ts';
import { sourcesById } from '../../model/sources/ids.ts';
import type { Source, SourceData } from '../../model/sources/source.ts';
import { type Inline, textOf, walk } from '../../model/text/document.ts';
import type { CitingEntry } from './host.ts';

/** A citation as it was read: a short form, or a draft of the work that it names. */
export interface ReadPart extends Part {
  form?: Form;
  draft?: Draft;
  /** The page that it cites. */
  locator?: Read<Locator>;
}

/** A note, or the source line of a table, taken apart. */
export interface ReadHost extends CitingEntry {
  /** Its printed words. */
  text: string;
  parts: ReadPart[];
}

const plain = (inline: Inline): string => textOf([inline]).trim();

/** The page that a short form cites. */
function pageOf(text: string): Pick<ReadPart, 'locator'> {
  const page = pagesIn(text, false).find(({ sure }) => sure);
  if (!page) return {};
  return { locator: { value: { label: page.label, value: page.value }, from: text } };
}

/** Reads what a note or a source line cites. */
export function readHost(host: CitingEntry): ReadHost {
  const { inlines } = host;
  const all = [...walk(inlines)];
  const text = textOf(inlines).trim();
  const urls = all.flatMap((inline) => (inline.type === 'link' ? [inline.url] : []));
  const italics = all.flatMap((inline) => (inline.type === 'emphasis' ? [plain(inline)] : []));
  const parted = host.table === undefined ? partsOf(text) : partsOfSourceLine(text);
  const parts = parted.map((part): ReadPart => {
    if (!part.cites) return part;
    const form = shortFormOf(part.text);
    if (form !== undefined) return { ...part, form, ...pageOf(part.text) };
    const own = urls.filter((url) => part.text.includes(url));
    const draft = draftOf(part.text, own, italics);
    return { ...part, draft, ...(draft.locator ? { locator: draft.locator } : {}) };
  });
  return { ...host, text, parts };
}

/** A part with the id of the work that a person found it to name; short forms have none. */
export interface Catalogued {
  part: ReadPart;
  source?: string;
}

/** The content in which a table has citations. */
function withTable(content: Content, id: string, citations: Citation[]): Content {
  const sections = content.sections.map((entry) => ({
    ...entry,
    data: { ...entry.data, tables: [{ id, citations }, ...(entry.data.tables ?? [])] },
  }));
  return { ...content, sections };
}

/** All that cites, with the citations of one as they are now known, and where that stands. */
function placesWith(
  content: Content,
  { note, table }: ReadHost,
  citations: Citation[],
): [CitingHost[], number] {
  const known = table === undefined ? content : withTable(content, table, citations);
  const places = checkedPlaces(known, readBlocks(known));
  const index = places.findIndex(
    (place) => place.table === table && (table !== undefined || place.note === note),
  );
  return [places.map((place, i) => (i === index ? { ...place, citations } : place)), index];
}

/** Why a short form could not be traced. */
export interface Untraced {
  text: string;
  detail: string;
}

/**
 * The citations of a note or a source line as front matter has them; short forms are traced by the resolver.
 * @param made the sources that are new
 */
export function citationsOf(
  content: Content,
  host: ReadHost,
  catalogued: readonly Catalogued[],
  made: ReadonlyMap<string, SourceData>,
): { kind: NoteKind; citations: CitationData[]; untraced: Untraced[] } {
  const { text, parts } = host;
  const isWhole = catalogued.length === 1 && parts.length === 1 && parts[0]?.text === text;
  const drafted = catalogued.map(({ part, source }) => {
    const locator = part.locator?.value;
    return {
      ...(source === undefined ? {} : { source }),
      form: part.form ?? 'full',
      text: part.text,
      ...(locator ? { locator } : {}),
    } satisfies Citation;
  });
  const [places, at] = placesWith(content, host, drafted);
  const sources = new Map<string, Source>(sourcesById(content.sources));
  for (const [id, data] of made) sources.set(id, { ...data, id });
  const resolutions = resolve(places, sources)[at] ?? [];
  const untraced: Untraced[] = [];
  const citations = drafted.map((citation, i): CitationData => {
    const found = resolutions[i];
    const after = catalogued[i + 1];
    const rest = {
      ...(isWhole ? {} : { text: citation.text }),
      ...(citation.locator ? { locator: citation.locator } : {}),
      ...(after?.part.quotes && after.source ? { via: after.source } : {}),
    };
    if (!found) return { source: citation.source, form: citation.form, ...rest };
    if ('reason' in found) {
      untraced.push({ text: citation.text, detail: found.detail });
      return { unresolved: found.reason, form: found.form, ...rest };
    }
    const { source, form, antecedent, basis } = found;
    return {
      source,
      form,
      ...rest,
      ...(antecedent === undefined ? {} : { antecedent }),
      ...(basis === undefined ? {} : { basis }),
    };
  });
  const comments = parts.some(({ cites }) => !cites);
  const kind = citations.length === 0 ? 'comment' : comments ? 'both' : 'citation';
  return { kind, citations, untraced };
}
