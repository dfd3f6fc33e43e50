/** Installs, builds and loads all peers in turn, so that what else the machine does befalls all alike. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, ensureChromium } from '../../../src/cli/setup/chromium.mjs';
import { median } from '../search/numbers.ts';
import { install, run, Unavailable } from './install.ts';
import type { Pages, Peer } from './peer.ts';
import { type Load, loadOnce } from './phone.ts';
import { type Served, serve } from './serve.ts';
import type { Texts } from './texts.ts';

export interface Measured {
  peer: Peer;
  /** Milliseconds, and how many pages that made. */
  build: number;
  pages: number;
  /** Medians. */
  loads: Record<keyof Pages, Load>;
}

export interface Comparison {
  measured: Measured[];
  /** Peer → why it is missing. */
  missing: Map<Peer, string>;
}

const KINDS = ['section', 'chapter'] as const;

/** One way in even rounds, the other in odd ones. */
const inTurn = <T>(all: readonly T[], round: number): T[] =>
  round % 2 === 0 ? [...all] : [...all].reverse();

function buildOnce(peer: Peer, folder: string): number {
  for (const left of [peer.out, ...peer.caches])
    rmSync(join(folder, left), { recursive: true, force: true });
  const began = performance.now();
  run(peer.build, peer.cwd ?? folder, peer.env);
  return performance.now() - began;
}

/** Of each figure the median by itself. */
function medianLoad(loads: readonly Load[]): Load {
  const of = (figure: keyof Load): number => median(loads.map((load) => load[figure]));
  return {
    bytes: of('bytes'),
    requests: of('requests'),
    scripts: of('scripts'),
    foreign: of('foreign'),
    fcp: of('fcp'),
    lcp: of('lcp'),
    cls: of('cls'),
    tbt: of('tbt'),
    main: of('main'),
  };
}

const pagesIn = (site: string): number =>
  readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'))
    .length;

/** Peers that are built, with the times of their builds; the others with the reason. */
function buildAll(peers: readonly Peer[], texts: Texts, cache: string, rounds: number) {
  const times = new Map<Peer, number[]>(peers.map((peer) => [peer, []]));
  const missing = new Map<Peer, string>();
  const attempt = (peer: Peer, what: () => void): void => {
    try {
      if (!missing.has(peer)) what();
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      missing.set(peer, error.message);
    }
  };
  for (const peer of peers)
    attempt(peer, () => {
      console.error(`… ${peer.name} is installed`);
      install(peer, join(cache, peer.name));
      peer.lay(join(cache, peer.name), texts);
    });
  for (let round = 0; round < rounds; round += 1)
    for (const peer of inTurn(peers, round))
      attempt(peer, () => {
        console.error(`… ${peer.name} builds, ${round + 1} of ${rounds}`);
        times.get(peer)?.push(buildOnce(peer, join(cache, peer.name)));
      });
  return { times, missing };
}

/**
 * @param peers ours first
 * @param cache where peers are installed and built
 * @param rounds builds and loads of each
 * @throws when a page that is to be measured was not built
 */
export async function compare(
  peers: readonly Peer[],
  texts: Texts,
  cache: string,
  rounds: { builds: number; loads: number },
): Promise<Comparison> {
  const { times, missing } = buildAll(peers, texts, cache, rounds.builds);
  const built = peers.filter((peer) => !missing.has(peer));
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: CHROMIUM_ARGS,
  });
  const served = new Map<Peer, Served>();
  const loads = new Map(built.map((peer) => [peer, { section: [], chapter: [] } as Loads]));
  try {
    for (const peer of built) served.set(peer, await serve(siteOf(peer, cache)));
    for (let round = 0; round < rounds.loads; round += 1)
      for (const kind of KINDS)
        for (const peer of inTurn(built, round)) {
          console.error(`… ${peer.name} is read: ${kind}, ${round + 1} of ${rounds.loads}`);
          const host = served.get(peer);
          if (!host) continue;
          // Brotli takes its time: the files are compressed before anyone waits for them.
          if (round === 0) await warm(host, peer.pages[kind]);
          loads.get(peer)?.[kind].push(await loadOnce(browser, host, peer.pages[kind]));
        }
  } finally {
    await browser.close();
    for (const host of served.values()) host.close();
  }
  const measured = built.map((peer): Measured => {
    const { section, chapter } = loads.get(peer) ?? { section: [], chapter: [] };
    return {
      peer,
      build: median(times.get(peer) ?? []),
      pages: pagesIn(siteOf(peer, cache)),
      loads: { section: medianLoad(section), chapter: medianLoad(chapter) },
    };
  });
  return { measured, missing };
}

type Loads = Record<keyof Pages, Load[]>;

function siteOf(peer: Peer, cache: string): string {
  const site = join(cache, peer.name, peer.out);
  if (!existsSync(site)) throw new Error(`${peer.name} was built, but not into ${peer.out}`);
  return site;
}

/** Asks for a page and what it names, so that the server has them compressed. */
async function warm(served: Served, path: string): Promise<void> {
  const answer = await fetch(served.origin + path);
  if (!answer.ok) throw new Error(`${path} was not built (${answer.status})`);
  const html = await answer.text();
  const named = [...html.matchAll(/(?:src|href)="?([^"\s>#]+\.(?:js|css|svg))/gu)];
  for (const [, name = ''] of named) {
    const url = new URL(name, served.origin + path);
    if (url.origin === served.origin) await (await fetch(url)).arrayBuffer();
  }
}
