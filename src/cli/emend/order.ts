/** What `npm run emend` takes after its name. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CONTENT } from '../../import/content-folder.ts';
import { Refused } from '../faults.ts';

const USAGE = 'npm run emend [-- <file of the report>] [--content <folder>]';

/** What the caller asked for. */
export interface EmendOrder {
  /** The file of the report; without one, everything is asked. */
  report: string | undefined;
  root: string;
}

/** @throws Refused for a command line that is not understood, and for a report that is not there */
export function readEmendOrder(args: string[]): EmendOrder {
  const refuse = (why: string) => new Refused(`${why}\nUsage: ${USAGE}`);
  const options = {
    content: { type: 'string', default: CONTENT },
    help: { type: 'boolean', short: 'h', default: false },
  } as const;
  const read = () => parseArgs({ args, allowPositionals: true, options });
  let given: ReturnType<typeof read>;
  try {
    given = read();
  } catch (error) {
    throw refuse((error as Error).message.split('. ')[0] ?? '');
  }
  const { values, positionals } = given;
  if (values.help) throw new Refused(`Usage: ${USAGE}`);
  const [report, over] = positionals;
  if (over !== undefined) throw refuse(`one report at a time, not ${positionals.join(', ')}`);
  if (report !== undefined && !existsSync(report)) throw refuse(`${report} is not there`);
  if (values.content.trim() === '') throw refuse('--content was given an empty name');
  return { report, root: values.content };
}
