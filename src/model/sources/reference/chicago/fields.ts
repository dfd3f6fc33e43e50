/** How Chicago says each field of a work, and the imprint. */
import { englishDate, yearsOf } from '../../dates.ts';
import type { Name } from '../../name.ts';
import type { Source } from '../../source.ts';
import { degree } from '../degrees.ts';
import { capital, chicagoPages, edition, issueNumber, numbered, pages } from '../english.ts';
import { NOTE_LIMIT, spokenNames } from '../english-names.ts';
import { begun, clauses, type Piece, type Run, runsOf, together } from '../runs.ts';
import type { SaidField, Telling } from '../telling.ts';
import { englishTitle, type TitleField } from '../titles.ts';

/** A note names people as they are spoken and joins with commas; the list files them, and parts with full stops. */
export type Form = 'list' | 'note';

export interface Work {
  source: Source;
  form: Form;
  telling: Telling;
  own: boolean;
  /** The page that a note cites, in place of those of the whole. */
  pin: string | undefined;
}

type Made = Record<SaidField, (work: Work) => Piece>;

/** Words that begin a part: capitals in the list, small letters and short forms in a note. */
export const lead = ({ form }: Work, list: string, note: string): string =>
  form === 'list' ? list : note;

/** Names as they are spoken; a note names the first alone where there are more than it has room for. */
export function people({ source, form }: Work, names: readonly Name[], others = false): Run[] {
  const cut = form === 'note' && names.length > NOTE_LIMIT;
  return spokenNames(source, cut ? names.slice(0, 1) : names, cut || others);
}

export const title = (work: Work, field: TitleField, as: 'whole' | 'part' | 'bare'): Run[] => {
  if (field === 'title' || field === 'container-title' || field === 'collection-title')
    work.telling.tell(field);
  return englishTitle(work.source, field, { as, characters: true });
};

const named = (work: Work, field: 'editor' | 'translator', list: string, note: string): Piece => {
  const names = work.telling.tell(field);
  return names && together(`${lead(work, list, note)} `, people(work, names));
};

/** Pages as Chicago shortens them; our own bibliography has them whole, as Taiwan writes them. */
export const rangeOf = (
  { own }: Pick<Work, 'own'>,
  range: string | undefined,
): string | undefined => pages(own ? range : chicagoPages(range));

/** How each field is said where it has no place of its own in a type. */
const MADE: Made = {
  author: () => undefined,
  title: () => undefined,
  'container-author': (work) => {
    const names = work.telling.tell('container-author');
    return names && together('by ', people(work, names));
  },
  editor: (work) => named(work, 'editor', 'Edited by', 'ed.'),
  translator: (work) => named(work, 'translator', 'Translated by', 'trans.'),
  'container-title': (work) => title(work, 'container-title', 'bare'),
  edition: ({ telling: { tell } }) => edition(tell('edition')),
  'collection-title': (work) => {
    const series = title(work, 'collection-title', 'bare');
    return series.length > 0 && series;
  },
  volume: (work) => {
    const number = work.telling.tell('volume');
    return number && `${lead(work, 'Vol.', 'vol.')} ${number}`;
  },
  issue: (work) => {
    const issue = work.telling.tell('issue');
    return issue && lead(work, capital(issueNumber(issue)), issueNumber(issue));
  },
  number: ({ telling: { tell } }) => {
    const number = tell('number');
    return number && numbered(number);
  },
  genre: (work) => {
    const genre = work.telling.tell('genre');
    return genre && (work.source.type === 'thesis' ? degree(genre, 'chicago') : genre);
  },
  authority: ({ telling: { tell } }) => tell('authority'),
  'event-title': (work) => {
    work.telling.tell('event-title');
    return englishTitle(work.source, 'event-title', { as: 'bare', characters: true });
  },
  'event-place': ({ telling: { tell } }) => tell('event-place'),
  'publisher-place': (work) => {
    work.telling.tell('publisher-place');
    return englishTitle(work.source, 'publisher-place', { as: 'bare', characters: false });
  },
  publisher: (work) => {
    work.telling.tell('publisher');
    return englishTitle(work.source, 'publisher', { as: 'bare', characters: true });
  },
  issued: ({ telling: { tell }, source, own }) => {
    const issued = tell('issued');
    const byYear = source.type === 'thesis' || (!own && ['book', 'chapter'].includes(source.type));
    return issued && (byYear ? yearsOf(issued) : englishDate(issued));
  },
  page: (work) => {
    const range = rangeOf(work, work.telling.tell('page'));
    return work.pin === undefined ? range : undefined;
  },
};

/** The fields that there are and that are not said yet. */
export const make = (work: Work, ...fields: SaidField[]): Piece[] =>
  fields.flatMap((field) => (work.telling.left().includes(field) ? [MADE[field](work)] : []));

/** New York: M. E. Sharpe, 1995 (14.30–37). */
export function imprint(work: Work): Run[] {
  const { source, own, telling: account } = work;
  const hasPublisher = source.publisher !== undefined;
  const [place] = make(work, 'publisher-place');
  if (hasPublisher && !own) account.tell('publisher-place');
  const shownPlace = hasPublisher && !own ? undefined : place;
  const [by] = make(work, 'publisher');
  const house = by && shownPlace ? together(shownPlace, ': ', by) : together(shownPlace, by);
  return clauses([house, ...make(work, 'issued')]);
}

/** What is a sentence of its own in the list. */
export const begunIn = ({ form }: Work, piece?: Piece): Run[] =>
  form === 'list' ? begun(runsOf(piece)) : runsOf(piece);
