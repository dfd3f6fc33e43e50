/**
 * The one way for what is loaded late. It comes within a second, or the reader goes the link's own
 * way; where there is none, a line says that it is being loaded, or that it cannot be. What
 * failed is asked for anew the next time.
 */
import { notify } from './notice.ts';

/** As long as a press may stay without an answer, in milliseconds. */
const PATIENCE = 1000;
/** After this long, what was asked for will not come. */
const TOO_LONG = 8000;

const SLOW = '還在載入…';
const FAILED = '這項功能無法載入。請檢查網路，再試一次。';

/** What is loaded; undefined where that fails, or takes longer than told (in milliseconds). */
const inTime = <T>(loading: Promise<T>, ms = PATIENCE): Promise<T | undefined> =>
  Promise.race([
    loading.catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(resolve, ms, undefined)),
  ]);

/** Waits longer where there is no other way, and says so. */
async function patiently<T>(loading: Promise<T>): Promise<T | undefined> {
  const slow = setTimeout(notify, PATIENCE, SLOW);
  const loaded = await inTime(loading, TOO_LONG);
  clearTimeout(slow);
  notify(loaded === undefined ? FAILED : '');
  return loaded;
}

/**
 * Loads something and uses it.
 * @param load asks for it: `() => import(…)`
 * @param use what is done with it
 * @param instead the way without it, taken at once or within a second; where there is none, a line says what is the matter
 */
export async function late<T>(
  load: () => Promise<T>,
  use: (loaded: T) => unknown,
  instead?: () => void,
): Promise<void> {
  const loaded = await (instead ? inTime(load()) : patiently(load()));
  try {
    if (loaded !== undefined) await use(loaded);
    else instead?.();
  } catch {
    // Something that it asks for in its turn did not come.
    if (instead) instead();
    else notify(FAILED);
  }
}
