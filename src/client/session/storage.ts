/** What a reader has chosen, remembered where the browser allows it. */

/**
 * The style of citations, and whether copied text names its source; how the page is set;
 * the places one has reached, what one has read, and the place that is not to be offered
 * again; whether single keys do something; whether there are annotations; how it is read aloud.
 */
export type Preference =
  | 'style'
  | 'source'
  | 'settings'
  | 'places'
  | 'read'
  | 'declined'
  | 'keys'
  | 'colour'
  | 'read-aloud'
  | typeof annotationsKey;

/** Annotations are those of one site, as is the database that holds them. */
export const annotationsKey = `annotations${import.meta.env.BASE_URL}` as const;

const key = (name: Preference) => `zhangju.${name}`;

export function remembered(name: Preference): string | null {
  try {
    return localStorage.getItem(key(name));
  } catch {
    return null;
  }
}

export function remember(name: Preference, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key(name));
    else localStorage.setItem(key(name), value);
  } catch {
    // Then it holds for this page alone.
  }
}

/** Calls when settings are changed in another tab. */
export const onSettingsElsewhere = (take: () => void): void =>
  addEventListener('storage', (event) => {
    // Without a name, all was forgotten at once.
    if (event.key === key('settings') || event.key === null) take();
  });
