// @vitest-environment happy-dom
/** /notes/: the list is narrowed to the notes found, whatever their printed numbers are. */
import { expect, test, vi } from 'vitest';
import { found } from './answers.ts';

vi.mock('../../../../src/client/search/lazy.ts', () => ({
  search: async () => found([], { numbers: [2, 4], total: 2 }),
}));

test('numbers that begin anew with each section: the notes themselves are shown', async () => {
  history.replaceState(null, '', '/notes/?q=x');
  const list = (section: number, first: number) =>
    `<section class="endnotes"><ol class="notes">
      <li id="fn${first}" value="1">${section}.1</li><li id="fn${first + 1}" value="2">${section}.2</li>
    </ol></section>`;
  document.body.innerHTML = `
    <div data-notes-search hidden>
      <form><input name="q"></form><details></details>
      <section id="facets"></section><p role="status"></p>
    </div>
    <article>${list(1, 1)}${list(2, 3)}${list(3, 5)}</article>`;
  await import('../../../../src/client/search/notes.ts');
  const status = document.querySelector('[role="status"]');
  await vi.waitUntil(() => status?.textContent !== '');
  expect(status?.textContent).toBe('2 條註');
  const shown = [...document.querySelectorAll('li')].filter((li) => !li.hidden).map(({ id }) => id);
  expect(shown).toEqual(['fn2', 'fn4']);
  const sections = [...document.querySelectorAll<HTMLElement>('section.endnotes')];
  expect(sections.map(({ hidden }) => hidden)).toEqual([false, false, true]);
});
