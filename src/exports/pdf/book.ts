/**
 * The book that becomes chapter.pdf, as data: what `book.typ` sets. All words of the text go
 * there as strings of JSON, so that none of them is ever read as markup.
 */
import { closeSpacing } from '../../markdown/rehype-spacing.ts';
import { address, id } from '../../model/addresses/address.ts';
import type { Chapter } from '../../model/chapter/chapter.ts';
import type { Emendation } from '../../model/emendations/emendations.ts';
import { stylesOf } from '../cite/chapter.ts';
import { withEmendations } from '../emendations.ts';
import { linesOf } from '../epub/phrases.ts';
import { authorOf, fullTitle, imprintOf, latinAuthor, modifiedDay, scriptOf } from '../imprint.ts';
import { type Published, urlOf } from '../published.ts';
import { type BookBlock, blocksOf } from './blocks.ts';
import { type Run, runsOf, type Where } from './runs.ts';

/** What `book.typ` sets. */
export interface Book {
  /** Language and region as Typst takes them: by them it sets punctuation. */
  lang: string;
  region: string | undefined;
  script: 'zh-Hant' | 'zh-Hans';
  title: string;
  author: string;
  description: string;
  /** Year, month, day. */
  date: number[];
  front: { label: string; title: string[]; author: string; latin: string; imprint: string };
  imprint: { lines: string[]; links: { label: string; url: string }[] };
  blocks: BookBlock[];
  notes: Record<string, Run[]>;
  emendations: { id: string; place: string; printed: string; says: string }[];
  words: Record<'contents' | 'emendations' | 'emendationsSaid', string>;
}

/** 有誤, 當刪 or the correction, with what is doubtful and why. */
function says({ correction, certainty, reason }: Emendation): string {
  const becomes = correction === '' ? '當刪' : `應作「${correction ?? ''}」`;
  const doubt = certainty === 'doubtful' ? '（存疑）' : '';
  return closeSpacing(`${correction === undefined ? '有誤' : becomes}${doubt}。${reason}`);
}

/** 頁 65，註 70; what stands in the text is found on its page. */
function placeOf({ at, page }: Emendation, names: ReadonlyMap<string, string>): string {
  const parts = [page === undefined ? undefined : `頁${page}`, names.get(at)];
  return parts.filter((part) => part !== undefined).join('，') || at;
}

/** zh, TW */
function localeOf({ lang }: Chapter): Pick<Book, 'lang' | 'region'> {
  const { language, script, region } = new Intl.Locale(lang);
  const usual = language === 'zh' ? (script === 'Hans' ? 'CN' : 'TW') : undefined;
  return { lang: language, region: region ?? usual };
}

const SAID = {
  contents: '目次',
  emendations: '校記',
  emendationsSaid: '正文與註釋照印，筆誤亦然。文中加點線之處可證明或疑為筆誤，列於此。',
};

/** The ids that the book has. */
function placesOf(chapter: Chapter): Set<string> {
  const blocks = chapter.sections.flatMap((section) => section.blocks.map((block) => block.id));
  return new Set([...blocks, ...chapter.notes.map(({ number }) => id.note(number))]);
}

/** How to cite the text, without what a reader must add. */
function citationOf(chapter: Chapter): string {
  const [style] = stylesOf(chapter);
  return (style?.forms.list ?? []).map(({ text }) => text).join('');
}

function imprint(chapter: Chapter, published: Published): Book['imprint'] {
  const url = urlOf(published, address.chapter);
  const kept = chapter.pages
    ? '頁邊數字是原書頁碼，細線標出該頁起處；引用請用原書頁碼與註號。'
    : '引用請用章節與註號。';
  return {
    lines: [
      citationOf(chapter),
      chapter.rights,
      `正文與註釋逐字照原書，由「章句」排成。${kept}`,
      `內容更新：${modifiedDay(chapter)}`,
    ],
    links: [
      ...chapter.identifiers.map(({ url: own, value }) => ({ label: value, url: own })),
      ...(url ? [{ label: url, url }] : []),
    ],
  };
}

/** The widest line of the title on its page, in em. */
const TITLE_WIDTH = 15;

/** The whole book as data. */
export function bookOf(chapter: Chapter, published: Published): Book {
  const { sections, notes } = withEmendations(chapter);
  const where: Where = {
    marks: new Map(notes.map(({ number, mark }) => [number, mark])),
    marked: new Set(),
    places: placesOf(chapter),
  };
  const names = new Map(notes.map(({ name, number }) => [id.note(number), `註${name}`]));
  const day = modifiedDay(chapter).split('-').map(Number);
  return {
    ...localeOf(chapter),
    script: scriptOf(chapter),
    title: fullTitle(chapter),
    author: authorOf(chapter),
    description: chapter.description ?? '',
    date: [day[0] ?? 0, day[1] ?? 1, day[2] ?? 1],
    front: {
      label: chapter.label,
      title: linesOf(chapter.title, TITLE_WIDTH, 4),
      author: authorOf(chapter),
      latin: latinAuthor(chapter) ?? '',
      imprint: imprintOf(chapter),
    },
    imprint: imprint(chapter, published),
    blocks: sections.flatMap(({ blocks }) => blocksOf(blocks, where)),
    notes: Object.fromEntries(
      notes.map(({ number, inlines }) => [String(number), runsOf(inlines, where)]),
    ),
    emendations: chapter.emendations.map((emendation) => ({
      id: emendation.id,
      place: placeOf(emendation, names),
      printed: closeSpacing(emendation.printed),
      says: says(emendation),
    })),
    words: SAID,
  };
}
