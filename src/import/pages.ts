/** Lines → printed pages: the text of each, its notes, and what stands at its head. */
import { ImportError } from './errors.ts';
import type { Settings } from './settings.ts';
import { endsParagraph, type Line } from './text.ts';

/** What is printed at the head of a page and is no part of the text: running head and page number. */
export interface Furniture {
  page: number;
  text: string;
}

/** One printed page as the source lays it out. */
export interface Page {
  number: number;
  body: Line[];
  notes: Line[];
  /** Whether the notes begin with the rest of a note of the page before. */
  runsOver: boolean;
}

const PARTING = /^ {49,}$/u;
const RUN_OVER = /^ {80,}$/u;
const PAGE_NUMBER = /^ *(\d+) *$/u;

interface Draft {
  body: Line[];
  notes: Line[];
  runsOver: boolean;
  printed: Line | undefined;
  head: Line | undefined;
}

const emptyDraft = (): Draft => ({
  body: [],
  notes: [],
  runsOver: false,
  printed: undefined,
  head: undefined,
});

function lastText(lines: Line[]): Line | undefined {
  return lines.findLast((line) => line.text.trim() !== '');
}

/** Whether a line that begins with one space begins a page. */
function beginsPage(line: Line, draft: Draft, inNotes: boolean, settings: Settings): boolean {
  const isParagraph = settings.paragraphs.some((p) => line.text.trim().startsWith(p.starts));
  if (isParagraph) return false;
  const before = lastText(draft.body);
  if (inNotes || before === undefined || !endsParagraph(before.text, line.text)) return true;
  throw new ImportError(
    line.number,
    `“${line.text.trim().slice(0, 12)}…” begins with a space after a finished paragraph: a new page, or a paragraph?`,
    'if it is a paragraph, name its first words under “paragraphs” in the settings file',
  );
}

function splitPages(lines: Line[], settings: Settings): Draft[] {
  const drafts: Draft[] = [];
  let draft = emptyDraft();
  let inNotes = false;
  let awaitsNumber: Line | undefined;
  const turn = () => {
    if (draft.body.length > 0) drafts.push(draft);
    draft = emptyDraft();
    inNotes = false;
  };
  for (const line of lines) {
    if (awaitsNumber) {
      if (line.text.trim() === '') continue;
      if (!PAGE_NUMBER.test(line.text)) {
        throw new ImportError(
          line.number,
          'a running head stands without a page number after it',
          'check “runningHead” in the settings file, or the text',
        );
      }
      draft.printed = line;
      draft.head = awaitsNumber;
      awaitsNumber = undefined;
    } else if (PARTING.test(line.text)) {
      inNotes = true;
      draft.runsOver = RUN_OVER.test(line.text);
    } else if (settings.runningHead && line.text.trim() === settings.runningHead) {
      turn();
      awaitsNumber = line;
    } else if (/^ \S/u.test(line.text) && beginsPage(line, draft, inNotes, settings)) {
      turn();
      draft.body.push(line);
    } else if (inNotes) {
      draft.notes.push(line);
    } else if (draft.body.length > 0 || line.text.trim() !== '' || draft.printed) {
      draft.body.push(line);
    }
  }
  turn();
  return drafts;
}

/** The number of the first page, from the numbers printed on later ones. */
function firstPage(drafts: Draft[], settings: Settings): number {
  let first = settings.firstPage;
  for (const [index, draft] of drafts.entries()) {
    if (!draft.printed) continue;
    const counted = Number(draft.printed.text) - index;
    first ??= counted;
    if (counted !== first) {
      throw new ImportError(
        draft.printed.number,
        `page number ${draft.printed.text.trim()} contradicts the count: this is the ${index + 1}th page, and by the pages before it number ${first + index}`,
        'a page begins with a line that starts with one space, or with the running head: look for one too many or too few before this line',
      );
    }
  }
  if (first !== undefined) return first;
  throw new ImportError(
    0,
    'no page number is printed anywhere',
    'give “firstPage” in the settings file',
  );
}

/**
 * Divides the lines into printed pages.
 * @throws ImportError when a page number contradicts the count, or when a page
 *   start cannot be told from a paragraph
 */
export function toPages(
  lines: Line[],
  settings: Settings,
): { pages: Page[]; furniture: Furniture[] } {
  const drafts = splitPages(lines, settings);
  const first = firstPage(drafts, settings);
  const pages = drafts.map(
    ({ body, notes, runsOver }, i): Page => ({ number: first + i, body, notes, runsOver }),
  );
  const furniture = drafts.flatMap(({ head, printed }, i): Furniture[] =>
    head && printed
      ? [{ page: first + i, text: `${head.text.trim()} ${printed.text.trim()}` }]
      : [],
  );
  return { pages, furniture };
}
