/** Front matter: reading it, and renewing derived keys without touching the rest. */
import { Document, isMap, parseDocument } from 'yaml';

const FENCED = /^\uFEFF?---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??---[ \t]*(?:\r?\n|$)/u;

/** A content file taken apart. `bodyLine` is the line of the file on which the body begins, from 1. */
export interface ContentFile {
  yaml: string;
  body: string;
  bodyLine: number;
}

/** Splits a Markdown file into its front matter and its body. */
export function splitFrontMatter(text: string): ContentFile {
  const match = FENCED.exec(text);
  if (!match) return { yaml: '', body: text, bodyLine: 1 };
  const bodyLine = (match[0].match(/\n/gu)?.length ?? 0) + 1;
  return { yaml: match[1] ?? '', body: text.slice(match[0].length), bodyLine };
}

/** Why a YAML document cannot be renewed; undefined when it can. */
export function faultOfYaml(text: string): string | undefined {
  if (text === '') return undefined;
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) return error.message.split('\n')[0]?.replace(/:$/u, '');
  if (document.contents && !isMap(document.contents)) return 'it is no list of keys and values';
  return undefined;
}

/** Why a Markdown file cannot be renewed; undefined when it can. */
export function faultOfMarkdown(text: string): string | undefined {
  if (/^\uFEFF?---[ \t]*\r?\n/u.test(text) && !FENCED.test(text))
    return 'its front matter has no line --- at its end';
  return faultOfYaml(splitFrontMatter(text).yaml);
}

/**
 * Renews the derived keys of a YAML document. Other keys, their order and the
 * comments of the one who wrote them stay as they are; an `undefined` value
 * takes the key out. What is up to date already comes back as it is written.
 * @param existing the YAML as it is, without faults (`faultOfYaml`); empty for none
 */
export function renewYaml(existing: string, derived: Record<string, unknown>): string {
  const text = existing.replace(/\r\n?/gu, '\n').replace(/(?<=[^\n])$/u, '\n');
  const document = text.trim() === '' ? new Document({}) : parseDocument(text);
  document.contents ??= new Document({}).contents;
  const present: Record<string, unknown> = document.toJS() ?? {};
  const outdated = Object.entries(derived).filter(
    ([key, value]) => JSON.stringify(present[key]) !== JSON.stringify(value),
  );
  if (outdated.length === 0 && text.trim() !== '') return text;
  for (const [key, value] of outdated) {
    if (value === undefined) document.delete(key);
    else document.set(key, value);
  }
  return document.toString({ lineWidth: 0 });
}

/** Renews a Markdown file: its derived front matter and its body. */
export function renewMarkdown(
  existing: string,
  derived: Record<string, unknown>,
  body: string,
): string {
  const { yaml } = splitFrontMatter(existing);
  return `---\n${renewYaml(yaml, derived)}---\n\n${body}`;
}
