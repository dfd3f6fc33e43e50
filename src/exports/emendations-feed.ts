/** The emendations as an Atom feed (RFC 4287), the latest first: who cites the text learns what was found amiss since. */
import { address } from '../model/addresses/address.ts';
import type { Chapter } from '../model/chapter/chapter.ts';
import type { Emendation } from '../model/emendations/emendations.ts';
import { fullTitle, modifiedDay } from './imprint.ts';
import { linkTo, type Published } from './published.ts';
import { lines, type Node, x, xmlDocument } from './xml.ts';

const ATOM = 'http://www.w3.org/2005/Atom';

/** So many entries are kept; the page has all. */
const LATEST = 200;

/** A day as Atom writes an instant. */
const instant = (day: string): string => `${day}T00:00:00Z`;

/** Numbers count up, so that of one day the last entered is the one with the highest. */
const numberOf = ({ id: name }: Emendation): number => Number(name.replace(/^\D+/u, ''));

function entry(emendation: Emendation, day: string, published: Published): Node {
  const { printed, correction, reason, page, place, at, certainty } = emendation;
  const where = page === undefined ? '' : `頁 ${page}　`;
  const becomes =
    correction === undefined ? '有誤' : correction === '' ? '應刪' : `應作「${correction}」`;
  const doubt = certainty === 'doubtful' ? '（存疑）' : '';
  const target = place.note
    ? `${address.note(place.note.number)}`
    : `${address.section(place.section.number)}#${at}`;
  return x(
    'entry',
    lines([
      x('title', `${where}「${printed}」${becomes}${doubt}`),
      x('id', linkTo(published, `${address.emendations}#${emendation.id}`)),
      x('updated', instant(day)),
      x('link', {
        rel: 'alternate',
        type: 'text/html',
        href: linkTo(published, `${address.emendations}#${emendation.id}`),
      }),
      x('link', { rel: 'related', type: 'text/html', href: linkTo(published, target) }),
      x('summary', reason),
    ]),
  );
}

/**
 * The feed.
 * @throws where the site's address is unknown: the ids of a feed are whole addresses
 */
export function toEmendationsFeed(chapter: Chapter, published: Published): string {
  if (published.origin === undefined) throw new Error('a feed needs the address of the site');
  const dated = chapter.emendations.map((emendation) => ({
    emendation,
    day: emendation.added ?? modifiedDay(chapter),
  }));
  const latest = dated
    .toSorted(
      (a, b) => b.day.localeCompare(a.day) || numberOf(b.emendation) - numberOf(a.emendation),
    )
    .slice(0, LATEST);
  const page = linkTo(published, address.emendations);
  return xmlDocument(
    x(
      'feed',
      { xmlns: ATOM, 'xml:lang': 'zh-Hant-TW' },
      lines([
        x('title', `校記：${fullTitle(chapter)}`),
        x('id', page),
        x('updated', instant(latest[0]?.day ?? modifiedDay(chapter))),
        x('author', x('name', '章句 Zhangju')),
        x('link', { rel: 'alternate', type: 'text/html', href: page }),
        x('link', {
          rel: 'self',
          type: 'application/atom+xml',
          href: linkTo(published, address.emendationsFeed),
        }),
        ...latest.map(({ emendation, day }) => entry(emendation, day, published)),
      ]),
    ),
  );
}
