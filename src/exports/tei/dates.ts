/** Dates as TEI: the printed words of each in a `date`, with what they say as attributes. */
import type { Chapter } from '../../model/chapter/chapter.ts';
import { extentOf } from '../../model/events/edtf.ts';
import type { TextEvent } from '../../model/events/events.ts';
import { type Block, type Inline, textOf } from '../../model/text/document.ts';
import { cutAt } from '../slice.ts';
import { lines, type Node, x } from '../xml.ts';

const PLAIN = /^\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?$/u;

/** What TEI says of a date in EDTF: `when`, `from` and `to`, or the days between which it lies. */
export function dateAttributes(date: string): Record<string, string | undefined> {
  if (PLAIN.test(date)) return { when: date };
  const circa = date.replace('~', '');
  if (PLAIN.test(circa)) return { when: circa, cert: 'low' };
  const { first, last } = extentOf(date);
  const [from = '', to] = date.split('/');
  if (to === undefined) return { notBefore: first, notAfter: last };
  const end = (own: string, day: string | undefined) => (PLAIN.test(own) ? own : day);
  return { from: end(from, first), to: end(to, last) };
}

/** Sets a stretch of inlines apart as a date; inside an emendation, where one holds it whole. */
function withDate(inlines: readonly Inline[], event: TextEvent, first: number): Inline[] {
  const { from, to } = event.dateAt;
  let at = first;
  for (const [i, inline] of inlines.entries()) {
    const end = at + textOf([inline]).length;
    if ('children' in inline && at <= from && to <= end && (at < from || to < end)) {
      const children = withDate(inline.children, event, at);
      return [...inlines.slice(0, i), { ...inline, children }, ...inlines.slice(i + 1)];
    }
    // A date that goes on beyond an emendation or a link could only be cut in two with it.
    if ('children' in inline && ((at < from && from < end) || (at < to && to < end)))
      return [...inlines];
    at = end;
  }
  const [before, tail] = cutAt(inlines, from - first);
  const [children, after] = cutAt(tail, to - from);
  return [...before, { type: 'date', id: event.id, when: event.when, children }, ...after];
}

/** The dates of a stretch of inlines that begins at a character of its place. */
function marked(inlines: Inline[], events: readonly TextEvent[], first = 0): Inline[] {
  const end = first + textOf(inlines).length;
  const own = events.filter(({ dateAt }) => first <= dateAt.from && dateAt.to <= end);
  return own.reduce((all, event) => withDate(all, event, first), inlines);
}

function inBlock(block: Block, events: readonly TextEvent[]): Block {
  if (block.type !== 'table') return { ...block, inlines: marked(block.inlines, events) };
  let first = 0;
  const cell = (inlines: Inline[]) => {
    const made = marked(inlines, events, first);
    first += textOf(inlines).length;
    return made;
  };
  return {
    ...block,
    caption: cell(block.caption),
    header: block.header.map(cell),
    rows: block.rows.map((row) => row.map(cell)),
  };
}

/** A chapter whose blocks and notes have the dates of their events as inlines of their own; not a character changes. */
export function withDates(chapter: Chapter): Chapter {
  const events = Map.groupBy(chapter.events, ({ at }) => at);
  return {
    ...chapter,
    sections: chapter.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => inBlock(block, events.get(block.id) ?? [])),
    })),
    notes: chapter.notes.map((note) => ({
      ...note,
      inlines: marked(note.inlines, events.get(`fn${note.number}`) ?? []),
    })),
  };
}

/** The events, for `standOff`: each with its date, its words, and the works that report it. */
export function listEvent({ events }: Chapter): Node | undefined {
  if (events.length === 0) return undefined;
  const items = events.map(({ id, at, when, text, same, reports }) =>
    x(
      'event',
      { 'xml:id': id, corresp: `#${at}`, ...dateAttributes(when), sameAs: same && `#${same}` },
      x('desc', text),
      ...reports.map(({ source }) => x('bibl', { corresp: `#${source.id}` })),
    ),
  );
  return x('listEvent', lines(items));
}
