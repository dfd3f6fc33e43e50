/** The notes found, as files for other programs: cut from the site's own downloads, so that they say the same. */
import { messages } from '../../messages/site.ts';
import type { Found } from '../../search/engine.ts';
import { make } from '../dom/elements.ts';
import { download, FORMATS, save } from '../site/records.ts';
import { cells } from './pick-records.ts';

/** The rows of the table of citations that belong to notes; the head first. */
async function rowsOf(notes: ReadonlySet<number>): Promise<string[]> {
  const [head = '', ...rows] = (await download('notes.csv')).split('\r\n');
  return [head, ...rows.filter((row) => notes.has(Number(cells(row)[0] || Number.NaN)))];
}

async function idsOf(notes: ReadonlySet<number>): Promise<Set<string>> {
  const [head = '', ...rows] = await rowsOf(notes);
  const at = cells(head).indexOf('source');
  return new Set(rows.map((row) => cells(row)[at] ?? '').filter((id) => id !== ''));
}

/** Offers the notes that were found as BibTeX, BibLaTeX, RIS, CSL-JSON and CSV; nothing where there are none. */
export function offerExport(place: HTMLElement, found: Pick<Found, 'numbers'>): void {
  const notes = new Set(found.numbers);
  if (notes.size === 0) {
    place.replaceChildren();
    return;
  }
  const said = make('span', { role: 'status' });
  const button = (name: string, work: () => Promise<void>) => {
    const made = make('button', { type: 'button' }, name);
    made.onclick = () =>
      work().then(
        () => said.replaceChildren(messages.search.saved(name)),
        () => said.replaceChildren(messages.common.fileUnavailable),
      );
    return made;
  };
  const ofSources = FORMATS.map(({ name, file, type, pick }) =>
    button(name, async () => save(pick(await download(file), await idsOf(notes)), file, type)),
  );
  const table = button('CSV', async () =>
    save((await rowsOf(notes)).map((row) => `${row}\r\n`).join(''), 'notes.csv', 'text/csv'),
  );
  place.replaceChildren(
    make('span', {}, messages.search.exportWorks(notes.size)),
    ...ofSources,
    table,
    said,
  );
}
