/** What may be said of a catalogue of sources, which a text has in full, in part, or not at all. */
import { messages } from '../../messages/site.ts';
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
    .join(messages.common.enumeration);
}

/** How far one has come: 已著錄 12 條註（共 116 條）; undefined where every note has been read for what it cites. */
export function cataloguedSoFar(chapter: Chapter): string | undefined {
  if (chapter.catalogued) return undefined;
  const { notesCatalogued, notes } = tallyOf(chapter);
  return messages.sources.soFar(notesCatalogued, notes);
}

/** The ways in which the sources are listed beside their kinds: those lists that hold something. */
export function listsOf(chapter: Chapter): { id: string; name: string }[] {
  return [
    { id: 'outlets', name: messages.sources.byPublisher, holds: byOutlet(chapter).length > 0 },
    { id: 'authors', name: messages.sources.byAuthor, holds: byAuthor(chapter).length > 0 },
    { id: 'years', name: messages.sources.byYear, holds: chapter.sources.length > 0 },
  ].flatMap(({ holds, ...list }) => (holds ? [list] : []));
}
