/**
 * Settings as they are stored: `{"setting":"vertical","theme":"dark"}` under one name, read by the few
 * bytes at the head of every page (src/layouts/start.ts) before anything is painted.
 */
import { remember, remembered } from '../session/storage.ts';
import { isSetting, type Settings } from './choices.ts';
import { NAMES, settingsIn, straysIn, written } from './stored.ts';

/** What a reader has set; what is not of ours is left out. */
export const stored = (): Settings => settingsIn(remembered('settings'));

/** Writes settings down for later pages. */
export const store = (settings: Settings): void => remember('settings', written(settings));

/** Takes out of the page and of the store what is not of ours, so that no later page sets it. */
export function clean(): void {
  const text = remembered('settings');
  const known = settingsIn(text);
  if (text === null || text === written(known)) return;
  for (const name of straysIn(text)) delete document.documentElement.dataset[name];
  store(known);
}

/** What is set on this page. */
export function current(): Settings {
  const { dataset } = document.documentElement;
  return new Map(
    NAMES.map((name) => [name, dataset[name] ?? ''] as const).filter((s) => isSetting(...s)),
  );
}

/** Sets the attributes of <html>, those of ours and no others. */
export function write(settings: Settings): void {
  const { dataset } = document.documentElement;
  for (const name of NAMES) {
    const value = settings.get(name);
    if (value === undefined) delete dataset[name];
    else dataset[name] = value;
  }
}
