/** Checks the recorded versions: none twice, and none before the one that precedes it. */
import type { Content } from '../content/content.ts';
import type { Version } from '../versions/schema.ts';
import { shortDigest } from '../versions/versions.ts';
import type { Finding } from './findings.ts';

/** What is wrong with the list of versions. */
export function checkVersions({ versions }: Content): Finding[] {
  const { data, file, lineOf } = versions;
  const lineAt = (i: number, key: keyof Version) => lineOf?.([i, key]) ?? 1;
  return data.flatMap(({ day, digest }, i): Finding[] => {
    const name = shortDigest(digest);
    const earlier = data.slice(0, i);
    if (earlier.some((version) => shortDigest(version.digest) === name)) {
      const message = `${name} stands twice: take this entry out, since a text is recorded once.`;
      return [{ rule: 'version/duplicate', file, line: lineAt(i, 'digest'), message }];
    }
    const before = earlier.at(-1)?.day;
    if (before === undefined || before <= day) return [];
    const message = `${day} is before ${before}, which stands above it: put the latest last.`;
    return [{ rule: 'version/order', file, line: lineAt(i, 'day'), message }];
  });
}
