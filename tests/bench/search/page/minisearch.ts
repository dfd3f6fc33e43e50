/** MiniSearch with bigrams. */
import MiniSearch from 'minisearch';
import { BIGRAMS } from '../bigrams.ts';
import { type Open, showRecords } from './engine.ts';

export const open: Open = async () => {
  const index = MiniSearch.loadJSON(await (await fetch('index.json')).text(), BIGRAMS);
  return async (query) => {
    const paths = index.search(query).map((result) => String(result.id));
    return { total: paths.length, show: () => showRecords(paths), paths: async () => paths };
  };
};
