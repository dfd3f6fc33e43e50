/**
 * What is understood of a message and of a stored value: another edition of this program, earlier
 * or later, may have written it. What is not understood is as if it were not there.
 */
import type { Ask, Manifest, Status, Trouble } from './protocol.ts';

/** What the worker remembers: which release is kept, and in which cache. */
export interface State {
  edition: string;
  whole: boolean;
  since: number;
  /** The newest release that the server is known to have. */
  latest: string;
  /** When the server was last asked for its release. */
  asked: number;
  /** The release before, until the pages that were open at the change are gone. */
  before?: { cache: string; clients: string[] } | undefined;
  /** A cache that is being filled with the whole, or was when the line broke. */
  begun?: string | undefined;
  trouble?: Trouble | undefined;
}

type Loose = Record<string, unknown>;

const isObject = (value: unknown): value is Loose =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const isString = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every(isString);

const isFile = (value: unknown): boolean =>
  Array.isArray(value) && isString(value[0]) && isString(value[1]) && isNumber(value[2]);

/** The list of a release. */
export function manifestIn(value: unknown): Manifest | undefined {
  if (!isObject(value)) return undefined;
  const { edition, shell, files } = value;
  return isString(edition) && isStrings(shell) && Array.isArray(files) && files.every(isFile)
    ? (value as unknown as Manifest)
    : undefined;
}

/** What was remembered of what is kept; a part of it that may be missing is left out where it is odd. */
export function stateIn(value: unknown): State | undefined {
  if (!isObject(value)) return undefined;
  const { edition, whole, since, latest, asked, before, begun, trouble } = value;
  if (!isString(edition) || edition === '' || typeof whole !== 'boolean') return undefined;
  const hasBefore = isObject(before) && isString(before['cache']) && isStrings(before['clients']);
  return {
    edition,
    whole,
    since: isNumber(since) ? since : 0,
    latest: isString(latest) ? latest : '',
    asked: isNumber(asked) ? asked : 0,
    ...(hasBefore && { before }),
    ...(isString(begun) && { begun }),
    ...(isObject(trouble) && isString(trouble['reason']) && { trouble }),
  } as unknown as State;
}

/** What a page asks of the worker. */
export function askIn(value: unknown): Ask | undefined {
  if (!isObject(value)) return undefined;
  const { ask, fresh, addresses } = value;
  switch (ask) {
    case 'status':
      return { ask, fresh: fresh === true };
    case 'save':
    case 'cancel':
    case 'remove':
      return { ask };
    case 'read':
      return isStrings(addresses) ? { ask, addresses } : undefined;
    default:
      return undefined;
  }
}

/** What the worker answers. */
export function statusIn(value: unknown): Status | undefined {
  if (!isObject(value)) return undefined;
  const { whole, edition, since, pages, bytes, size, cache, behind, progress, trouble } = value;
  const isWhole =
    typeof whole === 'boolean' &&
    typeof behind === 'boolean' &&
    [edition, cache].every(isString) &&
    [since, bytes, size].every(isNumber) &&
    isStrings(pages);
  if (!isWhole) return undefined;
  const going = isObject(progress) && isNumber(progress['done']) && isNumber(progress['of']);
  const wrong = isObject(trouble) && isString(trouble['reason']);
  return {
    ...(value as unknown as Status),
    progress: going ? (progress as unknown as Status['progress']) : undefined,
    trouble: wrong ? (trouble as unknown as Status['trouble']) : undefined,
  };
}

/**
 * The path of an address below a site, without query, fragment and index.html.
 * @param root the site's address, with a slash at its end
 * @returns undefined outside the site, and for what is no address
 */
export function pathBelow(root: URL, address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { origin, pathname } = new URL(address);
  if (origin !== root.origin || !pathname.startsWith(root.pathname)) return undefined;
  return pathname.slice(root.pathname.length).replace(/(^|\/)index\.html$/u, '$1');
}
