// @vitest-environment happy-dom
/** Typing into a search box: pauses, and input methods (注音, 拼音) at work. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isComposing, watchComposition } from '../../../src/client/search/composition.ts';
import { onTyping } from '../../../src/client/search/input.ts';

let input: HTMLInputElement;
const searched: string[] = [];

watchComposition();
beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<input>';
  input = document.querySelector('input') as HTMLInputElement;
  searched.length = 0;
});
afterEach(() => vi.useRealTimers());

const listen = () => onTyping(input, () => searched.push(input.value));
function type(text: string, composing = false): void {
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: composing }));
}
const compose = (event: 'compositionstart' | 'compositionend') =>
  input.dispatchEvent(new CompositionEvent(event, { bubbles: true }));

test('a search waits for a pause, and takes what then stands in the box', () => {
  listen();
  type('龍');
  vi.advanceTimersByTime(100);
  type('龍山');
  vi.advanceTimersByTime(139);
  expect(searched).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(searched).toEqual(['龍山']);
});

test('half-typed syllables are not searched for, and the word is when it is done', () => {
  listen();
  compose('compositionstart');
  for (const text of ['ㄌ', 'ㄌㄨ', 'ㄌㄨㄥˊ']) type(text, true);
  vi.advanceTimersByTime(10_000);
  expect(searched).toEqual([]);
  input.value = '龍';
  compose('compositionend');
  vi.advanceTimersByTime(140);
  expect(searched).toEqual(['龍']);
});

test('a search that was to come is put off when a word is begun', () => {
  listen();
  type('龍');
  compose('compositionstart');
  vi.advanceTimersByTime(10_000);
  expect(searched).toEqual([]);
});

test('a box that is loaded while one composes knows it', () => {
  compose('compositionstart');
  expect(isComposing(input)).toBe(true);
  listen();
  type('ㄌㄨㄥ');
  vi.advanceTimersByTime(10_000);
  expect(searched).toEqual([]);
  compose('compositionend');
  expect(isComposing(input)).toBe(false);
});
