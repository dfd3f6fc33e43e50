/** A room imports only from rooms before it; nobody imports pages or command lines; no cycles. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

/** The order of the rooms: each may import itself and those before it. */
const ORDER = [
  'markdown',
  'import',
  'messages',
  'model',
  'search',
  'worker',
  'exports',
  'hosting',
  'integrations',
  'components',
  'layouts',
  'pages',
];
/** Rooms outside that order, and what they may import besides themselves. */
const ASIDE: Record<string, string[]> = {
  client: ['messages', 'search', 'worker', 'styles'],
  worker: [],
  cli: ['markdown', 'import', 'model', 'search', 'exports', 'hosting', 'integrations'],
  'content.config.ts': ['import', 'model'],
  styles: [],
};

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((f) => /\.(?:ts|astro|mjs)$/u.test(f))
  .map((f) => join(SRC, f));

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/\b(?:from|import)\s*\(?['"](\.[^'"]+)['"]/gu)].map((m) =>
    join(dirname(file), m[1] ?? ''),
  );

const roomOf = (file: string) => relative(SRC, file).split('/')[0] ?? '';

function mayImport(from: string, to: string): boolean {
  if (from === to) return true;
  if (ASIDE[from]) return ASIDE[from].includes(to);
  // Stylesheets and what runs in the browser are asked for where they are used.
  if (to === 'styles') return from === 'layouts';
  if (to === 'client') return from === 'layouts' || from === 'pages';
  return (
    ORDER.includes(from) && ORDER.indexOf(to) !== -1 && ORDER.indexOf(to) < ORDER.indexOf(from)
  );
}

test('every room has its place in the order', () => {
  const rooms = new Set(files.map(roomOf));
  expect([...rooms].filter((r) => !ORDER.includes(r) && !(r in ASIDE))).toEqual([]);
});

test('a room imports only from rooms before it', () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((to) => !mayImport(roomOf(file), roomOf(to)))
      .map((to) => `${relative(SRC, file)} imports ${relative(SRC, to)}`),
  );
  expect(wrong).toEqual([]);
  expect(files.flatMap(importsOf).length).toBeGreaterThan(80);
});

test('only model/load.ts and content.config.ts ask Astro for content', () => {
  const asking = files.filter((f) => /from ['"]astro:content['"]/u.test(readFileSync(f, 'utf8')));
  expect(asking.map((f) => relative(SRC, f)).sort()).toEqual([
    'content.config.ts',
    'model/load.ts',
  ]);
});

test('no file imports itself by a detour', () => {
  const graph = new Map(files.map((f) => [f, importsOf(f)]));
  const done = new Set<string>();
  const visit = (file: string, path: string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next, [...path, file]);
      if (cycle.length > 0) return cycle;
    }
    done.add(file);
    return [];
  };
  expect(files.flatMap((f) => visit(f, [])).map((f) => relative(SRC, f))).toEqual([]);
});
