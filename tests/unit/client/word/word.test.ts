/** The selected words as a Word file: cut out of that of a section of the real text, with their notes. */
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { Window } from 'happy-dom';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { wordOf } from '../../../../src/client/word/download.ts';
import type { Passage } from '../../../../src/client/word/passage.ts';
import { sectionDocx } from '../../../../src/exports/docx/docx.ts';
import { buildChapter, type Chapter } from '../../../../src/model/chapter/chapter.ts';
import { readContent } from '../../../../src/model/content/content.ts';
import { type Block, type Inline, inlinesOf } from '../../../../src/model/text/document.ts';
import { ROOT } from '../../../cases/content.ts';

const CITATION = [
  { text: '何仁傑，' },
  { text: 'Lamps & Boats', italic: true },
  { text: '，頁72，https://z.example/。' },
];
const SECTION = 4;

let chapter: Chapter;
let whole: Uint8Array;
beforeAll(async () => {
  const { DOMParser, XMLSerializer } = new Window();
  vi.stubGlobal('DOMParser', DOMParser);
  vi.stubGlobal('XMLSerializer', XMLSerializer);
  const read = readContent(join(ROOT, 'content'));
  if ('findings' in read) throw new Error('the content cannot be read');
  chapter = buildChapter(read.content);
  whole = await sectionDocx(chapter, SECTION, { origin: undefined, base: '' });
});

afterAll(() => {
  vi.unstubAllGlobals();
});

const dense = (words: string) => words.replace(/\s/gu, '');

/** A character of the text, or the mark of a note. */
type Sign = { block: Block } & ({ character: string } | { mark: number });

function signsOf(block: Block, inlines: readonly Inline[]): Sign[] {
  return inlines.flatMap((inline): Sign[] => {
    if (inline.type === 'noteref') return [{ block, mark: inline.number }];
    if ('children' in inline) return signsOf(block, inline.children);
    if (!('value' in inline)) return [];
    return [...dense(inline.value)].map((character) => ({ block, character }));
  });
}
const signs = () =>
  (chapter.sections[SECTION - 1]?.blocks ?? []).flatMap((b) => signsOf(b, inlinesOf(b)));

const wordsOf = (some: readonly Sign[]) =>
  some.map((sign) => ('character' in sign ? sign.character : '')).join('');
const marksOf = (some: readonly Sign[]) =>
  some.flatMap((sign) => ('mark' in sign ? [sign.mark] : []));

/** Signs as a reader selects them, those of their first block before them. */
function passage(all: readonly Sign[], from: number, to: number): Passage {
  const own = all.slice(from, to);
  const first = own[0]?.block.id ?? '';
  return {
    first,
    last: own.at(-1)?.block.id ?? '',
    words: wordsOf(own),
    before: wordsOf(all.slice(0, from).filter(({ block }) => block.id === first)),
    marks: new Set(marksOf(own).map((number) => `fnref${number}`)),
  };
}

const parse = (xml: string) => new DOMParser().parseFromString(xml, 'application/xml');
const elements = (root: Document | Element, name: string) => [...root.getElementsByTagName(name)];

/** What a program finds in a Word file. */
function contentOf(docx: Uint8Array) {
  const files = unzipSync(docx);
  const part = (name: string) => parse(strFromU8(files[name] ?? new Uint8Array()));
  const [text, notes] = [part('word/document.xml'), part('word/footnotes.xml')];
  const paragraphs = elements(text, 'w:p').map((p) =>
    elements(p, 'w:t')
      .map((t) => t.textContent)
      .join(''),
  );
  const references = elements(text, 'w:footnoteReference').map((r) => r.getAttribute('w:id'));
  const start = Number(elements(text, 'w:numStart')[0]?.getAttribute('w:val') ?? 1);
  const found = elements(notes, 'w:footnote').filter((n) => Number(n.getAttribute('w:id')) > 0);
  return {
    text,
    words: dense(paragraphs.slice(0, -1).join('')),
    citation: paragraphs.at(-1),
    references,
    printed: references.map((id) => start + Number(id) - 1),
    notes: found.map((note) => [
      note.getAttribute('w:id'),
      dense(
        elements(note, 'w:t')
          .map((t) => t.textContent)
          .join(''),
      ),
    ]),
  };
}

/** Numbers by chance, the same in each run. */
function* chance(seed: number): Generator<number> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

function expectPassage(all: readonly Sign[], from: number, to: number): void {
  const wanted = passage(all, from, to);
  const found = contentOf(wordOf(whole, wanted, CITATION));
  const where = `${wanted.first} ${wanted.before.length} – ${wanted.last}`;
  expect(found.words, where).toBe(wanted.words);
  expect(found.citation).toBe('何仁傑，Lamps & Boats，頁72，https://z.example/。');
  const numbers = marksOf(all.slice(from, to));
  expect(found.printed, where).toEqual(numbers);
  // LibreOffice finds only notes that are numbered from 1 in the file.
  expect(found.references).toEqual(numbers.map((_, i) => String(i + 1)));
  expect(found.notes, where).toEqual(
    numbers.map((number, i) => {
      const inlines = chapter.notes.find((note) => note.number === number)?.inlines ?? [];
      const block = {} as Block;
      return [String(i + 1), wordsOf(signsOf(block, inlines))];
    }),
  );
  const named = elements(found.text, 'w:bookmarkStart').map((b) => b.getAttribute('w:name'));
  for (const link of elements(found.text, 'w:hyperlink')) {
    const anchor = link.getAttribute('w:anchor');
    if (anchor) expect(named, where).toContain(anchor);
  }
  const ids = (name: string) =>
    elements(found.text, name)
      .map((b) => b.getAttribute('w:id'))
      .sort();
  expect(ids('w:bookmarkEnd'), where).toEqual(ids('w:bookmarkStart'));
}

describe('a passage', () => {
  test('has the selected words, the notes marked in them with their numbers, and its citation', () => {
    const all = signs();
    const tables = all.flatMap(({ block }, i) => (block.type === 'table' ? [i] : []));
    const [start = 0, end = 0] = [tables[0], tables.at(-1)];
    const next = chance(11);
    const one = () => next.next().value as number;
    for (let tried = 0; tried < 6; tried += 1) {
      const from = Math.floor(one() * start * 0.95);
      const to = Math.min(start, from + 1 + Math.floor(one() ** 3 * 4000));
      if (wordsOf(all.slice(from, to)) !== '') expectPassage(all, from, to);
    }
    expect(end).toBeGreaterThan(start);
  });

  test('that begins or ends at a mark has it only where it is selected', () => {
    const all = signs();
    const at = all.findIndex((sign) => 'mark' in sign);
    expectPassage(all, at - 5, at);
    expectPassage(all, at - 5, at + 1);
    expectPassage(all, at, at + 6);
    expectPassage(all, at + 1, at + 6);
  });

  test('that touches a table has all of it', () => {
    const all = signs();
    const start = all.findIndex(({ block }) => block.type === 'table');
    const end = all.findLastIndex(({ block }) => block.id === all[start]?.block.id) + 1;
    const wanted = passage(all, start - 10, start + 5);
    const found = contentOf(wordOf(whole, wanted, CITATION));
    expect(elements(found.text, 'w:tbl')).toHaveLength(1);
    const rows = chapter.sections[SECTION - 1]?.blocks.find(
      ({ id }) => id === all[start]?.block.id,
    );
    expect(elements(found.text, 'w:tr')).toHaveLength(
      1 + (rows?.type === 'table' ? rows.rows.length : 0),
    );
    expectPassage(all, start - 10, end);
  });

  test('is styled as the text: headings, quotations, italics of the citation', () => {
    const all = signs();
    const heading = all.findIndex(({ block }) => block.type === 'heading');
    const { text } = contentOf(wordOf(whole, passage(all, heading, heading + 200), CITATION));
    const [first, ...others] = elements(text, 'w:pStyle').map((style) =>
      style.getAttribute('w:val'),
    );
    expect(first).toMatch(/^Heading\d$/u);
    expect(others.at(-1)).toBe('Cell');
    const italic = elements(text, 'w:i')[0]?.parentElement?.parentElement;
    expect(italic?.textContent).toBe('Lamps & Boats');
  });

  test('that is not in the file is no file', () => {
    const wanted = passage(signs(), 40, 90);
    expect(() => wordOf(whole, { ...wanted, words: '另一段話' }, CITATION)).toThrow(
      'not in this file',
    );
    expect(() => wordOf(whole, { ...wanted, first: 's1-1' }, CITATION)).toThrow('not in this file');
  });
});
