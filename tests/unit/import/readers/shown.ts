/** What a reader made of a file, in short: text as it runs, marks as `[^key]`. */
import type { Block, Inline, SourceDocument } from '../../../../src/import/readers/types.ts';

/** Inlines without line ends. */
export const shown = (inlines: Inline[]): string =>
  inlines
    .map((i) => {
      if (i.type === 'text') return i.text.replaceAll('\n', '');
      return i.type === 'noteref' ? `[^${i.note}]` : '';
    })
    .join('');

/** The words of blocks, one block after the other; tables and quotations are left out. */
export const wordsOf = (blocks: Block[]): string =>
  blocks.map((b) => ('inlines' in b ? shown(b.inlines) : '')).join('¶');

/** Each note with its mark. */
export const notesOf = ({ notes }: SourceDocument): string[] =>
  notes.map(({ mark, blocks }) => `${mark} ${wordsOf(blocks)}`);
