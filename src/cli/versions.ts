/**
 * `npm run versions -- "<what changed>" […]`: records the text as it stands as a version that can be
 * cited, by the day and the digest of the text. A text that is a recorded version is not recorded again.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CONTENT } from '../import/content-folder.ts';
import { readText } from '../import/read-text.ts';
import { writeWhole } from '../import/write-whole.ts';
import { findingsOf, show } from '../model/checks/content-folder.ts';
import { textDigest } from '../model/versions/digest.ts';
import { PARTS } from '../model/versions/parts.ts';
import { readVersions, VERSIONS } from '../model/versions/recorded.ts';
import { type Version, versionSchema } from '../model/versions/schema.ts';
import { versionName, versionWith } from '../model/versions/versions.ts';
import { inOneLine, Refused } from './faults.ts';
import { here } from './today.ts';

const USAGE =
  'npm run versions -- "<what changed, in Traditional Chinese>" […] [--content <folder>]';

const HEADER =
  '# The recorded versions of the text, the latest last (npm run versions). What is cited stays: take none out.\n';

/** What the caller asked for. */
export interface VersionsOrder {
  changes: string[];
  root: string;
}

/** @throws Refused for a command line that is not understood, and where nothing is said */
export function readVersionsOrder(args: string[]): VersionsOrder {
  const options = {
    content: { type: 'string', default: CONTENT },
    help: { type: 'boolean', short: 'h', default: false },
  } as const;
  const read = () => parseArgs({ args, allowPositionals: true, options });
  let given: ReturnType<typeof read>;
  try {
    given = read();
  } catch (error) {
    throw new Refused(`${(error as Error).message.split('. ')[0] ?? ''}\nUsage: ${USAGE}`);
  }
  const { values, positionals } = given;
  if (values.help) throw new Refused(`Usage: ${USAGE}`);
  const changes = positionals.map((words) => words.trim());
  if (changes.length === 0 || changes.includes(''))
    throw new Refused(`say what changed, a sentence each\nUsage: ${USAGE}`);
  if (values.content.trim() === '')
    throw new Refused(`--content was given an empty name\nUsage: ${USAGE}`);
  return { changes, root: values.content };
}

/** An entry in the manner of the file. Digests stand in quotation marks: 123e45 is a number to YAML. */
function yamlOf({ day, digest, parts, changes }: Version): string {
  const listed = PARTS.map((part) => `${part}: '${parts[part]}'`).join(', ');
  const said = changes.map((words) => `    - ${JSON.stringify(words)}\n`).join('');
  return `- day: ${day}\n  digest: '${digest}'\n  parts: { ${listed} }\n  changes:\n${said}`;
}

/** A file that a person edited may lack the end of its last line. */
const ended = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

/** Findings that do not keep a version from being recorded: its own address is new. */
const faults = (root: string) =>
  findingsOf(root).filter(({ rule }) => rule !== 'permalink/unlisted');

/**
 * Records the text of a content folder.
 * @param today ISO date
 * @throws Refused where the content is not in order, the text is a version already, the day is before
 *   the last, or the words will not do; then the file is as it was
 */
export function recordVersion({ changes, root }: VersionsOrder, today: string): Version {
  const findings = faults(root);
  if (findings.length > 0) throw new Refused(show(root, findings));
  const before = readVersions(root);
  const digest = textDigest(root);
  const known = versionWith(before, digest.digest);
  if (known) throw new Refused(`this text is version ${versionName(known)} already`);
  const last = before.at(-1);
  if (last && last.day > today)
    throw new Refused(
      `the last version is of ${last.day}, and this machine says today is ${today}`,
    );
  const read = versionSchema.safeParse({ day: today, ...digest, changes });
  if (!read.success) throw new Refused(read.error.issues.map(({ message }) => message).join('\n'));
  const path = join(root, VERSIONS);
  const text = existsSync(path) ? ended(readText(path)) : HEADER;
  writeWhole(path, `${text}${yamlOf(read.data)}`);
  return read.data;
}

if (import.meta.main) {
  await inOneLine(() => {
    const order = readVersionsOrder(process.argv.slice(2));
    const version = recordVersion(order, here());
    console.log(`version ${versionName(version)} is in ${join(order.root, VERSIONS)}`);
    console.log('its address is new: npm run permalinks');
  });
}
