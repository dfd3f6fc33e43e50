/** Formulas for `book.typ`: the MathML that KaTeX makes of them, as plain trees. */
import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import katex from 'katex';
import { EXIT, visit } from 'unist-util-visit';

/** An element of presentation MathML; a token (`mi`, `mn`, `mo`, `mtext`) has text, all others children. */
export interface Formula {
  tag: string;
  text: string;
  children: Formula[];
  /** normal, bold, double-struck …, where it is not the usual one. */
  variant?: string;
  /** A fraction without its line (a binomial). */
  bare?: true;
}

const textOf = (node: ElementContent): string => {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
};

const TOKENS = new Set(['mi', 'mn', 'mo', 'mtext', 'ms']);

function toFormula(node: ElementContent): Formula[] {
  // The source beside it would be read as a second formula.
  if (node.type !== 'element' || node.tagName === 'annotation') return [];
  const { tagName: tag, properties } = node;
  const variant = properties['mathVariant'] ?? properties['mathvariant'];
  const thickness = properties['linethickness'] ?? properties['lineThickness'];
  return [
    {
      tag,
      text: TOKENS.has(tag) ? textOf(node) : '',
      children: TOKENS.has(tag) ? [] : node.children.flatMap(toFormula),
      ...(typeof variant === 'string' ? { variant } : {}),
      ...(thickness === '0px' ? { bare: true } : {}),
    },
  ];
}

/**
 * The tree of a formula.
 * @param source LaTeX as KaTeX reads it; the checks have refused what it cannot read
 */
export function formulaOf(source: string): Formula[] {
  const html = katex.renderToString(source, { output: 'mathml', throwOnError: true });
  let formula: Formula[] = [];
  visit(fromHtml(html, { fragment: true }), 'element', (element) => {
    if (element.tagName !== 'semantics') return undefined;
    formula = element.children.flatMap(toFormula);
    return EXIT;
  });
  return formula;
}
