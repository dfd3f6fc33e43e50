/** For whom the files under /downloads/ are, as the page of downloads groups them. */
import type { Download } from './downloads.ts';

/** The groups, in the order of their number of readers. */
export const AUDIENCES = [
  { id: 'reading', name: '閱讀', forWhom: '給讀者：在手機、電子書閱讀器或紙上讀全章。' },
  { id: 'citing', name: '引用', forWhom: '給寫論文的人：本章與所引文獻的書目，匯入書目軟體。' },
  {
    id: 'research',
    name: '研究與典藏',
    forWhom: '給研究者、圖書館與程式：有標記的全文，逐條的註釋與徵引。',
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
