/** Copies of the small chapters in checks/base and checks/cited, and the cases beside them that spoil one. */
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { address } from '../../src/model/addresses/address.ts';
import { appendPermalinks } from '../../src/model/addresses/permalinks.ts';
import { buildChapter, type Chapter } from '../../src/model/chapter/chapter.ts';
import { readContent } from '../../src/model/content/content.ts';
import { promisedOf } from '../../src/model/downloads/downloads.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CHECKS = fileURLToPath(new URL('checks', import.meta.url));
/**
 * The chapters that cases spoil, in which nothing is wrong. Both have two sections,
 * three pages and a table; `base` has three notes that nobody has classified, `cited`
 * sixteen with citations of every form.
 */
const BASES = ['base', 'cited'] as const;
export type Base = (typeof BASES)[number];
export const bases: ReadonlyMap<Base, string> = new Map(
  BASES.map((name) => [name, join(CHECKS, name)]),
);

/** The text must stand in the file exactly once. */
const replacement = z.strictObject({
  find: z.string().min(1),
  replace: z.string(),
  /** How often `replace` is repeated. */
  times: z.int().positive().optional(),
});
/** A file's whole new text, null to take it out, its new name, or what is replaced in it. */
const change = z.union([
  z.string(),
  z.null(),
  z.strictObject({ rename: z.string() }),
  replacement,
  z.array(replacement),
]);
const caseSchema = z.strictObject({
  rule: z.string(),
  /** What the check does, as a sentence. */
  name: z.string(),
  /** The chapter that it spoils. */
  base: z.enum(BASES).default('base'),
  files: z.record(z.string(), change),
  /** All findings there are, in order; `rule` where it is another than the case's. */
  findings: z.array(
    z.strictObject({
      rule: z.string().optional(),
      file: z.string(),
      line: z.int(),
      /** A part of the message. */
      says: z.string().min(1),
    }),
  ),
});
type Replacement = z.infer<typeof replacement>;
export type Case = z.infer<typeof caseSchema>;

/** All cases, by the names of their files. */
export const cases: Map<string, Case> = new Map(
  readdirSync(CHECKS)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => [
      file.replace('.yaml', ''),
      caseSchema.parse(parse(readFileSync(join(CHECKS, file), 'utf8'))),
    ]),
);

/** What the metadata of a page say of its own address. */
export const OWN_ADDRESS: readonly RegExp[] = [
  /<link rel="canonical" href="(.*?)"/u,
  /property="og:url" content="(.*?)"/u,
  /name="dcterms.identifier" content="(.*?)"/u,
];

/** Runs `body` with a temporary folder, and takes it away. */
export function withTemporary<T>(body: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'zhangju-case-'));
  try {
    return body(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Replaces texts in a file, each of which must stand there once. */
export function edit(path: string, replacements: Replacement[]): void {
  let text = readFileSync(path, 'utf8');
  for (const { find, replace, times = 1 } of replacements) {
    const parts = text.split(find);
    if (parts.length !== 2)
      throw new Error(`“${find}” stands ${parts.length - 1} times in ${path}, and not once`);
    text = parts.join(replace.repeat(times));
  }
  writeFileSync(path, text);
}

/** The chapter of a content folder that can be read. */
export function chapterOf(root: string): Chapter {
  const read = readContent(root);
  if ('findings' in read) throw new Error('the content cannot be read');
  return buildChapter(read.content);
}

const registries = new Map<Base, string>();

/** A base's registry, with downloads that came later, so that it need not follow the product's list. */
function registryOf(base: Base): string {
  const known = registries.get(base);
  if (known !== undefined) return known;
  const root = join(CHECKS, base);
  const published = readFileSync(join(root, 'permalinks.txt'), 'utf8');
  const made = appendPermalinks(published, promisedOf(chapterOf(root)).map(address.download));
  registries.set(base, made);
  return made;
}

/** Writes a base into a folder and spoils it as a case says. */
export function writeContent(folder: string, files: Case['files'] = {}, base: Base = 'base'): void {
  cpSync(join(CHECKS, base), folder, { recursive: true });
  writeFileSync(join(folder, 'permalinks.txt'), registryOf(base));
  for (const [file, to] of Object.entries(files)) {
    const path = join(folder, file);
    if (to === null) rmSync(path);
    else if (typeof to === 'string') writeFileSync(path, to);
    else if ('rename' in to) renameSync(path, join(folder, to.rename));
    else edit(path, [to].flat());
  }
}
