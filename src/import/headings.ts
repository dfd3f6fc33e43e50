/**
 * Which blocks are headings, and how deep each is: as the file says, and where
 * it does not say, by the printed labels.
 */
import { isAfter, isUnnumbered, KINDS, type Kind, type Label, readHeading } from './labels.ts';
import { added, textOf } from './readers/inlines.ts';
import type { Block, Heading, Look, Paragraph } from './readers/types.ts';

/** A heading of the document, with its label and its rank: the smaller, the higher. */
export interface Ranked {
  heading: Heading;
  /** Index of the first block that was made into it. */
  at: number;
  label: Label | undefined;
  /** As printed, label included. */
  text: string;
  rank: number;
}

/** A block of the document, headings ranked. */
export type Outlined = Ranked | Exclude<Block, Heading>;

export const isRanked = (block: Outlined): block is Ranked => 'rank' in block;

const LONGEST_HEADING = 60;
const LONGEST_TITLE = 40;
const CLAUSE_END = /[。；，：、,;:．]$/u;
/** A line of a table of contents: dots, or space, before a page number. */
const CONTENTS_LINE = /(?:[.．…‧·⋯]{2,}|\t)\s*(?:\d+|[ivxlc]+)\s*$/iu;

const looksLikeHeading = (text: string): boolean =>
  text.length > 0 &&
  text.length <= LONGEST_HEADING &&
  !text.includes('。') &&
  !CLAUSE_END.test(text) &&
  !CONTENTS_LINE.test(text);

const isTitle = (text: string): boolean =>
  text.length > 0 && text.length <= LONGEST_TITLE && !/[。；，：、,;:]/u.test(text);

const isEmphatic = (look: Look | undefined, body: number | undefined): boolean =>
  look?.bold === true ||
  look?.centred === true ||
  (look?.size !== undefined && body !== undefined && look.size > body * 1.05);

/** The usual size of paragraphs. */
function bodySize(blocks: Block[]): number | undefined {
  const weights = new Map<number, number>();
  for (const block of blocks)
    if (block.type === 'paragraph' && block.look?.size !== undefined)
      weights.set(
        block.look.size,
        (weights.get(block.look.size) ?? 0) + textOf(block.inlines).length,
      );
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Whether a label follows those before it; keeps the last number of each kind, and forgets those below. */
class Sequence {
  #last: { kind: Kind; depth: number; number: number }[] = [];

  follows({ kind, numbers, number }: Label): boolean {
    if (kind === 'part' || kind === 'chapter' || kind === 'section') return true;
    const at = this.#last.findIndex((l) => l.kind === kind && l.depth === numbers.length);
    if (at === -1) return number === 1;
    return number === (this.#last[at]?.number ?? 0) + 1 || (kind === 'decimal' && number === 1);
  }

  take({ kind, numbers, number }: Label): void {
    const at = this.#last.findIndex((l) => l.kind === kind && l.depth === numbers.length);
    const above = at === -1 ? this.#above(kind, numbers.length) : this.#last.slice(0, at);
    this.#last = [...above, { kind, depth: numbers.length, number }];
  }

  /** A new kind stands below what is open, and above what its kind is known to be above. */
  #above(kind: Kind, depth: number) {
    const own = KINDS.indexOf(kind);
    return this.#last.filter(
      (l) => KINDS.indexOf(l.kind) < own || (l.kind === kind && l.depth < depth),
    );
  }
}

/** Deep kinds are items of a list where one follows the other with nothing between. */
const LISTED: readonly Kind[] = ['arabic', 'bracketed-arabic', 'letter', 'circled', 'stem'];

/** Whether a paragraph is a heading without a number: 緒論, 參考文獻. */
function isNamed(block: Block, styled: boolean, size: number | undefined): boolean {
  if (block.type !== 'paragraph' || (styled && !isEmphatic(block.look, size))) return false;
  const text = textOf(block.inlines);
  return isUnnumbered(text) || isAfter(text);
}

/** Paragraphs that are headings by their labels: index → label. */
function promoted(blocks: Block[]): Map<number, Label | undefined> {
  const styled = blocks.some((b) => b.type === 'heading');
  const size = bodySize(blocks);
  const found = new Map<number, Label | undefined>();
  const sequence = new Sequence();
  const candidate = (block: Block | undefined): Label | undefined => {
    if (block?.type !== 'paragraph') return undefined;
    const text = textOf(block.inlines).trim();
    if (!looksLikeHeading(text)) return undefined;
    if (styled && !isEmphatic(block.look, size)) return undefined;
    return readHeading(text, false);
  };
  for (const [i, block] of blocks.entries()) {
    if (block.type === 'heading') {
      const label = readHeading(textOf(block.inlines), true);
      if (label) sequence.take(label);
      continue;
    }
    if (isNamed(block, styled, size)) {
      found.set(i, undefined);
      continue;
    }
    const label = candidate(block);
    if (!label || !sequence.follows(label)) continue;
    const neighbours = [candidate(blocks[i - 1]), candidate(blocks[i + 1])];
    const inList = neighbours.some(
      (n) => n?.kind === label.kind && n.numbers.length === label.numbers.length,
    );
    if (inList && LISTED.includes(label.kind)) continue;
    const needsTitle = label.title === '';
    if (needsTitle && !hasTitleAfter(blocks, i)) continue;
    sequence.take(label);
    found.set(i, label);
  }
  return found;
}

/** Whether the block after a label alone is its title. */
function hasTitleAfter(blocks: Block[], at: number): boolean {
  const next = blocks[at + 1];
  if (next?.type !== 'heading' && next?.type !== 'paragraph') return false;
  const text = textOf(next.inlines).trim();
  return isTitle(text) && readHeading(text, next.type === 'heading') === undefined;
}

const LINE_END = added('\n');

/** Headings and promoted paragraphs, each with its title where that stands on the next line. */
function gather(blocks: Block[]): (Omit<Ranked, 'rank'> | Exclude<Block, Heading>)[] {
  const labels = promoted(blocks);
  const gathered: (Omit<Ranked, 'rank'> | Exclude<Block, Heading>)[] = [];
  for (let i = 0; i < blocks.length; i += 1) {
    const block = blocks[i] as Block;
    const isHeading = block.type === 'heading';
    if (!isHeading && !labels.has(i)) {
      gathered.push(block);
      continue;
    }
    const at = i;
    const own = block as Heading | Paragraph;
    let heading: Heading = { ...own, type: 'heading' };
    let label = readHeading(textOf(own.inlines), isHeading);
    if (label?.title === '' && hasTitleAfter(blocks, i)) {
      const next = blocks[i + 1] as Heading | Paragraph;
      heading = { ...heading, inlines: [...own.inlines, LINE_END, ...next.inlines] };
      label = readHeading(textOf(heading.inlines), isHeading);
      i += 1;
    }
    gathered.push({ heading, at, label, text: textOf(heading.inlines).trim() });
  }
  return gathered;
}

const sameLook = (a: Look | undefined, b: Look | undefined): boolean =>
  a?.size === b?.size && a?.bold === b?.bold && a?.centred === b?.centred;

/** The place of a label among the kinds: 2.1 above 2.1.1. */
const kindRank = ({ kind, numbers }: Label): number =>
  KINDS.indexOf(kind) + (kind === 'decimal' ? numbers.length / 10 : 0);

/**
 * Ranks the headings of a document. What the file says of levels holds; a kind
 * of label that the file gives a level has it everywhere; other kinds stand
 * below those that are above them.
 */
export function outline(blocks: Block[]): Outlined[] {
  const gathered = gather(blocks);
  const headings = gathered.filter((b): b is Omit<Ranked, 'rank'> => 'heading' in b);
  const known = new Map<number, number>();
  for (const { heading, label } of headings)
    if (heading.level !== undefined && label && !known.has(kindRank(label)))
      known.set(kindRank(label), heading.level);
  const byKind = (label: Label): number => {
    const own = kindRank(label);
    const given = known.get(own);
    if (given !== undefined) return given;
    const above = [...known].filter(([kind]) => kind < own).map(([, level]) => level);
    return Math.max(0, ...above) + (own + 1) / 100;
  };
  const ranks = headings.flatMap(({ label }) =>
    label && label.kind !== 'part' && label.kind !== 'chapter' ? [byKind(label)] : [],
  );
  // 前言 and 小結 stand beside the sections of their chapter, 參考文獻 beside the chapters.
  const named = (text: string) => {
    if (isAfter(text)) return known.get(kindRank(CHAPTER)) ?? byKind(CHAPTER);
    return isUnnumbered(text) ? Math.min(...ranks, 0.5) : 0.5;
  };
  // A look tells the level only where all numbered headings that have it are of one kind.
  const alike = (look: Look | undefined): number | undefined => {
    const like = headings.filter((h) => look && h.label && sameLook(h.heading.look, look));
    const found = new Set(like.map((h) => byKind(h.label as Label)));
    const [only] = found;
    return found.size === 1 ? only : undefined;
  };
  const bySize = sizeRanks(headings);
  return gathered.map((block): Outlined => {
    if (!('heading' in block)) return block;
    const { heading, label, text } = block;
    const size = heading.look?.size;
    const rank =
      heading.level ??
      (label
        ? byKind(label)
        : (alike(heading.look) ??
          (size === undefined || isAfter(text) ? undefined : bySize?.get(size)) ??
          named(text)));
    return { ...block, rank };
  });
}

/** Sizes nearer than this are one, as printers round them. */
const SAME_SIZE = 0.4;

/** Ranks by size, the largest first, where no heading has a number and the file gives no level. */
function sizeRanks(headings: Omit<Ranked, 'rank'>[]): Map<number, number> | undefined {
  if (headings.some(({ heading, label }) => label || heading.level !== undefined)) return undefined;
  const sizes = [...new Set(headings.flatMap(({ heading }) => heading.look?.size ?? []))];
  const ranks = new Map<number, number>();
  let rank = 0;
  let last = Number.POSITIVE_INFINITY;
  for (const size of sizes.sort((a, b) => b - a)) {
    if (last - size > SAME_SIZE) rank += 1;
    last = size;
    ranks.set(size, rank);
  }
  return rank > 1 ? ranks : undefined;
}

const CHAPTER: Label = { kind: 'chapter', label: '第一章', number: 1, numbers: [1], title: '' };
