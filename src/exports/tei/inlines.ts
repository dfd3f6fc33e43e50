/** Running text as TEI: notes at their marks, page breaks at their characters, English marked. */
import { languageParts } from '../../markdown/rehype-language.ts';
import { id } from '../../model/addresses/address.ts';
import type { Inline } from '../../model/text/document.ts';
import { type Node, x } from '../xml.ts';
import { dateAttributes } from './dates.ts';

/** Where inlines stand. */
export interface Where {
  /** The note whose mark is met, as an element; undefined inside notes, which have no marks. */
  note?: (number: number) => Node | undefined;
  /** Inside a note: its number. The page on which it runs on is named in the text. */
  within?: number;
  /** The language is English already. */
  english?: boolean;
}

const text = (value: string): Node => ({ type: 'text', value });

function pageBreak(page: number, within: number | undefined): Node {
  const name = id.page(page);
  if (within === undefined) return x('pb', { n: page, 'xml:id': name });
  return x('pb', { n: page, 'xml:id': `${id.note(within)}-${name}`, corresp: `#${name}` });
}

const words = (value: string, english = false): Node[] =>
  languageParts(value).map((part) =>
    part.lang && !(english && part.lang === 'en')
      ? x('foreign', { 'xml:lang': part.lang }, text(part.value))
      : text(part.value),
  );

type Emendation = Extract<Inline, { type: 'emendation' }>;

/** An emendation with its correction; where there is none, only that it is one. */
function emendation({ id: name, correction, doubtful }: Emendation, printed: Node[]): Node {
  const cert = doubtful ? 'low' : 'high';
  const by = { resp: '#zhangju', cert };
  if (correction === undefined) return x('sic', { 'xml:id': name, ...by }, printed);
  return x('choice', { 'xml:id': name }, x('sic', printed), x('corr', by, correction));
}

/** Inlines as TEI. */
export function teiInlines(inlines: readonly Inline[], where: Where = {}): Node[] {
  return inlines.flatMap((inline): Node[] => {
    switch (inline.type) {
      case 'text':
        return words(inline.value, where.english);
      case 'pageBreak':
        return [pageBreak(inline.page, where.within)];
      case 'noteref':
        return [where.note?.(inline.number) ?? []].flat();
      case 'emendation':
        return [emendation(inline, teiInlines(inline.children, where))];
      case 'date':
        return [
          x(
            'date',
            { ...dateAttributes(inline.when), corresp: `#${inline.id}` },
            teiInlines(inline.children, where),
          ),
        ];
      case 'math':
        return [x('formula', { notation: 'tex' }, text(inline.value))];
      case 'link':
        return [
          x(
            'ref',
            { target: inline.url },
            teiInlines(inline.children, { ...where, english: true }),
          ),
        ];
      case 'emphasis':
        return [x('emph', teiInlines(inline.children, where))];
      case 'strong':
        return [x('hi', { rend: 'bold' }, teiInlines(inline.children, where))];
      default:
        return [];
    }
  });
}
