/** A citation divided at the title: what stands before it, in it and after it. */
import type { Read } from './imprint.ts';
import { type People, peopleIn } from './people.ts';
import { covered, type Marked, markedIn } from './words.ts';

/** What stands before a title, in it and after it. */
export interface Divided {
  before: string;
  title?: Read;
  after: string;
  /** The title stands in quotation marks, as that of a part does. */
  quoted: boolean;
  /** A further title, in the marks of a book or journal. */
  container?: Read;
}

/** A value with the words it was read from. */
export const read = (value: string, from: string): Read => ({ value, from });

function byMarks(words: string, [first, ...others]: Marked[]): Divided | undefined {
  if (!first) return undefined;
  const book = others.find(({ mark }) => mark === '《' && first.mark !== '《');
  const rest = words.slice(first.end);
  const after = book
    ? rest.slice(0, book.start - first.end) + rest.slice(book.end - first.end)
    : rest;
  return {
    before: words.slice(0, first.start),
    title: read(first.value, words.slice(first.start, first.end)),
    after,
    quoted: first.mark !== '《',
    ...(book ? { container: read(book.value, words.slice(book.start, book.end)) } : {}),
  };
}

/** Words in italics are a title, and so are those between the author and the place where the work appeared. */
function byPlace(words: string, italics: readonly string[]): Divided {
  const slanted = italics.find((italic) => words.includes(italic));
  if (slanted !== undefined) {
    const at = words.indexOf(slanted);
    const title = read(slanted.replace(/[,，.。]+$/u, ''), slanted);
    return {
      before: words.slice(0, at),
      title,
      after: words.slice(at + slanted.length),
      quoted: false,
    };
  }
  const bracket = /[(（][^()（）]*[:：][^()（）]*[)）]/u.exec(words);
  // The comma before Jr. parts no title from its author.
  const comma = [
    ...covered(words).matchAll(/[,，](?!\s*(?:Jr|Sr|I{2,3}|IV|eds?|et\s+al|etc)\b)\s*/gu),
  ][0];
  if (bracket && comma && comma.index < bracket.index) {
    const start = comma.index + comma[0].length;
    const title = words.slice(start, bracket.index).replace(/[\s,，]+$/u, '');
    if (title)
      return {
        before: words.slice(0, comma.index),
        title: read(title, title),
        after: words.slice(bracket.index),
        quoted: false,
      };
  }
  if (bracket && !comma) {
    const title = words.slice(0, bracket.index).trim();
    return {
      before: '',
      title: read(title, title),
      after: words.slice(bracket.index),
      quoted: false,
    };
  }
  return { before: '', after: words, quoted: false };
}

/** Robert S. Ross edited, East Asia in Transition: the editor and the name of a book. */
export function bookIn(after: string): { editor?: People; name: string; from: string } | undefined {
  const match = /^[\s,，]*(?:in\b|載於|收於|收入|收錄於|[見见])\s*(.+?)(?=\s*[(（]|$)/iu.exec(
    after,
  );
  const inner = match?.[1];
  if (!match || inner === undefined) return undefined;
  const parts =
    /^(.+?(?:\beds?\.?|\bedited|主?編|主?编)[)）]?)[,，\s]+(.+)$/iu.exec(inner) ??
    /^([^,，]+)[,，]\s*(.+)$/u.exec(inner);
  if (!parts) return { name: inner.replace(/[,，\s]+$/u, ''), from: match[0] };
  const editor = peopleIn(parts[1] ?? '');
  const name = (parts[2] ?? '').replace(/[,，\s]+$/u, '');
  return { ...(editor ? { editor } : {}), name, from: match[0] };
}

/** Divides the words of a citation, by quotation and title marks, or else by italics and the place of publication. */
export const divide = (words: string, italics: readonly string[]): Divided =>
  byMarks(words, markedIn(words)) ?? byPlace(words, italics);
