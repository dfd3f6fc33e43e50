/** What a reader has chosen, remembered where the browser allows it. */

/**
 * The style of citations, whether copied text names its source, and whether slips are
 * shown; the places one has reached, what one has read, and the place that is not to be
 * offered again; whether single keys do something.
 */
export type Preference = 'style' | 'source' | 'slips' | 'places' | 'read' | 'declined' | 'keys';

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
