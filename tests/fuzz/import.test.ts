/** The importer: whatever a text has gone through, all of its characters come out, or an error names the place. */
import { readFileSync } from 'node:fs';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { ImportError } from '../../src/import/errors.ts';
import { splitFrontMatter } from '../../src/import/frontmatter.ts';
import { importText } from '../../src/import/import.ts';
import { parseMarkdown } from '../../src/markdown/processor.ts';
import { remembering } from '../../src/markdown/remembering.ts';
import { fuzz } from './fuzz.ts';
import { harmed } from './harm.ts';
import { SMALL } from './small-text.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../unit/import/fixtures/${name}`, import.meta.url), 'utf8');
const TEA = { lines: fixture('tea.txt').split('\n'), settings: fixture('tea.yaml') };
/** UTF-8, in which half a character is a byte that is none. */
const encode = (text: string): Buffer =>
  Buffer.concat(
    text
      .split(/([\uD800-\uDFFF])/u)
      .map((part) => (/^\p{Cs}$/u.test(part) ? Buffer.from([0xed]) : Buffer.from(part))),
  );

/** What no reader could see, and the 〓 that the import puts in its place and says so. */
const UNREADABLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\uFFFD〓]/gu;

/** In any order; a soft hyphen is printed as one, a mark ① may lead to a note 1, and is its number in the content. */
const sorted = (text: string): string =>
  [
    ...text
      .normalize('NFKC')
      .replace(/\u00AD/gu, '-')
      .replace(UNREADABLE, '')
      .replace(/\s+/gu, ''),
  ]
    .sort()
    .join('');

/** The printed characters of a Markdown body, marks as their numbers. */
function printed(body: string): string {
  let text = '';
  visit(parseMarkdown(body), (node) => {
    if (node.type === 'noteref') text += node.number;
    else if ('value' in node) text += node.value;
  });
  return text;
}

const numberOf = remembering((yaml) => (parse(yaml) as { number: number }).number);

/** All characters of the files, in any order: the order is what the import's own proof proves. */
function charactersOf(files: ReadonlyMap<string, string>): string {
  let text = '';
  for (const [path, file] of files) {
    // What was read is kept beside a source that prints a mark and its note in two forms.
    if (path.startsWith('source/')) continue;
    if (path === 'chapter.yaml') {
      const { furniture = [] } = parse(file) as { furniture?: { text: string }[] };
      text += furniture.map((f) => f.text).join('');
      continue;
    }
    const { yaml, body } = splitFrontMatter(file);
    if (path.startsWith('footnotes/')) text += numberOf(yaml);
    text += printed(body);
  }
  return sorted(text);
}

/** Whether sorted characters are among others, each as often. */
function isWithin(some: string, all: string): boolean {
  let at = 0;
  for (const character of all) if (some.startsWith(character, at)) at += character.length;
  return at === some.length;
}

let imported = 0;

function fault(settings: string, lines: readonly string[]): string | undefined {
  const text = lines.join('\n');
  try {
    const { files, summary } = importText(encode(text), 'small.txt', settings, () => '');
    imported += 1;
    const characters = charactersOf(files);
    const wanted = sorted(text);
    if (characters === wanted) return undefined;
    // A mark may be printed *1, as LuaTeX does; of it the content keeps the number.
    if (characters === sorted(text.replace(/\*(?=\d)/gu, ''))) return undefined;
    // What is left out is said, and nothing is there that was not in the text.
    const isSaid = summary.remarks.some((remark) => /left out/u.test(remark));
    return isSaid && isWithin(characters, wanted) ? undefined : `${characters} is not ${wanted}`;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    const isPlace = error.line >= 0 && error.line <= text.split(/\r\n?|\n/u).length;
    const isSaid = error.message !== '' && error.hint !== '';
    return isPlace && isSaid ? undefined : `line ${error.line}: ${error.message}`;
  }
}

test.each([
  ['a small text', SMALL, 1, 9500],
  ['a text of two pages', TEA, 100_001, 500],
] as const)(
  '%s',
  async (name, { lines, settings }, seed, cases) => {
    expect(fault(settings, lines)).toBeUndefined();
    imported = 0;
    await fuzz(`importer: ${name}`, {
      seed,
      cases,
      make: (chance) => harmed(lines, chance),
      fault: (input) => fault(settings, input),
    });
    // Most harm is found; some, such as another word, is none.
    if (!process.env['FUZZ_CASES']) expect(imported).toBeGreaterThan(cases / 20);
  },
  600_000,
);
