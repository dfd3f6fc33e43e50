/** Where the words of annotations stand in the text as it is now: found anew, once for each text. */
import { bodyOf } from '../site/page-body.ts';
import { inSite } from '../site/urls.ts';
import { flag } from './flag.ts';
import { relocated, WholeText } from './relocate.ts';
import { all, put } from './store.ts';

let asked: Promise<WholeText> | undefined;

async function load(): Promise<WholeText> {
  const response = await fetch(inSite('/chapter/'));
  if (!response.ok) throw new Error(`/chapter/: ${response.status}`);
  return new WholeText(bodyOf(await response.text()));
}

/** The whole text, asked for once; a failure is forgotten, so that one can try again. */
export function theWholeText(): Promise<WholeText> {
  asked ??= load().catch((error: unknown) => {
    asked = undefined;
    throw error;
  });
  return asked;
}

/** Between these many the browser may do something else. */
const SOME = 50;

const pause = (): Promise<void> => new Promise((go) => setTimeout(go));

/**
 * Finds the places of all annotations in the text as it is now.
 * @throws when the text cannot be had, or nothing can be kept; then all is as it was
 */
export async function bringUpToDate(): Promise<void> {
  const whole = await theWholeText();
  const changed = [];
  for (const [i, annotation] of (await all()).entries()) {
    if (i % SOME === SOME - 1) await pause();
    const now = relocated(annotation, whole);
    if (now !== annotation) changed.push(now);
  }
  if (changed.length > 0) await put(changed);
  flag.renew();
}
