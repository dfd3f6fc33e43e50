/** At what level TEI puts the titles of works: a article, j journal, m book, u unpublished. */
import type { Source } from '../../model/sources/source.ts';

const WHOLE: Partial<Record<Source['type'], string>> = {
  book: 'm',
  hearing: 'm',
  report: 'm',
  thesis: 'u',
};

/** Whether a work stands by itself, not in another. */
export const standsAlone = (source: Source): boolean =>
  source['container-title'] === undefined || (source.type in WHOLE && source.title === undefined);

export const titleLevel = (source: Source): string =>
  WHOLE[source.type] ?? (source['container-title'] === undefined ? 'm' : 'a');

export const containerLevel = ({ type }: Source): string =>
  type.startsWith('article-') ? 'j' : 'm';
