/** Checks of one Markdown body: what would be rendered wrongly, or vanish, without a word. */
import katex from 'katex';
import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../../markdown/processor.ts';
import type { Entry } from '../content.ts';
import type { Finding } from '../findings.ts';

interface Check {
  rule: string;
  /** The message when the node is at fault. */
  fault: (node: Nodes) => string | undefined;
}

const ASCII_URL = /^[\x21-\x7E]+$/u;

function mathFault(value: string): string | undefined {
  try {
    katex.renderToString(value, { throwOnError: true, strict: 'error', output: 'mathml' });
    return undefined;
  } catch (error) {
    return `the formula cannot be set: ${(error as Error).message}.`;
  }
}

/** Node types that the model reads; all others would be dropped by pages or exports. */
const KNOWN = new Set([
  ...[
    'root',
    'paragraph',
    'heading',
    'blockquote',
    'table',
    'tableRow',
    'tableCell',
    'text',
    'link',
  ],
  ...['emphasis', 'strong', 'inlineMath', 'noteref', 'pageBreak', 'blockId'],
]);

const CHECKS: Check[] = [
  {
    rule: 'html/raw',
    fault: (node) =>
      node.type === 'html'
        ? `raw HTML (${node.value.slice(0, 24)}) is not allowed: write \\< for a printed “<”.`
        : undefined,
  },
  {
    rule: 'markdown/unsupported',
    fault: (node) =>
      KNOWN.has(node.type) || node.type === 'html' || node.type === 'footnoteDefinition'
        ? undefined
        : `“${node.type}” is not part of the content's grammar, and would be dropped: escape the character that makes it.`,
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
    fault: (node) =>
      node.type === 'text' && node.value.includes('**')
        ? 'two asterisks stand as text: the emphasis was not recognised. Close it, or escape it as \\*\\*.'
        : undefined,
  },
  {
    rule: 'url/swallowed',
    fault: (node) =>
      node.type === 'link' && /^https?:/u.test(node.url) && !ASCII_URL.test(decodeURI(node.url))
        ? 'the URL has swallowed characters that are not part of it: write it as <https://…>.'
        : undefined,
  },
  {
    rule: 'math/invalid',
    fault: (node) => (node.type === 'inlineMath' ? mathFault(node.value) : undefined),
  },
];

/** Compatibility ideographs, decomposed characters, private use, control characters. */
function characterFindings(entry: Entry<unknown>): Finding[] {
  return entry.body.split('\n').flatMap((text, i): Finding[] => {
    const line = i + entry.bodyLine;
    const { file } = entry;
    if (text !== text.normalize('NFC')) {
      const bad = [...text].find((c) => c !== c.normalize('NFC')) ?? '';
      const code = bad.codePointAt(0)?.toString(16).toUpperCase();
      return [
        {
          rule: 'text/nfc',
          file,
          line,
          message: `the line is not NFC (“${bad}” U+${code}): readers could not find it. Write the ordinary character.`,
        },
      ];
    }
    if (/[\p{Cc}\p{Co}\p{Cn}\p{Cs}\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u.test(text)) {
      return [
        {
          rule: 'text/invisible',
          file,
          line,
          message: 'the line holds a control, private-use or zero-width character: take it out.',
        },
      ];
    }
    return [];
  });
}

/** Runs all checks of one body. */
export function checkMarkdown(entry: Entry<unknown>): Finding[] {
  const findings = characterFindings(entry);
  let tree: Root;
  try {
    tree = parseMarkdown(entry.body);
  } catch (error) {
    return [
      {
        rule: 'markdown/unreadable',
        file: entry.file,
        line: entry.bodyLine,
        message: `${(error as Error).message}.`,
      },
    ];
  }
  visit(tree, (node) => {
    for (const { rule, fault } of CHECKS) {
      const message = fault(node);
      if (message) {
        const line = (node.position?.start.line ?? 1) + entry.bodyLine - 1;
        findings.push({ rule, file: entry.file, line, message });
      }
    }
  });
  if (tree.children.length === 0) {
    findings.push({
      rule: 'text/empty',
      file: entry.file,
      line: entry.bodyLine,
      message: 'the file has no text.',
    });
  }
  return findings;
}
