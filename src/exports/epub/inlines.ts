/** Running text as XHTML for the EPUB: noterefs and page breaks with their roles, English marked. */
import { languageParts } from '../../markdown/rehype-language.ts';
import { id } from '../../model/addresses/address.ts';
import type { Inline } from '../../model/text/document.ts';
import { type Node, x } from '../xml.ts';
import { fileOf } from './files.ts';

/** Where inlines stand. */
export interface Where {
  /** Where a link inside the chapter leads: the file that has an id. */
  places: ReadonlyMap<string, string>;
  /** The marks of notes as printed, by their numbers; undefined inside notes, which have none. */
  notes?: ReadonlyMap<number, { mark: string; name: string }>;
  /** The note they are part of; the page on which it runs on is named in the text. */
  within?: number;
}

/** English in the text, both for XML and for HTML. */
export const ENGLISH = { lang: 'en', 'xml:lang': 'en' };

/** The id of the page break within a note that runs on upon a page. */
export const noteBreak = (note: number, page: number): string =>
  `${id.note(note)}-${id.page(page)}`;

function pageBreak(page: number, within: number | undefined): Node {
  const name = within === undefined ? id.page(page) : noteBreak(within, page);
  const label = String(page);
  return x('span', {
    id: name,
    'epub:type': 'pagebreak',
    role: 'doc-pagebreak',
    'aria-label': label,
  });
}

function noteref(number: number, { notes }: Where): Node {
  const { mark, name } = notes?.get(number) ?? { mark: String(number), name: number };
  const attributes = {
    id: id.noteref(number),
    href: `#${id.note(number)}`,
    'epub:type': 'noteref',
    role: 'doc-noteref',
    'aria-label': `註 ${name}`,
  };
  return x('sup', x('a', attributes, mark));
}

/** Leads `#table-3-1` to the file that has it; addresses on the web stay as they are. */
function target(url: string, places: Where['places']): string {
  if (!url.startsWith('#')) return url;
  const file = places.get(url.slice(1));
  return file === undefined ? url : fileOf(file, url.slice(1));
}

const words = (value: string): Node[] =>
  languageParts(value).map(({ value: part, lang }): Node => {
    const text: Node = { type: 'text', value: part };
    return lang ? x('span', { lang, 'xml:lang': lang }, text) : text;
  });

/** Inlines as XHTML. */
export function xhtmlInlines(inlines: readonly Inline[], where: Where): Node[] {
  return inlines.flatMap((inline): Node[] => {
    switch (inline.type) {
      case 'text':
        return words(inline.value);
      case 'pageBreak':
        return [pageBreak(inline.page, where.within)];
      case 'noteref':
        return [noteref(inline.number, where)];
      case 'math':
        return [x('code', inline.value)];
      case 'link': {
        const text = xhtmlInlines(inline.children, where);
        return [x('a', { href: target(inline.url, where.places) }, text)];
      }
      case 'emendation':
        return xhtmlInlines(inline.children, where);
      default: {
        const tag = inline.type === 'strong' ? 'strong' : 'em';
        return [x(tag, xhtmlInlines(inline.children, where))];
      }
    }
  });
}
