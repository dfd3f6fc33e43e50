/** A stylesheet that is loaded when something is shown for the first time. */
import { inTime } from './late.ts';

const asked = new Map<string, Promise<void>>();

/**
 * Adds a stylesheet to the page, once.
 * @returns when it applies; one that cannot be loaded is left out, for words without it can still be read
 */
export function stylesheet(url: string): Promise<void> {
  let loaded = asked.get(url);
  if (!loaded) {
    loaded = new Promise((resolve) => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = url;
      link.onload = () => resolve();
      // Asked for anew the next time.
      link.onerror = () => {
        link.remove();
        asked.delete(url);
        resolve();
      };
      document.head.append(link);
    });
    asked.set(url, loaded);
  }
  return inTime(loaded);
}
