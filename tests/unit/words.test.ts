/** One word, one meaning: words out of use name no file and no identifier (src/README.md). */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));

/** Whole names, and parts of names in camel case, that say nothing or two things. */
const NAMES = ['way', 'beside', 'spread', 'also', 'offers', 'opened', 'ours'];
const PARTS = /slip|sheet(?<!stylesheet)|edition/iu;
/** The bibliographic edition, the browser's own names, and what devices and files hold. */
const ALLOWED = new Set(['edition', 'bookEdition', 'slips', 'CSSStyleSheet', 'adoptedStyleSheets']);

const paths = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.\w+$/u.test(path),
);
const files = paths.filter((path) => /\.(?:ts|astro)$/u.test(path));

/** Code without comments, strings and patterns, of an Astro page its script. */
function identifiersOf(path: string): string[] {
  const text = readFileSync(SRC + path, 'utf8');
  const script = path.endsWith('.astro') ? (text.split(/^---$/mu)[1] ?? '') : text;
  const code = script
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, '')
    .replace(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/gu, '')
    .replace(/\/(?![*/ ]).*\/[gimsuvy]+/gu, '')
    .replace(/\/\/ .*$/gmu, '');
  return code.match(/[A-Za-z_$][\w$]*/gu) ?? [];
}

const isOut = (name: string): boolean =>
  !ALLOWED.has(name) && (NAMES.includes(name) || (PARTS.test(name) && !/stylesheet/iu.test(name)));

test('the rule knows the words', () => {
  expect(['way', 'withSlips', 'Edition', 'SHEETS', 'opened'].filter(isOut)).toHaveLength(5);
  expect(['edition', 'stylesheet', 'away', 'emendation'].filter(isOut)).toEqual([]);
});

test('no file or folder is named by a word out of use', () => {
  const names = paths.map(
    (path) =>
      path
        .split('/')
        .at(-1)
        ?.replace(/\.\w+$/u, '') ?? '',
  );
  expect([...names].filter((name) => name === 'edition' || name.split('-').some(isOut))).toEqual(
    [],
  );
});

test('no identifier is a word out of use', () => {
  const wrong = files.flatMap((path) =>
    identifiersOf(path)
      .filter(isOut)
      .map((name) => `${path}: ${name}`),
  );
  expect([...new Set(wrong)]).toEqual([]);
  expect(files.length).toBeGreaterThan(300);
});
