/** Lines → printed pages: the text of each, its notes, and what stands at its head. */
import { ImportError } from './errors.ts';
import type { Line } from './lines.ts';
import { type Draft, PAGE_NUMBER, splitPages } from './page-splitter.ts';
import type { Settings } from './settings.ts';

/** What is printed at the head of a page and is no part of the text: running head and page number. */
export interface Furniture {
  page: number;
  /** The line of the running head, and that of the page number after it. */
  head: Line;
  printed: Line;
}

/** One printed page as the source lays it out. */
export interface Page {
  number: number;
  body: Line[];
  notes: Line[];
  /** Whether the notes begin with the rest of a note of the page before. */
  runsOver: boolean;
}

const contradiction = (line: Line, message: string) =>
  new ImportError(
    line.number,
    message,
    'a page begins with a line that starts with one space, or with the running head: look for one too many or too few before this line',
  );

/** The number of the first page, from the numbers printed on later ones. */
function firstPage(drafts: Draft[], settings: Settings): number {
  if (!settings.pageNumbers) return 1;
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
    'give “firstPage” in the settings file; where page numbers are printed, “runningHead” too; where the print has none, “pageNumbers: false”',
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

/** A page that begins with its own number stands under a running head nobody has named. */
function refuseNumbers(drafts: Draft[], first: number): void {
  for (const [i, { body }] of drafts.entries()) {
    const line = body.find(({ text }) => text.trim() !== '');
    if (!line || !PAGE_NUMBER.test(line.text) || Number(line.text) !== first + i) continue;
    throw new ImportError(
      line.number,
      `page ${first + i} begins with its own number`,
      'give the line before it under “runningHead” in the settings file',
    );
  }
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
  const drafts = splitPages(lines, settings);
  const first = firstPage(drafts, settings);
  checkLast(drafts, first, settings);
  if (settings.pageNumbers) refuseNumbers(drafts, first);
  const pages = drafts.map(
    ({ body, notes, runsOver }, i): Page => ({ number: first + i, body, notes, runsOver }),
  );
  const furniture = drafts.flatMap(({ head, printed }, i): Furniture[] =>
    head && printed ? [{ page: first + i, head, printed }] : [],
  );
  return { pages, furniture };
}
