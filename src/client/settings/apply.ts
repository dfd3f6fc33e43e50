/** Settings at work: on this page at once, on later pages from their first paint, in other tabs too. */
import { late } from '../dom/late.ts';
import { stylesheet } from '../dom/stylesheet.ts';
import { isSetting, type Settings } from './choices.ts';
import { bringBack, placeInSight } from './scroll-anchor.ts';
import { clean, current, store, stored, write } from './store.ts';

/** What settings look like. Its address stands on the script at the head of the page, which may have asked for it. */
async function styles(): Promise<void> {
  const url = document.querySelector<HTMLScriptElement>('script[data-css]')?.dataset['css'];
  if (url !== undefined && !document.querySelector(`link[href="${url}"]`)) await stylesheet(url);
}

/** How emendations are shown, which have words of their own. */
let shown: string | undefined;

/** The language of the interface, where it is not the site's own. */
let spoken: string | undefined;

/** What some settings need beside attributes and styles. @returns when all of it is there */
async function follow(): Promise<true> {
  const { setting, paras, slips, interface: language } = document.documentElement.dataset;
  if (language !== spoken) {
    spoken = language;
    await (await import('../language/interface.ts')).speak(language);
  }
  if (paras === 'on') (await import('./paragraphs.ts')).numberParagraphs();
  if (setting === 'vertical') (await import('../vertical/vertical.ts')).startVertical();
  else if (document.querySelector('[data-digits-set]'))
    (await import('../vertical/vertical.ts')).stopVertical();
  if (slips === shown) return true;
  shown = slips;
  const { applyEmendations, modeOf } = await import('../emendations/apply.ts');
  await applyEmendations(modeOf(slips));
  if (setting === 'vertical') (await import('../vertical/vertical.ts')).startVertical();
  return true;
}

/** Tells what has to do with how the page is set, and whether it is the first it hears of it. */
const announce = (begins: boolean): boolean =>
  document.dispatchEvent(new CustomEvent('zhangju:settings', { detail: { begins } }));

/** Sets the page so, and brings the reader back to where one was. */
async function set(settings: Settings): Promise<void> {
  if (settings.size > 0) await styles();
  const place = placeInSight();
  write(settings);
  await late(follow, () => bringBack(place));
  announce(false);
}

/** Sets one thing; a value of none, or the first of the choice, is how the page comes. */
export async function choose(name: string, value: string): Promise<void> {
  const settings = current();
  if (isSetting(name, value)) settings.set(name, value);
  else settings.delete(name);
  store(settings);
  await set(settings);
}

/** All as it comes. */
export async function reset(): Promise<void> {
  store(new Map());
  await set(new Map());
}

/** As another tab has left it. */
export const takeOver = (): Promise<void> => set(stored());

/** What is to run where a reader has set something: once a page. */
export async function startSettings(): Promise<void> {
  clean();
  write(stored());
  await late(follow, () => {});
  announce(true);
}
