/** `npm run intake:figures [-- FILE …]`: the table of src/import/README.md, of the files in ../shared/intake. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { importFile } from '../../../../src/import/import.ts';
import { type Figures, measure, type Truth } from './measure.ts';
import { INTAKE } from './shared.ts';

const SETTINGS = '';

const share = ([right, of]: [number, number]) => (of === 0 ? '–' : `${right}/${of}`);

export async function figuresOf(file: string, truth: Truth): Promise<Figures | string> {
  try {
    const name = basename(file);
    const { files } = await importFile(readFileSync(file), name, { settingsYaml: SETTINGS });
    return measure(files, truth, name);
  } catch (error) {
    if (process.env['TRACE']) console.error(error);
    return (error as Error).message.split('\n')[0] ?? '';
  }
}

const COLUMNS = [
  'characters',
  'marks',
  'notes',
  'headings',
  'levels',
  'paragraphs',
  'cells',
  'quotations',
  'pages',
  'words',
] as const;

async function table(): Promise<void> {
  const truth: Truth = JSON.parse(readFileSync(join(INTAKE, 'made.truth.json'), 'utf8'));
  const given = process.argv.slice(2);
  const all = [
    ...readdirSync(INTAKE),
    ...readdirSync(join(INTAKE, 'text')).map((n) => join('text', n)),
  ]
    .filter((name) => /\.(?:docx|odt|pdf|txt|md|xml|html)$/u.test(name) && !/README/u.test(name))
    .map((name) => join(INTAKE, name));
  console.log(`| file | ${COLUMNS.join(' | ')} | false marks |`);
  console.log(`| --- |${' --- |'.repeat(COLUMNS.length + 1)}`);
  for (const file of given.length > 0 ? given : all) {
    const figures = await figuresOf(file, truth);
    const cells =
      typeof figures === 'string'
        ? [figures, ...COLUMNS.map(() => '')]
        : [...COLUMNS.map((c) => share(figures[c])), String(figures.falseMarks)];
    console.log(`| ${basename(file)} | ${cells.join(' | ')} |`);
  }
}

if (import.meta.main) await table();
