/** The citations as a table for spreadsheets: a row a citation. */
import type { Chapter } from '../model/chapter/chapter.ts';
import type { Citation } from '../model/citations/hosts.ts';
import { filed } from '../model/sources/name.ts';
import { plainReference } from '../model/sources/reference.ts';
import { outletOf, yearOf } from '../model/sources/source.ts';
import { sourceNamed, usesOf } from '../model/sources/uses.ts';
import { type Cell, csvOf } from './csv.ts';

const COLUMNS = [
  'note',
  'table',
  'page',
  'section',
  'heading',
  'note_kind',
  'form',
  'text',
  'locator_label',
  'locator',
  'antecedent',
  'basis',
  'via',
  'unresolved',
  'source',
  'source_kind',
  'type',
  'authors',
  'title',
  'outlet',
  'year',
  'date',
  'date_printed',
  'language',
  'url',
  'reference',
] as const;
type Row = Partial<Record<(typeof COLUMNS)[number], Cell>>;

function ofCitation(chapter: Chapter, citation: Citation): Row {
  const { form, text, locator, antecedent, basis, judgement, via, unresolved } = citation;
  const source = sourceNamed(chapter, citation.source);
  const used: Row = {
    form,
    text,
    locator_label: locator?.label,
    locator: locator?.value,
    antecedent,
    basis: judgement ?? basis,
    via,
    unresolved,
    source: citation.source,
  };
  if (!source) return used;
  return {
    ...used,
    source_kind: source.kind,
    type: source.type,
    authors: (source.author ?? source.editor ?? []).map(filed).join('; '),
    title: source.title,
    outlet: outletOf(source),
    year: yearOf(source),
    date: source.issued?.date,
    date_printed: source.issued?.printed,
    language: source.language,
    url: source.URL,
    reference: plainReference(source),
  };
}

/** All citations of the chapter, those of notes first, then those of tables. */
export function toCsv(chapter: Chapter): string {
  const rows = usesOf(chapter).map((use): Row => {
    const cited = ofCitation(chapter, use.citation);
    if ('table' in use)
      return { table: use.table.id, page: use.table.page, section: use.section.number, ...cited };
    const { number, page, section, heading, kind } = use.note;
    return { note: number, page, section, heading: heading.id, note_kind: kind, ...cited };
  });
  return csvOf(COLUMNS, rows);
}
