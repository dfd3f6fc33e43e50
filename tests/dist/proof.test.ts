/** The proof on the built site: every view of the text gives the source back, character for character. */
import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { notesByPage, pageOfMarks, stream, textByPage } from './printed.ts';
import {
  all,
  attribute,
  hasTag,
  html,
  NOTES,
  type Node,
  PAGES,
  page,
  SECTIONS,
  text,
} from './site.ts';
import { firstDifference, source } from './source-text.ts';

/** What the printed pages show of running heads. */
const heads = new Map(
  PAGES.flatMap((address) => {
    const shown = all(page(address), hasTag('small')).map((e) => text(e).trim());
    const head = shown.find((s) => s.startsWith('書眉：'))?.slice('書眉：'.length);
    return head ? [[Number(address.match(/\d+/u)?.[0]), head] as const] : [];
  }),
);

const views: Record<string, string[]> = {
  '/sections/*': SECTIONS,
  '/chapter/': ['/chapter/'],
  '/pages/*': PAGES,
};
const noteViews: Record<string, string[]> = {
  ...views,
  '/notes/': ['/notes/'],
  '/notes/*': NOTES.map((n) => `/notes/${n}/`),
};

const marks = pageOfMarks([page('/chapter/')]);
const pageOf = (note: number) => marks.get(note) ?? 0;

function rebuilt(textOf: Node[], notesOf: Node[]): string {
  return stream(textByPage(textOf), notesByPage(notesOf, pageOf), heads);
}

describe('the built site gives the source back', () => {
  test.each(Object.keys(views))('text of %s', (view) => {
    const documents = (views[view] ?? []).map(page);
    expect(firstDifference(rebuilt(documents, [page('/chapter/')]))).toBe('none');
  });

  test.each(Object.keys(noteViews))('notes of %s', (view) => {
    const documents = (noteViews[view] ?? []).map(page);
    expect(firstDifference(rebuilt([page('/chapter/')], documents))).toBe('none');
  });
});

describe('the proof fails when the built text is not the source', () => {
  const chapter = html('/chapter/');
  const inText = chapter.indexOf('<article');
  const replace = (what: string | RegExp, by: string) =>
    chapter.slice(0, inText) + chapter.slice(inText).replace(what, by);
  const changed: [string, string][] = [
    ['a character is dropped', replace('杜魯門主義', '杜魯主義')],
    ['a character is doubled', replace('停戰協定', '停停戰協定')],
    ['a character is changed', replace('撒離', '撤離')],
    [
      'a mark moves by one character',
      replace(/(。)(<a role="doc-noteref"[^>]*>.*?<\/a>)/u, '$2$1'),
    ],
    [
      'a page break moves by one character',
      replace(/(\p{Script=Han})(<span role="doc-pagebreak"[^>]*><\/span><a[^>]*><\/a>)/u, '$2$1'),
    ],
    [
      'the break of page 67, with no notes before it, moves by one character',
      replace(/(.)(<span role="doc-pagebreak" id="p67"[^>]*><\/span><a[^>]*><\/a>)/u, '$2$1'),
    ],
    ['a note changes its number', replace('id="fn7"', 'id="fn70"').replace('id="fn8"', 'id="fn7"')],
    [
      'apparatus is taken for text',
      replace('id="endnotes" data-apparatus', 'id="endnotes"').replace('role="doc-endnotes"', ''),
    ],
  ];
  test.each(changed)('%s', (_, mutated) => {
    expect(mutated).not.toBe(chapter);
    expect(rebuilt([parse(mutated)], [parse(mutated)])).not.toBe(source);
  });
});

test('each noteref leads to its note and each note back to its mark', () => {
  for (const address of [...SECTIONS, '/chapter/', ...PAGES]) {
    const refs = all(page(address), (e) => attribute(e, 'role') === 'doc-noteref');
    const backs = all(page(address), (e) => attribute(e, 'role') === 'doc-backlink');
    expect(refs.map((e) => attribute(e, 'href'))).toEqual(
      refs.map((e) => `#${attribute(e, 'id')?.replace('fnref', 'fn')}`),
    );
    expect(backs.map((e) => attribute(e, 'href'))).toEqual(
      refs.map((e) => `#${attribute(e, 'id')}`),
    );
  }
});
