/**
 * rehype plugin: marks runs of English prose (two words or more) with
 * `lang="en"`, so that a screen reader pronounces them and the browser picks
 * Latin glyphs and hyphenation for them (WCAG 2.2, 3.1.2 Language of Parts).
 */
import type { Element, ElementContent, Root, Text } from 'hast';
import { visit } from 'unist-util-visit';

/** From a letter or an opening quotation mark to a letter, digit or closing mark. */
const RUN =
  /[“‘]?\p{Script=Latin}[\p{Script=Latin}\p{Nd} .,:;'’“”"()?!/&—–-]*[\p{Script=Latin}\p{Nd}.”?!)]/gu;
const TWO_WORDS = /\p{Script=Latin}[^ ]* +[“‘(]?\p{Script=Latin}/u;
const LOOSE_END = /[^\p{Script=Latin}\p{Nd}.”?!)]+$/u;

/** The head of a run in which every bracket and quotation mark that opens is closed, and the other way round. */
function balanced(run: string): string {
  const open: number[] = [];
  for (let at = 0; at < run.length; at += 1) {
    const char = run.charAt(at);
    if ('(“'.includes(char)) open.push(at);
    else if (char === ')' || char === '”') {
      const opening = open.pop();
      const pair = `${run.charAt(opening ?? at)}${char}`;
      if (pair !== '()' && pair !== '“”') return balanced(run.slice(0, at).replace(LOOSE_END, ''));
    }
  }
  const last = open[0];
  return last === undefined ? run : balanced(run.slice(0, last).replace(LOOSE_END, ''));
}

/** A stretch of a text: English prose, or not. */
export interface LanguagePart {
  value: string;
  english: boolean;
}

/** Splits a text at its English runs. */
export function languageParts(value: string): LanguagePart[] {
  const parts: LanguagePart[] = [];
  let end = 0;
  RUN.lastIndex = 0;
  for (let match = RUN.exec(value); match; match = RUN.exec(value)) {
    const run = balanced(match[0]);
    RUN.lastIndex = match.index + Math.max(run.length, 1);
    if (!TWO_WORDS.test(run)) continue;
    if (match.index > end) parts.push({ value: value.slice(end, match.index), english: false });
    parts.push({ value: run, english: true });
    end = match.index + run.length;
  }
  if (end < value.length) parts.push({ value: value.slice(end), english: false });
  return parts;
}

const toNode = ({ value, english }: LanguagePart): ElementContent => {
  const text = { type: 'text' as const, value };
  if (!english) return text;
  return { type: 'element', tagName: 'span', properties: { lang: 'en' }, children: [text] };
};

/** Wraps English runs of the text in `<span lang="en">`. */
export function rehypeLanguage() {
  return (tree: Root) => {
    visit(tree, 'text', (node: Text, index, parent) => {
      if (!parent || index === undefined) return undefined;
      const element = parent as Element;
      if (element.tagName === 'a' || element.properties?.['lang']) return undefined;
      const parts = languageParts(node.value);
      if (!parts.some(({ english }) => english)) return undefined;
      element.children.splice(index, 1, ...parts.map(toNode));
      return index + parts.length;
    });
  };
}
