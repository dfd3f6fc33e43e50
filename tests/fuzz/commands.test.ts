/** Command lines as anybody may type them: each is understood, or refused with how it is written. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS, wordsOf } from '../../src/cli/arguments.ts';
import { lineOf } from '../../src/cli/faults.ts';
import { QUESTIONS } from '../../src/cli/new/questions.ts';
import { readOptions, Unanswered } from '../../src/cli/new.ts';
import { readAddress } from '../../src/cli/setup/address-options.mjs';
import { SetupError } from '../../src/cli/setup/errors.mjs';
import { readOrder, UsageError } from '../../src/import/cli.ts';
import { ROOT } from '../cases/content.ts';
import { among } from '../search/random.ts';
import { below, type Chance, fuzz } from './fuzz.ts';
import { odd } from './harm.ts';

const NAMES = Object.keys(COMMANDS) as (keyof typeof COMMANDS)[];
const OPTIONS = [
  ...QUESTIONS.map(({ name }) => name),
  ...['port', 'host', 'settings', 'content', 'help', 'no-port', '__proto__', 'constructor'],
];
const VALUES =
  '0 1 80 4321 65535 65536 -1 1e3 0x10 + none . .. / ./ content src package.json dist localhost ::1 0.0.0.0 a:b https://x.example/ 何 仁傑 zh-Hant-TW 2004'.split(
    ' ',
  );

/** A word of a command line; no program can be given a NUL in one. */
function word(chance: Chance): string {
  const kind = below(chance, 8);
  const value = () => among(VALUES, chance);
  const option = `${among(['-', '--', '--', '---', '—'], chance)}${among(OPTIONS, chance)}`;
  const made =
    kind < 2
      ? option
      : kind < 4
        ? `${option}=${below(chance, 4) === 0 ? odd(chance) : value()}`
        : kind < 6
          ? value()
          : kind === 6
            ? among(['', ' ', '--', '-', '-h', '-p', '-xyz', '\n', '\\', '$HOME', '*'], chance)
            : odd(chance);
  return made.replaceAll('\u0000', '');
}

const line = (chance: Chance): string[] =>
  Array.from({ length: below(chance, 6) }, () => word(chance));

/** What an error says, if it is of the kind that people get. */
function saidBy(error: unknown): string | undefined {
  if (error instanceof Unanswered || error instanceof UsageError || error instanceof SetupError)
    return error.message;
  return lineOf(error);
}

const TIME = 300_000;

test('commands of words', { timeout: TIME }, async () => {
  let understood = 0;
  await fuzz('commands', {
    seed: 41,
    cases: 10_000,
    make: (chance) => [among(NAMES, chance), ...line(chance)],
    fault: ([name, ...args]) => {
      if (!name || !(name in COMMANDS)) return undefined;
      const command = name as keyof typeof COMMANDS;
      try {
        const words = wordsOf(command, args);
        understood += 1;
        if (words.length > COMMANDS[command][1]) return 'too many words';
        return words.every((one) => args.includes(one)) ? undefined : 'a word that nobody gave';
      } catch (error) {
        const said = saidBy(error);
        if (said === undefined) throw error;
        return said.endsWith(`Usage: ${COMMANDS[command][0]}`) ? undefined : said;
      }
    },
  });
  if (!process.env['FUZZ_CASES']) expect(understood).toBeGreaterThan(500);
});

test('commands that serve', { timeout: TIME }, async () => {
  await fuzz('serve', {
    seed: 42,
    cases: 10_000,
    make: line,
    fault: (args) => {
      try {
        const { port, host } = readAddress(args, 'npm start');
        if (!Number.isInteger(port) || port < 1 || port > 65_535) return `port ${port}`;
        if (host === '0.0.0.0' && !args.some((one) => one.startsWith('--host')))
          return 'every address of this machine, which nobody asked for';
        return host === undefined || /^[\w.:-]+$/u.test(host) ? undefined : `host ${host}`;
      } catch (error) {
        const said = saidBy(error);
        if (said === undefined) throw error;
        return said.endsWith('Usage: npm start -- [--port N] [--host [address]]')
          ? undefined
          : said;
      }
    },
  });
});

test('npm run new and npm run import', { timeout: TIME }, async () => {
  const before = readFileSync(join(ROOT, 'package.json'), 'utf8');
  await fuzz('options', {
    seed: 43,
    cases: 10_000,
    make: (chance) => [among(['new', 'import'], chance), ...line(chance)],
    fault: ([command, ...args]) => {
      try {
        if (command === 'new') {
          const answers = readOptions(args);
          const wrong = QUESTIONS.find(
            ({ name, fault }) => answers[name] !== undefined && fault?.(answers[name]),
          );
          return wrong && `--${wrong.name} ${answers[wrong.name]}`;
        }
        const { chapter } = readOrder(args);
        return chapter === undefined || chapter > 0 ? undefined : `chapter ${chapter}`;
      } catch (error) {
        const said = saidBy(error);
        if (said === undefined) throw error;
        return said === '' || /undefined|\[object /u.test(said) ? `it says ${said}` : undefined;
      }
    },
  });
  expect(readFileSync(join(ROOT, 'package.json'), 'utf8')).toBe(before);
});
