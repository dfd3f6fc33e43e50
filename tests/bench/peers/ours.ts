/** This site: the whole of it, not the two pages alone. */
import { join } from 'node:path';
import type { Peer } from './peer.ts';

export const OURS = 'this site';

/** @param root the repository @param folder where it builds, below `root` */
export const ours = (root: string, folder: string): Peer => ({
  name: OURS,
  has: 'notes, sources, printed pages, search, citing, Simplified',
  lay: () => {},
  build: ['node', 'src/cli/build.ts'],
  cwd: root,
  env: { BUILD_OUT: join(folder, 'site') },
  out: 'site',
  caches: [],
  pages: { section: '/sections/4/', chapter: '/chapter/' },
});
