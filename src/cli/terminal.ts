/** Asking the person at the terminal. */
import { createInterface } from 'node:readline/promises';
import { Refused } from './faults.ts';
import type { Ask } from './source/ask.ts';

/**
 * Does what needs answers of a person.
 * @throws Refused when they leave before it is done (end of the input, Ctrl+C)
 */
export async function withPerson(work: (ask: Ask) => Promise<void>): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const closed = new Promise<never>((_, reject) => {
    terminal.once('close', () =>
      reject(new Refused('沒有完成，什麼也沒寫。(Stopped; nothing was written.)')),
    );
  });
  closed.catch(() => undefined);
  try {
    await work((question) => Promise.race([terminal.question(question), closed]));
  } finally {
    terminal.close();
  }
}
