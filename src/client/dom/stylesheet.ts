/** A stylesheet that is loaded when something is shown for the first time. */

/** Longer than this nobody waits for how something looks: words without it can still be read. */
const PATIENCE = 1000;

const asked = new Map<string, Promise<void>>();

/**
 * Adds a stylesheet to the page, once; one that could not be loaded is asked for anew the next time.
 * @returns when it applies, or when it can no longer be waited for
 */
export function stylesheet(url: string): Promise<void> {
  let loaded = asked.get(url);
  if (!loaded) {
    loaded = new Promise((resolve) => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = url;
      link.onload = () => resolve();
      link.onerror = () => {
        link.remove();
        asked.delete(url);
        resolve();
      };
      setTimeout(resolve, PATIENCE);
      document.head.append(link);
    });
    asked.set(url, loaded);
  }
  return loaded;
}
