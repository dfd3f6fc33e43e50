/** What a format has no field for is not dropped: it is noted. */
import type { Source } from '../model/sources/source.ts';

/** What may lack a field, in the order in which it is noted; all formats have fields for the rest. */
const TOLD = [
  'event-title',
  'event-place',
  'container-title',
  'collection-title',
  'publisher',
  'authority',
  'genre',
  'publisher-place',
] as const satisfies readonly (keyof Source)[];

/**
 * The values of a source that no field of a record holds.
 * @param said what the fields hold, as the source has it
 */
export function unsaid(source: Source, said: Iterable<string | undefined>): string[] {
  const held = new Set(said);
  const left = TOLD.flatMap((key) => source[key] ?? []);
  return [...new Set(left)].filter((value) => !held.has(value));
}
