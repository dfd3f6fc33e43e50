/** For a reader who comes back: what is remembered of the last visits, each begun where there is any. */
import { late } from '../dom/late.ts';
import { welcomeBack } from './resume.ts';
import { annotationsKey, remembered } from './storage.ts';

/** The browser has nothing else to do: nothing here is needed to read the page. */
const idle = (work: () => void): unknown => (globalThis.requestIdleCallback ?? setTimeout)(work);

/** Begins them. */
export function startReturning(): void {
  if (remembered('source') !== null)
    void late(
      () => import('../cite/with-source.ts'),
      (m) => m.startWithSource(),
    );
  if (remembered('places') !== null) void welcomeBack();
  if (remembered(annotationsKey) === null) return;
  const begin = () =>
    void import('../annotations/start.ts').then(
      (m) => m.startAnnotations(),
      // Away from the net a page is read without them; nothing of them is lost.
      () => undefined,
    );
  if (document.readyState === 'complete') idle(begin);
  else addEventListener('load', () => idle(begin), { once: true });
}
