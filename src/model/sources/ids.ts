/** Sources by their ids. A file of its own, since both the chapter and what asks it about its sources need it. */
import type { Entry } from '../content/content.ts';
import type { Source, SourceData } from './source.ts';

/** The id of a source: the name of its file. */
export const sourceId = (file: string): string =>
  file.replace(/^.*\//u, '').replace(/\.yaml$/u, '');

/** The sources with their ids, by id. */
export function sourcesById(
  entries: readonly Pick<Entry<SourceData>, 'file' | 'data'>[],
): Map<string, Source> {
  return new Map(
    entries.map(({ file, data }) => [sourceId(file), { ...data, id: sourceId(file) }]),
  );
}
