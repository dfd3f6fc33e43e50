// Packages of Debian and its kin, where we may install any.

import { ask, runQuietly } from './commands.mjs';

/** How to run a command as root without being asked for a password, or undefined. */
export function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return ask('sudo', ['-n', 'true']) === undefined ? undefined : ['sudo', '-n'];
}

/**
 * Installs packages in one call of apt-get. Those that this Debian does not have are
 * left out, since one unknown name would stop the others.
 * @param {string[]} names
 * @returns {Promise<boolean>} whether anything was installed
 */
export async function installFromDebian(names) {
  const asRoot = rootPrefix();
  if (!asRoot || ask('apt-get', ['--version']) === undefined) return false;
  const apt = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq'];
  // Another apt may be at work (unattended upgrades); wait for it a little.
  apt.push('-o', 'DPkg::Lock::Timeout=120');
  // A partly failed update still leaves usable lists, so only the install decides.
  await runQuietly([...apt, 'update']);
  const known = names.filter((name) => ask('apt-cache', ['show', name]));
  if (known.length === 0) return false;
  console.log(`Installing for the tests: apt-get install ${known.join(' ')}`);
  return runQuietly([...apt, 'install', '-y', '--no-install-recommends', ...known]);
}
