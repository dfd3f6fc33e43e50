/** All peers, ours first. */
import { join } from 'node:path';
import { docusaurus } from './docusaurus.ts';
import { eleventy } from './eleventy.ts';
import { hugo } from './hugo.ts';
import { mkdocs } from './mkdocs.ts';
import { OURS, ours } from './ours.ts';
import { pandoc } from './pandoc.ts';
import type { Peer } from './peer.ts';
import { starlight } from './starlight.ts';
import { vitepress } from './vitepress.ts';

/** @param root the repository @param cache where the peers are */
export const peersOf = (root: string, cache: string): Peer[] => [
  ours(root, join(cache, OURS)),
  starlight,
  vitepress,
  docusaurus,
  mkdocs,
  eleventy,
  hugo,
  pandoc,
];
