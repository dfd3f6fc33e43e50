/** Citations as TEI: the printed words of each in a `bibl` that says what they cite, and nothing added. */
import { id } from '../../model/addresses/address.ts';
import type { Citation } from '../../model/citations/hosts.ts';
import { isDescription, printedIn, type Source } from '../../model/sources/source.ts';
import { type Inline, textOf } from '../../model/text/document.ts';
import { type Span, wrapped } from '../slice.ts';
import { type Node, x } from '../xml.ts';
import { teiInlines, type Where } from './inlines.ts';
import { containerLevel, titleLevel } from './levels.ts';
import { locatorRange, locatorSpan } from './locators.ts';

/** Where citations stand, and the works that they can cite. */
export interface CitingHost {
  /** Number of the note; undefined for the source line of a table. */
  note: number | undefined;
  sources: ReadonlyMap<string, Source>;
}

const isEnglish = (words: string) =>
  /\p{Script=Latin}/u.test(words) && !/\p{Script=Han}/u.test(words);

/** Takes out spans that overlap a longer one. */
function disjoint(spans: Span<Node>[]): Span<Node>[] {
  const kept: Span<Node>[] = [];
  for (const span of [...spans].sort((a, b) => b.to - b.from - (a.to - a.from)))
    if (kept.every(({ from, to }) => span.to <= from || to <= span.from)) kept.push(span);
  return kept;
}

function titleSpans(
  words: string,
  title: string | undefined,
  level: string,
  where: Where,
): Span<Node>[] {
  const from = title === undefined || isDescription(title) ? -1 : words.indexOf(title);
  if (title === undefined || from < 0) return [];
  const english = isEnglish(title);
  const attributes = { level, ...(english && !where.english ? { 'xml:lang': 'en' } : {}) };
  const wrap = (inner: Inline[]) =>
    x('title', attributes, teiInlines(inner, { ...where, english }));
  return [{ from, to: from + title.length, wrap }];
}

/** The titles of a work among the words that cite it. */
function titlesOf(words: string, source: Source, note = 0, where: Where = {}): Span<Node>[] {
  return [
    ...titleSpans(words, printedIn(source, 'title', note), titleLevel(source), where),
    ...titleSpans(words, printedIn(source, 'container-title', note), containerLevel(source), where),
  ];
}

/** Where a short form leads back to; without words. */
function pointer({ antecedent, basis }: Citation): Node | undefined {
  if (antecedent === undefined) return undefined;
  return x('ptr', { type: 'antecedent', subtype: basis, target: `#${id.note(antecedent)}` });
}

function bibl(citation: Citation, inner: Inline[], { note, sources }: CitingHost): Node {
  const words = textOf(inner);
  const english = isEnglish(words);
  const where: Where = note === undefined ? { english } : { english, within: note };
  const source = sources.get(citation.source ?? '');
  const { form, locator, unresolved, via } = citation;
  const range = locator && { unit: locator.label, ...locatorRange(locator) };
  const at = locator && locatorSpan(words, locator);
  const spans = source ? titlesOf(words, source, note, where) : [];
  if (range && at)
    spans.push({ ...at, wrap: (inlines) => x('citedRange', range, teiInlines(inlines, where)) });
  return x(
    'bibl',
    {
      type: form,
      ...(source ? { corresp: `#${source.id}` } : { subtype: unresolved, cert: 'unknown' }),
      // The work in which this one was seen. A pointer would be printed among the note's words.
      ...(via ? { source: `#${via}` } : {}),
      ...(english ? { 'xml:lang': 'en' } : {}),
    },
    wrapped(inner, disjoint(spans), (inlines) => teiInlines(inlines, where)),
    range && !at ? x('citedRange', range) : undefined,
    pointer(citation),
  );
}

/** Inlines in which the words of each citation stand in a `bibl` of their own. */
export function withCitations(
  inlines: readonly Inline[],
  citations: readonly Citation[],
  place: CitingHost,
  render: (inlines: Inline[]) => Node[],
): Node[] {
  const printed = textOf([...inlines]);
  const spans = citations.map((citation): Span<Node> => {
    const from = Math.max(printed.indexOf(citation.text), 0);
    const wrap = (inner: Inline[]) => bibl(citation, inner, place);
    return { from, to: from + citation.text.length, wrap };
  });
  return wrapped(inlines, spans, render);
}
