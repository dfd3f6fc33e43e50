/** Writes the service worker, and the list of what it may keep: /sw.js and /offline.json. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import { DIGITS, MANIFEST, type Manifest, OFFLINE_PAGE, WORKER } from '../worker/protocol.ts';

/** What a reader away from the net has no use for, or takes away by hand. */
const LEFT_OUT =
  /^(?:downloads|dts|og)\/|^(?:sw\.js|offline\.json|robots\.txt|_\w+|.*\.xml|linkset\.json|SHA256SUMS|.*\.(?:br|gz))$/u;

/** What goes with any page: scripts and styles, also those that a page loads when they are asked for. */
const SHELL = /^assets\/.+\.(?:css|js)$/u;

const digest = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex').slice(0, DIGITS);

/** The list of a built site. Its release is a digest of all that is listed. */
export function manifestOf(dist: string): Manifest {
  const names = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length).replace(/^\//u, ''))
    .filter((name) => !LEFT_OUT.test(name))
    .sort();
  const files = names.map((name): Manifest['files'][number] => {
    const bytes = readFileSync(join(dist, name));
    return [name.replace(/(^|\/)index\.html$/u, '$1'), digest(bytes), bytes.length];
  });
  return {
    edition: digest(JSON.stringify(files)),
    shell: [OFFLINE_PAGE, ...files.map(([path]) => path).filter((path) => SHELL.test(path))],
    files,
  };
}

/** The worker as one script. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['src/worker/sw.ts'],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/** The build step; it lists what the steps before it have written. */
export function offline(): AstroIntegration {
  return {
    name: 'offline',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        writeFileSync(new URL(WORKER, dir), await bundle());
        const manifest = manifestOf(fileURLToPath(dir));
        if (!manifest.files.some(([path]) => path === OFFLINE_PAGE))
          throw new Error(`the site has no page ${OFFLINE_PAGE}`);
        writeFileSync(new URL(MANIFEST, dir), JSON.stringify(manifest));
      },
    },
  };
}
