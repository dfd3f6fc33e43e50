/**
 * rehype plugin: takes out the single spaces that a word processor set between
 * Han characters and Latin letters or digits (1945 年). On the page the
 * stylesheet sets that distance (`text-autospace`), as typography and not as a
 * character. The Markdown keeps the spaces, so that plain text reads well.
 */
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

const HAN = '[\\p{Script=Han}]';
/** What `text-autospace` sets apart from Han; a space beside punctuation (`1. 美國`) stays. */
const WORD = '[\\p{Script=Latin}\\p{Nd}]';
const BETWEEN = new RegExp(`(?<=${HAN}) (?=${WORD})|(?<=${WORD}) (?=${HAN})`, 'gu');

/** Takes the automatic spaces between scripts out of a text that is shown on a page. */
export function closeSpacing(text: string): string {
  return text.replace(BETWEEN, '');
}

/** Removes automatic spaces between scripts from text nodes. */
export function rehypeSpacing() {
  return (tree: Root) => {
    visit(tree, 'text', (node) => {
      node.value = closeSpacing(node.value);
    });
  };
}
