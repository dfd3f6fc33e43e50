/** The chapter's citations, each to be spoilt, and what the checks find then. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBlocks } from '../../../../src/model/checks/blocks.ts';
import { checkCited } from '../../../../src/model/checks/cited.ts';
import type { Finding } from '../../../../src/model/checks/findings.ts';
import type { CitationData } from '../../../../src/model/citations/schema.ts';
import { type Content, readContent } from '../../../../src/model/content/content.ts';
import { sourceId } from '../../../../src/model/sources/ids.ts';

const ROOT = fileURLToPath(new URL('../../../../content', import.meta.url));

function load(): Content {
  const read = readContent(ROOT);
  if ('findings' in read) throw new Error(`${join(ROOT)} cannot be read`);
  return read.content;
}

export const CONTENT = load();
const BLOCKS = readBlocks(CONTENT);
export const SOURCES = CONTENT.sources.map(({ file, data }) => ({ ...data, id: sourceId(file) }));

export const check = (content: Content): Finding[] => checkCited(content, BLOCKS);

/** The front matter that holds citations: of a note, or of a table of a section. */
interface Home {
  file: string;
  citations: CitationData[];
  /** The content with other citations in this place. */
  with: (citations: CitationData[]) => Content;
}

const ofNotes = CONTENT.footnotes.map(
  ({ file, data }): Home => ({
    file,
    citations: data.citations ?? [],
    with: (citations) => ({
      ...CONTENT,
      footnotes: CONTENT.footnotes.map((entry) =>
        entry.file === file ? { ...entry, data: { ...entry.data, citations } } : entry,
      ),
    }),
  }),
);
const ofTables = CONTENT.sections.flatMap(({ file, data }) =>
  (data.tables ?? []).map(
    ({ id, citations: present }): Home => ({
      file,
      citations: present,
      with: (citations) => ({
        ...CONTENT,
        sections: CONTENT.sections.map((entry) => {
          const tables = entry.data.tables?.map((t) => (t.id === id ? { id, citations } : t));
          return entry.file === file ? { ...entry, data: { ...entry.data, tables } } : entry;
        }),
      }),
    }),
  ),
);

/** A citation, its place among those of its note or table, and its name for people. */
export const ALL = [...ofNotes, ...ofTables].flatMap((home) =>
  home.citations.map((citation, i) => ({
    home,
    citation,
    i,
    name: `${home.file} ${i} ${citation.source ?? 'unresolved'}`,
  })),
);
export type One = (typeof ALL)[number];

/** The content with one citation changed. */
export const changed = ({ home, citation, i }: One, change: Partial<CitationData>): Content =>
  home.with(home.citations.map((c, j) => (j === i ? { ...citation, ...change } : c)));

/** The mutations that nothing is found for: in the file of the citation itself, not elsewhere. */
export function survivors(
  mutations: readonly { one: One; name: string; content: Content }[],
): string[] {
  return mutations
    .filter(({ one, content }) => !check(content).some((f) => f.file === one.home.file))
    .map(({ one, name }) => `${one.name}: ${name}`);
}
