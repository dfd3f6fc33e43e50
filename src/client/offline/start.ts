/** Brings the service worker in when the page has all it needs. */

/** Waits until the page is loaded and the browser has nothing to do. */
export function startOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const begin = () => void import('./register.ts').then(({ register }) => register());
  const idle = () => (globalThis.requestIdleCallback ?? setTimeout)(begin);
  if (document.readyState === 'complete') idle();
  else addEventListener('load', idle);
}
