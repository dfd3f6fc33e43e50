/**
 * References in English after the Chicago Manual of Style (18th ed.): notes, short notes and the list.
 * Sections of the manual stand beside the rules. The site's own
 * bibliography (`own`) names places of publication, which the 18th edition no longer asks for (14.30),
 * and files unsigned articles under their titles.
 */
import { englishDate, yearsOf } from '../dates.ts';
import type { Name } from '../name.ts';
import type { Source } from '../source.ts';
import { degree } from './degrees.ts';
import { capital, chicagoPages, edition, issueNumber, numbered, pages } from './english.ts';
import { listed, NOTE_LIMIT, spokenNames } from './english-names.ts';
import { begun, clauses, join, type Piece, type Run, runsOf, sentences, together } from './runs.ts';
import { type SaidField, type Telling, telling } from './telling.ts';
import { englishTitle, shortTitle, type TitleField } from './titles.ts';

/** A note names people as they are spoken and joins with commas; the list files them, and parts with full stops. */
export type Form = 'list' | 'note';

interface Work {
  source: Source;
  form: Form;
  telling: Telling;
  own: boolean;
  /** The page that a note cites, in place of those of the whole. */
  pin: string | undefined;
}

type Made = Record<SaidField, (work: Work) => Piece>;

/** Words that begin a part: capitals in the list, small letters and short forms in a note. */
const lead = ({ form }: Work, list: string, note: string): string =>
  form === 'list' ? list : note;

/** Names as they are spoken; a note names the first alone where there are more than it has room for. */
function people({ source, form }: Work, names: readonly Name[], others = false): Run[] {
  const cut = form === 'note' && names.length > NOTE_LIMIT;
  return spokenNames(source, cut ? names.slice(0, 1) : names, cut || others);
}

const title = (work: Work, field: TitleField, as: 'whole' | 'part' | 'bare'): Run[] => {
  if (field === 'title' || field === 'container-title' || field === 'collection-title')
    work.telling.tell(field);
  return englishTitle(work.source, field, { as, characters: true });
};

const named = (work: Work, field: 'editor' | 'translator', list: string, note: string): Piece => {
  const names = work.telling.tell(field);
  return names && together(`${lead(work, list, note)} `, people(work, names));
};

/** Pages as Chicago shortens them; our own bibliography has them whole, as Taiwan writes them. */
const rangeOf = ({ own }: Pick<Work, 'own'>, range: string | undefined): string | undefined =>
  pages(own ? range : chicagoPages(range));

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
const make = (work: Work, ...fields: SaidField[]): Piece[] =>
  fields.flatMap((field) => (work.telling.left().includes(field) ? [MADE[field](work)] : []));

/** New York: M. E. Sharpe, 1995 (14.30–37). */
function imprint(work: Work): Run[] {
  const { source, own, telling: account } = work;
  const hasPublisher = source.publisher !== undefined;
  const [place] = make(work, 'publisher-place');
  if (hasPublisher && !own) account.tell('publisher-place');
  const shownPlace = hasPublisher && !own ? undefined : place;
  const [by] = make(work, 'publisher');
  const house = by && shownPlace ? together(shownPlace, ': ', by) : together(shownPlace, by);
  return clauses([house, ...make(work, 'issued')]);
}

const isNumbered = ({ volume, issue }: Source): boolean =>
  volume !== undefined || issue !== undefined;

/**
 * In a list the newspaper or magazine stands in the place of an author (14.87, 14.89), and the site in
 * that of a page (14.104). What has no title but a number goes on from the periodical.
 */
const isUnsigned = ({ source, form, own }: Work): boolean =>
  !own &&
  form === 'list' &&
  !source.author &&
  !source.editor &&
  (source.title !== undefined || !isNumbered(source)) &&
  (['article-newspaper', 'article-magazine'].includes(source.type) ||
    (source.type === 'webpage' && source['container-title'] !== undefined));

/** The periodical in italics; a wire service or a site is none. */
const outlet = (work: Work): Run[] => {
  const { kind, type } = work.source;
  return title(work, 'container-title', kind === 'wire' || type === 'webpage' ? 'bare' : 'whole');
};

/** The periodical, where it does not stand in an author’s place. */
const periodicalName = (work: Work): Run[] => (isUnsigned(work) ? [] : outlet(work));

/** *The Journal of East Asian Affairs* (Seoul): a city tells periodicals of one name apart. */
const inCity = (name: Run[], place: Piece): Run[] =>
  name.length > 0 && place ? together(name, ' (', place, ')') : together(name, place);

/** *Asian Survey* (Seoul) 21, no. 3 (March 1981): 325–341 (14.67–78). */
function periodical(work: Work): Run[] {
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
const hasColon = (source: Source): boolean =>
  source.type.startsWith('article-') && isNumbered(source);

/** *The Washington Post*, June 12, 1977, A-15 (14.87, 14.89). */
function newspaper(work: Work): Run[] {
  const name = periodicalName(work);
  const [place] = make(work, 'publisher-place');
  return clauses([inCity(name, place), ...make(work, 'issued', 'edition', 'page')]);
}

/** In *East Asia in Transition*, edited by Robert S. Ross, 12–40 (14.8–12). */
function within(work: Work): Run[] {
  const name = title(work, 'container-title', 'whole');
  const editors = work.telling.tell('editor');
  const by = work.telling.tell('container-author');
  const [counted] = make(work, 'volume');
  return clauses([
    name.length > 0 && together(`${lead(work, 'In', 'in')} `, name),
    ...make(work, 'edition'),
    typeof counted === 'string' && counted.replace('Vol.', 'vol.'),
    by && together('by ', people(work, by)),
    editors && together(`${lead(work, 'edited by', 'ed.')} `, people(work, editors)),
    ...make(work, 'page'),
  ]);
}

/** PhD diss., Quay University, 1999 (14.113); our own bibliography says where that is. */
function thesis(work: Work): Run[] {
  const school = make(work, 'genre', 'publisher');
  if (!work.own) work.telling.tell('publisher-place');
  return begunIn(work, clauses([...school, ...make(work, 'publisher-place', 'issued')]));
}

interface Rest {
  parts: Piece[];
  imprint: Run[];
}

/** What is a sentence of its own in the list. */
const begunIn = ({ form }: Work, piece?: Piece): Run[] =>
  form === 'list' ? begun(runsOf(piece)) : runsOf(piece);

/** Working Paper No. 12 */
const kindAndNumber = (work: Work): Run[] => join(make(work, 'genre', 'number'), ' ');

/** 2nd ed. Vol. 1. Edited by Ann Reed. Foreign Relations, vol. I: what follows the title of a book (14.8–29). */
function book(work: Work): Rest {
  const { source } = work;
  const inSeries = source['collection-title'] !== undefined;
  const [series] = make(work, 'collection-title');
  // The number counts the series where the work belongs to one.
  const [number] = make(work, 'volume');
  const counted = typeof number === 'string' && inSeries ? number.replace('Vol.', 'vol.') : number;
  return {
    parts: [
      begunIn(work, ...make(work, 'edition')),
      inSeries ? undefined : counted,
      ...(source.author ? make(work, 'editor') : []),
      ...make(work, 'translator'),
      begunIn(work, kindAndNumber(work)),
      inSeries ? clauses([series, counted]) : undefined,
    ],
    imprint: imprint(work),
  };
}

const EVENT = ['event-title', 'event-place'] as const;

/** What follows the title of a work of each type, and its imprint. */
function rest(work: Work): Rest {
  const { source } = work;
  switch (source.type) {
    case 'article-journal':
      return { parts: [...make(work, 'translator'), periodical(work)], imprint: [] };
    case 'article-magazine':
    case 'article-newspaper':
      return {
        parts: [
          ...make(work, 'translator'),
          isNumbered(source) ? periodical(work) : newspaper(work),
        ],
        imprint: [],
      };
    case 'chapter':
      return {
        parts: [...make(work, 'translator'), within(work), ...make(work, 'collection-title')],
        imprint: imprint(work),
      };
    case 'paper-conference': {
      if (source['container-title'] || source.publisher) {
        // Proceedings say where they are from; our own bibliography has the event all the same.
        if (!work.own) for (const field of EVENT) work.telling.tell(field);
        return {
          parts: [...make(work, 'translator'), within(work), ...make(work, 'collection-title')],
          imprint: imprint(work),
        };
      }
      // 14.115: a paper that is in no proceedings was presented somewhere.
      const event = make(work, 'event-title', 'number', 'event-place', 'issued');
      const at = source['event-title']
        ? `${lead(work, 'Paper presented at', 'paper presented at')} `
        : '';
      return { parts: [...make(work, 'translator'), together(at, clauses(event))], imprint: [] };
    }
    case 'webpage':
    case 'hearing':
    case 'speech':
      return {
        parts: [
          ...make(work, 'translator'),
          begunIn(
            work,
            clauses([
              ...make(work, 'container-title', 'genre', 'authority', 'number'),
              ...make(work, 'event-title', 'event-place'),
              imprint(work),
            ]),
          ),
        ],
        imprint: [],
      };
    case 'thesis':
      return {
        parts: make(work, 'translator'),
        imprint: thesis(work),
      };
    case 'report':
      if (source['container-title']) {
        const inSeries = make(work, 'container-title', 'collection-title', 'genre', 'number');
        return {
          parts: [...make(work, 'translator'), clauses([...inSeries, imprint(work)])],
          imprint: [],
        };
      }
      return book(work);
    default:
      return book(work);
  }
}

const WHOLE: readonly Source['type'][] = ['book', 'report'];

/** Whether the title is that of a whole publication, which stands in italics (13.87–101). */
export const isWhole = (source: Source): boolean =>
  WHOLE.includes(source.type) && source['container-title'] === undefined;

/** Who is named first: authors, else editors or translators with what they did (13.74–86). */
function names(work: Work): Run[] {
  const { source, form, telling: account } = work;
  const [field, role] = source.author
    ? (['author', ''] as const)
    : source.type === 'chapter' || source.type === 'paper-conference'
      ? [undefined, '']
      : source.editor
        ? (['editor', source.editor.length > 1 ? 'eds.' : 'ed.'] as const)
        : [undefined, ''];
  const all = field && account.tell(field);
  if (!all) return [];
  const others = field === 'author' && source.missing.includes('author-others');
  const run = form === 'list' ? listed(source, all, others) : people(work, all, others);
  return role ? together(run, `, ${role}`) : run;
}

interface Options {
  /** Whether it is for our own bibliography. */
  own?: boolean;
  /** The page that a note cites. */
  pin?: string;
}

/** 14.87: a magazine is cited by its date, where that names a month or a day, and not by its number. */
function byDate(source: Source): Source {
  const { volume: _, issue: __, ...dated } = source;
  return source.type === 'article-magazine' && source.issued?.date.includes('-') ? dated : source;
}

/** A reference for the list, or a note; its address is set by who shows it. */
export function chicago(printed: Source, form: Form, options: Options = {}): Run[] {
  const { own = false, pin } = options;
  const source = own ? printed : byDate(printed);
  const work: Work = { source, form, telling: telling(source), own, pin };
  const by = isUnsigned(work) ? outlet(work) : names(work);
  const called = title(work, 'title', isWhole(source) ? 'whole' : 'part');
  const { parts, imprint: published } = rest(work);
  // What the type has no place for stands before the imprint.
  const event = clauses(make(work, 'event-title', 'event-place'));
  const left = make(work, ...work.telling.left());
  const more = [event, ...left].map((piece) => begunIn(work, piece));
  if (form === 'list') return sentences([by, called, ...parts, ...more, published]);
  const said = clauses([by, called, ...parts, ...more]);
  const all = published.length > 0 ? together(said, ' (', published, ')') : said;
  const isPinned = pin === undefined || hasColon(source);
  return isPinned ? all : clauses([all, rangeOf(work, pin)]);
}

/** A short note: Niksch, “U.S. Troop Withdrawal from South Korea” (13.32–36). */
export function shortNote(source: Source): Run[] {
  const [name, ...others] = source.author ?? source.editor ?? [];
  const by = name && [
    spokenNames(
      source,
      [name],
      others.length > 1 || source.missing.includes('author-others'),
      true,
    ),
    others.length === 1 && together(' and ', spokenNames(source, others, false, true)),
  ];
  const full = source.title ?? source['container-title'];
  const brief = full && shortTitle(full);
  const field: TitleField = source.title ? 'title' : 'container-title';
  const cut: Source = { ...source, ...(brief === undefined ? {} : { [field]: brief }) };
  const as = isWhole(source) || !source.title ? 'whole' : 'part';
  const { translated: _, ...bare } = cut;
  return clauses([by && together(...by), englishTitle(bare, field, { as, characters: true })]);
}
