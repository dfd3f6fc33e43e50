/** Checks of one Markdown body: what would be rendered wrongly, or vanish, without a word. */
import katex from 'katex';
import type { Nodes, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { parseMarkdown } from '../../markdown/processor.ts';
import type { Entry } from '../content/content.ts';
import { checkCharacters } from './characters.ts';
import type { Finding } from './findings.ts';

interface Check {
  rule: string;
  /** The message when the node is at fault; `source` is the Markdown it was read from. */
  fault: (node: Nodes, source: string) => string | undefined;
}

const ASCII_URL = /^[\x21-\x7E]+$/u;

/** What is wrong with a formula; undefined when KaTeX can set it. */
export function mathFault(value: string): string | undefined {
  try {
    const trust = ({ command }: { command: string }) => {
      throw new Error(`${command} leads out of the formula`);
    };
    katex.renderToString(value, { throwOnError: true, strict: 'error', output: 'mathml', trust });
    return undefined;
  } catch (error) {
    return `the formula cannot be set: ${(error as Error).message}. Mend it, or escape the dollar signs as \\$.`;
  }
}

/** Two asterisks that no backslash makes plain text; a node without a place shows its value only. */
function hasBareAsterisks(value: string, source: string): boolean {
  return value.includes('**') && (source || value).replace(/\\[\s\S]/gu, '').includes('**');
}

/** The two kinds of body: a section of the text, and a note. */
export type BodyKind = 'section' | 'note';

const INLINE = ['text', 'link', 'emphasis', 'strong', 'inlineMath', 'pageBreak'];
const BLOCKS = ['heading', 'blockquote', 'table', 'tableRow', 'tableCell'];
/** These have rules of their own. */
const REPORTED = ['html', 'footnoteDefinition'];

/** Node types that the model reads; all others would be dropped by pages or exports. */
const KNOWN: Record<BodyKind, Set<string>> = {
  section: new Set(['root', 'paragraph', ...BLOCKS, ...INLINE, 'noteref', ...REPORTED]),
  note: new Set(['root', 'paragraph', ...INLINE, ...REPORTED]),
};

function unsupported(kind: BodyKind, node: Nodes): string | undefined {
  if (KNOWN[kind].has(node.type)) return undefined;
  if (node.type === 'blockId')
    return `{#${node.id}} does not end a paragraph or heading: move it to its end.`;
  const grammar = kind === 'note' ? 'the grammar of a note' : "the content's grammar";
  return `“${node.type}” is not part of ${grammar}, and would be dropped: escape the character that makes it.`;
}

const CHECKS: Check[] = [
  {
    rule: 'html/raw',
    fault: (node) =>
      node.type === 'html'
        ? `raw HTML (${node.value.slice(0, 24)}) is not allowed: write \\< for a printed “<”.`
        : undefined,
  },
  {
    rule: 'footnote/definition',
    fault: (node) =>
      node.type === 'footnoteDefinition'
        ? 'a footnote is defined here: notes stand in files of their own (footnotes/012.md); escape it as \\[^12]: if it is printed so.'
        : undefined,
  },
  {
    rule: 'text/soft-wrap',
    fault: (node) =>
      node.type === 'text' && node.value.includes('\n')
        ? 'the paragraph is wrapped: a line break becomes a space between Han characters. Put it on one line.'
        : undefined,
  },
  {
    rule: 'text/emphasis',
    fault: (node, source) =>
      node.type === 'text' && hasBareAsterisks(node.value, source)
        ? 'two asterisks stand as text: the emphasis was not recognised. Close it, or escape it as \\*\\*.'
        : undefined,
  },
  {
    rule: 'url/swallowed',
    fault: (node) =>
      node.type === 'link' && /^https?:/u.test(node.url) && !ASCII_URL.test(node.url)
        ? 'the URL has swallowed characters that are not part of it: write it as <https://…>.'
        : undefined,
  },
  {
    rule: 'math/invalid',
    fault: (node) => (node.type === 'inlineMath' ? mathFault(node.value) : undefined),
  },
];

function checkTree(tree: Root, { file, body, bodyLine }: Entry<unknown>, kind: BodyKind) {
  const findings: Finding[] = [];
  let line = bodyLine;
  visit(tree, (node) => {
    // Links that GFM finds in finished text have no place: they stand in the line of the node before.
    if (node.position) line = node.position.start.line + bodyLine - 1;
    const message = unsupported(kind, node);
    if (message) {
      findings.push({ rule: 'markdown/unsupported', file, line, message });
      return SKIP;
    }
    const source = body.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
    for (const { rule, fault } of CHECKS) {
      const found = fault(node, source);
      if (found) findings.push({ rule, file, line, message: found });
    }
    return undefined;
  });
  return findings;
}

/** Runs all checks of one body. */
export function checkMarkdown(entry: Entry<unknown>, kind: BodyKind): Finding[] {
  const { file, bodyLine: line } = entry;
  let tree: Root;
  try {
    tree = parseMarkdown(entry.body);
  } catch (error) {
    const message = `the Markdown could not be read: ${(error as Error).message}. Undo what was changed last here, or in src/markdown.`;
    return [{ rule: 'markdown/unreadable', file, line, message }];
  }
  const findings = [...checkCharacters(entry), ...checkTree(tree, entry, kind)];
  if (tree.children.length > 0) return findings;
  const message = 'the file has no text: write it, or take the file out.';
  return [...findings, { rule: 'text/empty', file, line, message }];
}
