// @vitest-environment happy-dom
/** What is loaded with the first sign of use: once, after a while for who gives none, and again when it could not be had. */
import { beforeEach, expect, test, vi } from 'vitest';
import { onFirstUse } from '../../../src/client/interface/first-use.ts';

const sign = (type: string) => document.body.dispatchEvent(new Event(type, { bubbles: true }));
const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => vi.useRealTimers());

test('it begins once, with the first sign', async () => {
  const load = vi.fn(async () => 'loaded');
  const begin = vi.fn(async () => undefined);
  onFirstUse(load, begin);
  expect(load).not.toHaveBeenCalled();
  for (const type of ['pointermove', 'keydown', 'focusin']) sign(type);
  await settled();
  sign('pointerdown');
  await settled();
  expect(load).toHaveBeenCalledTimes(1);
  expect(begin.mock.calls).toEqual([['loaded']]);
});

test('who went to a field before the script came has given the sign', async () => {
  document.body.innerHTML = '<input type="search">';
  document.querySelector('input')?.focus();
  const load = vi.fn(async () => 'loaded');
  onFirstUse(load, async () => undefined);
  await settled();
  expect(load).toHaveBeenCalledTimes(1);
  document.body.replaceChildren();
});

test('a caret that a script moves is no sign; words that are selected are one', async () => {
  const load = vi.fn(async () => 'loaded');
  onFirstUse(load, async () => undefined);
  sign('selectionchange');
  await settled();
  expect(load).not.toHaveBeenCalled();
  document.body.textContent = '美軍';
  getSelection()?.selectAllChildren(document.body);
  sign('selectionchange');
  await settled();
  expect(load).toHaveBeenCalledTimes(1);
});

test('who gives no sign has it some seconds after the page has loaded', async () => {
  vi.useFakeTimers();
  const load = vi.fn(async () => 'loaded');
  onFirstUse(load, async () => undefined);
  dispatchEvent(new Event('load'));
  await vi.advanceTimersByTimeAsync(7999);
  expect(load).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(load).toHaveBeenCalledTimes(1);
});

test('what cannot be loaded is tried again with the next press, not with every move', async () => {
  const load = vi.fn(async () => 'loaded').mockRejectedValueOnce(new TypeError('away'));
  const begin = vi.fn(async () => undefined);
  onFirstUse(load, begin);
  sign('pointermove');
  await settled();
  sign('pointermove');
  await settled();
  expect(load).toHaveBeenCalledTimes(1);
  expect(begin).not.toHaveBeenCalled();
  sign('pointerdown');
  await settled();
  expect(begin).toHaveBeenCalledTimes(1);
});

test('a press on the text while it is loaded is given again, one on a link is not', async () => {
  document.body.innerHTML = '<p>text</p><a href="#x">link</a>';
  for (const [selector, presses] of [
    ['p', 2],
    ['a', 1],
  ] as const) {
    const heard = vi.fn();
    const target = document.querySelector(selector) as HTMLElement;
    target.addEventListener('click', heard);
    onFirstUse(
      async () => 'loaded',
      async () => undefined,
    );
    target.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    target.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await settled();
    expect(heard, selector).toHaveBeenCalledTimes(presses);
  }
});
