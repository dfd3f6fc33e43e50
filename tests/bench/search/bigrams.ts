/** MiniSearch for Chinese as it is usually set up: overlapping pairs of Han characters. Shared by build and page. */
import type { Options } from 'minisearch';

export interface Document {
  id: string;
  text: string;
}

const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();

const runs = (text: string): string[] => fold(text).match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? [];

const pairs = (run: string): string[] => {
  const characters = [...run];
  return characters.slice(0, -1).map((c, i) => c + characters[i + 1]);
};

const isHan = (run: string): boolean => /^\p{Script=Han}/u.test(run);

/** A run's last character stands alone as well, so that one typed alone is found by prefix. */
const indexed = (text: string): string[] =>
  runs(text).flatMap((run) => (isHan(run) ? [...pairs(run), [...run].at(-1) ?? ''] : [run]));

const typed = (text: string): string[] =>
  runs(text).flatMap((run) => (isHan(run) && [...run].length > 1 ? pairs(run) : [run]));

export const BIGRAMS: Options<Document> = {
  fields: ['text'],
  tokenize: indexed,
  processTerm: (term) => term,
  searchOptions: {
    tokenize: typed,
    combineWith: 'AND',
    // Latin words by their beginnings, like the others; of Han, only a character alone.
    prefix: (term) => !isHan(term) || [...term].length === 1,
  },
};
