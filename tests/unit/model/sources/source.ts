/** A source for the tests, of which only what matters to them is given. */
import type { SourceData } from '../../../../src/model/sources/source.ts';

export const source = (data: Partial<SourceData>): SourceData => ({
  kind: 'journal',
  type: 'article-journal',
  language: 'en',
  identifiers: [],
  printed: [],
  supplied: [],
  missing: [],
  remarks: [],
  ...data,
});
