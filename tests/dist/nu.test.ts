/** Every page is valid HTML, judged by the Nu checker of the WHATWG and W3C, where there is Java for it. */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DIST, html } from './site.ts';
import { run, temporary, which } from './tools.ts';

const java = which('java');
const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

/** What browsers know and the checker does not yet: a contents list that follows the reader. */
const NEW = /CSS: .*[“:](?:scroll-target-group|target-current)”/u;

const faultsIn = (place: string): string[] =>
  run(
    [java ?? '', '-Xss4m', '-jar', jar],
    ['--skip-non-html', '--errors-only', '--format', 'gnu', place],
  )
    .output.split('\n')
    .filter((line) => line !== '' && !NEW.test(line));

describe.skipIf(java === undefined)('the Nu checker', () => {
  test('finds no error on any page', { timeout: 300_000 }, () => {
    expect(faultsIn(DIST).slice(0, 20)).toEqual([]);
  });

  test('would find a script after the end of a page', { timeout: 60_000 }, () => {
    const file = join(temporary(), 'page.html');
    writeFileSync(file, `${html('/sections/5/')}<script src="/x.js"></script>`);
    expect(faultsIn(file).join()).toContain('Stray start tag “script”');
  });
});
