/** Checks of links, in the text and in the notes, and of the tables they lead to. */
import { type Block, type Inline, placedInlines, rowLine, type Table } from '../text/document.ts';
import type { Blocks, PlacedBlock } from './blocks.ts';
import type { Finding } from './findings.ts';

function linkFault(url: string, ids: Set<string>): Pick<Finding, 'rule' | 'message'> | undefined {
  if (url.startsWith('#')) {
    if (ids.has(url.slice(1))) return undefined;
    const message = `the link to ${url} leads nowhere: give it the id of a heading, a paragraph or a table, or take it out.`;
    return { rule: 'link/broken', message };
  }
  if (/^https?:\/\/[^/]/u.test(url)) return undefined;
  const message = `“${url.slice(0, 40)}” is no web address (http or https) and no #id of the text: mend it, or take the link out.`;
  return { rule: 'link/unsafe', message };
}

type Link = Extract<Inline, { type: 'link' }>;

const linksOf = (block: Block): { line: number; inline: Link }[] =>
  placedInlines(block).filter((p): p is { line: number; inline: Link } => p.inline.type === 'link');

/** The id of a table without a printed number: it is counted by itself. */
const UNNUMBERED = /^table-0-\d+$/u;

function checkTable(file: string, table: Table, linked: Set<string>): Finding[] {
  const { id, line, header } = table;
  const findings: Finding[] = [];
  // A table without an id is a finding already; one that prints no number cannot be referred to by it.
  if (id !== '' && !UNNUMBERED.test(id) && !linked.has(id)) {
    const message = `nothing in the text refers to this table: link to it ([表 …](#${id})), or accept this in chapter.yaml.`;
    findings.push({ rule: 'table/unreferenced', id, file, line, message });
  }
  for (const [i, row] of table.rows.entries()) {
    if (row.length === header.length) continue;
    const message = `the row has ${row.length} cells, and the header ${header.length}: write | for an empty cell, \\| for a printed “|”.`;
    findings.push({ rule: 'table/ragged', file, line: rowLine(table, i), message });
  }
  return findings;
}

/** The tables that something else than the table itself links to. */
function linkedFrom(blocks: PlacedBlock[]): Set<string> {
  const links = blocks.flatMap(({ block }) =>
    linksOf(block).map(({ inline }) => ({ from: `#${block.id}`, to: inline.url })),
  );
  return new Set(links.filter(({ from, to }) => from !== to).map(({ to }) => to.slice(1)));
}

/** Checks where links lead, and that each table is whole and referred to. */
export function checkLinks({ text, notes }: Blocks): Finding[] {
  const all = [...text, ...notes];
  const ids = new Set(text.map(({ block }) => block.id));
  const linked = linkedFrom(all);
  return [
    ...all.flatMap(({ file, block }) =>
      linksOf(block).flatMap(({ line, inline }): Finding[] => {
        const fault = linkFault(inline.url, ids);
        return fault ? [{ ...fault, file, line }] : [];
      }),
    ),
    ...text.flatMap(({ file, block }) =>
      block.type === 'table' ? checkTable(file, block, linked) : [],
    ),
  ];
}
