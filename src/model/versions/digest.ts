/**
 * The digest of a text: the same on every machine for the same words and data, whatever the code.
 * Comments, the order of keys, line ends and what only the site is set by do not count.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { splitFrontMatter } from '../../import/frontmatter.ts';
import { readText } from '../../import/read-text.ts';
import { KEPT, PARTS, type Part } from './parts.ts';

/** What chapter.yaml says of the text. The rest of it sets the site: where it stands, what it offers. */
const OF_THE_TEXT = [
  'kind',
  'number',
  'label',
  'title',
  'pages',
  'furniture',
  'lang',
  'author',
  'authors',
  'adviser',
  'thesis',
  'journal',
  'book',
  'institution',
  'archive',
  'latin',
  'translated',
  'issued',
  'issuedNote',
  'identifiers',
  'rights',
  'licence',
  'description',
  'abstracts',
  'keywords',
  'editorial',
];

/** The digest of a text, and the beginning of that of each of its parts. */
export interface TextDigest {
  digest: string;
  parts: Record<Part, string>;
}

/**
 * Data with the keys of each map in the order of their code points. The sign before a key keeps
 * JavaScript from putting those that are numbers first.
 */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inside]) => [`=${key}`, ordered(inside)]));
}

const sha256 = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(ordered(value)))
    .digest('hex');

/** A file of YAML as data; none where there is no such file. */
const dataOf = (path: string): unknown =>
  existsSync(path) ? (parse(readText(path)) ?? null) : null;

/** A file of Markdown: its front matter and its body. */
function markdownOf(path: string): unknown {
  const { yaml, body } = splitFrontMatter(readText(path));
  return { data: parse(yaml) ?? null, body: body.replace(/\r\n?/gu, '\n').trim() };
}

/** The files of a folder by name. */
function filesOf(folder: string, extension: string, read: (path: string) => unknown): unknown {
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder).filter((name) => name.endsWith(extension));
  return Object.fromEntries(names.map((name) => [name, read(join(folder, name))]));
}

function chapterOf(path: string): unknown {
  const data = (dataOf(path) ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    OF_THE_TEXT.filter((key) => key in data).map((key) => [key, data[key]]),
  );
}

/**
 * The digest of the text in a content folder that the checks find readable.
 * @throws where a file is no YAML
 */
export function textDigest(root: string): TextDigest {
  const data: Record<Part, unknown> = {
    chapter: chapterOf(join(root, 'chapter.yaml')),
    sections: filesOf(join(root, 'sections'), '.md', markdownOf),
    footnotes: filesOf(join(root, 'footnotes'), '.md', markdownOf),
    emendations: dataOf(join(root, 'emendations.yaml')) ?? [],
    editorNotes: dataOf(join(root, 'editor-notes.yaml')) ?? [],
    sources: filesOf(join(root, 'sources'), '.yaml', dataOf),
  };
  const digests = PARTS.map((part) => [part, sha256(data[part])] as const);
  return {
    digest: sha256(Object.fromEntries(digests)),
    parts: Object.fromEntries(
      digests.map(([part, digest]) => [part, digest.slice(0, KEPT)]),
    ) as Record<Part, string>,
  };
}
