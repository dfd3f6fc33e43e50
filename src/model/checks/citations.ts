/** Checks of the citations, each by itself: their sources, words, pages and addresses. */
import type { Citation } from '../citations/hosts.ts';
import type { Source } from '../sources/source.ts';
import { checkUrls, checkWords } from './covered.ts';
import { didYouMean, type Finding } from './findings.ts';
import type { CheckedPlace } from './hosts.ts';
import { locatorFault } from './locators.ts';
import { titleFault } from './named.ts';
import { viaFault } from './quoted.ts';

type Sources = ReadonlyMap<string, Source>;
type Fault = Pick<Finding, 'rule' | 'message'> & { key: string };

/** The sources that a citation names exist. */
function sourceFault({ source, via }: Citation, sources: Sources): Fault | undefined {
  for (const [key, id] of [
    ['source', source],
    ['via', via],
  ] as const) {
    if (id === undefined || sources.has(id)) continue;
    const message = `there is no sources/${id}.yaml: write it, or mend the id.${didYouMean(id, [...sources.keys()])}`;
    return { rule: 'citation/source', key, message };
  }
  return undefined;
}

/**
 * Checks the citations of all places, each by itself.
 * @param complete whether every note is said to have been read; else those that nobody has read are passed over
 */
export function checkCitations(
  places: readonly CheckedPlace[],
  sources: Sources,
  complete: boolean,
): Finding[] {
  const before: Citation[] = [];
  return places.flatMap((place): Finding[] => {
    if (place.kind === undefined && !complete && place.citations.length === 0) return [];
    if (place.kind === undefined) {
      const message =
        'the note is not classified: give it “kind” (citation, comment or both) and its “citations”.';
      return [{ rule: 'note/unclassified', file: place.file, line: place.line(), message }];
    }
    const single = place.citations.flatMap((citation, i): Finding[] => {
      const fault =
        sourceFault(citation, sources) ??
        titleFault(citation, place, sources) ??
        viaFault(citation, place) ??
        locatorFault(citation, place, before, sources);
      before.push(citation);
      if (!fault) return [];
      const { rule, message, key } = fault;
      return [{ rule, file: place.file, line: place.line(i, key), message }];
    });
    return [...single, ...checkWords(place), ...checkUrls(place, sources)];
  });
}
