/** Our own licence is the same wherever it is named; every package of the build is whole and has a licence that allows it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Package {
  version?: string;
  license?: string;
  integrity?: string;
  resolved?: string;
  dev?: boolean;
}

const at = (file: string) => new URL(`../../${file}`, import.meta.url);
const { packages } = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')) as {
  packages: Record<string, Package>;
};
const { license, dependencies, devDependencies } = JSON.parse(
  readFileSync(at('package.json'), 'utf8'),
) as {
  license: string;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

/** Licences that ask for no more than their own text to go along; MPL and LGPL hold for their own files. */
const ALLOWED = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MPL-2.0',
  // Typefaces: they may go along with anything, under their licence.
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
];

/** Whether an SPDX expression holds with licences of the list alone: all of AND, one of OR. */
const allowed = (expression: string): boolean =>
  expression
    .replace(/[()]/gu, '')
    .split(' OR ')
    .some((part) => part.split(' AND ').every((licence) => ALLOWED.includes(licence)));

/** A file of the project, each run of white space one space. */
const words = (file: string): string => readFileSync(at(file), 'utf8').replace(/\s+/gu, ' ');

test('the code is under the MIT licence, and the text says that it is not', () => {
  expect(license).toBe('MIT');
  expect(packages['']?.license).toBe('MIT');
  expect(words('LICENSE')).toMatch(/^MIT License Copyright \(c\) \d{4} .*章句/u);
  expect(words('LICENSE')).toContain('content/ are not part of the Software');
  expect(words('README.md')).toContain("The chapter's text is not under it");
  expect(words('content/README.md')).toContain("**The text is its author's.**");
});

const installed = Object.entries(packages).filter(([path]) => path !== '');

test('versions are pinned, and each package has the digest of its archive', () => {
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/u.test(version),
  );
  expect(loose).toEqual([]);
  expect(installed.filter(([, p]) => !p.integrity?.startsWith('sha512-')).map(([p]) => p)).toEqual(
    [],
  );
  expect(installed.length).toBeGreaterThan(300);
});

test('each package of the build has a licence of the list', () => {
  const refused = installed
    .filter(([, { dev }]) => !dev)
    .map(([path, { license }]) => ({ path, licence: license ?? 'none' }))
    .filter(({ licence }) => !allowed(licence));
  expect(refused).toEqual([]);
});
