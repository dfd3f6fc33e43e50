/**
 * remark plugin: reads noterefs, page breaks and block ids, and says how each
 * becomes HTML with its DPUB-ARIA 1.1 role.
 *
 * The number of a noteref stands in the HTML for text browsers, and is hidden
 * by the stylesheet, which draws it from `data-number`: so copied text and text
 * fragments that cross a mark hold the printed words only, and a screen reader
 * reads the label.
 */
import type { Data, Node, Parent, Root } from 'mdast';
import type { Processor } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { apparatusFromMarkdown, type BlockId } from './nodes.ts';
import { apparatusSyntax } from './syntax.ts';

type HastHints = Data & {
  hName?: string;
  hProperties?: Record<string, string | number>;
  hChildren?: unknown[];
};

function hint(node: Node, hints: HastHints) {
  node.data = { ...node.data, ...hints } as Data;
}

/** The page itself begins in the text; where a note runs over to it, only that is said. */
function breakProperties(page: number, inNote: boolean): Record<string, string | number> {
  if (inNote) return { className: 'run-over', dataPage: page };
  return { role: 'doc-pagebreak', id: `p${page}`, title: `${page}` };
}

/** The caption of a figure, and the line that names its source, are paragraphs set apart. */
function blockProperties(id: string): Record<string, string> {
  return id.startsWith('figure-') ? { id, className: 'caption' } : { id };
}

/** An id ends its paragraph or heading; one that stands elsewhere stays in the tree, and the checks refuse it. */
function endsBlock(parent: Parent | undefined, index: number): parent is Parent {
  if (parent?.type !== 'paragraph' && parent?.type !== 'heading') return false;
  return index === parent.children.length - 1;
}

/** Adds the grammar of `syntax.ts` and the HTML of its nodes. */
export function remarkApparatus(this: Processor) {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.fromMarkdownExtensions ??= [];
  data.micromarkExtensions.push(apparatusSyntax);
  data.fromMarkdownExtensions.push(apparatusFromMarkdown);

  return (tree: Root, file: VFile) => {
    const marked = new Set<number>();
    const inNote = /[\\/]footnotes[\\/][^\\/]+$/u.test(file.path ?? '');
    visit(tree, (node, index, parent) => {
      if (node.type === 'noteref') {
        hint(node, {
          hName: 'a',
          hProperties: {
            role: 'doc-noteref',
            href: `#fn${node.number}`,
            // Of a note that is marked twice, the first mark has the id.
            ...(marked.has(node.number) ? {} : { id: `fnref${node.number}` }),
            ariaLabel: `註 ${node.number}`,
            dataNumber: node.number,
          },
          hChildren: [
            {
              type: 'element',
              tagName: 'sup',
              properties: {},
              children: [{ type: 'text', value: String(node.number) }],
            },
          ],
        });
        marked.add(node.number);
      } else if (node.type === 'pageBreak') {
        hint(node, {
          hName: 'span',
          hProperties: breakProperties(node.page, inNote),
          hChildren: [],
        });
      } else if (node.type === 'blockId' && index !== undefined && endsBlock(parent, index)) {
        hint(parent, { hProperties: blockProperties((node as BlockId).id) });
        parent.children.splice(index, 1);
        const before = parent.children[index - 1];
        if (before?.type === 'text') before.value = before.value.trimEnd();
        return [SKIP, index];
      }
      return undefined;
    });
  };
}
