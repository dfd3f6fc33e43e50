/** Running text as Word's runs: real footnotes, bookmarks for printed pages and emendations. */
import {
  BookmarkEnd,
  BookmarkStart,
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  type IRunOptions,
  type ParagraphChild,
  TextRun,
} from 'docx';
import { languageParts } from '../../markdown/rehype-language.ts';
import { id } from '../../model/addresses/address.ts';
import type { Inline } from '../../model/text/document.ts';

/** Where inlines stand. */
export interface Where {
  bookmarks: Bookmarks;
  /** The mark of each note, as printed. */
  marks: ReadonlyMap<number, string>;
  /** The number under which the file has each note: from 1, or LibreOffice finds them not. */
  ordinals: ReadonlyMap<number, number>;
  /** Notes that have their mark already: Word has no second mark of one note, so that is a link. */
  marked: Set<number>;
  /** Inside a note: its number. The page on which it runs on is named in the text. */
  within?: number;
}

/** Bookmarks are numbered through a file. */
export class Bookmarks {
  #count = 0;

  /** Children under a bookmark of a name; the library’s own kind is lost inside links and other bookmarks. */
  around(name: string, children: readonly ParagraphChild[] = []): ParagraphChild[] {
    this.#count += 1;
    const number = this.#count;
    return [
      new BookmarkStart(bookmarkName(name), number) as unknown as ParagraphChild,
      ...children,
      new BookmarkEnd(number) as unknown as ParagraphChild,
    ];
  }
}

/** A name that Word takes: letters, digits and low lines, at most forty. */
export const bookmarkName = (name: string): string => name.replaceAll('-', '_').slice(0, 40);

type Style = Pick<IRunOptions, 'bold' | 'italics' | 'style'>;

const words = (value: string, style: Style): TextRun[] =>
  languageParts(value).map(
    ({ lang, value: text }) =>
      new TextRun({
        ...style,
        text,
        ...(lang ? { language: { value: lang, eastAsia: lang } } : {}),
      }),
  );

function noteref(number: number, { bookmarks, marks, marked, ordinals }: Where): ParagraphChild[] {
  const name = id.noteref(number);
  const ordinal = ordinals.get(number);
  if (!marked.has(number) && ordinal !== undefined) {
    marked.add(number);
    return bookmarks.around(name, [new FootnoteReferenceRun(ordinal)]);
  }
  const text = marks.get(number) ?? String(number);
  return [
    new InternalHyperlink({
      anchor: bookmarkName(name),
      children: [new TextRun({ text, superScript: true })],
    }),
  ];
}

/** Inlines as what stands in a paragraph of Word. */
export function docxInlines(
  inlines: readonly Inline[],
  where: Where,
  style: Style = {},
): ParagraphChild[] {
  return inlines.flatMap((inline): ParagraphChild[] => {
    switch (inline.type) {
      case 'text':
        return words(inline.value, style);
      case 'math':
        return [new TextRun({ ...style, text: inline.value, font: 'Cambria Math' })];
      case 'pageBreak':
        return where.bookmarks.around(
          where.within === undefined
            ? id.page(inline.page)
            : `${id.note(where.within)}-${id.page(inline.page)}`,
        );
      case 'noteref':
        return noteref(inline.number, where);
      case 'emendation':
        return where.bookmarks.around(inline.id, docxInlines(inline.children, where, style));
      case 'link':
        return [
          new ExternalHyperlink({
            link: inline.url,
            children: docxInlines(inline.children, where, { ...style, style: 'Hyperlink' }),
          }),
        ];
      default: {
        const own = inline.type === 'strong' ? { bold: true } : { italics: true };
        return docxInlines(inline.children, where, { ...style, ...own });
      }
    }
  });
}
