/** The chapter → records of the index: one a heading, paragraph, table and note. */
import { address, sectionOf, structuralPlace } from '../../model/addresses/address.ts';
import type { Chapter, Note, Section } from '../../model/chapter/chapter.ts';
import { type Block, type Inline, walk } from '../../model/text/document.ts';
import { STOP } from '../fold/tokens.ts';
import type { Facet, NoteSources, StoredRecord } from './types.ts';

export interface SearchRecord extends StoredRecord {
  filters: Partial<Record<Facet, string[]>>;
}

type Run = { inlines: Inline[]; after: string };

function runsOf(block: Block): Run[] {
  if (block.type !== 'table') return [{ inlines: block.inlines, after: '' }];
  const line = (cells: Inline[][]): Run[] =>
    cells.map((inlines, i) => ({ inlines, after: i < cells.length - 1 ? '\t' : STOP }));
  return [[block.caption], block.header, ...block.rows, [block.source]].flatMap(line);
}

/** The printed characters of runs, and where in them printed pages begin. */
function printed(runs: Run[]): Pick<StoredRecord, 'text' | 'breaks'> {
  let text = '';
  const breaks: StoredRecord['breaks'] = [];
  for (const { inlines, after } of runs) {
    for (const inline of walk(inlines)) {
      if (inline.type === 'pageBreak') breaks.push([text.length, inline.page]);
      if ('value' in inline) text += inline.value.normalize('NFC');
    }
    text += after;
  }
  return { text: text.trimEnd(), breaks };
}

function textRecord(section: Section, block: Block): SearchRecord {
  return {
    kind: block.type,
    path: `${address.section(section.number)}#${block.id}`,
    section: section.label,
    place: structuralPlace(section, block),
    ...(block.page === undefined ? {} : { page: block.page }),
    ...printed(runsOf(block)),
    filters: { kind: ['text'], section: [String(section.number)] },
  };
}

function noteRecord(chapter: Chapter, note: Note, sources: NoteSources | undefined): SearchRecord {
  const section = sectionOf(chapter, note);
  const references = (sources?.references ?? [])
    .filter((reference) => reference.resolved)
    .map(({ id, text }) => ({ id, text: text.normalize('NFC') }));
  return {
    kind: 'note',
    path: address.note(note.number),
    section: section.label,
    place: structuralPlace(section, note.block),
    ...(note.page === undefined ? {} : { page: note.page }),
    ...printed([{ inlines: note.inlines, after: '' }]),
    note: note.number,
    ...(note.name === String(note.number) ? {} : { noteName: note.name }),
    ...(references.length > 0 ? { references } : {}),
    filters: {
      kind: ['note'],
      section: [String(section.number)],
      type: sources?.kinds ?? [],
      publisher: sources?.outlets ?? [],
      author: sources?.authors ?? [],
      year: sources?.years ?? [],
      lang: sources?.languages ?? [],
      form: sources?.forms ?? [],
    },
  };
}

/** The records of a chapter in its order; a note follows the block that holds its mark. */
export function recordsOf(chapter: Chapter, noteSources: readonly NoteSources[]): SearchRecord[] {
  const sources = new Map(noteSources.map((s) => [s.number, s]));
  return chapter.sections.flatMap((section) =>
    section.blocks.flatMap((block) => [
      textRecord(section, block),
      ...chapter.notes
        .filter((note) => note.block === block)
        .map((note) => noteRecord(chapter, note, sources.get(note.number))),
    ]),
  );
}
