/** Sources as files for other programs: cut from the site's own downloads, so that they say the same. */
import { make } from '../dom/elements.ts';
import { pickBibtex, pickJson, pickRis } from '../search/pick-records.ts';
import { inSite } from './urls.ts';

/** A file of sources, and how it is cut. */
export interface Format {
  name: string;
  file: string;
  type: string;
  /** Cuts the site's file down to these sources. */
  pick: (text: string, ids: ReadonlySet<string>) => string;
}

/** The formats in which sources can be had. */
export const FORMATS: readonly Format[] = [
  { name: 'BibTeX', file: 'sources.bib', type: 'application/x-bibtex', pick: pickBibtex },
  {
    name: 'BibLaTeX',
    file: 'sources.biblatex.bib',
    type: 'application/x-bibtex',
    pick: pickBibtex,
  },
  { name: 'RIS', file: 'sources.ris', type: 'application/x-research-info-systems', pick: pickRis },
  {
    name: 'CSL-JSON',
    file: 'sources.json',
    type: 'application/vnd.citationstyles.csl+json',
    pick: pickJson,
  },
];

/** A file that the site offers. @throws when it cannot be had */
export async function download(file: string): Promise<string> {
  const response = await fetch(inSite(`/downloads/${file}`));
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response.text();
}

/** Hands the reader a file. */
export function save(text: string, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = make('a', { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
