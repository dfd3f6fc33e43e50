/** Running text for `book.typ`, all words of it as strings. */
import { languageParts } from '../../markdown/rehype-language.ts';
import { closeSpacing } from '../../markdown/rehype-spacing.ts';
import type { Inline } from '../../model/text/document.ts';
import { type Formula, formulaOf } from './math.ts';

/** Running text, as `book.typ` reads it. */
export type Run =
  | { type: 'text'; value: string; lang?: 'en' | 'ja' | 'ko' }
  /** `again` where the note has been marked before. */
  | { type: 'noteref'; number: number; mark: string; again: boolean }
  /**
   * `starts` where it is the first of its block. It stands after the page's first character, which
   * it names: a mark before it would be left behind at the end of the line above.
   */
  | { type: 'pageBreak'; page: number; starts: boolean; first: string }
  | { type: 'link'; url: string; children: Run[] }
  /** A link to a place of the book. */
  | { type: 'inside'; to: string; children: Run[] }
  | { type: 'emphasis' | 'strong'; children: Run[] }
  | { type: 'emendation'; id: string; children: Run[] }
  | { type: 'math'; source: string; formula: Formula[] };

/** What the runs of a text need to know of the chapter. */
export interface Where {
  /** The mark of each note, as printed. */
  marks: ReadonlyMap<number, string>;
  /** Notes whose first mark is set already. */
  marked: Set<number>;
  /** The places that links of the text may lead to. */
  places: ReadonlySet<string>;
}

const words = (value: string): Run[] =>
  languageParts(closeSpacing(value))
    .filter((part) => part.value !== '')
    .map(({ value: own, lang }) => ({ type: 'text', value: own, ...(lang ? { lang } : {}) }));

/** Moves each page break behind the first character that follows it. */
function behindFirst(runs: readonly Run[]): Run[] {
  const moved = [...runs];
  for (let i = 0; i < moved.length - 1; i += 1) {
    const [own, next] = [moved[i], moved[i + 1]];
    if (own?.type !== 'pageBreak' || next?.type !== 'text') continue;
    const [first = ''] = /^.\p{M}*/u.exec(next.value) ?? [];
    const rest = next.value.slice(first.length);
    const after = rest === '' ? [] : [{ ...next, value: rest }];
    moved.splice(i, 2, { ...next, value: first }, { ...own, first }, ...after);
    i += 1;
  }
  return moved;
}

/**
 * Inlines as runs.
 * @param opens whether a block, cell or note begins with them
 */
export function runsOf(inlines: readonly Inline[], where: Where, opens = true): Run[] {
  const runs = inlines.flatMap((inline, i): Run[] => {
    const first = opens && i === 0;
    switch (inline.type) {
      case 'text':
        return words(inline.value);
      case 'math':
        return [{ type: 'math', source: inline.value, formula: formulaOf(inline.value) }];
      case 'pageBreak':
        return [{ type: 'pageBreak', page: inline.page, starts: first, first: '' }];
      case 'noteref': {
        const { number } = inline;
        const again = where.marked.has(number);
        where.marked.add(number);
        return [
          { type: 'noteref', number, mark: where.marks.get(number) ?? String(number), again },
        ];
      }
      case 'link': {
        const children = runsOf(inline.children, where, first);
        if (!inline.url.startsWith('#')) return [{ type: 'link', url: inline.url, children }];
        const to = inline.url.slice(1);
        return where.places.has(to) ? [{ type: 'inside', to, children }] : children;
      }
      case 'date':
        return runsOf(inline.children, where, first);
      case 'emendation':
        return [
          { type: 'emendation', id: inline.id, children: runsOf(inline.children, where, first) },
        ];
      default:
        return [{ type: inline.type, children: runsOf(inline.children, where, first) }];
    }
  });
  return behindFirst(runs);
}
