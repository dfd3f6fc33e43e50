/**
 * The one way for what is loaded late. It comes within a second, or the reader goes the link's own
 * way; where there is none, a line says that it is being loaded, or that it cannot be. What
 * failed is asked for anew the next time.
 */
import { messages } from '../../messages/site.ts';
import { notify } from './notice.ts';

/** Says something in that line, for what has been loaded late: imported from there it would be a file more for every page. */
export function tell(words: string): void {
  notify(words);
}

/** As long as a press may stay without an answer, in milliseconds. */
const PATIENCE = 1000;
/** After this long, what was asked for will not come. */
const TOO_LONG = 8000;

/**
 * Waiting is counted in short turns, one after another, since one long timer runs on while a
 * busy device gets nothing done: that is no slow net, and what was asked for comes soon.
 */
const TURN = 100;

const SLOW = messages.common.stillLoading;
const FAILED = messages.common.cannotLoad;

const SILENT = Symbol('nothing came, and nothing failed');

/** What is loaded; undefined where that fails; SILENT where it takes longer than told (in milliseconds). */
function inTime<T>(loading: Promise<T>, ms: number): Promise<T | undefined | typeof SILENT> {
  return new Promise((resolve) => {
    let turns = ms / TURN;
    const wait = () => {
      if (turns-- > 0) timer = setTimeout(wait, TURN);
      else resolve(SILENT);
    };
    let timer: ReturnType<typeof setTimeout>;
    wait();
    loading.then(resolve, () => resolve(undefined)).finally(() => clearTimeout(timer));
  });
}

/** Waits a second. */
async function shortly<T>(loading: Promise<T>): Promise<T | undefined> {
  const loaded = await inTime(loading, PATIENCE);
  return loaded === SILENT ? undefined : loaded;
}

/** Waits longer where there is no other way, and says so. */
async function patiently<T>(loading: Promise<T>): Promise<T | undefined> {
  let loaded = await inTime(loading, PATIENCE);
  if (loaded === SILENT) {
    notify(SLOW);
    loaded = await inTime(loading, TOO_LONG - PATIENCE);
  }
  if (loaded === SILENT) loaded = undefined;
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
  const loaded = await (instead ? shortly(load()) : patiently(load()));
  try {
    if (loaded !== undefined) await use(loaded);
    else instead?.();
  } catch {
    // Something that it asks for in its turn did not come.
    if (instead) instead();
    else notify(FAILED);
  }
}
