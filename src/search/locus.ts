/** A place that is cited: the chapter, or a section, paragraph, table, note or printed page of it. */

/** What a citation says of a place; without any of it, the chapter itself. */
export interface Locus {
  /** First and last printed page. */
  pages: readonly [first: number, last: number];
  /** Number of the note. */
  note?: number;
  /** Structural place: 第四節二（一）. */
  place?: string;
  /** Number of the paragraph under the place's last heading. */
  paragraph?: number;
  /** 表 3-1 */
  table?: string;
}

/** The marks that styles set where the place goes; the browser fills them in for any place. */
export const SLOTS = { printed: '{printed}', url: '{url}' } as const;

const range = ([first, last]: Locus['pages'], dash: string): string =>
  first === last ? String(first) : `${first}${dash}${last}`;

/** 頁72–73，註88 */
export function printedChinese({ pages, note, table }: Locus): string {
  const parts = [`頁${range(pages, '–')}`, note === undefined ? '' : `註${note}`, table ?? ''];
  return parts.filter((part) => part !== '').join('，');
}

/** 72–73n88, as the Chicago Manual (14.157) writes a note on a page; tables have theirs named. */
export function printedEnglish({ pages, note, table }: Locus): string {
  const at = range(pages, '–');
  if (note !== undefined) return `${at}n${note}`;
  return table === undefined ? at : `${at}, ${table.replace(/^表\s*/u, 'table ')}`;
}

/** p. 72, note 88; pp. 72–73 */
export function printedPp({ pages, note, table }: Locus): string {
  const at = `${pages[0] === pages[1] ? 'p.' : 'pp.'} ${range(pages, '–')}`;
  const more = note === undefined ? table?.replace(/^表\s*/u, 'table ') : `note ${note}`;
  return more === undefined ? at : `${at}, ${more}`;
}

/** 第三章第四節二（一）¶3，註88 */
export function structural(chapter: string, { place, paragraph, table, note }: Locus): string {
  const at = (place ?? '').replace(/\s+/gu, '');
  const in_ = paragraph === undefined ? (table ?? '') : `¶${paragraph}`;
  return `${chapter}${at}${in_}${note === undefined ? '' : `，註${note}`}`;
}
