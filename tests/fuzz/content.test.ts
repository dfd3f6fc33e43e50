/** Settings and content as people may leave them: each is read, or refused with a file and what to do. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { OutputError, outputFolder } from '../../src/cli/output.ts';
import { ImportError } from '../../src/import/errors.ts';
import { importText } from '../../src/import/import.ts';
import { readSettings } from '../../src/import/settings.ts';
import { allAddresses } from '../../src/model/addresses/address.ts';
import { SiteAddressError, siteAddress } from '../../src/model/addresses/site-address.ts';
import { findingsOf } from '../../src/model/checks/content-folder.ts';
import { chapterOf, edit, ROOT, writeContent } from '../cases/content.ts';
import { among } from '../search/random.ts';
import { below, type Chance, fuzz } from './fuzz.ts';
import { harmed, odd } from './harm.ts';

// What is not harmed stays the same from case to case.
vi.mock(import('../../src/model/content/parse-yaml.ts'), async (original) => {
  const { remembering } = await import('../../src/markdown/remembering.ts');
  const { parseYaml: real } = await original();
  // A file is always asked for the data of one schema.
  const files = new Map<string, (yaml: string) => ReturnType<typeof real>>();
  const parseYaml: typeof real = (schema, yaml, file, firstLine) => {
    const known = files.get(file) ?? remembering((text) => real(schema, text, file, firstLine));
    files.set(file, known);
    return known(yaml) as ReturnType<typeof real<ReturnType<typeof schema.parse>>>;
  };
  return { parseYaml };
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhangju-fuzz-'));
  writeContent(folder);
  // A draft, or every case would be one of lost addresses.
  rmSync(join(folder, 'permalinks.txt'));
  edit(join(folder, 'chapter.yaml'), [
    { find: 'furniture: []', replace: 'furniture: []\ndraft: true' },
  ]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A finding that a person can act on: it names a file and says something. */
const isClear = ({ file, line, message }: { file: string; line: number; message: string }) =>
  file !== '' && line >= 0 && message.length > 20 && !/undefined|\[object |\bNaN\b/u.test(message);

/** What is wrong with what the checks say of the folder; what they pass has addresses. */
function faultOfContent(): string | undefined {
  const findings = findingsOf(folder);
  const unclear = findings.find((finding) => !isClear(finding));
  if (unclear) return `this is not clear: ${JSON.stringify(unclear)}`;
  if (findings.length > 0) return undefined;
  const addresses = allAddresses(chapterOf(folder));
  if (new Set(addresses).size !== addresses.length) return 'an address stands twice';
  const odd = addresses.find((address) => !/^\/[\w./#%-]*$/u.test(address));
  return odd && `this is no address: ${odd}`;
}

const TIME = 300_000;

test.each([
  ['chapter.yaml', 31],
  ['footnotes/003.md', 32],
  ['sections/1.md', 33],
])('%s, harmed', { timeout: TIME }, async (file, seed) => {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const lines = text.split('\n');
  try {
    await fuzz(`content: ${file}`, {
      seed,
      cases: file === 'chapter.yaml' ? 10_000 : 2_000,
      make: (chance) => harmed(lines, chance),
      fault: (harm) => {
        // Some disks are slow to write anew what is emptied first, and quick with a new file.
        rmSync(path);
        writeFileSync(path, harm.join('\n'));
        return faultOfContent();
      },
    });
  } finally {
    writeFileSync(path, text);
  }
});

const fixture = (name: string) =>
  readFileSync(join(ROOT, 'tests/unit/import/fixtures', name), 'utf8');

test('the settings of an import, harmed', { timeout: TIME }, async () => {
  const text = Buffer.from(fixture('tea.txt'));
  const lines = fixture('tea.yaml').split('\n');
  // Of settings that are read as others were, the import makes the same.
  const seen = new Set<string>();
  await fuzz('settings', {
    seed: 34,
    cases: 10_000,
    make: (chance) => harmed(lines, chance),
    fault: (harm) => {
      try {
        const yaml = harm.join('\n');
        const read = inspect(readSettings(yaml), {
          depth: null,
          maxArrayLength: null,
          maxStringLength: null,
        });
        if (seen.has(read)) return undefined;
        importText(text, 'tea.txt', yaml, () => '');
        seen.add(read);
      } catch (error) {
        if (!(error instanceof ImportError)) throw error;
        if (error.message === '' || error.hint === '') return 'the error does not say what to do';
        if (/undefined|\[object /u.test(error.message + error.hint)) return error.message;
      }
      return undefined;
    },
  });
});

const PARTS =
  'https:// http:// example.org user.example localhost :8080 / // /thesis/ /論文/ . .. ~ ? # % %20 @ * \\ dist content src public ./ ../ $HOME " \' & é \u200B'.split(
    ' ',
  );
const piece = (chance: Chance): string =>
  below(chance, 4) === 0 ? odd(chance) : among(PARTS, chance);
const pieces = (chance: Chance): string[] =>
  Array.from({ length: 1 + below(chance, 5) }, () => piece(chance));

test('SITE, BASE and `site` as anybody may give them', { timeout: TIME }, async () => {
  await fuzz('site', {
    seed: 35,
    cases: 10_000,
    make: (chance) => [
      below(chance, 3) === 0 ? '' : pieces(chance).join(''),
      below(chance, 3) === 0 ? '' : pieces(chance).join(''),
      below(chance, 3) === 0 ? '' : pieces(chance).join(''),
    ],
    fault: ([site = '', base = '', own = '']) => {
      try {
        const made = siteAddress({ SITE: site, BASE: base }, own === '' ? undefined : own);
        if (!made.base.startsWith('/')) return `this is no base: ${made.base}`;
        if (made.site !== undefined) new URL(made.site);
      } catch (error) {
        if (!(error instanceof SiteAddressError)) throw error;
        if (!/SITE|BASE|site/u.test(error.message))
          return `it does not say what is wrong: ${error.message}`;
      }
      return undefined;
    },
  });
});

test('BUILD_OUT as anybody may give it is never a part of the project', {
  timeout: TIME,
}, async () => {
  const PROTECTED = /^(?:\.git|content|findings|node_modules|public|src|tests)(?:\/|$)/u;
  await fuzz('output', {
    seed: 36,
    cases: 10_000,
    make: (chance) => pieces(chance).map((part) => part.replaceAll('\u0000', '')),
    fault: (parts) => {
      const given = parts.join('');
      try {
        const folder = outputFolder(given, 'content', ROOT);
        if (folder === ROOT || ROOT.startsWith(`${folder}/`)) return `${given} holds the project`;
        if (
          PROTECTED.test(folder.slice(ROOT.length).replace(/^\//u, '')) &&
          folder.startsWith(ROOT)
        )
          return `${given} is part of the project`;
      } catch (error) {
        if (!(error instanceof OutputError)) throw error;
        if (!error.message.includes('BUILD_OUT')) return error.message;
      }
      return undefined;
    },
  });
  expect(readFileSync(join(ROOT, 'package.json'), 'utf8')).toContain('zhangju');
});
