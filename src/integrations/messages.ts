/**
 * Messages in what runs in the browser: `messages.group.name` becomes the message itself, in
 * the site's language. The catalogue would be a file and a request of its own on every page.
 */
import { fileURLToPath } from 'node:url';
import type { Messages } from '../messages/catalogue.ts';
import { messages } from '../messages/site.ts';

/** How the modules of the browser ask for messages. */
const IMPORT = /^import \{ messages \} from '[^']*\/messages\/site\.ts';$/mu;

/** What messages with values call in the browser, and where that is. */
const HELPERS = { counted: 'plural.ts', lower: 'lower.ts', monthName: 'dates.ts' };

/** A helper's name in a module, which may have one of that name itself. */
const aliasOf = (name: string): string => `messages_${name}`;

const CALL = new RegExp(`(?<![\\w$.])(${Object.keys(HELPERS).join('|')})\\(`, 'gu');

/** A message, or a group of them, as an expression of JavaScript. */
function expression(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'function') return `(${String(value).replace(CALL, aliasOf('$1('))})`;
  const entries = Object.entries(value as object);
  return `({${entries.map(([name, one]) => `${JSON.stringify(name)}:${expression(one)}`).join(',')}})`;
}

/** Follows a path as far as it leads: what stands there, and what is left of the path. */
function follow(
  catalogue: Messages,
  path: readonly string[],
  file: string,
): { found: unknown; rest: string } {
  let found: unknown = catalogue;
  let at = 0;
  for (; at < path.length && typeof found === 'object' && found !== null; at += 1) {
    found = (found as Record<string, unknown>)[path[at] ?? ''];
    if (found === undefined)
      throw new Error(`${file}: src/messages has no messages.${path.join('.')}`);
  }
  return {
    found,
    rest: path
      .slice(at)
      .map((name) => `.${name}`)
      .join(''),
  };
}

/**
 * Writes the messages into a module.
 * @throws when it asks for one that is not there, or hands the whole catalogue on
 */
export function withMessages(
  code: string,
  file: string,
  catalogue: Messages = messages,
): string | undefined {
  if (!IMPORT.test(code)) return undefined;
  const written = code
    .replace(IMPORT, '')
    .replace(/(?<![\w$./])messages((?:\.[a-zA-Z]\w*)+)/gu, (_, path: string) => {
      const { found, rest } = follow(catalogue, path.slice(1).split('.'), file);
      return expression(found) + rest;
    });
  const imports = Object.entries(HELPERS)
    .filter(([name]) => written.includes(`${aliasOf(name)}(`))
    .map(([name, from]) => {
      const path = fileURLToPath(new URL(`../messages/${from}`, import.meta.url));
      return `import { ${name} as ${aliasOf(name)} } from ${JSON.stringify(path)};\n`;
    });
  return imports.join('') + written;
}

/** The plugin of Vite: for the browser alone, before TypeScript is taken out. */
export const messagesInPlace = {
  name: 'zhangju-messages',
  enforce: 'pre' as const,
  applyToEnvironment: ({ name }: { name: string }) => name === 'client',
  transform: (code: string, id: string) => withMessages(code, id),
};
