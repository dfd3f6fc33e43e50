/** An address that has moved leads on: asked for only where the page has no such place. */
import { here, inSameScript, inSite } from './urls.ts';

const isMissing = (): boolean => {
  if (document.querySelector('[data-not-found]')) return true;
  const id = decodeURIComponent(location.hash.slice(1));
  return id !== '' && !document.getElementById(id);
};

/** The address that stands for another: for the place itself, or for the page it was on. */
function aliasOf(aliases: Record<string, string>, path: string, hash: string): string | undefined {
  const whole = aliases[path + hash];
  if (whole !== undefined || hash === '') return whole;
  const page = aliases[path];
  return page === undefined ? undefined : page.replace(/#.*$/u, '') + hash;
}

async function lead(): Promise<void> {
  if (!isMissing()) return;
  const response = await fetch(inSite('/aliases.json'));
  if (!response.ok) return;
  const to = aliasOf(await response.json(), here(), location.hash);
  if (to !== undefined) location.replace(inSameScript(to));
}

/** Follows an alias now, and whenever the address gets another fragment. */
export function followAlias(): void {
  const go = () => void lead().catch(() => undefined);
  go();
  addEventListener('hashchange', go);
}
