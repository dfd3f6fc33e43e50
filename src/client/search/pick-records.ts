/** Cuts records out of the site's downloads, whose makers part them in known ways (`src/exports`). */

/** The cells of one line of CSV (RFC 4180; our cells hold no line breaks). */
export function cells(line: string): string[] {
  return [...line.replace(/^\uFEFF/u, '').matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}

/** Entries of a .bib file by their keys; a blank line parts entries. */
export function pickBibtex(text: string, ids: ReadonlySet<string>): string {
  const entries = text
    .split(/\n{2,}/u)
    .filter((e) => ids.has(/^@\w+\{([^,]+),/u.exec(e)?.[1] ?? ''));
  return entries.map((entry) => `${entry.trim()}\n`).join('\n');
}

/** Records of a .ris file by their `ID`. */
export function pickRis(text: string, ids: ReadonlySet<string>): string {
  const records = text.split(/(?<=ER {2}- *\r\n)/u);
  return records.filter((r) => ids.has(/^ID {2}- (.*)\r$/mu.exec(r)?.[1] ?? '')).join('');
}

/** Items of CSL-JSON by their ids. */
export function pickJson(text: string, ids: ReadonlySet<string>): string {
  const items = JSON.parse(text) as { id: string }[];
  return `${JSON.stringify(
    items.filter(({ id }) => ids.has(id)),
    null,
    1,
  )}\n`;
}
