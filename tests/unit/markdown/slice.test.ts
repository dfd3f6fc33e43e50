/** Printed pages cut from the rendered text: inside paragraphs, between table rows. */
import { readFileSync } from 'node:fs';
import type { Element, Root, RootContent } from 'hast';
import { describe, expect, test } from 'vitest';
import { slicePages } from '../../../src/markdown/slice.ts';
import { contentPath } from '../import/source.ts';
import { byRole, byTag, elements, render, textOf, treeOf } from './render.ts';

const rootOf = (children: RootContent[]): Root => ({ type: 'root', children });

async function slices(markdown: string, first: number): Promise<Map<number, Root>> {
  const pages = slicePages(treeOf(await render(markdown)), first);
  return new Map([...pages].map(([page, nodes]) => [page, rootOf(nodes)]));
}

/** The printed text of a page: without marks of notes, and without what is repeated for orientation. */
function printed(node: Root | RootContent): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element') {
    if (node.properties['dataApparatus'] !== undefined) return '';
    if (node.properties['role'] === 'doc-noteref') return '';
  }
  return 'children' in node ? node.children.map(printed).join('') : '';
}
const shown = (pages: Map<number, Root>) =>
  [...pages].map(([page, root]) => `${page}:${printed(root).replace(/\s+/gu, '')}`);
const properties = (root: Root | undefined, tag: string) =>
  root && elements(root, byTag(tag)).map((e: Element) => e.properties);

describe('a page', () => {
  test('is cut inside a paragraph, and each part says that it goes on', async () => {
    const pages = await slices('{pb 42}甲 {#s1-p1}\n\n乙{pb 43}丙 {#s1-p2}\n\n丁 {#s1-p3}', 42);
    expect(shown(pages)).toEqual(['42:甲乙', '43:丙丁']);
    expect(properties(pages.get(42), 'p')).toEqual([{ id: 's1-p1' }, { id: 's1-p2' }]);
    expect(properties(pages.get(43), 'p')).toEqual([
      { id: 's1-p2', dataContinued: '' },
      { id: 's1-p3' },
    ]);
  });

  test('of one long paragraph is both continued and continuing', async () => {
    const pages = await slices('甲{pb 43}乙{pb 44}丙 {#s1-p1}', 42);
    expect(shown(pages)).toEqual(['42:甲', '43:乙', '44:丙']);
    expect(properties(pages.get(43), 'p')).toEqual([{ id: 's1-p1', dataContinued: '' }]);
  });

  test('that begins with a block is not continued', async () => {
    const pages = await slices('甲 {#s1-p1}\n\n## {pb 50}第二節 {#s2}\n\n乙 {#s2-p1}', 49);
    expect(shown(pages)).toEqual(['49:甲', '50:第二節乙']);
    expect(properties(pages.get(50), 'h2')).toEqual([{ id: 's2' }]);
    expect(properties(pages.get(49), 'p')).toEqual([{ id: 's1-p1' }]);
  });

  test('begins with its own mark', async () => {
    const pages = await slices('甲{pb 43}乙', 42);
    expect(elements(pages.get(42) as Root, byRole('doc-pagebreak'))).toHaveLength(0);
    expect(elements(pages.get(43) as Root, byRole('doc-pagebreak'))).toHaveLength(1);
  });

  test('is cut inside a quotation and inside English words', async () => {
    const pages = await slices('> 甲 {#a}\n>\n> 乙 of the {pb 62}Republic of 丙 {#b}', 61);
    expect(shown(pages)).toEqual(['61:甲乙ofthe', '62:Republicof丙']);
    expect(properties(pages.get(61), 'blockquote')).toEqual([{}]);
    expect(properties(pages.get(62), 'blockquote')).toEqual([{ dataContinued: '' }]);
    expect(properties(pages.get(62), 'p')).toEqual([{ id: 'b', dataContinued: '' }]);
  });
});

describe('a table that runs over a page', () => {
  const MARKDOWN = [
    '表 3-1　年表[^8] {#table-3-1}',
    '| 日期 | 事 |\n| - | - |\n| 01.05 | 甲 |\n| {pb 45}05.13 | 乙 |\n| 06.12 | 丙 |',
    '資料來源：丁。 {#table-3-1-source}',
  ].join('\n\n');

  test('is cut between its rows', async () => {
    const pages = await slices(MARKDOWN, 44);
    expect(shown(pages)).toEqual(['44:表3-1年表日期事01.05甲', '45:05.13乙06.12丙資料來源：丁。']);
  });

  test('repeats its caption and its head, as no part of the text', async () => {
    const second = (await slices(MARKDOWN, 44)).get(45) as Root;
    const [caption] = elements(second, byTag('caption'));
    const [head] = elements(second, byTag('thead'));
    expect(caption?.properties['dataApparatus']).toBe('');
    expect(head?.properties['dataApparatus']).toBe('');
    expect(caption && textOf(caption).replace(' ', '')).toBe('表3-1　年表（續）');
    expect(head && textOf(head).replace(/\s/gu, '')).toBe('日期事');
  });

  test('has its mark once, and its ids in the first part', async () => {
    const pages = await slices(MARKDOWN, 44);
    const marks = [...pages.values()].map((root) => elements(root, byRole('doc-noteref')).length);
    expect(marks).toEqual([1, 0]);
    expect(elements(pages.get(45) as Root, byTag('tr'))).toHaveLength(3);
  });
});

describe('the whole chapter', async () => {
  const html = (
    await Promise.all(
      [1, 2, 3, 4, 5].map((n) =>
        render(
          readFileSync(contentPath(`sections/${n}.md`), 'utf8').replace(
            /^---\n[\s\S]*?\n---\n/u,
            '',
          ),
        ),
      ),
    )
  ).join('\n');
  const whole = treeOf(html);
  const pages = slicePages(structuredClone(whole), 42);

  test('falls into its 42 pages, and no character is lost or doubled', () => {
    expect([...pages.keys()]).toEqual(Array.from({ length: 42 }, (_, i) => 42 + i));
    const joined = [...pages.values()].map((nodes) => printed(rootOf(nodes))).join('');
    expect(joined.replace(/\s/gu, '')).toBe(printed(whole).replace(/\s/gu, ''));
  });

  test('keeps each mark and each page break on its page, once', () => {
    const marks = [...pages.values()].flatMap((nodes) =>
      elements(rootOf(nodes), byRole('doc-noteref')),
    );
    expect(marks.map((m) => m.properties['id'])).toEqual(
      Array.from({ length: 116 }, (_, i) => `fnref${i + 1}`),
    );
    for (const [page, nodes] of pages) {
      const breaks = elements(rootOf(nodes), byRole('doc-pagebreak'));
      expect(breaks.map((b) => b.properties['id'])).toEqual([`p${page}`]);
    }
  });

  test('begins each page with its own mark', () => {
    for (const [page, nodes] of pages) {
      const [first] = nodes.filter((n) => n.type === 'element');
      const [mark] = first ? elements(first, byRole('doc-pagebreak')) : [];
      expect(mark?.properties['title'], `page ${page}`).toBe(String(page));
    }
  });
});
