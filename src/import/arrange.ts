/** The blocks of a chapter → the blocks of `content/`, each with its permanent id. */
import { captionLabel, figureOf, isFigureSource, withCaptions } from './captions.ts';
import { isRanked, type Outlined, type Ranked } from './headings.ts';
import type { Label } from './labels.ts';
import { added, textOf } from './readers/inlines.ts';
import type { Cell, Inline, Item, Paragraph, Table } from './readers/types.ts';
import type { Settings } from './settings.ts';

/** A block as it will be written. */
export type Placed =
  | { type: 'heading'; id: string; level: number; label: Label | undefined; inlines: Inline[] }
  | { type: 'paragraph'; id: string; quoted: boolean; inlines: Inline[] }
  | {
      type: 'table';
      id: string;
      caption: Inline[];
      /** How many characters of the caption are its label. */
      label: number;
      header: Inline[][];
      rows: Inline[][][];
      source: Inline[];
    };

/** HTML has no deeper heading. */
const DEEPEST = 6;

/** Levels from ranks: 1 for the chapter, and none is skipped on the way down. */
function levelsOf(headings: Ranked[]): Map<Ranked, number> {
  const [chapter, ...others] = headings;
  const ranks = [...new Set(others.map(({ rank }) => rank))].sort((a, b) => a - b);
  const levels = new Map<Ranked, number>();
  if (chapter) levels.set(chapter, 1);
  // The headings that a heading stands under.
  let above: { rank: number; level: number }[] = [];
  for (const heading of others) {
    const { rank } = heading;
    above = above.filter((h) => h.rank < rank);
    const level = Math.min(ranks.indexOf(rank) + 2, (above.at(-1)?.level ?? 1) + 1);
    levels.set(heading, level);
    if (level <= DEEPEST) above.push({ rank, level });
  }
  return levels;
}

/** Counts headings and paragraphs: `s4-2-1-1`, `s4-2-1-1-p3`. */
class Ids {
  readonly #chapter: number;
  readonly #taken = new Set<string>();
  #path: number[] = [];
  #paragraphs = 0;
  #tables = 0;

  constructor(chapter: number) {
    this.#chapter = chapter;
  }

  heading(level: number): string {
    this.#paragraphs = 0;
    if (level > 1) {
      const depth = level - 2;
      this.#path = [...this.#path.slice(0, depth), (this.#path[depth] ?? 0) + 1];
    }
    return this.#place();
  }

  paragraph(): string {
    this.#paragraphs += 1;
    return `${this.#place()}-p${this.#paragraphs}`;
  }

  /** The id of a table or figure by its printed number; one without, or with one that is taken, is counted by itself. */
  named(of: 'table' | 'figure', number: string | undefined): string {
    const printed = number === undefined ? undefined : `${of}-${number}`;
    if (printed !== undefined && !this.#taken.has(printed)) {
      this.#taken.add(printed);
      return printed;
    }
    this.#tables += 1;
    return `${of}-0-${this.#tables}`;
  }

  #place(): string {
    return this.#path.length === 0 ? `ch${this.#chapter}` : `s${this.#path.join('-')}`;
  }
}

const gap = added(' ');

/** The text of a cell in one; its paragraphs stay apart by a space. */
const cellText = (cell: Cell | undefined): Inline[] =>
  (cell?.paragraphs ?? []).flatMap((inlines, i) => (i === 0 ? inlines : [gap, ...inlines]));

/** Sets merged cells into a grid: the text stands in the first of the places it covers. */
function toGrid(rows: Cell[][]): Inline[][][] {
  const grid: (Cell | null)[][] = rows.map(() => []);
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const cell of row) {
      while (grid[y]?.[x] !== undefined) x += 1;
      const { columns = 1, rows: height = 1 } = cell;
      for (let dy = 0; dy < height && y + dy < rows.length; dy += 1)
        for (let dx = 0; dx < columns; dx += 1)
          (grid[y + dy] as (Cell | null)[])[x + dx] = dx === 0 && dy === 0 ? cell : null;
      x += columns;
    }
  }
  const width = Math.max(...grid.map((row) => row.length));
  return grid.map((row) => Array.from({ length: width }, (_, x) => cellText(row[x] ?? undefined)));
}

function tableOf(table: Table, ids: Ids): Placed {
  const caption = table.caption ?? [];
  const label = captionLabel(textOf(caption).trim());
  // Markdown has one row of heads, and needs one.
  const [header = [], ...rows] = toGrid([...table.header, ...table.rows]);
  return {
    type: 'table',
    id: ids.named('table', label?.of === 'table' ? label.number : undefined),
    caption,
    label: label?.length ?? 0,
    header,
    rows,
    source: table.sourceLine ?? [],
  };
}

/** What the arrangement of a chapter has to say. */
export interface Arranged {
  blocks: Placed[];
  remarks: string[];
}

/**
 * Gives the blocks of a chapter their levels and ids.
 * @param blocks the chapter's outlined blocks, its heading first
 * @param number the chapter's number
 */
export function arrange(blocks: Outlined[], number: number, settings: Settings): Arranged {
  const placed: Placed[] = [];
  const remarks: string[] = [];
  const ids = new Ids(number);
  const levels = levelsOf(blocks.filter(isRanked));
  const paragraph = (inlines: Inline[], quoted = false) => {
    if (inlines.length === 0) return;
    placed.push({ type: 'paragraph', id: ids.paragraph(), quoted, inlines });
  };
  const figure = ({ inlines }: Paragraph | Item | { inlines: Inline[] }): boolean => {
    const text = textOf(inlines).trim();
    if (settings.paragraphs.some((p) => text.startsWith(p.starts))) return false;
    const before = placed.at(-1);
    const found = figureOf(text);
    const under =
      before?.type === 'paragraph' && /^figure-[\d-]+$/u.test(before.id) && isFigureSource(text);
    if (found === undefined && !under) return false;
    const id = under ? `${before.id}-source` : ids.named('figure', found);
    placed.push({ type: 'paragraph', id, quoted: false, inlines });
    return true;
  };
  for (const block of withCaptions(blocks)) {
    if (isRanked(block)) {
      const level = levels.get(block) ?? 1;
      const { inlines } = block.heading;
      if (level <= DEEPEST)
        placed.push({
          type: 'heading',
          id: ids.heading(level),
          level,
          label: block.label,
          inlines,
        });
      else {
        paragraph(inlines);
        remarks.push(`“${block.text}” is a heading of level ${level}, and became a paragraph.`);
      }
    } else if (block.type === 'table') placed.push(tableOf(block, ids));
    else if (block.type === 'quotation')
      for (const { inlines } of block.paragraphs) paragraph(inlines, true);
    else if (!figure(block)) paragraph(block.inlines);
  }
  return { blocks: placed, remarks };
}
