/** Brings notes, tables and sources together and runs the checks of citations over them. */
import type { Content } from '../content/content.ts';
import { sourcesById } from '../sources/ids.ts';
import type { Blocks } from './blocks.ts';
import { checkCitations } from './citations.ts';
import type { Finding } from './findings.ts';
import { checkedPlaces } from './hosts.ts';
import { checkResolution } from './resolution.ts';
import { checkSources } from './sources.ts';
import { checkTables } from './tables.ts';

/** Whether anybody has begun to record what this chapter cites. */
function isBegun({ sources, footnotes, sections }: Content): boolean {
  return (
    sources.length > 0 ||
    footnotes.some(({ data }) => data.kind ?? data.citations) ||
    sections.some(({ data }) => data.tables)
  );
}

/** Checks sources, citations and their links; nothing where none of them is recorded yet. */
export function checkCited(content: Content, blocks: Blocks): Finding[] {
  if (!isBegun(content)) return [];
  const places = checkedPlaces(content, blocks);
  const sources = sourcesById(content.sources);
  return [
    ...checkSources(content, places),
    ...checkCitations(places, sources, content.chapter.catalogued),
    ...checkTables(content, blocks),
    ...checkResolution(places, sources),
  ];
}
