/** The title of every work: programs leave out, or list without a name, what has none. */

import { charactersOf } from '../model/sources/reference/runs.ts';
import { shortReference } from '../model/sources/reference.ts';
import type { Source } from '../model/sources/source.ts';

/** Its own title, or else its reference in square brackets, as cataloguers supply one. */
export const titleOf = (source: Source): string =>
  source.title ?? `[${charactersOf(shortReference(source)) || source.id}]`;
