/** The sentence of the text that a note's mark belongs to. */
import { type Block, type Inline, walk } from './document.ts';

/** A sentence, cut at the mark: what stands before it and after it, as printed. */
export interface Sentence {
  before: string;
  after: string;
}

const STOP = /[。！？!?][」』”）)]*/gu;

/** The run of inlines (paragraph, caption or cell) in which a mark stands. */
function runWith(block: Block, number: number): Inline[] {
  const runs =
    block.type === 'table'
      ? [block.caption, ...block.header, ...block.rows.flat(), block.source]
      : [block.inlines];
  const holds = (run: Inline[]) =>
    [...walk(run)].some((i) => i.type === 'noteref' && i.number === number);
  return runs.find(holds) ?? [];
}

/**
 * Finds the sentence of a mark. A mark after a full stop belongs to the
 * sentence that this stop ends; other marks within the sentence are left out.
 */
export function sentenceWith(block: Block, number: number): Sentence {
  let text = '';
  let at = 0;
  for (const inline of walk(runWith(block, number))) {
    if ('value' in inline) text += inline.value;
    if (inline.type === 'noteref' && inline.number === number) at = text.length;
  }
  const stops = [...text.matchAll(STOP)].map((m) => m.index + m[0].length);
  const start = stops.findLast((stop) => stop < at) ?? 0;
  const end = stops.find((stop) => stop >= at) ?? text.length;
  return { before: text.slice(start, at).trimStart(), after: text.slice(at, end).trimEnd() };
}
