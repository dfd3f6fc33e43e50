/** Front matter: reading it, and renewing derived keys without touching the rest. */
import { Document, parseDocument } from 'yaml';

const FENCED = /^---\r?\n([\s\S]*?)\r?\n?---\r?\n?/u;

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

/**
 * Renews the derived keys of a YAML document. Other keys, their order and the
 * comments of the one who wrote them stay as they are; an `undefined` value
 * takes the key out.
 * @param existing the YAML as it is; empty for none
 */
export function renewYaml(existing: string, derived: Record<string, unknown>): string {
  const document = existing.trim() === '' ? new Document({}) : parseDocument(existing);
  for (const [key, value] of Object.entries(derived)) {
    if (value === undefined) document.delete(key);
    else if (JSON.stringify(document.toJS()?.[key]) !== JSON.stringify(value))
      document.set(key, value);
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
