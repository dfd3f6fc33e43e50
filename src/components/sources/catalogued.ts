/** What may be said of a catalogue of sources, which a text has in full, in part, or not at all. */
import { byAuthor, byOutlet } from '../../model/bibliography/bibliography.ts';
import { tallyOf } from '../../model/bibliography/tally.ts';
import type { Chapter } from '../../model/chapter/chapter.ts';
import type { Form } from '../../model/citations/schema.ts';
import { FORM } from './labels.ts';

const SHORT: readonly Form[] = ['ibid', 'op-cit', 'tongshangzhu', 'qianyinwen'];

/** The short forms that the citations are printed in: Ibid.、同上註. */
export function shortFormNames(chapter: Chapter): string {
  const { shortFormsByForm } = tallyOf(chapter);
  return SHORT.filter((form) => shortFormsByForm[form] > 0)
    .map((form) => FORM[form])
    .join('、');
}

/** How far one has come: 已著錄 12 條註（共 116 條）; undefined where every note has been read for what it cites. */
export function cataloguedSoFar(chapter: Chapter): string | undefined {
  if (chapter.catalogued) return undefined;
  const { notesCatalogued, notes } = tallyOf(chapter);
  return `已著錄 ${notesCatalogued} 條註（共 ${notes} 條）`;
}

/** The ways in which the sources are listed beside their kinds: those lists that hold something. */
export function listsOf(chapter: Chapter): { id: string; name: string }[] {
  return [
    { id: 'outlets', name: '依刊物／出版者', holds: byOutlet(chapter).length > 0 },
    { id: 'authors', name: '依作者', holds: byAuthor(chapter).length > 0 },
    { id: 'years', name: '依年份', holds: chapter.sources.length > 0 },
  ].flatMap(({ holds, ...list }) => (holds ? [list] : []));
}
