/** The title of every work: programs leave out, or list without a name, what has none. */
import { shortReference } from '../model/sources/reference.ts';
import type { Source } from '../model/sources/source.ts';

/** Its own title, or else its reference in square brackets, as cataloguers supply one. */
export function titleOf(source: Source): string {
  const supplied = () =>
    shortReference(source)
      .map((run) => run.text)
      .join('');
  return source.title ?? `[${supplied() || source.id}]`;
}
