/** The lines of a Markdown file, and where the words of its tree stand in them. */
import { ImportError } from '../../errors.ts';
import type { Builder } from '../builder.ts';
import { added } from '../inlines.ts';
import type { Inline, LeftOut, Span } from '../types.ts';

/** A file in lines, each a unit; offsets of the file lead to them. */
export class Lines {
  readonly #starts: number[] = [0];
  readonly text: string;
  readonly builder: Builder;
  /** What has become text, by offset. */
  readonly taken: Uint8Array;

  constructor(text: string, builder: Builder) {
    this.text = text;
    this.builder = builder;
    this.taken = new Uint8Array(text.length);
    for (const [i, line] of text.split('\n').entries()) {
      builder.unit(line, { line: i + 1, column: 1 });
      this.#starts.push((this.#starts[i] ?? 0) + line.length + 1);
    }
  }

  /** The line that holds an offset, by bisection. */
  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The spans of a stretch of the file, a line each. */
  spans(from: number, to: number): Span[] {
    const spans: Span[] = [];
    let at = from;
    while (at < to) {
      const unit = this.#lineAt(at);
      const start = this.#starts[unit] ?? 0;
      const end = Math.min(to, (this.#starts[unit + 1] ?? to + 1) - 1);
      if (end > at) spans.push({ unit, from: at - start, to: end - start });
      at = (this.#starts[unit + 1] ?? to) as number;
    }
    return spans;
  }

  take(from: number, to: number): Span[] {
    this.taken.fill(1, from, to);
    return this.spans(from, to);
  }

  /** @throws ImportError for what is more than signs, labels and addresses: text that was not read */
  #leaveMarkup(from: number, to: number): void {
    const text = this.text.slice(from, to);
    if (text.trim() === '') return;
    const signs = text.replace(/\[\^[^\]\n]*\]|\]\([^)\n]*\)|\{[^}\n]*\}|\[[^\]\n]*\]:.*/gu, '');
    if (/\p{Script=Han}/u.test(signs))
      throw new ImportError(
        this.#lineAt(from) + 1,
        `“${signs.trim().slice(0, 20)}…” cannot be read as Markdown`,
        'look at the signs around it: write it as plain text',
      );
    this.builder.leave('markup', ...this.spans(from, to));
  }

  /** Leaves a stretch of the file out. */
  leave(why: LeftOut['why'], from: number, to: number): void {
    const spans = this.spans(from, to).filter(
      ({ unit, from: a, to: b }) =>
        (this.builder.units[unit]?.text.slice(a, b) ?? '').trim() !== '',
    );
    this.taken.fill(1, from, to);
    this.builder.leave(why, ...spans);
  }

  /** All that was not taken is markup. */
  leaveRest(): void {
    let from = -1;
    for (let at = 0; at <= this.text.length; at += 1) {
      const isRest = at < this.text.length && this.taken[at] === 0;
      if (isRest && from === -1) from = at;
      if (!isRest && from !== -1) {
        this.#leaveMarkup(from, at);
        from = -1;
      }
    }
  }
}

/**
 * Finds where the characters of a node's value stand in the file: escapes and
 * entities are changes, what is between (the > of a quotation) is markup.
 */
export function align(
  lines: Lines,
  from: number,
  to: number,
  value: string,
  isLiteral = false,
): Inline[] {
  const { text, builder } = lines;
  const inlines: Inline[] = [];
  let at = from;
  let start = -1;
  const flush = (end: number) => {
    if (start === -1) return;
    const spans = lines.take(start, end);
    const read = spans.map((span) => builder.read(span)).join('\n');
    inlines.push({ type: 'text', text: read, source: spans });
    start = -1;
  };
  for (let i = 0; i < value.length; ) {
    const char = String.fromCodePoint(value.codePointAt(i) as number);
    // GFM keeps the escapes in an address that is written as it is; its author meant the sign.
    if (isLiteral && /^\\[!-/:-@[-`{-~]/u.test(value.slice(i)) && text[at] === '\\') {
      flush(at);
      at += 1;
      i += 1;
      continue;
    }
    if (text.startsWith(char, at)) {
      if (start === -1) start = at;
      if (char === '\n') {
        flush(at);
        inlines.push(added('\n'));
      }
      at += char.length;
      i += char.length;
      continue;
    }
    const entity = /^&(?:#x?[\da-f]+|[a-z][a-z\d]*);/iu.exec(
      text.slice(at, Math.min(to, at + 34)),
    )?.[0];
    if (entity) {
      flush(at);
      const spans = lines.take(at, at + entity.length);
      const [source] = spans;
      if (source) {
        builder.changes.push({ kind: 'escape', source, from: entity, to: char });
        inlines.push({ type: 'text', text: char, source: spans });
      }
      at += entity.length;
      i += char.length;
      continue;
    }
    flush(at);
    at += 1;
    if (at > to) break;
  }
  flush(at);
  return inlines;
}
