/**
 * The registry of published addresses: content/permalinks.txt, append only. A line is
 * an address, or `/old/#id => /new/#id`: what was published there now stands elsewhere.
 */
import type { Finding } from '../checks/findings.ts';

export const PERMALINKS = 'permalinks.txt';

/** A line of the registry. */
export interface Permalink {
  address: string;
  line: number;
  /** Where an alias leads. */
  to?: string;
}

/** The lines of the registry; `#` at the start of a line begins a comment. */
export function readPermalinks(text: string): Permalink[] {
  return text.split('\n').flatMap((row, i) => {
    const [address = '', to] = row.split('=>').map((part) => part.trim());
    if (address === '' || address.startsWith('#')) return [];
    return [{ address, line: i + 1, ...(to === undefined ? {} : { to }) }];
  });
}

/** Where each address that has moved leads. */
export function aliasesOf(links: readonly Permalink[]): Map<string, string> {
  return new Map(links.flatMap(({ address, to }) => (to === undefined ? [] : [[address, to]])));
}

/** What is wrong with an alias: it leads in a circle, to another alias, to nothing, or away from what is there. */
function aliasProblem(
  { address, to = '' }: Permalink,
  aliases: Map<string, string>,
  present: Set<string>,
): string | undefined {
  if (present.has(address))
    return `${address} is still there, so it cannot lead to ${to}: take this line out, or give the thing another id.`;
  const next = aliases.get(to);
  if (next !== undefined) {
    const round = to === address || next === address;
    return `${address} leads to ${to}, which ${round ? 'leads back' : `leads to ${next}`}: name the address where the thing stands now.`;
  }
  if (!present.has(to))
    return `${address} leads to ${to}, which does not exist: name the address where the thing stands now.`;
  return undefined;
}

/** Compares the registry with the addresses there are: what is lost, what is doubled, what is new. */
export function checkPermalinks(text: string, addresses: string[]): Finding[] {
  const listed = readPermalinks(text);
  const present = new Set(addresses);
  const aliases = aliasesOf(listed);
  const plain = new Set<string>();
  const moved = new Set<string>();
  const findings: Finding[] = [];
  for (const link of listed) {
    const { address, line, to } = link;
    // An address that was published and moves later stands in the registry both ways.
    const seen = to === undefined ? plain : moved;
    const problem = to === undefined ? undefined : aliasProblem(link, aliases, present);
    if (seen.has(address)) {
      const message = `${address} is listed twice: take this line out.`;
      findings.push({ rule: 'permalink/duplicate', file: PERMALINKS, line, message });
    } else if (problem !== undefined) {
      findings.push({ rule: 'permalink/alias', file: PERMALINKS, line, message: problem });
    } else if (to === undefined && !present.has(address) && !aliases.has(address)) {
      const message = `${address} was published and no longer leads anywhere: give the thing its id back, or name the address where it stands now (${address} => …). Published addresses never vanish.`;
      findings.push({ rule: 'permalink/lost', file: PERMALINKS, line, message });
    }
    seen.add(address);
  }
  const fresh = addresses.filter((a) => !plain.has(a) && !moved.has(a));
  if (fresh[0]) {
    const message = `${fresh.length} addresses are not in the registry yet (the first is ${fresh[0]}): publish them with npm run permalinks.`;
    findings.push({ rule: 'permalink/unlisted', file: PERMALINKS, line: 0, message });
  }
  return findings;
}

/** The registry with new addresses appended. */
export function appendPermalinks(text: string, addresses: string[]): string {
  const listed = new Set(readPermalinks(text).map((p) => p.address));
  const fresh = addresses.filter((a) => !listed.has(a));
  const start = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return start + fresh.map((a) => `${a}\n`).join('');
}
