/** Installs a peer into its own folder below `.cache/bench/`; nothing of it enters our packages. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Peer } from './peer.ts';

/** A peer that cannot be had or built here: the command, and the end of what it said. */
export class Unavailable extends Error {}

/** Lines of a program's complaint that are worth a cell of a table. */
const LINES = 3;

/** Runs a command to its end. @throws Unavailable with what it said when it fails */
export function run(
  command: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): void {
  const [program = '', ...args] = command;
  const done = spawnSync(program, args, {
    cwd,
    env: { ...process.env, CI: '1', ...env },
    encoding: 'utf8',
  });
  if (done.status === 0) return;
  const said = `${done.error?.message ?? ''}\n${done.stdout ?? ''}\n${done.stderr ?? ''}`;
  const end = said.trim().split('\n').slice(-LINES).join(' ');
  throw new Unavailable(`\`${command.join(' ')}\`: ${end}`);
}

const isThere = (program: string): boolean =>
  spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** @throws Unavailable when the packages cannot be had */
export function install(peer: Peer, folder: string): void {
  mkdirSync(folder, { recursive: true });
  if (peer.debian && !isThere(peer.debian.program))
    run(['apt-get', 'install', '-y', '--no-install-recommends', ...peer.debian.packages], folder);
  if (!peer.npm) return;
  const wanted = `${JSON.stringify({ private: true, dependencies: peer.npm })}\n`;
  const file = join(folder, 'package.json');
  const mark = join(folder, '.installed');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  writeFileSync(file, wanted);
  run(['npm', 'install', '--no-audit', '--no-fund'], folder);
  writeFileSync(mark, wanted);
}

/** The version as it is installed: pinned for npm, asked of Debian for its packages. */
export function versionOf({ npm, debian }: Peer): string {
  if (npm) return Object.entries(npm).map(([name, version]) => `${name} ${version}`)[0] ?? '';
  if (!debian) return '–';
  const asked = ['-W', '-f', `\${Package} \${Version}, `, ...debian.packages];
  const said = spawnSync('dpkg-query', asked, { encoding: 'utf8' }).stdout ?? '';
  return said.replace(/, $/u, '') || 'not from Debian';
}
