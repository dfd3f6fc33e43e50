/** An address that has moved, or was pasted with more than itself, leads on: only where the page has no such place. */
import { idOf, idsMeant, isWhole, pathsMeant } from './pasted.ts';
import { thePlaces } from './places.ts';
import { here, inSameScript, inSite } from './urls.ts';

const notFound = (): boolean => document.querySelector('[data-not-found]') !== null;

const isMissing = (): boolean => {
  if (notFound()) return true;
  const id = idOf(location.hash);
  // What was cut inside a sign has a place, but the browser does not go there.
  return id !== '' && !(document.getElementById(id) && isWhole(location.hash));
};

/** The address that stands for another: for the place itself, or for the page it was on. */
function aliasOf(aliases: Record<string, string>, path: string, hash: string): string | undefined {
  const whole = aliases[path + hash];
  if (whole !== undefined || hash === '') return whole;
  const page = aliases[path];
  return page === undefined ? undefined : page.replace(/#.*$/u, '') + hash;
}

async function theAliases(): Promise<Record<string, string>> {
  const response = await fetch(inSite('/aliases.json'));
  return response.ok ? response.json() : {};
}

/** The fragment of the place on this page that was meant. */
const hashMeant = (): string | undefined => {
  const id = notFound()
    ? undefined
    : idsMeant(location.hash).find((one) => document.getElementById(one));
  return id === undefined ? undefined : `#${id}`;
};

/** The first of the addresses that may have been meant at which a page stands. */
async function pageMeant(aliases: Record<string, string>): Promise<string | undefined> {
  const [id] = idsMeant(location.hash);
  const hash = id === undefined ? '' : `#${id}`;
  for (const path of pathsMeant(here())) {
    const moved = aliasOf(aliases, path, hash);
    if (moved !== undefined) return moved;
    if (path === here()) continue;
    const page = await fetch(inSameScript(path), { method: 'HEAD' });
    if (page.ok) return path + location.search + hash;
  }
  return undefined;
}

/** Where in the site an id is: each stands once in the text, and is found whatever page it was pasted after. */
async function placeOf(ids: readonly string[]): Promise<string | undefined> {
  if (ids.length === 0) return undefined;
  const { blocks, notes, sectionOfPage, sources } = await thePlaces();
  for (const id of ids) {
    const [, kind, number = ''] = /^(fnref|fn|p)(\d+)$/u.exec(id) ?? [];
    const own = (list: object) => Object.hasOwn(list, kind ? number : id);
    if (kind === 'p' && own(sectionOfPage)) return `${sectionOfPage[number]}#${id}`;
    if (kind && own(notes)) return `${notes[number]?.path}#${id}`;
    if (own(blocks)) return `${blocks[id]?.path}#${id}`;
    if (sources.includes(id)) return `/sources/${id}/`;
  }
  return undefined;
}

/** The ids that the end of a path may have been meant for: /sections/s4-2-1/, /fn91/. */
const idsOfPath = (): string[] =>
  pathsMeant(here()).flatMap((path) => idsMeant(`#${path.split('/').findLast(Boolean) ?? ''}`));

async function lead(): Promise<void> {
  if (!isMissing()) return;
  const hash = hashMeant();
  if (hash !== undefined) {
    location.replace(hash);
    return;
  }
  const aliases = await theAliases();
  const known = aliasOf(aliases, here(), location.hash);
  const moved = idsMeant(location.hash).flatMap((id) => aliases[`${here()}#${id}`] ?? [])[0];
  const to =
    known ??
    moved ??
    (notFound() ? await pageMeant(aliases) : undefined) ??
    (await placeOf([...idsMeant(location.hash), ...(notFound() ? idsOfPath() : [])]));
  if (to !== undefined) location.replace(inSameScript(to));
}

/** Follows an alias now, and whenever the address gets another fragment. */
export function followAlias(): void {
  const go = () => void lead().catch(() => undefined);
  go();
  addEventListener('hashchange', go);
}
