/** Checks the hand-made links of short forms against the resolver. */
import type { Citation } from '../citations/hosts.ts';
import { shortFormOf } from '../citations/printed.ts';
import { type Resolution, resolve } from '../citations/resolve.ts';
import type { Source } from '../sources/source.ts';
import type { Finding } from './findings.ts';
import type { CheckedPlace } from './hosts.ts';

type Fault = Pick<Finding, 'rule' | 'message'> & { key: string };

const at = (note: number | undefined) => (note === undefined ? 'no note' : `note ${note}`);

/** The notes that follow from a citation by the antecedents of its work, when that way leads back to its start. */
function cycleFrom(
  citation: Citation,
  place: CheckedPlace,
  notes: ReadonlyMap<number, CheckedPlace>,
): number[] {
  const path = [place.note];
  let next = citation.antecedent;
  while (next !== undefined && next !== place.note) {
    if (path.includes(next)) return [];
    path.push(next);
    next = notes.get(next)?.citations.find((c) => c.source === citation.source)?.antecedent;
  }
  return next === undefined ? [] : path;
}

/** An antecedent is an earlier note that cites the same work. */
function antecedentFault(
  citation: Citation,
  place: CheckedPlace,
  notes: ReadonlyMap<number, CheckedPlace>,
): Fault | undefined {
  const { antecedent, source } = citation;
  if (antecedent === undefined) return undefined;
  if (source === undefined) {
    const message = 'the citation is unresolved, and points back to a note: take “antecedent” out.';
    return { rule: 'citation/antecedent', key: 'antecedent', message };
  }
  const cycle = place.table === undefined ? cycleFrom(citation, place, notes) : [];
  if (cycle.length > 0) {
    const message = `its antecedents lead round in a circle (${[...cycle, place.note].join(' → ')}): give each the earlier note that it points back to.`;
    return { rule: 'citation/cycle', key: 'antecedent', message };
  }
  const last = place.table === undefined ? place.note - 1 : place.note;
  if (antecedent > last) {
    const message = `note ${antecedent} does not stand before this one: give the earlier note that it points back to.`;
    return { rule: 'citation/antecedent', key: 'antecedent', message };
  }
  if (notes.get(antecedent)?.citations.some((c) => c.source === source)) return undefined;
  const message = `note ${antecedent} does not cite ${source}: give the note that does.`;
  return { rule: 'citation/antecedent', key: 'antecedent', message };
}

/** What the resolver found, where it found nothing. */
function unresolvedFault(
  citation: Citation,
  resolution: Extract<Resolution, { reason: string }>,
): Fault | undefined {
  const { unresolved } = citation;
  const { reason, detail } = resolution;
  if (unresolved === reason) return undefined;
  const say = `give “unresolved: ${reason}”, or “basis: judgement” with the reason`;
  if (reason === 'ambiguous') {
    const message = `“${citation.text.slice(0, 40)}” is ambiguous: ${detail}. Never guess: ${say}.`;
    return { rule: 'citation/ambiguous', key: unresolved ? 'unresolved' : 'source', message };
  }
  const message = `“${citation.text.slice(0, 40)}” leads to no earlier note: ${detail}. Never guess: ${say}.`;
  return { rule: 'citation/unresolved', key: unresolved ? 'unresolved' : 'source', message };
}

/** Where front matter and resolver disagree. */
function disagreement(citation: Citation, resolution: Resolution): Fault | undefined {
  if (citation.form !== resolution.form) {
    const message = `the citation is printed as “${resolution.form}”, and is said to be “${citation.form}”: set “form: ${resolution.form}”.`;
    return { rule: 'citation/form', key: 'form', message };
  }
  if ('reason' in resolution) return unresolvedFault(citation, resolution);
  const { source, antecedent, basis } = resolution;
  if (citation.source !== source) {
    const message = `the resolver finds ${source} (${at(antecedent)}, by ${basis}), and the front matter says ${citation.source ?? 'unresolved'}: set “source: ${source}”, or “basis: judgement” with the reason.`;
    return { rule: 'citation/resolver', key: citation.source ? 'source' : 'unresolved', message };
  }
  if (citation.antecedent !== antecedent) {
    const message = `it points back to ${at(antecedent)}, and is said to point to ${at(citation.antecedent)}: set “antecedent” to that note, or “basis: judgement” with the reason.`;
    return { rule: 'citation/antecedent', key: 'antecedent', message };
  }
  if (citation.basis === basis) return undefined;
  const message = `the basis is “${basis ?? 'none'}”, and is said to be “${citation.basis ?? 'none'}”: set it, or “basis: judgement” with the reason.`;
  return { rule: 'citation/basis', key: 'basis', message };
}

/** A person's decision stands where the resolver does not come to the same by itself. */
function staleJudgement(citation: Citation, resolution: Resolution): Fault | undefined {
  const { judgement: _, basis: __, ...rest } = citation;
  const basis = 'source' in resolution ? resolution.basis : undefined;
  if (disagreement({ ...rest, ...(basis ? { basis } : {}) }, resolution)) return undefined;
  const instead = basis
    ? `“judgement” out and set “basis: ${basis}”`
    : '“judgement” and “basis” out';
  const message = `the resolver comes to the same by itself: take ${instead}.`;
  return { rule: 'citation/judgement', key: 'judgement', message };
}

/** Only a short form may lead nowhere; what names its work is given its source. */
function namelessFault({ source, text }: Citation): Fault | undefined {
  if (source !== undefined || shortFormOf(text) !== undefined) return undefined;
  const message = `“${text.slice(0, 40)}” is no short form, and names its work: give it its “source”.`;
  return { rule: 'citation/unresolved', key: 'unresolved', message };
}

/** Compares each citation with what the resolver makes of its printed words. */
export function checkResolution(
  places: readonly CheckedPlace[],
  sources: ReadonlyMap<string, Source>,
): Finding[] {
  const resolutions = resolve(places, sources);
  const notes = new Map(
    places.flatMap((p): [number, CheckedPlace][] => (p.table === undefined ? [[p.note, p]] : [])),
  );
  // What a note refers back to may stand in one that nobody has read yet: a person knows better.
  const unread = places.findIndex(({ kind }) => kind === undefined);
  const decided = (p: number) => unread === -1 || p < unread;
  return places.flatMap((place, p) =>
    place.citations.flatMap((citation, i): Finding[] => {
      const resolution = resolutions[p]?.[i];
      if (!resolution || (citation.source !== undefined && !sources.has(citation.source)))
        return [];
      const fault =
        namelessFault(citation) ??
        antecedentFault(citation, place, notes) ??
        (!decided(p)
          ? undefined
          : citation.basis === 'judgement'
            ? staleJudgement(citation, resolution)
            : disagreement(citation, resolution));
      if (!fault) return [];
      return [
        {
          rule: fault.rule,
          file: place.file,
          line: place.line(i, fault.key),
          message: fault.message,
        },
      ];
    }),
  );
}
