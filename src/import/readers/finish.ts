/** The last touches that readers of written files share: quotations joined, marks as wide as they are printed. */
import { cut, mapInlines } from './inlines.ts';
import { withSetIn } from './set-in.ts';
import { withTypedNotes } from './typed-notes.ts';
import type {
  Block,
  Inline,
  Note,
  Noteref,
  Quotation,
  ReaderOptions,
  SourceDocument,
} from './types.ts';

/** Set-in paragraphs that follow each other are one quotation. */
function joinQuotations(blocks: Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.type === 'quotation' && last?.type === 'quotation')
      joined[joined.length - 1] = {
        type: 'quotation',
        paragraphs: [...last.paragraphs, ...block.paragraphs],
      } satisfies Quotation;
    else joined.push(block);
  }
  return joined;
}

/** An empty paragraph on which a page begins gives its break to the next block. */
function passBreaksOn(blocks: Block[]): Block[] {
  const out: Block[] = [];
  let breaks: Inline[] = [];
  for (const block of blocks) {
    const isBreak =
      block.type === 'paragraph' &&
      block.inlines.some((i) => i.type === 'pageBreak') &&
      !block.inlines.some(
        (i) => i.type === 'noteref' || (i.type === 'text' && i.text.trim() !== ''),
      );
    if (isBreak) {
      breaks.push(...block.inlines.filter((i) => i.type === 'pageBreak'));
      continue;
    }
    if (breaks.length > 0) {
      const target = firstInlines(block);
      if (target) {
        target.unshift(...breaks);
        breaks = [];
      }
    }
    out.push(block);
  }
  return out;
}

function firstInlines(block: Block): Inline[] | undefined {
  if (block.type === 'quotation') return block.paragraphs[0]?.inlines;
  if (block.type !== 'table') return block.inlines;
  const cell = [...block.header, ...block.rows][0]?.[0];
  if (!cell) return undefined;
  if (cell.paragraphs.length === 0) cell.paragraphs.push([]);
  return block.caption ?? cell.paragraphs[0];
}

const OPENING = /[[［〔（(【]\s*[註注]?\s*$/u;
const CLOSING = /^\s*[\]］〕）)】]/u;

/** Brackets that the author set around a mark are part of it: [1], （註1）. */
function widenMarks(inlines: Inline[]): Inline[] {
  const out = [...inlines];
  for (let i = 1; i + 1 < out.length; i += 1) {
    const [before, mark, after] = [out[i - 1], out[i], out[i + 1]];
    if (before?.type !== 'text' || mark?.type !== 'noteref' || after?.type !== 'text') continue;
    const opening = OPENING.exec(before.text)?.[0];
    const closing = CLOSING.exec(after.text)?.[0];
    // In brackets may stand what is no part of the mark: only raised ones, or 註, are.
    const isMark = /[註注[［〔]/u.test(opening ?? '') || (before.superscript && after.superscript);
    if (!opening || !closing || !isMark) continue;
    const left = cut(before, before.text.length - opening.length);
    const right = cut(after, closing.length);
    if (!left || !right) continue;
    const wide: Noteref = {
      ...mark,
      mark: `${opening}${mark.mark}${closing}`.trim(),
      source: [...left[1].source, ...mark.source, ...right[0].source],
    };
    out.splice(i - 1, 3, left[0], wide, right[1]);
  }
  return out.filter((i) => i.type !== 'text' || i.text !== '');
}

/** The mark a note begins with as text is its label: that of the author's own, or brackets around the number. */
function labelNote(note: Note, marks: ReadonlyMap<string, string>): Note {
  const [first, ...rest] = note.blocks;
  if (first?.type !== 'paragraph') return note;
  const printed = marks.get(note.key) ?? note.mark;
  const inlines = [...first.inlines];
  const taken: Note['source'] = [];
  let around = '';
  for (const char of printed.replace(/\s+/gu, '')) {
    const at = inlines.findIndex((i) => i.type !== 'text' || i.text.trim() !== '');
    const text = inlines[at];
    if (text?.type !== 'text') break;
    const lead = text.text.length - text.text.trimStart().length;
    if (!text.text.startsWith(char, lead)) {
      // The number itself stands in no text where the program counts.
      if (note.mark.includes(char)) continue;
      return note;
    }
    const parts = cut(text, lead + char.length);
    if (!parts) return note;
    taken.push(...parts[0].source);
    around += char;
    inlines.splice(at, 1, parts[1]);
  }
  if (taken.length === 0) return note;
  return {
    ...note,
    // Where the number is text, LibreOffice sets it before what stands around it: 3（註）.
    mark: note.source.length > 0 ? note.mark + around : printed,
    source: [...note.source, ...taken],
    blocks: [
      { ...first, inlines: inlines.filter((i) => i.type !== 'text' || i.text !== '') },
      ...rest,
    ],
  };
}

/** Finishes what a reader of a written file has made. */
export function finish(read: SourceDocument, answers: ReaderOptions['answers']): SourceDocument {
  const document = withTypedNotes(read, answers);
  const { blocks: setIn, questions } = withSetIn(document, answers);
  const blocks = passBreaksOn(joinQuotations(setIn)).map((b) => mapInlines(b, widenMarks));
  const marks = new Map<string, string>();
  const note = (inlines: Inline[]) => {
    for (const i of inlines)
      if (i.type === 'noteref' && !marks.has(i.note)) marks.set(i.note, i.mark);
    return inlines;
  };
  for (const block of blocks) mapInlines(block, note);
  return { ...document, blocks, questions, notes: document.notes.map((n) => labelNote(n, marks)) };
}
