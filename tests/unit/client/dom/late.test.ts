/** What is loaded late: the link's own way, a line, another try. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { late } from '../../../../src/client/dom/late.ts';

const { said } = vi.hoisted(() => ({ said: [] as string[] }));
vi.mock('../../../../src/client/dom/notice.ts', () => ({
  notify: (words: string) => said.push(words),
}));

beforeEach(() => {
  vi.useFakeTimers();
  said.length = 0;
});
afterEach(() => vi.useRealTimers());

const never = () => new Promise<string>(() => {});
const soon = (ms: number) => () =>
  new Promise<string>((resolve) => setTimeout(resolve, ms, 'loaded'));
const broken = () => Promise.reject(new Error('404'));

test('what comes is used, and nothing is said', async () => {
  const used: string[] = [];
  await late(
    async () => 'loaded',
    (what) => used.push(what),
  );
  expect([used, said.join('')]).toEqual([['loaded'], '']);
});

test('what fails leads the other way at once', async () => {
  const instead = vi.fn();
  await late(broken, () => expect.fail(), instead);
  expect([instead.mock.calls.length, vi.getTimerCount() === 0, said]).toEqual([1, true, []]);
});

test('what hangs leads the other way after a second, and does not come later', async () => {
  const instead = vi.fn();
  const used = vi.fn();
  const done = late(soon(1500), used, instead);
  await vi.advanceTimersByTimeAsync(999);
  expect(instead).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await done;
  await vi.advanceTimersByTimeAsync(5000);
  expect([instead.mock.calls.length, used.mock.calls.length]).toEqual([1, 0]);
});

test('a device that does nothing for seconds is no slow net', async () => {
  const due: (() => void)[] = [];
  vi.stubGlobal('setTimeout', (then: () => void) => due.push(then));
  let come = (_: string) => {};
  const instead = vi.fn();
  const used = vi.fn();
  const done = late(() => new Promise<string>((resolve) => (come = resolve)), used, instead);
  // All that is due after such a pause is done at once, before what had come meanwhile.
  for (const then of due.splice(0)) then();
  come('loaded');
  await done;
  vi.unstubAllGlobals();
  expect([used.mock.calls.length, instead.mock.calls.length]).toEqual([1, 0]);
});

test('without another way, a line says that it is loading, and goes when it has come', async () => {
  const used = vi.fn();
  const done = late(soon(3000), used);
  await vi.advanceTimersByTimeAsync(1000);
  expect(said).toEqual(['還在載入…']);
  await vi.advanceTimersByTimeAsync(2000);
  await done;
  expect([said.at(-1), used.mock.calls]).toEqual(['', [['loaded']]]);
});

test.each([
  ['fails', broken],
  ['hangs', never],
])('without another way, a line says so where it %s', async (_, load) => {
  const done = late(load, () => expect.fail());
  await vi.advanceTimersByTimeAsync(8000);
  await done;
  expect(said.at(-1)).toMatch(/^這項功能無法載入/u);
});

test('what fails while it is used is told as well', async () => {
  await late(async () => 'loaded', broken);
  expect(said.at(-1)).toMatch(/^這項功能無法載入/u);
  const instead = vi.fn();
  await late(async () => 'loaded', broken, instead);
  expect(instead).toHaveBeenCalledOnce();
});

test('what failed is asked for anew the next time', async () => {
  const load = vi.fn<() => Promise<string>>(broken);
  await late(load, () => expect.fail());
  load.mockImplementation(async () => 'loaded');
  const used = vi.fn();
  await late(load, used);
  expect([load.mock.calls.length, used.mock.calls]).toEqual([2, [['loaded']]]);
});
