/** The spellings of an index alone: what lists need that are narrowed in place. */
import type { Spellings } from '../fold/containing.ts';
import { openLexicon } from '../fold/lexicon.ts';
import { createLoader, parseJson } from './loader.ts';
import { ENTRY, type Entry } from './open-index.ts';
import type { Tables } from './types.ts';

/**
 * @param base address of the folder that holds the index, with a slash at its end
 * @throws SearchFailure where the index cannot be had
 */
export async function openSpellings(base: string, fetchFile?: typeof fetch): Promise<Spellings> {
  const loader = createLoader(base, fetchFile);
  const { tables } = (await loader.json(ENTRY)) as Entry;
  const lexicon = openLexicon(await loader.packed(tables, (bytes) => parseJson(bytes) as Tables));
  return (character) => lexicon.spellings(character, true);
}
