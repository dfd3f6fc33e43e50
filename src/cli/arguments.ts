/**
 * What the commands take after their names: none of them does anything before it has understood
 * all of its command line.
 */
import { parseArgs } from 'node:util';
import { Refused } from './faults.ts';

/** The commands that take no options: how each is written, and of how many words at most. */
export const COMMANDS = {
  build: ['npm run build', 0],
  check: ['npm run check [-- <content folder>]', 1],
  compress: ['npm run compress [-- <built site>]', 1],
  figures: ['npm run figures', 0],
  guide: ['npm run guide [-- <content folder>]', 1],
  hosting: ['npm run hosting', 0],
  icons: ['npm run icons', 0],
  og: ['npm run og', 0],
  permalinks: ['npm run permalinks [-- <content folder>]', 1],
  probe: ['npm run probe -- <address of the site> [built site]', 2],
} as const satisfies Record<string, readonly [usage: string, most: number]>;

/**
 * Reads the command line of a command.
 * @param args what stands after its name
 * @returns its words
 * @throws Refused for an option, a word too many, and a word with nothing in it
 */
export function wordsOf(command: keyof typeof COMMANDS, args: readonly string[]): string[] {
  const [usage, most] = COMMANDS[command];
  const refuse = (why: string) => new Refused(`${why}\nUsage: ${usage}`);
  let words: string[];
  try {
    words = parseArgs({ args: [...args], allowPositionals: true, options: {} }).positionals;
  } catch {
    const option = args.find((arg) => arg.startsWith('-')) ?? '';
    throw /^--?h(?:elp)?$/u.test(option)
      ? new Refused(`Usage: ${usage}`)
      : refuse(`${command} has no option ${option}`);
  }
  const [over] = words.slice(most);
  if (over !== undefined) throw refuse(`${command} cannot do anything with “${over}”`);
  if (words.some((word) => word.trim() === '')) throw refuse(`${command} was given an empty name`);
  return words;
}
