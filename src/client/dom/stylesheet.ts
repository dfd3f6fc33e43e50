/** A stylesheet that is loaded when something is shown for the first time. */

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
      link.onload = link.onerror = () => resolve();
      document.head.append(link);
    });
    asked.set(url, loaded);
  }
  return loaded;
}
