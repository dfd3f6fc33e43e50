/** The READMEs speak of what is there: commands, dependencies, files. The first fits a few screens. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { scripts, dependencies, devDependencies } = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8'),
) as Record<'scripts' | 'dependencies' | 'devDependencies', Record<string, string>>;

const below = ['content', 'findings', 'public', 'src', 'tests'].flatMap((folder) =>
  existsSync(join(ROOT, folder))
    ? readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .map((file) => join(folder, file))
        .filter((file) => /(?:^|\/)README\.md$/u.test(file))
    : [],
);
const READMES = new Map(
  ['README.md', ...below].map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]),
);
const whole = [...READMES.values()].join('\n');

/** What each README says and is not there. */
const absent = (pattern: RegExp, isThere: (name: string, file: string) => boolean): string[] =>
  [...READMES].flatMap(([file, text]) =>
    [...text.matchAll(pattern)]
      .map(([, name = '']) => name)
      .filter((name) => !isThere(name, file))
      .map((name) => `${file}: ${name}`),
  );

/** The names of npm scripts in a text. */
const SCRIPT = /\bnpm (?:run |(?=start\b|test\b))([a-z][a-z:]*)/gu;

test('the first README has at most 120 lines', () => {
  expect(READMES.get('README.md')?.split('\n').length).toBeLessThanOrEqual(121);
});

test('each command that a README names exists', () => {
  expect(absent(SCRIPT, (name) => name in scripts)).toEqual([]);
});

test('each npm script is named in a README', () => {
  const named = new Set([...whole.matchAll(SCRIPT)].map(([, name]) => name));
  expect(Object.keys(scripts).filter((name) => !named.has(name))).toEqual([]);
});

test('each dependency has its reason, and each reason its dependency', () => {
  const section = whole.split(/^## Dependencies$/mu)[1]?.split(/^#{1,2} /mu)[0] ?? '';
  const table = section.match(/^\| (?!package |---).*\|$/gmu) ?? [];
  const explained = table.flatMap((row) => (row.split('|')[1] ?? '').trim().split(', '));
  expect(explained.sort()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).sort());
  expect(table.filter((row) => (row.split('|')[2] ?? '').trim() === '')).toEqual([]);
});

test('each file of the project that a README names or links to exists', () => {
  const named = absent(/`((?:src|tests|content|public)\/[^`\s<>…*]+)`/gu, (name) =>
    existsSync(join(ROOT, name)),
  );
  const linked = absent(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/gu, (name, file) =>
    existsSync(join(ROOT, dirname(file), name)),
  );
  expect([...named, ...linked]).toEqual([]);
});
