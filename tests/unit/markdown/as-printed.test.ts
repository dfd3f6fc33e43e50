/** Rendered HTML as the print has it: its marks, and no pages where it numbers none. */
import { expect, test } from 'vitest';
import { asPrinted } from '../../../src/markdown/as-printed.ts';
import { elements, render, textOf, treeOf } from './render.ts';

const notes = new Map([
  [1, { mark: '①', name: '1.1' }],
  [2, { mark: '①', name: '2.1' }],
]);

test('a mark shows what is printed and keeps its address', async () => {
  const html = asPrinted(await render('甲。[^2]乙{pb 2}丙。 {#s2-p1}'), { notes, paged: false });
  const [mark] = elements(treeOf(html), (e) => e.properties['role'] === 'doc-noteref');
  expect(mark?.properties).toMatchObject({
    href: '#fn2',
    id: 'fnref2',
    dataNumber: '①',
    ariaLabel: '註 2.1',
  });
  expect(textOf(treeOf(html)).trim()).toBe('甲。①乙丙。');
  expect(html).not.toContain('pagebreak');
});

test('a note that runs over to another page shows no break either', async () => {
  const html = await render('前{pb 2}後。', 'content/footnotes/002.md');
  expect(html).toContain('run-over');
  expect(asPrinted(html, { notes, paged: false })).not.toContain('run-over');
});

test('where the print counts as the content does, nothing is touched', async () => {
  const html = await render('甲。[^1]乙{pb 2}丙。 {#s1-p1}');
  expect(asPrinted(html, { notes: new Map([[1, { mark: '1', name: '1' }]]), paged: true })).toBe(
    html,
  );
});
