/** The media types of the downloads, by their names. */

const TYPES: Record<string, string> = {
  bib: 'application/x-bibtex',
  csv: 'text/csv',
  epub: 'application/epub+zip',
  json: 'application/json',
  jsonld: 'application/ld+json',
  md: 'text/markdown',
  pdf: 'application/pdf',
  ris: 'application/x-research-info-systems',
  txt: 'text/plain',
  xml: 'application/tei+xml',
};
const SPECIAL: Record<string, string> = {
  'sources.json': 'application/vnd.citationstyles.csl+json',
};

/** The media type of a file under /downloads/. */
export function mediaType(file: string): string {
  const ending = /\.([a-z]+)$/u.exec(file)?.[1] ?? '';
  const type = file.startsWith('schema/')
    ? 'application/schema+json'
    : (SPECIAL[file] ?? TYPES[ending]);
  if (!type) throw new Error(`${file} has no media type: give it one in media-types.ts`);
  return type;
}

/** The file that describes the chapter; the others hold its text, notes and sources. */
export const METADATA = 'chapter.jsonld';

export const isMetadata = (file: string): boolean => file === METADATA;
