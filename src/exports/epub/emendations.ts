/** The emendations of the text as an appendix of the EPUB, each with a link to its place. */
import { id } from '../../model/addresses/address.ts';
import type { Chapter } from '../../model/chapter/chapter.ts';
import type { Emendation } from '../../model/emendations/emendations.ts';
import { lines, type Node, x } from '../xml.ts';
import { fileOf, type Page } from './files.ts';
import type { Where } from './inlines.ts';

function change({ printed, correction, certainty }: Emendation): string {
  const doubt = certainty === 'doubtful' ? '（存疑）' : '';
  if (correction === undefined) return `「${printed}」有誤${doubt}`;
  if (correction === '') return `刪「${printed}」${doubt}`;
  return `「${printed}」應作「${correction}」${doubt}`;
}

/** 頁 65，註 70; what stands in the text is found on its page. */
function placeName({ at, page }: Emendation, names: ReadonlyMap<string, string>): string {
  const parts = [page === undefined ? undefined : `頁 ${page}`, names.get(at)];
  return parts.filter((part) => part !== undefined).join('，') || at;
}

function item(
  emendation: Emendation,
  places: Where['places'],
  names: ReadonlyMap<string, string>,
): Node {
  const file = places.get(emendation.at);
  const place = placeName(emendation, names);
  const link = file === undefined ? place : x('a', { href: fileOf(file, emendation.at) }, place);
  return x(
    'li',
    { id: emendation.id },
    x('p', link, `　${change(emendation)}。${emendation.reason}`),
  );
}

/** The page of all emendations. */
export function emendationsPage({ emendations, notes }: Chapter, places: Where['places']): Page {
  const names = new Map(notes.map(({ name, number }) => [id.note(number), `註 ${name}`]));
  const said = '正文與註釋照印，筆誤亦然；可以證明的筆誤列於此。';
  return {
    file: 'emendations.xhtml',
    title: '校記',
    type: 'backmatter',
    body: [
      x(
        'section',
        { 'epub:type': 'errata', role: 'doc-errata', 'aria-labelledby': 'emendations' },
        lines([
          x('h1', { id: 'emendations' }, '校記'),
          x('p', { class: 'made' }, said),
          x('ul', lines(emendations.map((emendation) => item(emendation, places, names)))),
        ]),
      ),
    ],
  };
}
