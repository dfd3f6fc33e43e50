/** What readers build a document with: units, runs that point to them, and the record of what was changed. */
import { MEANINGLESS } from '../unseen.ts';
import { type Origin, replacements } from './characters.ts';
import type {
  Change,
  Format,
  LeftOut,
  Place,
  SourceDocument,
  Span,
  Style,
  Text,
  Unit,
} from './types.ts';

/** What private-use and unassigned characters are shown as: the mark of a missing type. */
const MISSING = '〓';
const LOST = new RegExp(MEANINGLESS, 'gu');

/** Collects what a reader finds. */
export class Builder {
  readonly units: Unit[] = [];
  readonly changes: Change[] = [];
  readonly leftOut: LeftOut[] = [];
  readonly remarks: string[] = [];
  readonly #origin: Origin;

  constructor(origin: Origin = 'written') {
    this.#origin = origin;
  }

  /** Takes a piece of text of the file in. @returns its span, whole */
  unit(text: string, place: Place): Span {
    this.units.push({ text, place });
    return { unit: this.units.length - 1, from: 0, to: text.length };
  }

  /** The characters of a span as they are to be read; what is changed is recorded. */
  read(span: Span): string {
    const text = (this.units[span.unit]?.text ?? '').slice(span.from, span.to);
    let out = '';
    let end = 0;
    const found = [...replacements(text, this.#origin), ...meaningless(text)];
    for (const { kind, at, from, to } of found.sort((a, b) => a.at - b.at)) {
      if (at < end) continue;
      const source = { unit: span.unit, from: span.from + at, to: span.from + at + from.length };
      this.changes.push({ kind, source, from, to });
      out += text.slice(end, at) + to;
      end = at + from.length;
    }
    return out + text.slice(end);
  }

  /** A run of text out of a span. */
  text(span: Span, style: Style = {}): Text {
    return { type: 'text', text: this.read(span), source: [span], ...style };
  }

  /** Leaves characters of the file out of the document. */
  leave(why: LeftOut['why'], ...source: Span[]): void {
    if (source.length > 0) this.leftOut.push({ why, source });
  }

  /** The document, of what was collected and what the reader has made of it. */
  document(
    format: Format,
    made: Pick<SourceDocument, 'metadata' | 'pages' | 'blocks' | 'notes'> &
      Partial<Pick<SourceDocument, 'furniture' | 'questions'>>,
  ): SourceDocument {
    const { units, leftOut, changes, remarks } = this;
    return { format, units, leftOut, changes, remarks, furniture: [], questions: [], ...made };
  }
}

const meaningless = (text: string) =>
  [...text.matchAll(LOST)].map(({ 0: from, index: at }) => ({
    kind: 'unknown' as const,
    at,
    from,
    to: MISSING,
  }));
