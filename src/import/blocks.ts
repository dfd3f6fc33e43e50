/** The body of all pages → blocks: headings, paragraphs, set-in quotations, tables. */
import { ImportError } from './errors.ts';
import { figureNumber, isFigureSource } from './figures.ts';
import { endsParagraph, width } from './lines.ts';
import { type HeadingLabel, Outline, readLabel } from './outline.ts';
import type { Page } from './pages.ts';
import type { Settings } from './settings.ts';
import { bodyPieces, CAPTION, type Piece, type RawTable, readTable } from './tables.ts';

export type RawBlock =
  | { type: 'heading'; id: string; label: HeadingLabel; pieces: Piece[] }
  | { type: 'paragraph'; id: string; quoted: boolean; pieces: Piece[] }
  | { type: 'table'; id: string; table: RawTable };

type Group = { pieces: Piece[] } | { table: RawTable };

/** Set-in text is narrower than this share of the measure. */
const SET_IN = 0.83;

/** Gathers lines into paragraphs, and tables as wholes. */
function group(lines: Piece[], settings: Settings): Group[] {
  const groups: Group[] = [];
  let pieces: Piece[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const piece = lines[i] as Piece;
    if (piece.text.trim() === '') continue;
    if (pieces.length === 0 && CAPTION.test(piece.text.trim())) {
      const { table, taken } = readTable(lines.slice(i), settings);
      groups.push({ table });
      i += taken - 1;
      continue;
    }
    pieces.push(piece);
    let after = i + 1;
    while (lines[after]?.text.trim() === '') after += 1;
    const next = lines[after];
    if (!next || endsParagraph(piece.text, next.text)) {
      groups.push({ pieces });
      pieces = [];
    }
  }
  return groups;
}

/** The measure: the usual width of a full line. */
function measureOf(groups: Group[]): number {
  const widths = groups
    .flatMap((g) => ('pieces' in g ? g.pieces.slice(0, -1).map((p) => width(p.text.trim())) : []))
    .sort((a, b) => a - b);
  return widths[Math.floor(widths.length / 2)] ?? 0;
}

/** A heading stands on one line and does not end like a clause. */
function headingOf(pieces: Piece[], settings: Settings): HeadingLabel | undefined {
  const text = pieces[0]?.text.trim() ?? '';
  if (pieces.length !== 1 || /[；，：;,:]$/u.test(text)) return undefined;
  if (settings.paragraphs.some((p) => text.startsWith(p.starts))) return undefined;
  return readLabel(text);
}

function isSetIn(pieces: Piece[], measure: number): boolean {
  const wrapped = pieces.slice(0, -1);
  return wrapped.length > 0 && wrapped.every((p) => width(p.text.trim()) < measure * SET_IN);
}

const textOf = (pieces: Piece[]) => pieces.map((piece) => piece.text.trim()).join('');

/** The id of a figure's caption, or of the line under it that names its source. */
function figureId(pieces: Piece[], before: RawBlock | undefined, settings: Settings) {
  const text = textOf(pieces);
  if (settings.paragraphs.some((p) => text.startsWith(p.starts))) return undefined;
  const number = figureNumber(text);
  if (number !== undefined) return `figure-${number}`;
  const caption = before?.type === 'paragraph' && /^figure-[\d-]+$/u.test(before.id);
  return caption && isFigureSource(text) ? `${before.id}-source` : undefined;
}

const lineOf = (group: Group | undefined): number =>
  (group && ('pieces' in group ? group.pieces : group.table.caption)[0]?.line) ?? 1;

/** A text is one chapter: it begins with its heading, has sections, and holds no second one. */
function checkFrame(groups: Group[], labels: (HeadingLabel | undefined)[]): void {
  if (labels[0]?.level !== 1) {
    throw new ImportError(
      lineOf(groups[0]),
      'the text does not begin with a chapter heading',
      'the first line must read 第…章 and the title',
    );
  }
  const second = labels.findIndex((label, i) => i > 0 && label?.level === 1);
  if (second !== -1) {
    throw new ImportError(
      lineOf(groups[second]),
      `a second chapter begins: “${labels[second]?.label}${labels[second]?.title}”`,
      'a text is one chapter; if this is a paragraph, name its first words under “paragraphs” in the settings file',
    );
  }
  const below = labels.filter((label) => label !== undefined && label.level > 1);
  if (below.length > 0 && !below.some((label) => label?.level === 2)) {
    throw new ImportError(
      0,
      'the chapter has headings and no section (第…節) above them',
      'each section begins with a line that reads 第…節 and its title',
    );
  }
}

/**
 * Divides the text into blocks and gives each its permanent id.
 * @throws ImportError when the text does not begin with a chapter heading or
 *   has no section, a table cannot be read, or a heading does not follow the
 *   one before
 */
export function toBlocks(pages: Page[], settings: Settings): RawBlock[] {
  const groups = group(bodyPieces(pages), settings);
  const labels = groups.map((g) => ('pieces' in g ? headingOf(g.pieces, settings) : undefined));
  checkFrame(groups, labels);
  const measure = measureOf(groups);
  const outline = new Outline();
  const toBlock = (g: Group, label: HeadingLabel | undefined, before?: RawBlock): RawBlock => {
    if ('table' in g) return { type: 'table', id: `table-${g.table.number}`, table: g.table };
    if (label) {
      const id = outline.heading(label, lineOf(g));
      return { type: 'heading', id, label, pieces: g.pieces };
    }
    const figure = figureId(g.pieces, before, settings);
    if (figure) return { type: 'paragraph', id: figure, quoted: false, pieces: g.pieces };
    const id = outline.paragraph();
    return { type: 'paragraph', id, quoted: isSetIn(g.pieces, measure), pieces: g.pieces };
  };
  const blocks: RawBlock[] = [];
  for (const [i, g] of groups.entries()) blocks.push(toBlock(g, labels[i], blocks.at(-1)));
  return blocks;
}
