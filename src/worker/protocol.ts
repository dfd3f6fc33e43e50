/**
 * Room `worker`: the service worker, `/sw.js`. It keeps what was read, and the
 * whole site when a reader asks for it, always of one release.
 *
 * This file: what the build, the worker and the pages tell each other. Paths are
 * below the site's base and have no slash in front: `sections/4/`, and '' for `/`.
 */

/** The list of what may be kept, written by the build as `/offline.json`. */
export interface Manifest {
  /** A digest of all files: another release has another. */
  edition: string;
  /** What is kept with whatever is read: the page about offline reading, scripts and styles. */
  shell: string[];
  /** Path, digest and bytes of every file of the release. */
  files: [path: string, hash: string, bytes: number][];
}

/** Kept one by one as it is asked for, and no part of the whole: pages in Simplified characters, the Ming typefaces. */
export const APART = /^zh-hans\/|^assets\/ming-/u;

/** The typeface of a script, whatever release it is of. */
export const TYPEFACE = /^assets\/ming-[a-z-]+/u;

/** Where the manifest stands, and the worker itself. */
export const MANIFEST = 'offline.json';
export const WORKER = 'sw.js';
/** The page that stands in for what is not kept. */
export const OFFLINE_PAGE = 'offline/';

/** Digits of a SHA-256 in the manifest: for telling files apart, not for keeping secrets. */
export const DIGITS = 12;

/** Why the whole could not be kept, or a new release not be brought in. */
export type Reason = 'network' | 'missing' | 'changed' | 'quota' | 'cancelled' | 'unknown';

export interface Trouble {
  reason: Reason;
  /** The file at which it stopped. */
  path?: string;
}

/** What a page may ask of the worker. */
export type Ask =
  /** How things stand; `fresh` looks for a new release first. */
  | { ask: 'status'; fresh?: boolean }
  | { ask: 'save' | 'cancel' | 'remove' }
  /** To keep what this page loaded before there was a worker. */
  | { ask: 'read'; addresses: string[] };

/** How things stand. */
export interface Status {
  /** Whether the whole site is kept. */
  whole: boolean;
  edition: string;
  /** When this release was completed on this device, in milliseconds. */
  since: number;
  /** The pages that are kept. */
  pages: string[];
  /** Bytes of what is kept. */
  bytes: number;
  /** Bytes of the whole site. */
  size: number;
  /** The name of the cache that holds it. */
  cache: string;
  /** A newer release is known and not here yet. */
  behind: boolean;
  /** Bytes that stand and bytes wanted, while something is being fetched. */
  progress?: { done: number; of: number } | undefined;
  /** What went wrong the last time. */
  trouble?: Trouble | undefined;
}

/** What the worker tells a page unasked: what it showed was kept, and the site has changed since. */
export interface News {
  newer: true;
}
