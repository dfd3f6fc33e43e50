/** Tables for spreadsheets: CSV after RFC 4180, UTF-8 with a byte order mark. */

/** What a cell may hold. */
export type Cell = string | number | undefined;

/** A cell that a spreadsheet would take for a formula is written as text. */
function cell(value: Cell): string {
  const text = String(value ?? '');
  const safe = /^[=+@\t\r-]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table with a row for each record, its columns in order. */
export function csvOf<C extends string>(
  columns: readonly C[],
  rows: readonly Partial<Record<C, Cell>>[],
): string {
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(','));
  return `\uFEFF${[columns.join(','), ...lines].map((line) => `${line}\r\n`).join('')}`;
}
