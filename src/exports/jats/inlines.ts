/** Running text as JATS: marks of notes, page breaks at their characters, emendations with their corrections. */
import { languageParts } from '../../markdown/rehype-language.ts';
import { id } from '../../model/addresses/address.ts';
import type { Inline } from '../../model/text/document.ts';
import { type Node, x } from '../xml.ts';

/** Where inlines stand. */
export interface Where {
  /** What the mark of each note is, as printed. */
  marks: ReadonlyMap<number, string>;
  /** The notes whose marks have an id already: one that is marked twice is named at its first mark. */
  named: Set<number>;
  /** Inside a note: its number. The page on which it runs on is named in the text. */
  within?: number;
  /** The language is English already. */
  english?: boolean;
}

const text = (value: string): Node => ({ type: 'text', value });

/** JATS knows no page break: an empty target tells where a printed page begins. */
function pageBreak(page: number, within: number | undefined): Node {
  const name = id.page(page);
  const own = within === undefined ? name : `${id.note(within)}-${name}`;
  return x('target', { id: own, 'target-type': 'page', 'specific-use': String(page) });
}

const words = (value: string, english = false): Node[] =>
  languageParts(value).map((part) =>
    part.lang && !(english && part.lang === 'en')
      ? x('named-content', { 'content-type': 'foreign', 'xml:lang': part.lang }, text(part.value))
      : text(part.value),
  );

/** Inlines as JATS. */
export function jatsInlines(inlines: readonly Inline[], where: Where): Node[] {
  return inlines.flatMap((inline): Node | Node[] => {
    switch (inline.type) {
      case 'text':
        return words(inline.value, where.english);
      case 'pageBreak':
        return pageBreak(inline.page, where.within);
      case 'noteref': {
        const { number } = inline;
        const own = where.named.has(number) ? undefined : id.noteref(number);
        where.named.add(number);
        const attributes = { 'ref-type': 'fn', rid: id.note(number), id: own };
        return x('xref', attributes, x('sup', where.marks.get(number)));
      }
      case 'emendation':
        return x(
          'named-content',
          {
            'content-type': 'emendation',
            id: inline.id,
            alt: inline.correction,
            ...(inline.doubtful ? { 'specific-use': 'doubtful' } : {}),
          },
          jatsInlines(inline.children, where),
        );
      case 'math':
        return x('inline-formula', x('tex-math', inline.value));
      case 'link':
        return x(
          'ext-link',
          { 'ext-link-type': 'uri', 'xlink:href': inline.url },
          jatsInlines(inline.children, { ...where, english: true }),
        );
      default:
        return x(inline.type === 'strong' ? 'bold' : 'italic', jatsInlines(inline.children, where));
    }
  });
}
