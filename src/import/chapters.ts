/** The chapters of a document, and the one that is to be imported. */
import { ImportError } from './errors.ts';
import { isRanked, type Outlined, type Ranked } from './headings.ts';
import { isAfter, type Kind } from './labels.ts';
import { added, textOf } from './readers/inlines.ts';
import type { SourceDocument } from './readers/types.ts';

/** A chapter: its heading, and the blocks under it. */
export interface Chapter {
  /** By its label, or by its place among the chapters. */
  number: number;
  heading: Ranked;
  /** Of the outlined blocks, from its heading (included) to its end (not included). */
  from: number;
  to: number;
}

/** Matter before the text of a book. */
const FRONT =
  /^(?:(?:中文|英文)?\s*摘\s*要|Abstract|目\s*[錄录次]|[圖图表]\s*目?\s*[錄录次]|[誌志]\s*[謝谢]|[謝谢]\s*[辭辞誌]|自?\s*序|Contents|Acknowledge?ments?)$/iu;

/** Labels that number the parts of one text, not the chapters of a book. */
const OF_SECTIONS: readonly Kind[] = [
  'section',
  'item',
  'formal',
  'stem',
  'numeral',
  'bracketed',
  'bracketed-arabic',
  'letter',
  'circled',
];

/** Whether headings of the highest rank are sections of a text whose own title is no heading. */
function areSections(tops: Ranked[], all: Ranked[]): boolean {
  const numbered = tops.filter(({ label }) => {
    if (!label) return false;
    if (label.kind === 'decimal') return true;
    // 1. stands for a chapter where 1.1 stands below it.
    const hasDecimals = all.some(
      (h) => h.label?.kind === 'decimal' && h.label.numbers[0] === label.number,
    );
    return label.kind === 'arabic' ? !hasDecimals : OF_SECTIONS.includes(label.kind);
  });
  return numbered.length * 2 >= tops.length;
}

/** Under a title: the names of persons (林秋月　陳伯謙), and where they work, in brackets. */
const NAMES = /^(?:\p{Script=Han}{2,4}(?:[\s、]+\p{Script=Han}{2,4})*|[（(〔[].*[）)〕\]])$/u;

/**
 * A heading for a text that has none: the title that its file gives it, or the
 * last short line before its first sentence that is no author's name.
 */
function titleHeading(outlined: Outlined[], first: number, { metadata }: SourceDocument) {
  const lines = outlined.slice(0, first);
  const sentence = lines.findIndex((b) => 'inlines' in b && /[。；]/u.test(textOf(b.inlines)));
  const isTitle = (b: Outlined): boolean => {
    if (isRanked(b) || b.type !== 'paragraph') return false;
    const text = textOf(b.inlines).trim();
    return text.length > 0 && text.length <= 40 && !/[。；，,;]/u.test(text) && !FRONT.test(text);
  };
  const isName = (b: Outlined) => 'inlines' in b && NAMES.test(textOf(b.inlines).trim());
  const opening = lines.slice(0, sentence === -1 ? lines.length : sentence);
  const titles = [
    opening.findLast((b) => isTitle(b) && !isName(b)),
    opening.find(isTitle),
    lines.findLast(isTitle),
  ];
  const at = lines.indexOf(titles.find((b) => b !== undefined) as Outlined);
  const titled = lines.findIndex(
    (b) => !isRanked(b) && b.type === 'paragraph' && textOf(b.inlines).trim() === metadata.title,
  );
  const line = lines[titled === -1 ? at : titled];
  const own = line && !isRanked(line) && line.type === 'paragraph' ? line : undefined;
  if (own) {
    const text = textOf(own.inlines).trim();
    return {
      from: lines.indexOf(own),
      made: false,
      heading: ranked({ ...own, type: 'heading' }, text),
    };
  }
  const { title } = metadata;
  if (title === undefined) return undefined;
  const inlines = [added(title)];
  return { from: 0, made: true, heading: ranked({ type: 'heading', inlines }, title) };
}

const ranked = (heading: Ranked['heading'], text: string): Ranked => ({
  heading,
  at: 0,
  label: undefined,
  text,
  rank: 0,
});

const noHeading = () =>
  new ImportError(
    1,
    'the text has no chapter heading',
    'its first line should read 第…章 and the title, or be a heading of the file',
  );

/**
 * The headings without the title of the whole, where it stands over a single
 * chapter: its rank is its own, and so is that of the chapter right below it.
 */
function belowTitle(headings: Ranked[]): Ranked[] {
  const [title, chapter, ...others] = headings;
  if (!title || !chapter || title.label || title.heading.level !== 0) return headings;
  const rest = others.filter(({ text }) => !isAfter(text) && !FRONT.test(text));
  const isOnly = rest.length > 0 && rest.every(({ rank }) => rank > chapter.rank);
  return isOnly && chapter.rank > title.rank ? [chapter, ...others] : headings;
}

/**
 * The chapters of a document, in order. A text whose title is no heading is
 * one chapter: then the heading is put before its blocks.
 * @throws ImportError when there is nothing that could be a chapter's heading
 */
export function chaptersOf(
  outlined: Outlined[],
  document: SourceDocument,
): { chapters: Chapter[]; outlined: Outlined[] } {
  const headings = belowTitle(outlined.filter(isRanked));
  const named = headings.filter(({ label }) => label?.kind === 'chapter');
  // 參考文獻 stands beside chapters, and may stand above the sections of a text that has none.
  const own = headings.filter(({ text }) => !isAfter(text) && !FRONT.test(text));
  const highest = Math.min(...(own.length > 0 ? own : headings).map(({ rank }) => rank));
  const limit = named.length > 0 ? Math.max(...named.map(({ rank }) => rank)) : highest;
  const tops = headings.filter(
    (h) => h.label?.kind === 'chapter' || h.rank <= limit || h.label?.kind === 'part',
  );
  const isChapter = (h: Ranked) =>
    h.label?.kind !== 'part' &&
    !FRONT.test(h.text) &&
    !isAfter(h.text) &&
    // Above chapters with a number stand parts, and the title of the book.
    (named.length === 0 || h.rank >= Math.min(...named.map(({ rank }) => rank)));
  const many = tops.filter(isChapter);
  if (
    headings.length === 0 ||
    (named.length === 0 && many.length > 1 && areSections(many, headings))
  ) {
    const [lead] = headings;
    const first = lead ? outlined.indexOf(lead) : outlined.length;
    if (lead && first === 0 && lead.label === undefined && headings.length > 1) {
      // 緒論 heads the text, and its sections look no different.
      const after = outlined.findIndex((b) => isRanked(b) && isAfter(b.text));
      const to = after === -1 ? outlined.length : after;
      return { chapters: [{ number: 1, heading: lead, from: 0, to }], outlined };
    }
    const title = titleHeading(outlined, first, document);
    if (!title) throw noHeading();
    const { from, heading, made } = title;
    const rest = outlined.slice(made ? 0 : from + 1);
    const end = rest.findIndex((b) => isRanked(b) && isAfter(b.text));
    const all = [...outlined.slice(0, from), heading, ...rest];
    const to = end === -1 ? all.length : from + 1 + end;
    return { chapters: [{ number: 1, heading, from, to }], outlined: all };
  }
  if (many.length === 0) throw noHeading();
  const starts = tops.map((h) => outlined.indexOf(h));
  const chapters = many.map((heading, i): Chapter => {
    const from = outlined.indexOf(heading);
    const to = starts.find((start) => start > from) ?? outlined.length;
    const { label } = heading;
    const counts = label && (label.kind === 'chapter' || label.kind === 'arabic');
    return { number: counts ? label.number : i + 1, heading, from, to };
  });
  return { chapters, outlined };
}

/** The words that a block begins with. */
const beginning = (block: Outlined | undefined): string => {
  const text =
    block && isRanked(block)
      ? block.text
      : block && 'inlines' in block
        ? textOf(block.inlines)
        : '';
  return [...text.replace(/\s+/gu, ' ').trim()].slice(0, 20).join('');
};

/**
 * What a person should know of what stands around a chapter and is not imported with it.
 * @param outlined all blocks of the document
 */
export function remarksAround(outlined: Outlined[], { from, to }: Chapter): string[] {
  const around = [
    ['before', outlined.slice(0, from)],
    ['after', outlined.slice(to)],
  ] as const;
  return around.flatMap(([where, blocks]) =>
    blocks.length === 0
      ? []
      : [
          `What stands ${where} the chapter was left out: ${blocks.length} ${blocks.length === 1 ? 'paragraph' : 'paragraphs'}, from “${beginning(blocks[0])}”.`,
        ],
  );
}

const shown = ({ number, heading }: Chapter): string =>
  `${number}  ${heading.text.replace(/\s+/gu, ' ')}`;

/**
 * Chooses the chapter to import: the one asked for, or the only one.
 * @throws ImportError that lists the chapters where one must be chosen
 */
export function chooseChapter(chapters: Chapter[], wanted: number | undefined): Chapter {
  const list = chapters.map(shown).join('\n    ');
  if (wanted !== undefined) {
    const found = chapters.filter(({ number }) => number === wanted);
    // A line of the contents has the label too, and no text under it.
    const [longest] = found
      .filter(({ heading }) => heading.label)
      .sort((a, b) => b.to - b.from - (a.to - a.from));
    const numbered = longest ?? found[0];
    if (numbered) return numbered;
    throw new ImportError(0, `there is no chapter ${wanted} in the file`, `it has:\n    ${list}`);
  }
  const [only, ...others] = chapters;
  if (only && others.length === 0) return only;
  const numbered = chapters.filter(({ heading }) => heading.label?.kind === 'chapter');
  if (numbered.length === 1 && numbered[0]) return numbered[0];
  throw new ImportError(
    0,
    `the file holds ${chapters.length} chapters, and a site is made of one`,
    `choose it with --chapter:\n    ${list}`,
  );
}
