/** Brings notes, tables and sources together and runs the checks of citations over them. */
import { noteInlines } from '../chapter.ts';
import { citingPlaces } from '../citations/places.ts';
import type { Content, Entry } from '../content.ts';
import { walk } from '../document.ts';
import type { Finding } from '../findings.ts';
import { sourcesById } from '../source-ids.ts';
import type { Blocks } from './blocks.ts';
import { type CheckedPlace, checkCitations } from './citations.ts';
import { checkResolution } from './resolution.ts';
import { checkSources } from './sources.ts';

const lineIn = (entry: Entry<unknown> | undefined, path: PropertyKey[]): number =>
  entry?.lineOf?.(path) ?? 1;

/** Whether anybody has begun to record what this chapter cites. */
function isBegun({ sources, footnotes, sections }: Content): boolean {
  return (
    sources.length > 0 ||
    footnotes.some(({ data }) => data.kind ?? data.citations) ||
    sections.some(({ data }) => data.tables)
  );
}

function placesOf(content: Content, blocks: Blocks): CheckedPlace[] {
  const notes = new Map(
    content.footnotes.map(({ data, body }) => [
      data.number,
      { ...data, inlines: noteInlines(body) },
    ]),
  );
  const tables = new Map(
    content.sections.flatMap(({ data }) =>
      (data.tables ?? []).map(({ id, citations }) => [id, citations]),
    ),
  );
  const places = citingPlaces(
    blocks.text.map(({ block }) => block),
    notes,
    tables,
  );
  return places.map((place) => {
    const { table, note } = place;
    const entry =
      table === undefined
        ? content.footnotes.find(({ data }) => data.number === note)
        : content.sections.find(({ data }) => data.tables?.some((t) => t.id === table));
    const index = content.sections
      .flatMap(({ data }) => (data.tables ?? []).map((t, i) => ({ id: t.id, i })))
      .find(({ id }) => id === table)?.i;
    const above = index === undefined ? [] : ['tables', index];
    const inlines = table === undefined ? (notes.get(note)?.inlines ?? []) : [];
    return {
      ...place,
      file: entry?.file ?? '',
      urls: [...walk(inlines)].flatMap((i) =>
        i.type === 'link' && !i.url.startsWith('#') ? [i.url] : [],
      ),
      line: (citation, key) => {
        const path = citation === undefined ? above : [...above, 'citations', citation];
        return lineIn(entry, key === undefined ? path : [...path, key]);
      },
    };
  });
}

/** Tables whose citations are given must exist. */
function checkTables({ sections }: Content, blocks: Blocks): Finding[] {
  const ids = new Set(
    blocks.text.filter(({ block }) => block.type === 'table').map(({ block }) => block.id),
  );
  return sections.flatMap((entry) =>
    (entry.data.tables ?? []).flatMap(({ id }, i): Finding[] => {
      if (ids.has(id)) return [];
      const message = `there is no table ${id}: give the id that its caption ends with.`;
      return [
        {
          rule: 'citation/table',
          file: entry.file,
          line: lineIn(entry, ['tables', i, 'id']),
          message,
        },
      ];
    }),
  );
}

/** Checks sources, citations and their links; nothing where none of them is recorded yet. */
export function checkCited(content: Content, blocks: Blocks): Finding[] {
  if (!isBegun(content)) return [];
  const places = placesOf(content, blocks);
  const sources = sourcesById(content.sources);
  const printed = new Map<string, string>();
  for (const { citations, text } of places) {
    for (const { source = '' } of citations)
      printed.set(source, `${printed.get(source) ?? ''}\n${text}`);
  }
  const single = [
    ...checkSources(content, printed),
    ...checkCitations(places, sources),
    ...checkTables(content, blocks),
  ];
  return [...single, ...checkResolution(places, sources)];
}
