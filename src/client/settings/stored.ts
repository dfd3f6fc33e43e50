/**
 * Settings as text. What stands there may have been written by an earlier edition, by another site
 * of the same origin, or by hand: what is of ours is taken, and the rest is told apart.
 */
import { CHOICES, isSetting, type Settings, SIZES } from './choices.ts';

/** The names of all settings. */
export const NAMES: readonly string[] = [...CHOICES.map((c) => c.name), SIZES.name];

/** The names and values of a text, if it is one of them. */
function entriesIn(text: string | null): [string, unknown][] {
  try {
    const all: unknown = JSON.parse(text ?? '{}');
    return typeof all === 'object' ? Object.entries(all ?? {}) : Object.entries(String(all));
  } catch {
    return [];
  }
}

/** What a stored text says of our settings. */
export const settingsIn = (text: string | null): Settings =>
  new Map(
    entriesIn(text).filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' && isSetting(entry[0], entry[1]),
    ),
  );

/** The other names in it, which the head of the page (src/layouts/start.ts) has set like settings. */
export const straysIn = (text: string | null): string[] =>
  entriesIn(text)
    .map(([name]) => name)
    .filter((name) => !NAMES.includes(name));

/** How settings are stored; null where nothing is set. */
export const written = (settings: Settings): string | null =>
  settings.size > 0 ? JSON.stringify(Object.fromEntries(settings)) : null;
