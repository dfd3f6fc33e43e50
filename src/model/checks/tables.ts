/** Checks of the lists of tables in front matter: each table with a source line is in one, once, in its own section. */
import type { Content } from '../content/content.ts';
import { type Table, textOf } from '../text/document.ts';
import type { Blocks } from './blocks.ts';
import type { Finding } from './findings.ts';
import { lineIn } from './hosts.ts';

/** The tables of the text, with the files they stand in. */
const tablesIn = (blocks: Blocks): { file: string; table: Table }[] =>
  blocks.text.flatMap(({ file, block }) =>
    block.type === 'table' ? [{ file, table: block }] : [],
  );

/** A table whose citations are given stands in that section, and has them given once. */
function checkListed({ sections }: Content, blocks: Blocks): Finding[] {
  const files = new Map(tablesIn(blocks).map(({ file, table }) => [table.id, file]));
  const seen = new Map<string, string>();
  return sections.flatMap((entry) =>
    (entry.data.tables ?? []).flatMap(({ id }, i): Finding[] => {
      const at = (message: string): Finding[] => [
        {
          rule: 'citation/table',
          file: entry.file,
          line: lineIn(entry, ['tables', i, 'id']),
          message,
        },
      ];
      const file = files.get(id);
      const first = seen.get(id);
      seen.set(id, first ?? entry.file);
      if (file === undefined)
        return at(`there is no table ${id}: give the id that its caption ends with.`);
      if (first !== undefined)
        return at(
          `the citations of ${id} are given twice (first in ${first}): put them into one list.`,
        );
      if (file === entry.file) return [];
      return at(`${id} stands in ${file}: move its citations there.`);
    }),
  );
}

/** A table that prints its source has its citations given. */
function checkUnlisted({ sections }: Content, blocks: Blocks): Finding[] {
  const tables = tablesIn(blocks);
  const ids = new Set(tables.map(({ table }) => table.id));
  const listed = sections.flatMap(({ file, data }) =>
    (data.tables ?? []).map(({ id }) => ({ file, id })),
  );
  // A list under an id that does not exist may be the one: that is found by itself.
  const misnamed = new Set(listed.filter(({ id }) => !ids.has(id)).map(({ file }) => file));
  const named = new Set(listed.map(({ id }) => id));
  return tables
    .filter(({ file, table }) => !named.has(table.id) && !misnamed.has(file))
    .filter(({ table }) => textOf(table.source).trim() !== '')
    .map(({ file, table }) => ({
      rule: 'citation/table',
      file,
      line: table.sourceLine,
      message: `nobody has said what the source line of ${table.id} cites: give its “citations” under “tables” (an empty list where it cites nothing).`,
    }));
}

/** Compares the tables listed in front matter with those of the text. */
export function checkTables(content: Content, blocks: Blocks): Finding[] {
  return [...checkListed(content, blocks), ...checkUnlisted(content, blocks)];
}
