/** Places in files, in words. */
import type { Place } from './types.ts';

/** A place as an error names it: `line 12, column 3`; `page 4`; `word/document.xml/body/p[3]`. */
export function describePlace(place: Place): string {
  if ('line' in place) return `line ${place.line}, column ${place.column}`;
  if ('page' in place) return `page ${place.page} of the file`;
  return `${place.part}${place.path}`;
}
