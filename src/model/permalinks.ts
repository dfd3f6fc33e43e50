/** The registry of published addresses: content/permalinks.txt, append only. */
import type { Finding } from './findings.ts';

export const PERMALINKS = 'permalinks.txt';

/** The addresses in the registry, with their lines; `#` at the start of a line begins a comment. */
export function readPermalinks(text: string): { address: string; line: number }[] {
  return text
    .split('\n')
    .map((line, i) => ({ address: line.trim(), line: i + 1 }))
    .filter(({ address }) => address !== '' && !address.startsWith('#'));
}

/** Compares the registry with the addresses there are: what is lost, what is doubled, what is new. */
export function checkPermalinks(text: string, addresses: string[]): Finding[] {
  const listed = readPermalinks(text);
  const present = new Set(addresses);
  const seen = new Set<string>();
  const findings: Finding[] = [];
  for (const { address, line } of listed) {
    if (seen.has(address)) {
      findings.push({
        rule: 'permalink/duplicate',
        file: PERMALINKS,
        line,
        message: `${address} is listed twice: take this line out.`,
      });
    } else if (!present.has(address)) {
      findings.push({
        rule: 'permalink/lost',
        file: PERMALINKS,
        line,
        message: `${address} was published and no longer leads anywhere: give the thing its id back. Published addresses never vanish.`,
      });
    }
    seen.add(address);
  }
  const fresh = addresses.filter((a) => !seen.has(a));
  if (fresh[0]) {
    findings.push({
      rule: 'permalink/unlisted',
      file: PERMALINKS,
      line: 0,
      message: `${fresh.length} addresses are not in the registry yet (the first is ${fresh[0]}): publish them with npm run permalinks.`,
    });
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
