/** The settings file beside a source text: what cannot be derived from it. */
import { z } from 'astro/zod';
import { parse, YAMLParseError } from 'yaml';
import { ImportError } from './errors.ts';

const why = z.string().min(1).describe('Why this is so; shown to readers of the data.');

function isPattern(source: string): boolean {
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}

const settingsSchema = z.strictObject({
  /** The line printed at the head of some pages, just before the page number. */
  runningHead: z.string().min(1).optional(),
  /** Number of the first printed page, where the text shows no page number. */
  firstPage: z.int().positive().optional(),
  /** Number of the last printed page: what proves the count after the last number the text prints. */
  lastPage: z.int().positive().optional(),
  /** Whether the print numbers its pages; where it does not, they are counted from 1 and never shown. */
  pageNumbers: z.boolean().default(true),
  /** Whether notes are numbered through the chapter, or begin anew with 1 in each section. */
  noteNumbers: z.enum(['chapter', 'section']).default('chapter'),
  /** How the mark of a first note is printed: 1, [1], 〔1〕, ① … */
  noteMarks: z
    .string()
    .regex(/^[^\d①]{0,2}[1①][^\d①]{0,2}$/u, 'give the mark as note 1 has it: 1, [1], ① …')
    .default('1'),
  /** Blocks that begin with these words are paragraphs, whatever they look like. */
  paragraphs: z.array(z.strictObject({ starts: z.string().min(1), why })).default([]),
  /** What begins a row of a flattened table: a regular expression, by table number. */
  tables: z
    .record(
      z.string().regex(/^\d+-\d+$/u),
      z.strictObject({
        row: z.string().min(1).refine(isPattern, 'it is no regular expression'),
      }),
    )
    .default({}),
  /** Words with a number that is glued to them like a mark and is none (第7艦隊). */
  figures: z.array(z.string().regex(/\p{N}/u)).default([]),
  /** The chapter to take, of a file that has several. */
  chapter: z.int().positive().optional(),
  /** Answers to the questions of an import, by their ids: the number of the reading meant, from 0. */
  answers: z.record(z.string(), z.int().nonnegative()).default({}),
  /** Marks that could stand in two places: note number → the text just before its mark. */
  marks: z.record(z.string().regex(/^\d+$/u), z.string().min(1)).default({}),
});

export type Settings = z.infer<typeof settingsSchema>;

function parseYaml(yaml: string): unknown {
  try {
    // What is quoted of the text is copied from the PDF, as the text was; that is read in NFC.
    return parse(yaml.normalize('NFC'), { prettyErrors: true, logLevel: 'error' }) ?? {};
  } catch (error) {
    const [message = ''] = (error as Error).message.split('\n');
    throw new ImportError(
      (error instanceof YAMLParseError && error.linePos?.[0].line) || 0,
      `the settings are not YAML: ${message.replace(/:$/u, '')}`,
      'mend the settings file',
      'settings',
    );
  }
}

/**
 * Reads a settings file.
 * @param yaml the file's text; empty for none
 * @throws ImportError that names the key which is wrong
 */
export function readSettings(yaml: string): Settings {
  const result = settingsSchema.safeParse(parseYaml(yaml));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const wrong = issue?.message.replace(/^.*received undefined$/u, 'it is missing');
  throw new ImportError(
    0,
    `the settings are wrong at “${issue?.path.join('.') || 'top'}”: ${wrong}`,
    'see the comments in content/source/*.yaml for what each key means',
    'settings',
  );
}
