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

function withoutNumber(line: Line): ImportError {
  return new ImportError(
    line.number,
    'a running head stands without a page number after it',
    'check “runningHead” in the settings file, or the text',
  );
}

function partedTwice(line: Line, notes: Line[]): ImportError {
  return new ImportError(
    line.number,
    `a second line parts text from notes here, and no page begins after the one before (notes from line ${notes[0]?.number})`,
    'a page begins with a line that starts with one space, or with the running head: look for one that is lost between the two',
  );
}

/** Takes the lines in one by one and lays the pages down. */
class PageSplitter {
  readonly drafts: Draft[] = [];
  #draft = emptyDraft();
  #inNotes = false;
  #awaitsNumber: Line | undefined;
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  take(line: Line): void {
    const draft = this.#draft;
    const blank = line.text.trim() === '';
    if (this.#awaitsNumber) {
      if (!blank) this.#number(line);
    } else if (PARTING.test(line.text)) {
      if (this.#inNotes) throw partedTwice(line, draft.notes);
      this.#inNotes = true;
      draft.runsOver = RUN_OVER.test(line.text);
    } else if (this.#settings.runningHead && line.text.trim() === this.#settings.runningHead) {
      this.#turn();
      this.#awaitsNumber = line;
    } else if (/^ \S/u.test(line.text) && this.#begins(line)) {
      this.#turn();
      this.#draft.body.push(line);
    } else if (this.#inNotes) {
      draft.notes.push(line);
    } else if (draft.body.length > 0 || !blank || draft.printed) {
      draft.body.push(line);
    }
  }

  end(): void {
    if (this.#awaitsNumber) throw withoutNumber(this.#awaitsNumber);
    this.#turn();
  }

  /** The page number after a running head. */
  #number(line: Line): void {
    if (!PAGE_NUMBER.test(line.text)) throw withoutNumber(line);
    this.#draft.printed = line;
    this.#draft.head = this.#awaitsNumber;
    this.#awaitsNumber = undefined;
  }

  /** Whether a line that begins with one space begins a page: not after a running head, which began it. */
  #begins(line: Line): boolean {
    const { printed, body } = this.#draft;
    if (printed && lastText(body) === undefined) return false;
    return beginsPage(line, this.#draft, this.#inNotes, this.#settings);
  }

  #turn(): void {
    if (this.#draft.body.length > 0) this.drafts.push(this.#draft);
    this.#draft = emptyDraft();
    this.#inNotes = false;
  }
}

const contradiction = (line: Line, message: string) =>
  new ImportError(
    line.number,
    message,
    'a page begins with a line that starts with one space, or with the running head: look for one too many or too few before this line',
  );

/** The number of the first page, from the numbers printed on later ones. */
function firstPage(drafts: Draft[], settings: Settings): number {
  let first = settings.firstPage;
  let reason = '“firstPage” in the settings file';
  for (const [index, { printed }] of drafts.entries()) {
    if (!printed) continue;
    const found = Number(printed.text);
    first ??= found - index;
    if (found !== first + index)
      throw contradiction(
        printed,
        `page number ${found} contradicts the count: by ${reason} this is page ${first + index}`,
      );
    reason = `page number ${found} (line ${printed.number})`;
  }
  if (first !== undefined) return first;
  throw new ImportError(
    0,
    'no page number is printed anywhere',
    'give “firstPage” in the settings file',
  );
}

function checkLast(drafts: Draft[], first: number, settings: Settings): void {
  const last = first + drafts.length - 1;
  const line = drafts.at(-1)?.body[0];
  if (!line || settings.lastPage === undefined || settings.lastPage === last) return;
  throw contradiction(
    line,
    `the last page is number ${last} by the count, and ${settings.lastPage} by “lastPage” in the settings file`,
  );
}

/**
 * Divides the lines into printed pages.
 * @throws ImportError when a page number contradicts the count, a page start
 *   is lost before a second parting line, or cannot be told from a paragraph
 */
export function toPages(
  lines: Line[],
  settings: Settings,
): { pages: Page[]; furniture: Furniture[] } {
  const splitter = new PageSplitter(settings);
  for (const line of lines) splitter.take(line);
  splitter.end();
  const { drafts } = splitter;
  const first = firstPage(drafts, settings);
  checkLast(drafts, first, settings);
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
