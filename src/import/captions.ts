/** Captions of tables and figures, and the lines under them: found beside what they belong to. */
import { isRanked, type Outlined } from './headings.ts';
import { readNumeral } from './labels.ts';
import { added, textOf } from './readers/inlines.ts';
import type { Inline, Table } from './readers/types.ts';

const NUMERAL = '(?:[\\d０-９]+|[一二三四五六七八九十]+)';
const LABEL = new RegExp(
  `^(表|附表|[圖图]|附[圖图]|Table|Fig(?:ure|\\.)?)\\s*(${NUMERAL}(?:\\s*[-－–—.．‧]\\s*${NUMERAL})*)(?:\\s*[：:．.、]\\s*|\\s+|(?=[^\\s\\d]))`,
  'u',
);
const TABLE_SOURCE =
  /^(?:[資资]料[來来]源|[來来]源|出[處处]|附?[註注]|[說说]明|Sources?|Notes?)\s*[：:]|^[資资]料[來来]源/u;
const FIGURE_SOURCE = /^(?:[圖图]片|[資资]料)?[來来]源\s*[：:]|^Source\s*:/u;

/** The label of a caption: 表 3-1. */
export interface CaptionLabel {
  of: 'table' | 'figure';
  /** 3-1, whatever parts the numbers in print. */
  number: string;
  /** The characters of the caption that are its label, with what ends it. */
  length: number;
}

/** Reads the label that a caption begins with; a sentence that begins so (表 3-1 顯示……。) is none. */
export function captionLabel(text: string): CaptionLabel | undefined {
  const match = LABEL.exec(text);
  if (!match?.[1] || !match[2]) return undefined;
  if (/[。；，;,]$|。/u.test(text.trim()) || text.length > 80) return undefined;
  const numbers = match[2].split(/\s*[-－–—.．‧]\s*/u).map(readNumeral);
  const of = /表|Table/u.test(match[1]) ? 'table' : 'figure';
  return { of, number: numbers.join('-'), length: match[0].length };
}

const isParagraph = (block: Outlined | undefined) =>
  block !== undefined &&
  !isRanked(block) &&
  (block.type === 'paragraph' || block.type === 'caption' || block.type === 'item');

const inlinesOf = (block: Outlined | undefined): Inline[] =>
  block && !isRanked(block) && 'inlines' in block ? block.inlines : [];

const textIn = (block: Outlined | undefined) => textOf(inlinesOf(block)).trim();

const gap = added('\n');
const joined = (parts: Inline[][]): Inline[] =>
  parts.flatMap((part, i) => (i === 0 ? part : [gap, ...part]));

/** Takes captions and source lines to their tables. */
export function withCaptions(blocks: Outlined[]): Outlined[] {
  const out: Outlined[] = [];
  for (let i = 0; i < blocks.length; i += 1) {
    const block = blocks[i] as Outlined;
    if (isRanked(block) || block.type !== 'table') {
      out.push(block);
      continue;
    }
    let { caption, sourceLine } = block;
    const before = out.at(-1);
    if (isParagraph(before) && captionLabel(textIn(before))?.of === 'table' && !labelled(caption)) {
      out.pop();
      caption = caption ? joined([inlinesOf(before), caption]) : inlinesOf(before);
    }
    const next = () => blocks[i + 1];
    if (
      !caption &&
      isParagraph(next()) &&
      captionLabel(textIn(next()))?.of === 'table' &&
      !isTableAfter(blocks, i + 1)
    ) {
      caption = inlinesOf(next());
      i += 1;
    }
    const lines: Inline[][] = sourceLine ? [sourceLine] : [];
    while (isParagraph(next()) && TABLE_SOURCE.test(textIn(next()))) {
      lines.push(inlinesOf(next()));
      i += 1;
    }
    if (lines.length > 0) sourceLine = joined(lines);
    const table: Table = { ...block };
    if (caption) table.caption = caption;
    if (sourceLine) table.sourceLine = sourceLine;
    out.push(table);
  }
  return out;
}

const labelled = (caption: Inline[] | undefined) =>
  caption !== undefined && captionLabel(textOf(caption).trim()) !== undefined;

const isTableAfter = (blocks: Outlined[], at: number): boolean => {
  const after = blocks[at + 1];
  return after !== undefined && !isRanked(after) && after.type === 'table';
};

/** The number of the figure whose caption a paragraph is. */
export function figureOf(text: string): string | undefined {
  const label = captionLabel(text);
  return label?.of === 'figure' ? label.number : undefined;
}

/** Whether a paragraph right under a caption says where the figure comes from. */
export const isFigureSource = (text: string): boolean => FIGURE_SOURCE.test(text);
