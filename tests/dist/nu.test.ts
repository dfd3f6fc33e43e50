/** Every page is valid HTML, judged by the Nu checker of the WHATWG and W3C, where there is Java for it. */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { DIST, html } from './site.ts';
import { JVM, run, temporary, which } from './tools.ts';

const java = which('java');
const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

/** What browsers know and the checker does not yet: a contents list that follows the reader. */
const NEW = /CSS: .*[“:](?:scroll-target-group|target-current)”/u;

describe.skipIf(java === undefined)('the Nu checker', () => {
  const spoilt = join(temporary(), 'spoilt.html');
  let faults: string[];
  beforeAll(() => {
    writeFileSync(spoilt, `${html('/sections/5/')}<script src="/x.js"></script>`);
    const { output } = run(
      [java ?? '', ...JVM, '-Xss4m', '-jar', jar],
      ['--skip-non-html', '--errors-only', '--format', 'gnu', DIST, spoilt],
    );
    faults = output.split('\n').filter((line) => line !== '' && !NEW.test(line));
  }, 300_000);

  test('finds no error on any page', () => {
    expect(faults.filter((line) => !line.includes(spoilt)).slice(0, 20)).toEqual([]);
  });

  test('would find a script after the end of a page', () => {
    const found = faults.filter((line) => line.includes(spoilt));
    expect(found.join()).toContain('Stray start tag “script”');
  });
});
