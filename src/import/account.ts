/**
 * The first half of the proof: every character that the reader found in the
 * file became text, a mark, a note's label, furniture, or was left out for a
 * reason: once, as it stands (or as a recorded change says), and in order.
 * Words are neither fused nor split. (The second half, document → content, is
 * `proof.ts`.)
 */
import { paragraphsOf } from './readers/inlines.ts';
import type { Block, Inline, SourceDocument, Span } from './readers/types.ts';

/** A character that is not accounted for, or not as it stands. */
export interface Fault {
  what: 'lost' | 'doubled' | 'altered' | 'fused' | 'split' | 'disorder';
  unit: number;
  at: number;
  message: string;
}

/** A piece of the document that stands for characters of the file. */
interface Claim {
  text: string;
  source: Span[];
  /** Whether the program adds to what the file holds, as Word does numbers between brackets: [ 1 ]. */
  isCounted?: true;
  /** Claims of one flow must follow each other in the file. */
  flow: string | undefined;
}

const inlinesOf = (block: Block): Inline[] => {
  const inlines = paragraphsOf(block).flat();
  if (block.type !== 'table') return inlines;
  return [...(block.caption ?? []), ...inlines, ...(block.sourceLine ?? [])];
};

/** All inlines of blocks, in order. */
export const allInlines = (blocks: Block[]): Inline[] => blocks.flatMap(inlinesOf);

function* claims(document: SourceDocument): Generator<Claim> {
  function* ofInlines(inlines: Inline[], flow: string | undefined): Generator<Claim> {
    for (const inline of inlines) {
      if (inline.type === 'text' && !inline.generated)
        yield { text: inline.text, source: inline.source, flow };
      else if (inline.type === 'noteref' && inline.source.length > 0)
        yield { text: inline.mark, source: inline.source, isCounted: true, flow };
    }
  }
  // The lines of neighbouring cells take turns in a file of lines.
  for (const block of document.blocks)
    yield* ofInlines(inlinesOf(block), block.type === 'table' ? undefined : 'text');
  for (const note of document.notes) {
    if (note.source.length > 0)
      yield { text: note.mark, source: note.source, isCounted: true, flow: undefined };
    yield* ofInlines(allInlines(note.blocks), `note ${note.key}`);
  }
  for (const { text, source } of document.furniture) yield { text, source, flow: undefined };
}

/** Characters of a unit as the recorded changes leave them, by their offsets. */
class Changed {
  readonly #document: SourceDocument;
  readonly #byUnit = new Map<number, { from: number; to: number; text: string }[]>();

  constructor(document: SourceDocument) {
    this.#document = document;
    for (const { source, to } of document.changes) {
      const list = this.#byUnit.get(source.unit) ?? [];
      list.push({ from: source.from, to: source.to, text: to });
      this.#byUnit.set(source.unit, list);
    }
  }

  of({ unit, from, to }: Span): string {
    const text = this.#document.units[unit]?.text ?? '';
    let out = '';
    let at = from;
    const own = (this.#byUnit.get(unit) ?? [])
      .filter((c) => c.from >= from && c.to <= to)
      .sort((a, b) => a.from - b.from);
    for (const change of own) {
      out += text.slice(at, change.from) + change.text;
      at = change.to;
    }
    return out + text.slice(at, to);
  }
}

const WORD = /[\p{Script=Latin}\p{Nd}]/u;
const close = (text: string) => text.replace(/\s+/gu, '');
/** The words of Latin letters as they stand apart by white space alone. */
const gaps = (text: string) => text.trim().replace(/\s+/gu, ' ');

/** Where white space parts two Latin letters or digits in one text and not in the other. */
function wordFault(found: string, given: string): Fault['what'] | undefined {
  let i = 0;
  let j = 0;
  const [a, b] = [gaps(found), gaps(given)];
  while (i < a.length && j < b.length) {
    const spaceA = a[i] === ' ';
    const spaceB = b[j] === ' ';
    if (spaceA !== spaceB) {
      const [text, at] = spaceA ? [a, i] : [b, j];
      const parts = WORD.test(text[at - 1] ?? '') && WORD.test(text[at + 1] ?? '');
      if (parts) return spaceA ? 'fused' : 'split';
    }
    if (spaceA) i += 1;
    if (spaceB) j += 1;
    if (!spaceA && !spaceB) {
      i += 1;
      j += 1;
    }
  }
  return undefined;
}

/**
 * Compares a document with what its reader found in the file.
 * @returns what is wrong, the first of each unit; empty when all is accounted for
 */
export function account(document: SourceDocument): Fault[] {
  const faults: Fault[] = [];
  const changed = new Changed(document);
  const taken = document.units.map(({ text }) => new Uint8Array(text.length));
  const take = ({ unit, from, to }: Span) => {
    const own = taken[unit];
    for (let at = from; at < to; at += 1) {
      if (!own || at >= own.length || own[at] === 1) {
        faults.push({ what: 'doubled', unit, at, message: shown(document, unit, at) });
        return;
      }
      own[at] = 1;
    }
  };
  const last = new Map<string, Span>();
  for (const { text, source, flow, isCounted } of claims(document)) {
    const [first] = source;
    if (!first) {
      if (close(text) !== '')
        faults.push({ what: 'altered', unit: 0, at: 0, message: `“${text}” has no source` });
      continue;
    }
    const found = source.map((span) => changed.of(span)).join('\n');
    const same = isCounted ? isWithin(close(found), close(text)) : close(found) === close(text);
    if (!same)
      faults.push({
        what: 'altered',
        unit: first.unit,
        at: first.from,
        message: `the file has “${found.slice(0, 40)}”, the document “${text.slice(0, 40)}”`,
      });
    else if (source.length === 1) {
      const what = wordFault(found, text);
      if (what)
        faults.push({ what, unit: first.unit, at: first.from, message: `“${text.slice(0, 40)}”` });
    }
    for (const span of source) {
      take(span);
      if (flow === undefined) continue;
      const before = last.get(flow);
      if (
        before &&
        (span.unit < before.unit || (span.unit === before.unit && span.from < before.to))
      )
        faults.push({
          what: 'disorder',
          unit: span.unit,
          at: span.from,
          message: shown(document, span.unit, span.from),
        });
      last.set(flow, span);
    }
  }
  for (const { source } of document.leftOut) source.forEach(take);
  // What a change takes out altogether needs no piece that holds it.
  for (const { source, to } of document.changes)
    if (to === '')
      for (let at = source.from; at < source.to; at += 1) taken[source.unit]?.fill(1, at, at + 1);
  for (const [unit, { text }] of document.units.entries()) {
    const at = [...text].length === 0 ? -1 : firstLost(text, taken[unit] as Uint8Array);
    if (at !== -1) faults.push({ what: 'lost', unit, at, message: shown(document, unit, at) });
  }
  return faults;
}

/** Whether all characters of one text stand in the other, in order. */
function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (const char of whole) if (part.startsWith(char, at)) at += char.length;
  return at === part.length;
}

function firstLost(text: string, taken: Uint8Array): number {
  for (let at = 0; at < text.length; at += 1)
    if (taken[at] === 0 && !/\s/u.test(text[at] as string)) return at;
  return -1;
}

const shown = (document: SourceDocument, unit: number, at: number): string =>
  `“${document.units[unit]?.text.slice(at, at + 24) ?? ''}”`;
