/** The text as TEI: divisions, paragraphs, tables and quotations, each note at the place of its mark. */
import type { Element } from 'xast';
import { id, paragraphNumber } from '../../model/addresses/address.ts';
import type { Chapter, Note } from '../../model/chapter/chapter.ts';
import type { Inline, Paragraph, Table } from '../../model/text/document.ts';
import { withEmendations } from '../emendations.ts';
import { type Division, outlineOf, withQuotations } from '../outline.ts';
import { lines, type Node, x } from '../xml.ts';
import { type CitingHost, withCitations } from './citations.ts';
import { withDates } from './dates.ts';
import { DIVISIONS } from './divisions.ts';
import { teiInlines, type Where } from './inlines.ts';

/** What the body is made with. */
interface Making {
  chapter: Chapter;
  sources: CitingHost['sources'];
  where: Where;
}

function note(
  { number, mark, inlines, citations, kind }: Note,
  sources: CitingHost['sources'],
): Node {
  const where: Where = { within: number };
  return x(
    'note',
    { place: 'foot', type: kind, n: mark, 'xml:id': id.note(number) },
    withCitations(inlines, citations, { note: number, sources }, (i) => teiInlines(i, where)),
  );
}

/** The note of each number, for its mark. */
function making(chapter: Chapter): Making {
  const sources = new Map(chapter.sources.map((source) => [source.id, source]));
  const notes = new Map(chapter.notes.map((n) => [n.number, n]));
  const atMark = (number: number) => {
    const found = notes.get(number);
    return found && note(found, sources);
  };
  return { chapter, sources, where: { note: atMark } };
}

const paragraph = (block: Paragraph, { where }: Making): Node =>
  x('p', { 'xml:id': block.id, n: paragraphNumber(block) }, teiInlines(block.inlines, where));

function table(block: Table, { chapter, sources, where }: Making): Node {
  const row = (cells: Inline[][], role?: string) =>
    x('row', { role }, ...cells.map((cell) => x('cell', teiInlines(cell, where))));
  const citations = chapter.tableCitations
    .filter((cited) => cited.table.id === block.id)
    .map(({ citation }) => citation);
  const place: CitingHost = { note: undefined, sources };
  const source = withCitations(block.source, citations, place, (i) => teiInlines(i, where));
  return x(
    'table',
    { 'xml:id': block.id },
    lines([
      x('head', teiInlines(block.caption, where)),
      row(block.header, 'label'),
      ...block.rows.map((cells) => row(cells)),
      source.length > 0 ? x('trailer', source) : undefined,
    ]),
  );
}

function division({ heading, blocks, children }: Division, made: Making): Node {
  const content = withQuotations(blocks).map((block): Node => {
    if (Array.isArray(block)) return x('quote', lines(block.map((b) => paragraph(b, made))));
    return block.type === 'table' ? table(block, made) : paragraph(block, made);
  });
  const number = heading.id.replace(/^\D+/u, '').replaceAll('-', '.');
  return x(
    'div',
    { type: DIVISIONS[heading.depth - 1], n: number, 'xml:id': heading.id },
    lines([
      x('head', teiInlines(heading.inlines, made.where)),
      ...content,
      ...children.map((child) => division(child, made)),
    ]),
  );
}

/** The body of the chapter. */
export function teiBody(chapter: Chapter): Element {
  const marked = withDates(withEmendations(chapter));
  const made = making(marked);
  return x('body', lines(outlineOf(marked).map((d) => division(d, made))));
}
