/** What `npm run source` takes after its name. */
import { parseArgs } from 'node:util';
import { CONTENT } from '../../import/content-folder.ts';
import { Refused } from '../faults.ts';

const USAGE = 'npm run source -- <number of the note> [--content <folder>] [--yes] [--new]';

/** What the caller asked for. */
export interface Order {
  note: number;
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
  const [note, over] = positionals;
  if (note === undefined) throw refuse('which note?');
  if (over !== undefined) throw refuse(`one note at a time, not ${positionals.join(', ')}`);
  if (!/^[1-9]\d{0,4}$/u.test(note))
    throw refuse(`“${note}” is no number of a note: give the number of its address, /notes/12/`);
  if (values.content.trim() === '') throw refuse('--content was given an empty name');
  return { note: Number(note), root: values.content, yes: values.yes, isNew: values.new };
}
