/** Filters of lists find words in Traditional and Simplified characters, as the search does. */
import { containing, type Spellings } from '../../search/fold/containing.ts';
import { inSite } from '../site/urls.ts';

let spellings: Spellings = () => [];
let asked: Promise<void> | undefined;

async function load(): Promise<void> {
  const { openSpellings } = await import('../../search/index/open-spellings.ts');
  spellings = await openSpellings(inSite('/pagefind/'));
}

/** Loads the spellings before the first Chinese words; where they cannot be had, words are compared as they are. */
export async function loadSpellings(typed: string): Promise<void> {
  if (!/\p{Script=Han}/u.test(typed)) return;
  asked ??= load().catch(() => {
    asked = undefined;
  });
  await asked;
}

/** @returns whether a text has some words, with the spellings that have been loaded */
export const contains = (typed: string): ((text: string) => boolean) =>
  containing(typed, spellings);
