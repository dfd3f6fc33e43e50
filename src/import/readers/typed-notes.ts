/**
 * Notes that a writer typed by hand: numbered paragraphs in a list at the end of
 * the text or of each section, and marks typed in the text before them. They
 * are taken for notes where each has its mark, in order, and a person is asked.
 */
import { ask } from './ask.ts';
import { mapInlines, paragraphsOf, textOf } from './inlines.ts';
import { isNotesHeading } from './text/labels.ts';
import { notesOf, type TypedList, typedLists } from './typed-lists.ts';
import { type TypedMark, typedMarks, withMarks } from './typed-marks.ts';
import type {
  Block,
  Inline,
  Note,
  Place,
  Question,
  ReaderOptions,
  SourceDocument,
} from './types.ts';

const READINGS: Question['readings'] = [
  'They are notes, and the typed numbers are their marks.',
  'They are paragraphs of the text.',
];

type Found = TypedMark & { inlines: Inline[] };

/**
 * Shares what could be marks among lists of so many notes, in order: each counts
 * from 1 to its last. A number that was there already marks its note once more.
 * @returns the marks of each list; undefined where one is missing, or where a
 *   count begins anew and no list is left for it
 */
function share(found: readonly Found[], lengths: readonly number[]): Found[][] | undefined {
  const shares: Found[][] = lengths.map(() => []);
  let list = 0;
  let last = 0;
  let before = 0;
  for (const mark of found) {
    const length = lengths[list] ?? 0;
    const isNext = list + 1 < lengths.length && last === length && mark.number === 1;
    if (isNext) {
      list += 1;
      last = 0;
    }
    if (mark.number > last + 1 || mark.number > (lengths[list] ?? 0)) continue;
    if (mark.number === last + 1) last += 1;
    else if (before === 1 && mark.number === 2) return undefined;
    before = mark.number === last ? 0 : mark.number;
    shares[list]?.push(mark);
  }
  return list === lengths.length - 1 && last === lengths.at(-1) ? shares : undefined;
}

/** What could be marks in a block, in order. A caption and the line under a table have none. */
const marksIn = (block: Block): Found[] =>
  paragraphsOf(block).flatMap((inlines) =>
    typedMarks(inlines).map((mark): Found => ({ ...mark, inlines })),
  );

/** Lists of notes with the marks of each. */
interface Paired {
  list: TypedList;
  marks: Found[];
}

/**
 * Pairs lists with the marks before them: one list, or several in a row that
 * stand after all that they are the notes of.
 */
function pair(blocks: readonly Block[], all: readonly TypedList[]): Paired[] {
  const byBlock = blocks.map(marksIn);
  const between = (from: number, to: number) => byBlock.slice(from, to).flat();
  const paired: Paired[] = [];
  let end = 0;
  for (let first = 0; first < all.length; first += 1) {
    let last = first;
    while (
      last + 1 < all.length &&
      between(all[last]?.to ?? 0, all[last + 1]?.from ?? 0).length === 0
    )
      last += 1;
    const found = between(end, all[first]?.from ?? 0);
    // The most lists in a row first: a list alone would take the marks of others.
    for (; last >= first; last -= 1) {
      const row = all.slice(first, last + 1);
      const shares = share(
        found,
        row.map(({ starts }) => starts.length),
      );
      if (!shares) continue;
      for (const [i, list] of row.entries()) paired.push({ list, marks: shares[i] ?? [] });
      end = row.at(-1)?.to ?? end;
      first = last;
      break;
    }
  }
  return paired;
}

/**
 * Makes notes of what a writer typed as notes.
 * @returns the document with them, with a question for each list; as it was
 *   where the file has notes of its own, or no list whose every note has a mark
 */
export function withTypedNotes(
  document: SourceDocument,
  answers: ReaderOptions['answers'],
): SourceDocument {
  if (document.notes.length > 0 || document.format === 'tei') return document;
  const { blocks } = document;
  const notes: Note[] = [];
  const questions: Question[] = [];
  const furniture = [...document.furniture];
  const marked = new Map<readonly Inline[], (TypedMark & { note: string })[]>();
  const gone = new Set<Block>();
  for (const { list, marks } of pair(blocks, typedLists(blocks))) {
    const prefix = `typed${list.from}`;
    const own = notesOf(blocks, list, prefix);
    const span = own?.[0]?.source[0] ?? marks[0]?.source[0];
    const place = span && document.units[span.unit]?.place;
    if (!own || !place) continue;
    const question = askOf(own, marks[0] as Found, place, answers);
    questions.push(question);
    if (question.taken !== 0) continue;
    notes.push(...own);
    for (const mark of marks)
      marked.set(mark.inlines, [
        ...(marked.get(mark.inlines) ?? []),
        { ...mark, note: `${prefix}-${mark.number}` },
      ]);
    for (const block of blocks.slice(list.from, list.to)) gone.add(block);
    const over = blocks[list.from - 1];
    if (over && 'inlines' in over && isNotesHeading(textOf(over.inlines))) {
      gone.add(over);
      const source = over.inlines.flatMap((i) => (i.type === 'text' ? i.source : []));
      furniture.push({ kind: 'notes-heading', text: textOf(over.inlines), source });
    }
  }
  const change = (inlines: Inline[]) => {
    const own = marked.get(inlines);
    return own ? withMarks(inlines, own) : inlines;
  };
  return {
    ...document,
    blocks: blocks.filter((block) => !gone.has(block)).map((block) => mapInlines(block, change)),
    notes,
    furniture,
    questions: [...document.questions, ...questions],
  };
}

function askOf(
  notes: Note[],
  mark: Found,
  place: Place,
  answers: ReaderOptions['answers'],
): Question {
  const context = notes.flatMap(({ blocks }) => blocks.flatMap(paragraphsOf)).map(textOf)[0] ?? '';
  return ask(
    {
      id: `typed-notes:${context.trim().slice(0, 24)}`,
      about: 'note',
      asks: `The paragraphs ${notes[0]?.mark} to ${notes.at(-1)?.mark} are typed, and so are as many marks before them (${mark.mark}): are they notes?`,
      place,
      context: context.slice(0, 40),
      readings: READINGS,
    },
    0,
    answers,
  );
}
