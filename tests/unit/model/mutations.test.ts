/** The checks of citations against seeded mutations: a citation spoilt anywhere in the chapter is found. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { readBlocks } from '../../../src/model/checks/blocks.ts';
import { checkCited } from '../../../src/model/checks/cited.ts';
import type { CitationData } from '../../../src/model/citations/schema.ts';
import { type Content, readContent } from '../../../src/model/content.ts';
import type { Finding } from '../../../src/model/findings.ts';
import { outletOf } from '../../../src/model/source.ts';
import { sourceId } from '../../../src/model/source-ids.ts';
import { pick, seeded } from '../import/source.ts';

// The text stays the same from one mutation to the next: each block is parsed once.
vi.mock(import('../../../src/markdown/processor.ts'), async (original) => {
  const { parseOnce } = await import('../import/parse-once.ts');
  return parseOnce(await original());
});

const ROOT = fileURLToPath(new URL('../../../content', import.meta.url));

function load(): Content {
  const read = readContent(ROOT);
  if ('findings' in read) throw new Error(`${join(ROOT)} cannot be read`);
  return read.content;
}

const CONTENT = load();
const BLOCKS = readBlocks(CONTENT);
const SOURCES = CONTENT.sources.map(({ file, data }) => ({ ...data, id: sourceId(file) }));

const check = (content: Content): Finding[] => checkCited(content, BLOCKS);

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
const ALL = [...ofNotes, ...ofTables].flatMap((home) =>
  home.citations.map((citation, i) => ({
    home,
    citation,
    i,
    name: `${home.file} ${i} ${citation.source ?? 'unresolved'}`,
  })),
);
type One = (typeof ALL)[number];

/** The content with one citation changed. */
const changed = ({ home, citation, i }: One, change: Partial<CitationData>): Content =>
  home.with(home.citations.map((c, j) => (j === i ? { ...citation, ...change } : c)));

/** The mutations that nothing is found for: in the file of the citation itself, not elsewhere. */
function survivors(mutations: readonly { one: One; name: string; content: Content }[]): string[] {
  return mutations
    .filter(({ one, content }) => !check(content).some((f) => f.file === one.home.file))
    .map(({ one, name }) => `${one.name}: ${name}`);
}

test('nothing is wrong with the content as it is', () => {
  expect(check(CONTENT)).toEqual([]);
  expect(ALL.length).toBeGreaterThan(120);
});

describe('a citation spoilt is found in its own file', () => {
  test('when it is led to another source: any of the same outlet, and one of all others', () => {
    const random = seeded(1);
    const mutations = ALL.flatMap((one) => {
      const others = SOURCES.filter(({ id }) => id !== one.citation.source);
      const own = SOURCES.find(({ id }) => id === one.citation.source);
      const outlet = own && outletOf(own);
      const alike = others.filter((s) => outlet !== undefined && outletOf(s) === outlet);
      return [...alike, pick(random, others)].map(({ id }) => ({
        one,
        name: id,
        content: changed(one, { source: id, unresolved: undefined }),
      }));
    });
    expect(mutations.length).toBeGreaterThan(400);
    // What has no title is told apart by outlet and date: this table prints both dates of the
    // one newspaper, and the undated article fits every note that prints its newspaper. Each
    // time the work that nothing cites any more is found, in its own file.
    const elsewhere = [
      'footnotes/043.md 0 hovey-1977: halloran-nd',
      'sections/4.md 3 china-times-2000-08-01: china-times-2000-08-03',
      'sections/4.md 4 china-times-2000-08-03: china-times-2000-08-01',
    ];
    expect(survivors(mutations)).toEqual(elsewhere);
    for (const { one, name, content } of mutations) {
      if (!elsewhere.includes(`${one.name}: ${name}`)) continue;
      const lost = { rule: 'source/unused', file: `sources/${one.citation.source}.yaml` };
      expect(check(content)).toContainEqual(expect.objectContaining(lost));
    }
  }, 60_000);

  test('when a short form or a repeat points to the note before or after the right one', () => {
    const mutations = ALL.flatMap((one) => {
      const { antecedent } = one.citation;
      if (antecedent === undefined) return [];
      return [antecedent - 1, antecedent + 1].map((to) => ({
        one,
        name: `${antecedent} → ${to}`,
        content: changed(one, { antecedent: to }),
      }));
    });
    expect(mutations.length).toBeGreaterThan(50);
    expect(survivors(mutations)).toEqual([]);
  });

  test('when it names a page that is not printed', () => {
    const mutations = ALL.flatMap((one) => {
      const { locator } = one.citation;
      if (!locator) return [];
      const content = changed(one, { locator: { ...locator, value: '9999' } });
      return [{ one, name: `${locator.value} → 9999`, content }];
    });
    expect(mutations.length).toBeGreaterThan(50);
    expect(survivors(mutations)).toEqual([]);
  });

  test('when it has changed places with the other citation of its note or table', () => {
    const mutations = ALL.filter(({ i }) => i > 0).map((one) => {
      const { home, i } = one;
      const citations = home.citations.map(
        (c, j) => home.citations[j === i ? i - 1 : j === i - 1 ? i : j] ?? c,
      );
      return {
        one,
        name: `before ${home.citations[i - 1]?.source}`,
        content: home.with(citations),
      };
    });
    expect(mutations.length).toBeGreaterThan(10);
    expect(survivors(mutations)).toEqual([]);
  });
});

test('a citation dropped is found, there or at the source that nothing cites any more', () => {
  const dropped = ALL.map(({ home, i, name }) => ({
    name,
    findings: check(home.with(home.citations.filter((_, j) => j !== i))),
  }));
  const lost = dropped.filter(({ findings }) => findings.length === 0).map(({ name }) => name);
  // A table has no kind that would say whether all of its source line is cited, and nobody
  // asks whose the addresses are that it prints; both works are cited in notes too.
  expect(lost).toEqual(['sections/1.md 0 bei-ming-nd', 'sections/1.md 1 yan-jiaqi-nd']);
});
