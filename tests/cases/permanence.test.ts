/** What an editor does to the text: published links go on leading to the same words, or nothing is published. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allAddresses } from '../../src/model/addresses/address.ts';
import { appendPermalinks } from '../../src/model/addresses/permalinks.ts';
import { findingsOf } from '../../src/model/checks/content-folder.ts';
import { textOf } from '../../src/model/text/document.ts';
import { chapterOf, edit, withTemporary, writeContent } from './content.ts';

/** The words to which a link to a block leads. */
const wordsAt = (root: string, id: string): string | undefined => {
  const block = chapterOf(root)
    .sections.flatMap((section) => section.blocks)
    .find((b) => b.id === id);
  return block && 'inlines' in block ? textOf(block.inlines) : undefined;
};

const rules = (root: string) => [...new Set(findingsOf(root).map(({ rule }) => rule))];

test('a heading gets another title: every link holds', () => {
  withTemporary((root) => {
    writeContent(root);
    const before = allAddresses(chapterOf(root));
    edit(join(root, 'sections/1.md'), [{ find: '一、燈油', replace: '一、點燈的人' }]);
    edit(join(root, 'source/lamp.txt'), [{ find: '一、 燈油', replace: '一、點燈的人' }]);
    expect(findingsOf(root)).toEqual([]);
    expect(allAddresses(chapterOf(root))).toEqual(before);
    expect(wordsAt(root, 's1-1')).toBe('一、點燈的人');
  });
});

test('a heading of which the print says otherwise is not published', () => {
  withTemporary((root) => {
    writeContent(root);
    edit(join(root, 'sections/1.md'), [{ find: '一、燈油', replace: '一、點燈的人' }]);
    expect(rules(root)).toEqual(['text/proof']);
  });
});

/** Makes two paragraphs of section 2, which are published so. */
function writeTwoParagraphs(root: string): void {
  writeContent(root);
  const split =
    '沒有人了。[^2] {#s2-p1}\n\n燈還亮著，看燈的人{pb 9}說：「船會回來。」[^3] {#s2-p2}';
  const whole = '沒有人了。[^2]燈還亮著，看燈的人{pb 9}說：「船會回來。」[^3] {#s2-p1}';
  edit(join(root, 'sections/2.md'), [{ find: whole, replace: split }]);
  const registry = join(root, 'permalinks.txt');
  const text = readFileSync(registry, 'utf8');
  writeFileSync(registry, appendPermalinks(text, allAddresses(chapterOf(root))));
  expect(findingsOf(root)).toEqual([]);
}

/** Turns the two paragraphs round. */
function turnRound(root: string, ids: 'stay' | 'go along'): void {
  const path = join(root, 'sections/2.md');
  const [head = '', first = '', second = ''] = readFileSync(path, 'utf8').split(/\n\n(?=[橋燈])/u);
  const [one, two] = [first.replace(' {#s2-p1}', ''), second.trimEnd().replace(' {#s2-p2}', '')];
  const [p1, p2] = ids === 'stay' ? [1, 2] : [2, 1];
  const body = `${two} {#s2-p${p1}}\n\n${one} {#s2-p${p2}}\n`;
  writeFileSync(path, `${head}\n\n${body}`);
}

test.each(['stay', 'go along'] as const)(
  'paragraphs are turned round, and their ids %s: nothing is published',
  (ids) => {
    withTemporary((root) => {
      writeTwoParagraphs(root);
      turnRound(root, ids);
      expect(rules(root)).not.toEqual([]);
    });
  },
);

test('a paragraph is given another id: nothing is published until its old address leads to it', () => {
  withTemporary((root) => {
    writeContent(root);
    const registry = join(root, 'permalinks.txt');
    const text = readFileSync(registry, 'utf8');
    writeFileSync(registry, `${text}/sections/1/#s1-1-p7\n/chapter/#s1-1-p7\n`);
    expect(rules(root)).toEqual(['permalink/lost']);
    const aliases = ['/sections/1/', '/chapter/'].map((p) => `${p}#s1-1-p7 => ${p}#s1-1-p1\n`);
    writeFileSync(registry, `${readFileSync(registry, 'utf8')}${aliases.join('')}`);
    expect(findingsOf(root)).toEqual([]);
  });
});
