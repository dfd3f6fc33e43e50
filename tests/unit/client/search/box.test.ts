// @vitest-environment happy-dom
/** The results under the box of every page: what they say, and that the focus stays among them. */
import { beforeEach, expect, test, vi } from 'vitest';
import { startBox } from '../../../../src/client/search/box.ts';
import type { Result } from '../../../../src/search/engine.ts';
import { failed, found, hit, none } from './answers.ts';

const answers = new Map<string, Result | Promise<Result>>();
vi.mock('../../../../src/client/search/engine.ts', () => ({
  theSearch: () => ({ search: async (query: string) => answers.get(query) }),
}));

let form: HTMLFormElement;
const input = () => form.querySelector('input') as HTMLInputElement;
const drop = () => form.querySelector('[data-drop]') as HTMLElement;
const status = () => drop().querySelector('[role="status"]')?.textContent;
const links = () => [...drop().querySelectorAll('a')];
const press = (key: string) =>
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
  );

async function type(query: string): Promise<void> {
  input().value = query;
  input().dispatchEvent(new Event('input', { bubbles: true }));
  await vi.advanceTimersByTimeAsync(200);
  await vi.dynamicImportSettled();
}

beforeEach(() => {
  vi.useFakeTimers();
  answers.clear();
  document.body.innerHTML = '<form><input type="search" name="q"></form>';
  form = document.querySelector('form') as HTMLFormElement;
  startBox(form);
});

const twelve = Array.from({ length: 12 }, (_, i) => hit(`/sections/1/#p${i}`));

test('the first five of what is found, their number, and a link to all', async () => {
  answers.set('美軍', found(twelve));
  await type('美軍');
  expect(status()).toBe('共 12 筆 看全部結果');
  expect(links().map((a) => a.getAttribute('href'))).toEqual([
    `/search/?${new URLSearchParams({ q: '美軍' })}`,
    ...twelve.slice(0, 5).map(({ path }) => path),
  ]);
});

test('what is nowhere is answered with the nearest words', async () => {
  answers.set(
    '金大忠',
    none([
      { kind: 'near', query: '金大中', total: 3 },
      { kind: 'inside', query: '大忠', total: 1 },
    ]),
  );
  await type('金大忠');
  expect(status()).toBe('全章與註釋中都沒有「金大忠」。 換個找法');
  const items = [...drop().querySelectorAll('li')];
  expect(items.map((li) => li.textContent)).toEqual(['是不是要找：金大中 3 筆']);
  expect(items[0]?.querySelector('a')?.getAttribute('href')).toBe(
    `/search/?${new URLSearchParams({ q: '金大中' })}`,
  );
});

test('a search that failed is told, and may be tried again', async () => {
  answers.set('美軍', failed);
  await type('美軍');
  expect(status()).toBe('目前沒有網路，無法載入搜尋索引。 再試一次');
});

test('arrows walk the links and come back; what comes later leaves one where one stood', async () => {
  answers.set('美', found(twelve));
  await type('美');
  input().focus();
  press('ArrowDown');
  press('ArrowDown');
  expect(document.activeElement).toBe(links()[1]);
  answers.set('美軍', found(twelve.slice(6)));
  await type('美軍');
  expect(document.activeElement).toBe(links()[1]);
  expect(links()[1]?.getAttribute('href')).toBe('/sections/1/#p6');
  press('ArrowUp');
  press('ArrowUp');
  expect(document.activeElement).toBe(input());
});

test('who stood further down than there now are results stands at the last', async () => {
  answers.set('美', found(twelve));
  await type('美');
  links().at(-1)?.focus();
  answers.set('美軍', found(twelve.slice(0, 2)));
  await type('美軍');
  expect(document.activeElement).toBe(links().at(-1));
  expect(links()).toHaveLength(3);
});

test('an answer that comes late does not take the place of a newer one', async () => {
  let answer = (_: Result): void => undefined;
  answers.set('美', new Promise<Result>((resolve) => (answer = resolve)));
  answers.set('美軍', found(twelve.slice(0, 1)));
  await type('美');
  await type('美軍');
  answer(found(twelve));
  await vi.advanceTimersByTimeAsync(0);
  expect(status()).toBe('共 1 筆 看全部結果');
});

test('Esc closes the results and keeps the words; again, it leaves the box', async () => {
  answers.set('美軍', found(twelve));
  await type('美軍');
  input().focus();
  press('Escape');
  expect(drop().hidden).toBe(true);
  expect(document.activeElement).toBe(input());
  expect(input().value).toBe('美軍');
  press('Escape');
  expect(document.activeElement).not.toBe(input());
});

test('an empty box shows nothing', async () => {
  await type('  ');
  expect(drop().hidden).toBe(true);
});

test.each([
  ['navigate', true],
  ['reload', false],
  ['back_forward', false],
])(
  'words typed while it is loaded are searched for, though the focus is gone: %s',
  async (visit, searched) => {
    vi.spyOn(performance, 'getEntriesByType').mockReturnValue([
      { type: visit } as PerformanceNavigationTiming,
    ]);
    answers.set('美軍', found(twelve));
    document.body.innerHTML = '<form><input type="search" name="q" value="美軍"></form>';
    form = document.querySelector('form') as HTMLFormElement;
    startBox(form);
    await vi.advanceTimersByTimeAsync(200);
    await vi.dynamicImportSettled();
    expect(drop().hidden).toBe(!searched);
  },
);
