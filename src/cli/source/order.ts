/** What `npm run source` takes after its name. */
import { parseArgs } from 'node:util';
import { CONTENT } from '../../import/content-folder.ts';
import { Refused } from '../faults.ts';

const USAGE =
  'npm run source -- <number of the note, or id of the table> [--content <folder>] [--yes] [--new]';

/** What the caller asked for. */
export interface Order {
  /** The number of a note, or the id of a table, of which the source line is meant. */
  host: number | string;
  root: string;
  /** Whether drafts are written as they are. */
  yes: boolean;
  /** Whether a work is new even where the catalogue seems to have it. */
  isNew: boolean;
}

/** @throws Refused for a command line that is not understood */
export function readOrder(args: string[]): Order {
  const refuse = (why: string) => new Refused(`${why}\nUsage: ${USAGE}`);
  const options = {
    content: { type: 'string', default: CONTENT },
    yes: { type: 'boolean', default: false },
    new: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  } as const;
  let given: ReturnType<typeof read>;
  const read = () => parseArgs({ args, allowPositionals: true, options });
  try {
    given = read();
  } catch (error) {
    throw refuse((error as Error).message.split('. ')[0] ?? '');
  }
  const { values, positionals } = given;
  if (values.help) throw new Refused(`Usage: ${USAGE}`);
  const [host, over] = positionals;
  if (host === undefined) throw refuse('which note, or which table?');
  if (over !== undefined) throw refuse(`one at a time, not ${positionals.join(', ')}`);
  if (!/^(?:[1-9]\d{0,4}|table-[\w-]+)$/u.test(host))
    throw refuse(
      `“${host}” is no number of a note and no id of a table: give the number of its address, /notes/12/, or the id of the table, table-3-2`,
    );
  if (values.content.trim() === '') throw refuse('--content was given an empty name');
  return {
    host: /^\d/u.test(host) ? Number(host) : host,
    root: values.content,
    yes: values.yes,
    isNew: values.new,
  };
}
