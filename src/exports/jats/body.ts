/** The text as JATS: sections, paragraphs, tables and quotations; the notes as a group at the end. */
import { id } from '../../model/addresses/address.ts';
import type { Chapter, Note } from '../../model/chapter/chapter.ts';
import type { Citation } from '../../model/citations/hosts.ts';
import { type Inline, type Paragraph, type Table, textOf } from '../../model/text/document.ts';
import { type Division, outlineOf, withQuotations } from '../outline.ts';
import { type Span, wrapped } from '../slice.ts';
import { DIVISIONS } from '../tei/divisions.ts';
import { lines, type Node, x } from '../xml.ts';
import { jatsInlines, type Where } from './inlines.ts';

/** The inlines of a citing place, the words of each citation marked with what they cite. */
function withCitations(
  inlines: readonly Inline[],
  citations: readonly Citation[],
  where: Where,
): Node[] {
  const printed = textOf([...inlines]);
  const spans = citations.map((citation): Span<Node> => {
    const from = Math.max(printed.indexOf(citation.text), 0);
    // A cross-reference of the kind `bibr` would do, but programs put a label of their own in its place.
    const attributes = {
      'content-type': 'citation',
      'specific-use': citation.source === undefined ? 'unresolved' : citation.form,
      rid: citation.source,
    };
    const wrap = (inner: Inline[]) => x('named-content', attributes, jatsInlines(inner, where));
    return { from, to: from + citation.text.length, wrap };
  });
  return wrapped(inlines, spans, (own) => jatsInlines(own, where));
}

const paragraph = (block: Paragraph, where: Where): Node =>
  x('p', { id: block.id }, jatsInlines(block.inlines, where));

function table(block: Table, { tableCitations }: Chapter, where: Where): Node {
  const citations = tableCitations
    .filter((cited) => cited.table.id === block.id)
    .map(({ citation }) => citation);
  const source = withCitations(block.source, citations, where);
  const row = (cell: 'td' | 'th', cells: Inline[][]) =>
    x('tr', ...cells.map((own) => x(cell, jatsInlines(own, where))));
  return x(
    'table-wrap',
    { id: block.id },
    lines([
      x('caption', x('title', jatsInlines(block.caption, where))),
      x(
        'table',
        lines([
          x('thead', row('th', block.header)),
          x('tbody', lines(block.rows.map((cells) => row('td', cells)))),
        ]),
      ),
      source.length > 0 ? x('table-wrap-foot', x('p', source)) : undefined,
    ]),
  );
}

function section({ heading, blocks, children }: Division, chapter: Chapter, where: Where): Node {
  const content = withQuotations(blocks).map((block): Node => {
    if (Array.isArray(block)) return x('disp-quote', lines(block.map((b) => paragraph(b, where))));
    return block.type === 'table' ? table(block, chapter, where) : paragraph(block, where);
  });
  return x(
    'sec',
    { id: heading.id, 'sec-type': DIVISIONS[heading.depth - 1] },
    lines([
      x('title', jatsInlines(heading.inlines, where)),
      ...content,
      ...children.map((child) => section(child, chapter, where)),
    ]),
  );
}

/** The marks of the notes, as printed. */
const marksOf = ({ notes }: Chapter): Where => ({
  marks: new Map(notes.map(({ number, mark }) => [number, mark])),
  named: new Set(),
});

/** `body`. @param chapter with its emendations in its inlines */
export function jatsBody(chapter: Chapter): Node {
  const where = marksOf(chapter);
  return x('body', lines(outlineOf(chapter).map((d) => section(d, chapter, where))));
}

function footnote({ number, mark, inlines, citations }: Note, where: Where): Node {
  const words = withCitations(inlines, citations, { ...where, within: number });
  return x('fn', { id: id.note(number), 'fn-type': 'other' }, x('label', mark), x('p', words));
}

/** `fn-group`; undefined where there are no notes. */
export function footnotes(chapter: Chapter): Node | undefined {
  if (chapter.notes.length === 0) return undefined;
  const where = marksOf(chapter);
  return x('fn-group', lines(chapter.notes.map((note) => footnote(note, where))));
}
