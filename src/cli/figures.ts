/** `npm run figures`: counts what the chapter cites and writes the counts into src/model/README.md, between its two marks. */
import { readFileSync } from 'node:fs';
import { CONTENT } from '../import/content-folder.ts';
import { writeWhole } from '../import/write-whole.ts';
import { type Tally, tallyOf } from '../model/bibliography/tally.ts';
import { buildChapter } from '../model/chapter/chapter.ts';
import { show } from '../model/checks/content-folder.ts';
import { readContent } from '../model/content/content.ts';
import { wordsOf } from './arguments.ts';
import { inOneLine, Refused } from './faults.ts';

/** Where the counts stand. */
export const README = 'src/model/README.md';

const BLOCK = /(<!-- figures: npm run figures -->\n)[\s\S]*?(<!-- \/figures -->)/u;

const listed = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .filter(([, n]) => n > 0)
    .map(([name, n]) => `${n} ${name}`)
    .join(', ');

/** The counts as a Markdown table. */
export function figures(tally: Tally): string {
  const { notes, sources, citations, citationsInTables, shortForms, unresolved } = tally;
  const rows = [
    ['notes', notes, listed(tally.notesByKind)],
    ['sources', sources, listed(tally.sourcesByKind)],
    [
      'citations by form',
      citations,
      `${listed(tally.citationsByForm)}; ${citationsInTables} of them under tables`,
    ],
    ['citations by kind of source', citations - unresolved, listed(tally.citationsByKind)],
    [
      'Ibid., op. cit., 同上註, 前引文',
      shortForms,
      `${shortForms - unresolved} resolved, ${unresolved} unresolved`,
    ],
  ];
  const table = rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
  return `| what | count | of which |\n| --- | --- | --- |\n${table}\n`;
}

/** A README with its counts renewed. @throws when it has no place for them */
export function withFigures(readme: string, tally: Tally): string {
  if (!BLOCK.test(readme))
    throw new Refused(`${README} has no <!-- figures --> marks: put them back`);
  return readme.replace(
    BLOCK,
    (_, before: string, after: string) => `${before}${figures(tally)}${after}`,
  );
}

function main(): void {
  wordsOf('figures', process.argv.slice(2));
  const read = readContent(CONTENT);
  if ('findings' in read) throw new Refused(show(CONTENT, read.findings));
  const readme = readFileSync(README, 'utf8');
  writeWhole(README, withFigures(readme, tallyOf(buildChapter(read.content))));
  console.log(`${README}: figures renewed`);
}

if (import.meta.main) await inOneLine(main);
