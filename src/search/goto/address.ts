/** Addresses of this site in what a reader typed, with or without its host and base path. */

import { messages } from '../../messages/site.ts';
import type { Places } from '../cite/places.ts';
import { targetOf } from '../cite/targets.ts';
import { type Answer, destinationOf } from './answer.ts';

const PAGES: Record<string, string> = {
  '/chapter/': messages.common.whole,
  '/sections/': messages.common.sections,
  '/pages/': messages.common.printedPageNumbers,
  '/downloads/': messages.common.downloads,
  '/notes/': messages.common.allNotes,
  '/sources/': messages.common.works,
  '/search/': messages.search.search,
  '/about/': messages.common.aboutSite,
  '/emendations/': messages.common.emendations,
  '/offline/': messages.common.offline,
};

const ADDRESS =
  /\/((?:sections|pages|notes|sources)\/[a-z0-9-]+|chapter|sections|pages|downloads|notes|sources|search|about|emendations|offline)(?=[/#?\s。，；）〕).,;]|$)\/?(\?[^#\s]*)?(?:#([a-z0-9-]*)(:~:[^\s]+)?)?/iu;

/** Whether there is a page at an address. */
function known(places: Places, path: string): boolean {
  const [, kind, id = ''] = /^\/(sections|pages|notes|sources)\/([a-z0-9-]+)\/$/u.exec(path) ?? [];
  if (kind === 'pages') return targetOf(places, `p${id}`) !== undefined;
  if (kind === 'notes') return Object.hasOwn(places.notes, id);
  if (kind === 'sources') return places.sources.includes(id);
  if (kind === 'sections') return Object.values(places.blocks).some((b) => b.path === path);
  return path in PAGES;
}

function nameOf(places: Places, path: string, id: string): string {
  const [, kind, own = ''] = /^\/(sections|pages|notes|sources)\/([a-z0-9-]+)\/$/u.exec(path) ?? [];
  const ids = { sections: `s${own}`, pages: `p${own}`, notes: `fn${own}` } as Record<
    string,
    string
  >;
  const target = targetOf(places, id) ?? targetOf(places, ids[kind ?? ''] ?? '');
  if (kind === 'sources') return messages.notes.workNumber(own);
  return target ? destinationOf(places, target).name : (PAGES[path] ?? path);
}

/**
 * The address in a text, if it holds one.
 * @param typed as it was typed, for what an address holds in escapes
 * @param text the same in one form of writing, for addresses of full width
 */
export function addressIn(typed: string, text: string, places: Places): Answer | undefined {
  const match = ADDRESS.exec(typed) ?? ADDRESS.exec(text);
  if (!match) {
    if (!/^(?:https?:\/\/\S+|\/)$/iu.test(typed.trim())) return undefined;
    return typed.trim() === '/'
      ? { destinations: [{ name: messages.common.home, path: '/' }] }
      : undefined;
  }
  const [, page = '', query = '', fragment, directive = ''] = match;
  const path = `/${page.toLowerCase()}/`;
  const id = (fragment ?? '').toLowerCase();
  if (!known(places, path)) return { destinations: [], says: messages.goto.noPage(path) };
  const destination = {
    name: nameOf(places, path, id),
    path: path + query + (fragment === undefined ? '' : `#${id}${directive}`),
  };
  if (id !== '' && isOfText(id) && !targetOf(places, id.replace(/-source$/u, '')))
    return { destinations: [{ ...destination, path }], says: messages.goto.noPlace(path, id) };
  return { destinations: [destination] };
}

/** Whether an id has the form of a place in the text. */
const isOfText = (id: string): boolean =>
  /^(?:s\d[\d-]*(?:-p\d+)?|fn(?:ref)?\d+|p\d+|(?:table|figure)-[\d-]+|ch\d+)$/u.test(id);
