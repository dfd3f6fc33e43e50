/** The chapter in Simplified characters: as many characters in every block, none left over, names and titles as a person has read them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Converter } from 'opencc-js/t2cn';
import { describe, expect, test } from 'vitest';
import { convertedAddresses } from '../../../../src/model/addresses/address.ts';
import { buildChapter } from '../../../../src/model/chapter/chapter.ts';
import { readContent } from '../../../../src/model/content/content.ts';
import { converterOf } from '../../../../src/model/simplified/convert.ts';
import { inlinesOf, textOf } from '../../../../src/model/text/document.ts';

const read = readContent(fileURLToPath(new URL('../../../../content', import.meta.url)));
if ('findings' in read) throw new Error('the content cannot be read');
const { content } = read;
const chapter = buildChapter(content);
const convert = converterOf(content.exceptions.data);
/** One character alone, by OpenCC's table of characters. */
const byCharacter = Converter({ from: 't', to: 'cn' });

/** Everything printed, block by block. */
const BLOCKS = [
  ...chapter.sections.flatMap(({ blocks }) =>
    blocks.map((block) => ({ id: block.id, text: textOf(inlinesOf(block)) })),
  ),
  ...chapter.notes.map(({ number, inlines }) => ({ id: `fn${number}`, text: textOf(inlines) })),
];

describe('every block', () => {
  test('has as many characters as the printed one', () => {
    const other = BLOCKS.filter(({ text }) => [...convert(text)].length !== [...text].length);
    expect(other.map(({ id }) => id)).toEqual([]);
    expect(BLOCKS.length).toBeGreaterThan(250);
  });

  test('keeps its punctuation, letters, digits and white space', () => {
    const others = (text: string) => text.replace(/\p{Script=Han}/gu, '＿');
    for (const { id, text } of BLOCKS) expect(others(convert(text)), id).toBe(others(text));
  });

  test('has no character left that has a Simplified form', () => {
    const left = BLOCKS.flatMap(({ id, text }) =>
      [...convert(text)].filter((c) => byCharacter(c) !== c).map((c) => `${id}: ${c}`),
    );
    expect(left).toEqual([]);
  });
});

/** Printed character → its Simplified forms in the chapter, and how often each stands. */
function formsOf(): Map<string, Map<string, number>> {
  const forms = new Map<string, Map<string, number>>();
  for (const { text } of BLOCKS) {
    const converted = [...convert(text)];
    for (const [i, c] of [...text].entries()) {
      const form = converted[i] ?? '';
      const known = forms.get(c) ?? new Map<string, number>();
      forms.set(c, known.set(form, (known.get(form) ?? 0) + 1));
    }
  }
  return forms;
}

test('characters that are converted by their words are those that a person has looked at, each in its place', () => {
  const byWords = [...formsOf()]
    .filter(([c, forms]) => forms.size > 1 || !forms.has(byCharacter(c)))
    .map(([c, forms]) => `${c}: ${[...forms].map(([form, n]) => `${form} ${n}`).join(', ')}`);
  expect(byWords.sort()).toMatchInlineSnapshot(`
    [
      "圏: 圈 2",
      "畫: 划 34",
      "瞭: 了 1",
      "砲: 炮 1",
      "紥: 扎 2",
      "著: 着 26, 著 3",
      "藉: 借 13",
    ]
  `);
});

describe('names and titles', () => {
  const golden = new Map(
    readFileSync(new URL('names.txt', import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(' → ') as [string, string]),
  );

  test.each([...golden])('%s is %s', (printed, simplified) => {
    expect(convert(printed)).toBe(simplified);
  });

  test('of the chapter have all been read', () => {
    if (!('thesis' in chapter)) throw new Error('content/ is of a thesis');
    const people = [chapter.author, ...(chapter.adviser ? [chapter.adviser] : [])];
    const named = [
      ...content.names.data.flatMap(({ name, other }) => [name, ...other]),
      ...people.map(({ family, given }) => family + given),
      ...[chapter.title, chapter.thesis.title, chapter.institution.name],
      ...chapter.sections.map(({ title }) => title),
      ...chapter.sources.flatMap((source) => [
        source.title,
        source['container-title'],
        source['collection-title'],
        source.publisher,
        ...[...(source.author ?? []), ...(source.editor ?? [])].map((name) =>
          'literal' in name ? name.literal : `${name.family}${name.given ?? ''}`,
        ),
      ]),
    ].filter((name) => name !== undefined && /\p{Script=Han}/u.test(name));
    expect(named.filter((name) => !golden.has(name ?? ''))).toEqual([]);
    expect(named.length).toBeGreaterThan(150);
  });
});

test('the pages that are converted are those of the text and its notes', () => {
  const pages = convertedAddresses(chapter);
  expect(pages).toHaveLength(5 + 5 + 42 + 116);
  expect(pages).toContain('/pages/83/');
  expect(pages).not.toContain('/sources/');
});
