/** Lines → pages as they are laid out, not yet numbered: text, notes, running head. */
import { ImportError } from './errors.ts';
import { endsParagraph, type Line } from './lines.ts';
import type { Settings } from './settings.ts';

const PARTING = /^ {49,}$/u;
const RUN_OVER = /^ {80,}$/u;
/** A line that holds a number and nothing else. */
export const PAGE_NUMBER = /^ *(\d+) *$/u;

/** A page whose number is not known yet. */
export interface Draft {
  body: Line[];
  notes: Line[];
  /** Whether the notes begin with the rest of a note of the page before. */
  runsOver: boolean;
  /** The line of the printed page number, and the running head before it. */
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

/**
 * Divides the lines at the pages' beginnings.
 * @throws ImportError when a page start is lost before a second parting line or
 *   cannot be told from a paragraph, or a running head has no number
 */
export function splitPages(lines: Line[], settings: Settings): Draft[] {
  const splitter = new PageSplitter(settings);
  for (const line of lines) splitter.take(line);
  splitter.end();
  return splitter.drafts;
}
