/** Checks of the identifiers of works: each is of a type that the work can have, and of one work. */
import type { Content, Entry } from '../content/content.ts';
import { IDENTIFIER_NAME, type Identifier } from '../sources/identifiers.ts';
import type { SourceData } from '../sources/source.ts';
import type { Finding } from './findings.ts';

const SERIAL: readonly SourceData['type'][] = [
  'article-journal',
  'article-magazine',
  'article-newspaper',
];
const NEVER_BOUND: readonly SourceData['type'][] = [...SERIAL, 'webpage'];

/** These name one work; an ISSN names the journal, an ISBN the volume of several chapters. */
const OF_ONE: readonly Identifier['type'][] = ['doi', 'pmid', 'wikidata'];

/** Why a work cannot have an identifier. */
function misfit({ type }: Identifier, source: SourceData): string | undefined {
  if (type === 'isbn' && NEVER_BOUND.includes(source.type))
    return `an ISBN is a book's, and this is a ${source.type}: take it out, or mend “type”.`;
  const inSeries = SERIAL.includes(source.type) || source['collection-title'] !== undefined;
  if (type === 'issn' && !inSeries)
    return `an ISSN is a periodical's or a series', and this ${source.type} has no “collection-title”: take it out, or give the series.`;
  return undefined;
}

/** Finds identifiers that a work cannot have, has twice, or shares with another. */
export function checkIdentifiers({ sources }: Pick<Content, 'sources'>): Finding[] {
  const seen = new Map<string, Entry<SourceData>>();
  return sources.flatMap((entry) => {
    const own = new Set<string>();
    return entry.data.identifiers.flatMap((identifier, i): Finding[] => {
      const at = { file: entry.file, line: entry.lineOf?.(['identifiers', i]) ?? 1 };
      const name = `${IDENTIFIER_NAME[identifier.type]} ${identifier.value}`;
      const key = `${identifier.type} ${identifier.value.replaceAll('-', '').toLowerCase()}`;
      if (own.has(key)) {
        const message = `${name} stands here twice: take one out.`;
        return [{ rule: 'identifier/duplicate', ...at, message }];
      }
      own.add(key);
      const wrong = misfit(identifier, entry.data);
      if (wrong) return [{ rule: 'identifier/misfit', ...at, message: wrong }];
      const other = seen.get(key);
      seen.set(key, other ?? entry);
      if (other === undefined || !OF_ONE.includes(identifier.type)) return [];
      const message = `${name} is that of ${other.file} too: take it out of one of them, or make them one source.`;
      return [{ rule: 'identifier/shared', ...at, message }];
    });
  });
}
