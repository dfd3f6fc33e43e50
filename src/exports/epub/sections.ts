/** The sections of the book: their text, and their notes as asides that reading systems show in place. */

import { id } from '../../model/addresses/address.ts';
import type { Chapter, Note, Section } from '../../model/chapter/chapter.ts';
import {
  type Inline,
  inlinesOf,
  type Paragraph,
  type Table,
  walk,
} from '../../model/text/document.ts';
import { fullTitle } from '../imprint.ts';
import { type Division, divisionsOf, withQuotations } from '../outline.ts';
import { lines, type Node, x } from '../xml.ts';
import { type Page, sectionFile } from './files.ts';
import { type Where, xhtmlInlines } from './inlines.ts';
import { withBreaks } from './phrases.ts';

/** The file in which each id of the text and its notes stands. */
export function placesOf({ sections, notes }: Chapter): Map<string, string> {
  const places = new Map<string, string>();
  for (const { number, section } of notes) places.set(id.note(number), sectionFile(section));
  for (const section of sections) {
    for (const block of section.blocks) {
      places.set(block.id, sectionFile(section.number));
      for (const inline of walk(inlinesOf(block)))
        if (inline.type === 'pageBreak')
          places.set(id.page(inline.page), sectionFile(section.number));
    }
  }
  return places;
}

const paragraph = (block: Paragraph, where: Where): Node =>
  x('p', { id: block.id }, xhtmlInlines(block.inlines, where));

function table(block: Table, where: Where): Node[] {
  const row = (cells: Inline[][], tag: 'th' | 'td') => {
    const attributes = tag === 'th' ? { scope: 'col' } : {};
    return x('tr', ...cells.map((cell) => x(tag, attributes, xhtmlInlines(cell, where))));
  };
  const rows = block.rows.map((cells) => row(cells, 'td'));
  const source = xhtmlInlines(block.source, where);
  return [
    x(
      'table',
      { id: block.id },
      lines([
        x('caption', xhtmlInlines(block.caption, where)),
        x('thead', row(block.header, 'th')),
        x('tbody', lines(rows)),
      ]),
    ),
    ...(source.length > 0 ? [x('p', { class: 'source' }, source)] : []),
  ];
}

function division({ heading, blocks, children }: Division, where: Where): Node {
  const content = withQuotations(blocks).flatMap((block): Node[] => {
    if (Array.isArray(block))
      return [x('blockquote', lines(block.map((b) => paragraph(b, where))))];
    return block.type === 'table' ? table(block, where) : [paragraph(block, where)];
  });
  const own = x(
    `h${heading.depth}`,
    { id: heading.id },
    withBreaks(xhtmlInlines(heading.inlines, where)),
  );
  const below = children.map((child) => division(child, where));
  return x('section', { 'aria-labelledby': heading.id }, lines([own, ...content, ...below]));
}

/**
 * A note: a reading system shows it where its mark is tapped; its number leads back there.
 * After the number stands a plain space: pandoc 3 leaves the number out, and of the spaces that
 * a note then begins with it drops this one, but no ideographic one.
 */
function note({ number, mark, name, inlines }: Note, places: Where['places']): Node {
  const back = {
    href: `#${id.noteref(number)}`,
    role: 'doc-backlink',
    'aria-label': `回到註 ${name} 在正文之處`,
  };
  const text = xhtmlInlines(inlines, { places, within: number });
  const attributes = { id: id.note(number), 'epub:type': 'footnote', role: 'doc-footnote' };
  return x('aside', attributes, x('p', x('a', back, mark), ' ', ...text));
}

/** The document of one section. */
export function sectionPage(chapter: Chapter, section: Section, places: Where['places']): Page {
  const notes = chapter.notes.filter((n) => n.section === section.number);
  const where: Where = { places, notes: new Map(notes.map((n) => [n.number, n])) };
  const text = divisionsOf(section.blocks).map((d) => division(d, where));
  const list = x(
    'section',
    { class: 'notes', 'epub:type': 'footnotes', 'aria-label': `${section.label}註釋` },
    lines(notes.map((n) => note(n, places))),
  );
  return {
    file: sectionFile(section.number),
    title: fullTitle(section),
    type: 'bodymatter',
    body: [...text, notes.length > 0 ? list : undefined],
  };
}
