/** What follows the title of a work of each type after Chicago, and its imprint. */
import { clauses, join, type Piece, type Run, together } from '../runs.ts';
import { begunIn, imprint, lead, make, people, title, type Work } from './fields.ts';
import { isNumbered, newspaper, periodical } from './periodicals.ts';

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

export interface Rest {
  parts: Piece[];
  imprint: Run[];
}

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
export function rest(work: Work): Rest {
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
