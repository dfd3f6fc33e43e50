/** Periodicals after Chicago: journals by their numbers, newspapers and magazines by their dates. */
import { englishDate } from '../../dates.ts';
import type { Source } from '../../source.ts';
import { issueNumber } from '../english.ts';
import { clauses, type Piece, type Run, together } from '../runs.ts';
import { make, rangeOf, title, type Work } from './fields.ts';

export const isNumbered = ({ volume, issue }: Source): boolean =>
  volume !== undefined || issue !== undefined;

/**
 * In a list the newspaper or magazine stands in the place of an author (14.87, 14.89), and the site in
 * that of a page (14.104). What has no title but a number goes on from the periodical.
 */
export const isUnsigned = ({ source, form, own }: Work): boolean =>
  !own &&
  form === 'list' &&
  !source.author &&
  !source.editor &&
  (source.title !== undefined || !isNumbered(source)) &&
  (['article-newspaper', 'article-magazine'].includes(source.type) ||
    (source.type === 'webpage' && source['container-title'] !== undefined));

/** The periodical in italics; a wire service or a site is none. */
export const outlet = (work: Work): Run[] => {
  const { kind, type } = work.source;
  return title(work, 'container-title', kind === 'wire' || type === 'webpage' ? 'bare' : 'whole');
};

/** The periodical, where it does not stand in an author’s place. */
const periodicalName = (work: Work): Run[] => (isUnsigned(work) ? [] : outlet(work));

/** *The Journal of East Asian Affairs* (Seoul): a city tells periodicals of one name apart. */
const inCity = (name: Run[], place: Piece): Run[] =>
  name.length > 0 && place ? together(name, ' (', place, ')') : together(name, place);

/** *Asian Survey* (Seoul) 21, no. 3 (March 1981): 325–341 (14.67–78). */
export function periodical(work: Work): Run[] {
  const { source, telling: account } = work;
  const name = periodicalName(work);
  const [place] = make(work, 'publisher-place');
  const [number, issue] = [account.tell('volume'), account.tell('issue')];
  const issued = account.tell('issued');
  const [range] = make(work, 'page');
  const series = source['collection-title'] ? make(work, 'collection-title')[0] : undefined;
  const at = together(inCity(name, place), series && together(', ', series));
  const date = issued && englishDate(issued);
  if (number === undefined && issue === undefined) return clauses([at, date, range]);
  const count = [number, issue && issueNumber(issue)].filter(Boolean).join(', ');
  const apart = at.length > 0 && number === undefined ? ', ' : at.length > 0 ? ' ' : '';
  const pinned = range ?? rangeOf(work, work.pin);
  return together(at, `${apart}${count}`, date && ` (${date})`, pinned && together(': ', pinned));
}

/** Whether pages stand after a colon: in periodicals with a number. */
export const hasColon = (source: Source): boolean =>
  source.type.startsWith('article-') && isNumbered(source);

/** *The Washington Post*, June 12, 1977, A-15 (14.87, 14.89). */
export function newspaper(work: Work): Run[] {
  const name = periodicalName(work);
  const [place] = make(work, 'publisher-place');
  return clauses([inCity(name, place), ...make(work, 'issued', 'edition', 'page')]);
}
