/**
 * The chapter, or a section of it, as a Word file (ECMA-376): the printed text with real footnotes,
 * headings and tables, bookmarks for blocks and printed pages, and the emendations in a list at the end.
 */
import {
  Document,
  Footer,
  Header,
  HeadingLevel,
  InternalHyperlink,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { address } from '../../model/addresses/address.ts';
import type { Chapter, Note, Section } from '../../model/chapter/chapter.ts';
import type { Emendation } from '../../model/emendations/emendations.ts';
import { withEmendations } from '../emendations.ts';
import { authorOf, fullTitle, imprintOf, modifiedDay, scriptOf } from '../imprint.ts';
import { type Published, urlOf } from '../published.ts';
import { docxBlocks } from './body.ts';
import { Bookmarks, bookmarkName, docxInlines, type Where } from './inlines.ts';
import { inGoodOrder, type Numbering } from './package.ts';
import { stylesOf } from './styles.ts';

/** Who made the file of the text. */
const EDITOR = '章句 Zhangju';

const plain = (text: string): Paragraph => new Paragraph({ children: [new TextRun(text)] });

/** An emendation in a line that leads to its place. */
function emendationLine(emendation: Emendation): Paragraph {
  const { id, page, printed, correction, certainty, reason } = emendation;
  const place = page === undefined ? '' : `頁 ${page}　`;
  const becomes = correction === '' ? '當刪' : `校正：${correction}`;
  const doubt = certainty === 'doubtful' ? '存疑。' : '';
  const says = correction === undefined ? doubt + reason : `${becomes}。${doubt}${reason}`;
  const words = new TextRun({ text: `「${printed}」`, style: 'Hyperlink' });
  return new Paragraph({
    style: 'Cell',
    children: [
      new TextRun(place),
      new InternalHyperlink({ anchor: bookmarkName(id), children: [words] }),
      new TextRun(says),
    ],
  });
}

/**
 * What was found amiss, after the text. Not as comments in it: where they stand before the first
 * mark, LibreOffice 7.4.7 gives the notes each other's words.
 */
function emendationList(sections: readonly Section[], { emendations }: Chapter): Paragraph[] {
  const own = new Set(sections.map(({ number }) => number));
  const listed = emendations.filter(({ place }) => own.has(place.section.number));
  if (listed.length === 0) return [];
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_2,
    children: [new TextRun('校記（本站所加）')],
  });
  return [heading, ...listed.map(emendationLine)];
}

/** Notes that the print counts (73, 74, 75 …) are counted by Word; others have the marks of the print. */
function numberingOf(notes: readonly Note[]): Numbering {
  const start = Number(notes[0]?.mark ?? 1);
  const counted = notes.every(({ mark }, i) => mark === String(start + i));
  return counted ? { start } : { marks: notes.map(({ mark }) => mark) };
}

function head(chapter: Chapter, sections: readonly Section[], published: Published): Paragraph[] {
  const [section, ...more] = sections;
  const path = more.length > 0 || !section ? address.chapter : address.section(section.number);
  const url = urlOf(published, path);
  const from = [`${authorOf(chapter)}，${imprintOf(chapter)}。`, ...(url ? [url] : [])];
  return from.map((text) => new Paragraph({ style: 'Cell', children: [new TextRun(text)] }));
}

async function made(
  chapter: Chapter,
  sections: readonly Section[],
  title: string,
  published: Published,
): Promise<Uint8Array<ArrayBuffer>> {
  const own = new Set(sections.map(({ number }) => number));
  const notes = chapter.notes.filter(({ section }) => own.has(section));
  const marks = new Map(notes.map(({ number, mark }) => [number, mark]));
  const where: Where = {
    bookmarks: new Bookmarks(),
    marks,
    ordinals: new Map(notes.map(({ number }, i) => [number, i + 1])),
    marked: new Set(),
  };
  const document = new Document({
    title,
    creator: authorOf(chapter),
    description: chapter.description,
    lastModifiedBy: EDITOR,
    styles: stylesOf(scriptOf(chapter)),
    footnotes: Object.fromEntries(
      notes.map(({ number, inlines }, i) => [
        i + 1,
        {
          children: [
            new Paragraph({
              style: 'FootnoteText',
              children: [new TextRun(' '), ...docxInlines(inlines, { ...where, within: number })],
            }),
          ],
        },
      ]),
    ),
    sections: [
      {
        headers: { default: new Header({ children: [plain(title)] }) },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: 'center',
                children: [new TextRun({ children: [PageNumber.CURRENT] })],
              }),
            ],
          }),
        },
        children: [
          ...head(chapter, sections, published),
          ...docxBlocks(
            sections.flatMap(({ blocks }) => blocks),
            where,
          ),
          ...emendationList(sections, chapter),
        ],
      },
    ],
  });
  const packed = await Packer.pack(document, 'uint8array');
  return inGoodOrder(packed, modifiedDay(chapter), numberingOf(notes));
}

/** chapter.docx */
export function toDocx(chapter: Chapter, published: Published): Promise<Uint8Array<ArrayBuffer>> {
  const { sections } = withEmendations(chapter);
  return made(chapter, sections, fullTitle(chapter), published);
}

/** A section with its notes, which keep their marks. */
export function sectionDocx(
  chapter: Chapter,
  number: number,
  published: Published,
): Promise<Uint8Array<ArrayBuffer>> {
  const sections = withEmendations(chapter).sections.filter((section) => section.number === number);
  const [section] = sections;
  return made(chapter, sections, section ? fullTitle(section) : fullTitle(chapter), published);
}
