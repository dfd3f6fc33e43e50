/** A resolution as the cases write it. */
import type { Resolution } from '../../src/model/citations/resolve.ts';

/** A resolution in a line: “ibid → niksch-1981, note 47, preceding-note”, “ibid: ambiguous”. */
export function shown(resolution: Resolution): string {
  if ('reason' in resolution) return `${resolution.form}: ${resolution.reason}`;
  const { form, source, antecedent, basis } = resolution;
  const back = antecedent === undefined ? [] : [`note ${antecedent}`];
  return `${form} → ${[source, ...back, ...(basis ? [basis] : [])].join(', ')}`;
}
