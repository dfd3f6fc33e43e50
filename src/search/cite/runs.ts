/** Citations as a browser copies them: characters, and HTML for programs that keep italics. */
import { charactersOf, type Run } from '../../model/sources/reference/runs.ts';

export { charactersOf, type Run };

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const escaped = (text: string): string => text.replace(/[&<>]/gu, (c) => ESCAPES[c] ?? c);

/** A citation as HTML: its titles in italics or bold, as the style sets them. */
export const htmlOf = (runs: readonly Run[]): string =>
  runs
    .map(({ text, italic, bold }) => {
      const words = escaped(text);
      if (italic) return `<i>${words}</i>`;
      return bold ? `<b>${words}</b>` : words;
    })
    .join('');
