/** For whom the files under /downloads/ are, as the page of downloads groups them. */
import { messages } from '../../messages/site.ts';
import type { Download } from './downloads.ts';

/** The groups, in the order of their number of readers. */
export const AUDIENCES = [
  { id: 'reading', name: messages.downloads.reading, forWhom: messages.downloads.forReaders },
  { id: 'citing', name: messages.cite.cite, forWhom: messages.downloads.forWriters },
  {
    id: 'research',
    name: messages.downloads.research,
    forWhom: messages.downloads.forResearch,
  },
] as const;

export type Audience = (typeof AUDIENCES)[number]['id'];

/** What is read as it comes. */
const READING = /^chapter\.(?:epub|pdf|txt)$/u;
/** What reference managers take. */
const CITING = /\.(?:bib|ris|csl\.json|cff)$|^sources\.json$/u;

/** The group that a file belongs to. */
export function audienceOf(file: Download): Audience {
  if (READING.test(file)) return 'reading';
  return CITING.test(file) ? 'citing' : 'research';
}
