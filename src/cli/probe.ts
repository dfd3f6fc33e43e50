/**
 * `npm run probe -- https://thesis.example.org/`: asks a server for every file of dist/ and
 * for what is not there, and says where it answers otherwise than the rules in src/hosting.
 */
import { expectedHeaders } from '../hosting/expected.ts';
import type { Inline } from '../hosting/policy.ts';
import { ERROR_PAGE } from '../hosting/rules.ts';
import { COMMANDS, wordsOf } from './arguments.ts';
import { inOneLine, Refused } from './faults.ts';
import { inlineIn } from './hosting.ts';
import { isSite } from './output.ts';
import { filesOf } from './sums.ts';

/** Files that hosts read themselves. */
const NOT_SERVED = /^\/_(?:headers|redirects)$/u;
const COMPRESSED = /\.(?:br|gz)$/u;

interface Asked {
  path: string;
  /** The path whose rules hold, if it is another. */
  as?: string;
  status: number;
}

const missing: Asked[] = [
  '/nothing-is-here/',
  '/assets/nothing.js',
  '/downloads/nothing.bib',
  '/pagefind/',
  '/notes/0/',
].map((path) => ({ path, as: ERROR_PAGE, status: 404 }));

/** The addresses of a built site's files. */
const addressesOf = (dist: string): Asked[] =>
  filesOf(dist)
    .map((file) => `/${file}`)
    .filter((file) => !NOT_SERVED.test(file) && !COMPRESSED.test(file) && file !== ERROR_PAGE)
    .map((file) => ({ path: file.replace(/\/index\.html$/u, '/'), status: 200 }));

/** What the server answers, to its end. @throws Refused where it cannot be reached */
async function answerOf(address: string): Promise<Response> {
  try {
    const response = await fetch(address, { redirect: 'manual' });
    await response.arrayBuffer();
    return response;
  } catch (error) {
    const { message, cause } = error as Error;
    const why = cause instanceof Error && cause.message !== '' ? cause.message : message;
    throw new Refused(`${address} cannot be asked: ${why}`);
  }
}

/** What is wrong with one answer. */
async function faultsOf(root: string, asked: Asked, inline: Inline): Promise<string[]> {
  const { path, as = path, status } = asked;
  const response = await answerOf(root + path);
  const wrong = response.status === status ? [] : [`${path}: ${response.status}, not ${status}`];
  for (const [name, value] of Object.entries(expectedHeaders(as, inline))) {
    const got = response.headers.get(name);
    if (got?.toLowerCase() !== value.toLowerCase())
      wrong.push(`${path}: ${name} is “${got ?? 'not there'}”, not “${value}”`);
  }
  if (status === 404 && response.headers.get('Access-Control-Allow-Origin') !== null)
    wrong.push(`${path}: is shared with other sites`);
  return wrong;
}

/**
 * Asks a server for everything.
 * @param root its address, with the path it is served under
 * @returns how much was asked, and what is wrong
 */
export async function probe(
  root: string,
  dist: string,
): Promise<{ asked: number; wrong: string[] }> {
  const inline = inlineIn(dist);
  const all = [...addressesOf(dist), ...missing];
  const wrong: string[] = [];
  for (const asked of all)
    wrong.push(...(await faultsOf(root.replace(/\/+$/u, ''), asked, inline)));
  return { asked: all.length, wrong };
}

async function main(): Promise<void> {
  const [root = '', dist = 'dist'] = wordsOf('probe', process.argv.slice(2));
  const { protocol } = URL.canParse(root) ? new URL(root) : { protocol: '' };
  if (!/^https?:$/u.test(protocol))
    throw new Refused(`${root || 'Nothing'} is no address of a site\nUsage: ${COMMANDS.probe[0]}`);
  if (!isSite(dist))
    throw new Refused(`${dist} is no site that npm run build made: build it first`);
  const { asked, wrong } = await probe(root, dist);
  for (const line of wrong) console.log(line);
  console.log(`${asked} addresses asked, ${wrong.length} answers other than the rules say`);
  if (wrong.length > 0) process.exitCode = 1;
}

if (import.meta.main) await inOneLine(main);
