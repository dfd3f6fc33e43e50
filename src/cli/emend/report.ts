/**
 * What a reader reports of a slip: lines of a name and a value, as the site puts them together and
 * people write them by hand. 位置 is the address of the place, 印作 the printed words, 應作 what they
 * should be; 上下文 and 理由 may be missing.
 */

/** A report, as far as it was given. */
export interface Report {
  /** The id of the place in the text: of a block, or of a note (`fn12`). */
  at?: string;
  printed?: string;
  context?: string;
  /** Empty where the words are to be taken out. */
  correction?: string;
  reason?: string;
}

const FIELDS: Readonly<Record<string, keyof Report>> = {
  位置: 'at',
  印作: 'printed',
  上下文: 'context',
  應作: 'correction',
  理由: 'reason',
};

/** The id that an address names: by its fragment, or as the page of a note; an id is one itself. */
export function placeIn(address: string): string | undefined {
  const trimmed = address.trim();
  if (/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(trimmed)) return trimmed;
  const [path = '', fragment = ''] = trimmed.split('#');
  // Words selected in a link are no part of the id.
  const id = fragment.split(':~:')[0];
  if (id) return id;
  const note = /\/notes\/(\d+)\/?$/u.exec(path)?.[1];
  return note === undefined ? undefined : `fn${note}`;
}

/** Quotation marks around a value say where it begins and ends. */
const bare = (value: string): string => /^「(.*)」$/su.exec(value)?.[1] ?? value;

/** Reads a report; lines of other names are a letter's, and left alone. */
export function readReport(text: string): Report {
  const report: Report = {};
  for (const line of text.normalize('NFC').split(/\r?\n/u)) {
    const [, name = '', said = ''] = /^[>\s]*(\S+?)\s*[：:]\s*(.*)$/u.exec(line) ?? [];
    const field = FIELDS[name];
    if (field === undefined || report[field] !== undefined) continue;
    const value = bare(said.trim());
    const meant = field === 'at' ? placeIn(value) : value;
    if (meant !== undefined && (meant !== '' || field === 'correction')) report[field] = meant;
  }
  return report;
}
