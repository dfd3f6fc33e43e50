/** Lists of numbered paragraphs, which may be notes that a writer typed. */
import { cut, textOf } from './inlines.ts';
import { type LabelForm, wholeMark } from './text/labels.ts';
import { labelsOf } from './text/line-labels.ts';
import type { Block, Inline, Item, Note, Paragraph, Span } from './types.ts';

/** A list of typed notes: blocks from (included) to (not included). */
export interface TypedList {
  from: number;
  to: number;
  /** The blocks in which a note begins, with the length of its label. */
  starts: { block: number; length: number; label: string }[];
}

const isNumbered = (block: Block | undefined): block is Paragraph | Item =>
  block?.type === 'paragraph' || block?.type === 'item';

/** The labels a paragraph begins with: a raised number alone is one whatever follows it. */
function labelsAt({
  inlines,
}: Paragraph | Item): { form: LabelForm; number: number; length: number; text: string }[] {
  let raised = '';
  for (const inline of inlines) {
    if (inline.type !== 'text' || !(inline.superscript || inline.text.trim() === '')) break;
    raised += inline.text;
  }
  const mark = wholeMark(raised);
  return mark ? [{ ...mark, length: raised.length }] : labelsOf({ text: textOf(inlines) });
}

/** The list that begins in a block: it counts from 1 in one form, and no heading or table parts it. */
function listFrom(blocks: readonly Block[], from: number, form: LabelForm): TypedList {
  const starts: TypedList['starts'] = [];
  let to = from;
  for (let at = from; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (!isNumbered(block)) break;
    const labels = labelsAt(block).filter((l) => l.form === form);
    // Another list begins.
    if (starts.length > 0 && labels.some(({ number }) => number === 1)) break;
    const label = labels.find(({ number }) => number === starts.length + 1);
    if (!label) continue;
    starts.push({ block: at, length: label.length, label: label.text });
    to = at + 1;
  }
  return { from, to, starts };
}

/** The first characters of a paragraph, and what follows them; undefined where a run cannot be cut there. */
function withoutLabel(
  inlines: readonly Inline[],
  length: number,
): { source: Span[]; rest: Inline[] } | undefined {
  const source: Span[] = [];
  let left = length;
  for (const [i, inline] of inlines.entries()) {
    if (left === 0) return { source, rest: inlines.slice(i) };
    if (inline.type !== 'text') return undefined;
    if (inline.text.length <= left) {
      source.push(...inline.source);
      left -= inline.text.length;
      continue;
    }
    const parts = cut(inline, left);
    if (!parts) return undefined;
    return { source: [...source, ...parts[0].source], rest: [parts[1], ...inlines.slice(i + 1)] };
  }
  return { source, rest: [] };
}

/** The notes of a list; undefined where a label cannot be told from its note. */
export function notesOf(
  blocks: readonly Block[],
  list: TypedList,
  prefix: string,
): Note[] | undefined {
  const notes: Note[] = [];
  for (const [i, { block, length, label }] of list.starts.entries()) {
    const end = list.starts[i + 1]?.block ?? list.to;
    const [first, ...others] = blocks.slice(block, end).filter(isNumbered);
    const parts = first && withoutLabel(first.inlines, length);
    if (!parts) return undefined;
    notes.push({
      key: `${prefix}-${i + 1}`,
      mark: label,
      source: parts.source,
      kind: 'end',
      blocks: [parts.rest, ...others.map(({ inlines }) => inlines)].map((inlines) => ({
        type: 'paragraph',
        inlines,
      })),
    });
  }
  return notes;
}

/** Where lists begin, by the number 1, and reach. */
export function typedLists(blocks: readonly Block[]): TypedList[] {
  const found: TypedList[] = [];
  for (const [at, block] of blocks.entries()) {
    if (!isNumbered(block) || at < (found.at(-1)?.to ?? 0)) continue;
    const forms = labelsAt(block).filter(({ number }) => number === 1);
    const own = forms.map(({ form }) => listFrom(blocks, at, form));
    const [longest] = own.sort((a, b) => b.starts.length - a.starts.length);
    if (longest) found.push(longest);
  }
  return found;
}
