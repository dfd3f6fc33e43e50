/** The label that stands before a note as text. */
import type { Note } from '../types.ts';

/** The number that a note begins with as text: `1. `, `[1] `. */
export function withLabel(note: Note, mark: string): Note {
  const [first, ...rest] = note.blocks;
  const own = { ...note, mark };
  if (first?.type !== 'paragraph') return own;
  const digits = mark.replace(/[^\p{L}\p{N}*＊†‡§¶※]/gu, '');
  const at = first.inlines.findIndex((i) => i.type === 'text' && i.text.trim() !== '');
  const text = first.inlines[at];
  const [span, ...others] = text?.type === 'text' ? text.source : [];
  if (text?.type !== 'text' || !span || others.length > 0 || digits === '') return own;
  const escaped = digits.replace(/[*]/gu, '\\*');
  const label = new RegExp(
    `^\\s*[\\[［〔（(]?\\s*(?:[註注]\\s*)?${escaped}\\s*(?:[\\]］〕）)]|[.．、:：])?\\s*(?![\\d年月日])`,
    'u',
  ).exec(text.text)?.[0];
  if (!label || span.to - span.from !== text.text.length) return own;
  const inlines = [...first.inlines];
  inlines[at] = {
    ...text,
    text: text.text.slice(label.length),
    source: [{ ...span, from: span.from + label.length }],
  };
  return {
    ...own,
    mark: label.trim(),
    source: [{ ...span, to: span.from + label.length }],
    blocks: [
      { ...first, inlines: inlines.filter((i) => i.type !== 'text' || i.text !== '') },
      ...rest,
    ],
  };
}
