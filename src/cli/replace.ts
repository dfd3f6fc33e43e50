/**
 * Puts a finished site in the place of the one before. No call of Node exchanges two
 * folders at once, so it takes two renames; what would be lost between them is kept
 * and found again.
 */
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';

/** Where builds work, and where the old site waits while the new one takes its place. */
export const WORK = '.build';

/**
 * Where the old site of a target waits: `.build`, or, where the target is on another file
 * system than that, a folder beside the target, since no rename crosses file systems.
 */
export function workOf(target: string, work = WORK): string {
  const parent = dirname(resolve(target));
  const there = (path: string): number => statSync(existsSync(path) ? path : dirname(path)).dev;
  if (!existsSync(parent) || there(resolve(work)) === there(parent)) return work;
  return join(parent, `.${basename(target)}.build`);
}

/** What is taken for a build's own there: the folder itself, and what `recover` takes away. */
export const OF_BUILDS = /^(?:(?:dist|cache|old)-(?:.*-)?\d+)?(?:[\\/]|$)/u;

/** What is at a path itself, were it a link; undefined for nothing, and where no path leads. */
function entryAt(path: string) {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** More links than these in a row lead in a circle. */
const LINKS = 40;

/**
 * The folder that a path means, all links followed, also where their end does not exist: not yet,
 * or no longer, since a build died while it replaced it.
 */
export function endOf(path: string, left = LINKS): string {
  const whole = resolve(path);
  if (left > 0 && entryAt(whole)?.isSymbolicLink())
    return endOf(resolve(dirname(whole), readlinkSync(whole)), left - 1);
  // The system's own: where names have no case, it gives them as they are written there.
  if (existsSync(whole)) return realpathSync.native(whole);
  const parent = dirname(whole);
  return parent === whole ? whole : join(endOf(parent, left - 1), basename(whole));
}

/**
 * What the old site of a target is called while it waits: the same however the target is written,
 * and short, since a path may be longer than a name.
 */
const nameOf = (target: string): string =>
  `old-${createHash('sha256').update(endOf(target)).digest('hex').slice(0, 16)}-`;

/** Signals that end a process politely: they wait until both renames are done. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Puts a finished folder in the place of another, keeping the old one until the new one stands. */
export async function replace(finished: string, target: string, work = WORK): Promise<void> {
  mkdirSync(work, { recursive: true });
  mkdirSync(dirname(target), { recursive: true });
  const old = join(work, `${nameOf(target)}${process.pid}`);
  let staged = finished;
  if (statSync(finished).dev !== statSync(work).dev) {
    staged = join(work, `dist-${process.pid}`);
    cpSync(finished, staged, { recursive: true });
  }
  const replaces = existsSync(target);
  const late: NodeJS.Signals[] = [];
  const wait = (signal: NodeJS.Signals) => {
    late.push(signal);
  };
  for (const signal of SIGNALS) process.on(signal, wait);
  try {
    if (replaces) renameSync(target, old);
    try {
      renameSync(staged, target);
    } catch (error) {
      if (replaces) renameSync(old, target);
      throw error;
    }
    rmSync(old, { recursive: true, force: true });
    // Only what stands beside a target is there for one site alone.
    if (basename(work) !== WORK && readdirSync(work).length === 0)
      rmSync(work, { recursive: true });
  } finally {
    // Node tells of a signal when it next turns to the system, not in between.
    await setImmediate();
    for (const signal of SIGNALS) process.off(signal, wait);
  }
  for (const signal of late) process.kill(process.pid, signal);
}

/** Longer than a process can be between two renames, if it is the one that made them. */
const LONG = 10_000;

/** Whether the build that left something may still be at work: numbers of processes come again. */
function isAtWork(path: string, pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !basename(path).startsWith('old-') || Date.now() - statSync(path).ctimeMs < LONG;
}

/**
 * Clears up after builds that were killed: brings the old site back where a build died
 * between the two renames, and takes away what the dead have left.
 * @returns whether the site had to be brought back
 */
export function recover(target: string, work = WORK): boolean {
  if (!existsSync(work)) return false;
  const left = readdirSync(work).flatMap((name) => {
    const pid = /^(?:dist|cache|old)-(?:.*-)?(\d+)$/u.exec(name)?.[1];
    const path = join(work, name);
    return pid === undefined || isAtWork(path, Number(pid)) ? [] : [{ name, path }];
  });
  const [newest] = left
    .filter(({ name }) => name.startsWith(nameOf(target)))
    .sort((a, b) => statSync(b.path).ctimeMs - statSync(a.path).ctimeMs);
  const lost = newest !== undefined && !existsSync(target);
  if (lost) renameSync(newest.path, target);
  for (const { name, path } of left) {
    const ofOther = name.startsWith('old-') && !name.startsWith(nameOf(target));
    if (!ofOther) rmSync(path, { recursive: true, force: true });
  }
  return lost;
}

/** `npm run preview`: what it serves is `dist`, or the folder that `dist` leads to. */
function main(): void {
  const target = endOf('dist');
  if (recover(target, workOf(target)))
    console.log('a build was killed while it put the new site in place: the old one is back');
}

if (import.meta.main) main();
