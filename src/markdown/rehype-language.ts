/**
 * rehype plugin: marks runs of English prose (two words or more), kana and
 * hangul with their `lang`, so that a screen reader pronounces them and the
 * browser picks their glyphs and hyphenation (WCAG 2.2, 3.1.2 Language of Parts).
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

/** A stretch of a text: English prose, kana, hangul, or none of them. */
export interface LanguagePart {
  value: string;
  lang: 'en' | 'ja' | 'ko' | undefined;
}

const KANA = String.raw`[\p{Script=Hiragana}\p{Script=Katakana}ー]`;
const LETTERS = new RegExp(
  String.raw`(?<ja>${KANA}(?:[ ・]?${KANA})*)|(?<ko>\p{Script=Hangul}(?: ?\p{Script=Hangul})*)`,
  'gu',
);

/** Splits a text without English at its runs of kana and hangul. */
function eastern(value: string): LanguagePart[] {
  const parts: LanguagePart[] = [];
  let end = 0;
  for (const { 0: run, index, groups } of value.matchAll(LETTERS)) {
    if (index > end) parts.push({ value: value.slice(end, index), lang: undefined });
    parts.push({ value: run, lang: groups?.['ja'] === undefined ? 'ko' : 'ja' });
    end = index + run.length;
  }
  if (end < value.length) parts.push({ value: value.slice(end), lang: undefined });
  return parts;
}

/** Splits a text at its runs of other languages. */
export function languageParts(value: string): LanguagePart[] {
  const parts: LanguagePart[] = [];
  let end = 0;
  RUN.lastIndex = 0;
  for (let match = RUN.exec(value); match; match = RUN.exec(value)) {
    const run = balanced(match[0]);
    RUN.lastIndex = match.index + Math.max(run.length, 1);
    if (!TWO_WORDS.test(run)) continue;
    parts.push(...eastern(value.slice(end, match.index)), { value: run, lang: 'en' });
    end = match.index + run.length;
  }
  return [...parts, ...eastern(value.slice(end))];
}

const toNode = ({ value, lang }: LanguagePart): ElementContent => {
  const text = { type: 'text' as const, value };
  if (!lang) return text;
  return { type: 'element', tagName: 'span', properties: { lang }, children: [text] };
};

/** Wraps runs of other languages in `<span lang="en">` and the like. */
export function rehypeLanguage() {
  return (tree: Root) => {
    visit(tree, 'text', (node: Text, index, parent) => {
      if (!parent || index === undefined) return undefined;
      const element = parent as Element;
      if (element.tagName === 'a' || element.properties?.['lang']) return undefined;
      const parts = languageParts(node.value);
      if (!parts.some(({ lang }) => lang)) return undefined;
      element.children.splice(index, 1, ...parts.map(toNode));
      return index + parts.length;
    });
  };
}
