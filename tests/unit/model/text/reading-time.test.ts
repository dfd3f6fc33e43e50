/** How long a text takes to read. */
import { describe, expect, test } from 'vitest';
import type { Block } from '../../../../src/model/text/document.ts';
import { readingLength, readingMinutes } from '../../../../src/model/text/reading-time.ts';

const paragraph = (text: string): Block => ({
  type: 'paragraph',
  quoted: false,
  id: 's1-p1',
  line: 1,
  page: 42,
  inlines: [
    { type: 'text', value: text },
    { type: 'noteref', number: 1 },
  ],
});
const section = (...texts: string[]) => ({ blocks: texts.map(paragraph) });

describe('the length of a text', () => {
  test.each([
    ['駐韓美軍', 4],
    ['「駐韓」美軍，。——', 4],
    ['1950年', 3],
    ['37,500人', 3],
    ['U.S. Army', 4],
    ['9.4%', 2],
    ['', 0],
    ['……', 0],
  ])('“%s” is %i characters', (text, length) => {
    expect(readingLength(text)).toBe(length);
  });
});

describe('minutes', () => {
  test('are whole, and follow the text', () => {
    expect(readingMinutes([section('字'.repeat(3500))])).toBe(10);
    expect(readingMinutes([section('字'.repeat(3500), '字'.repeat(3500))])).toBe(20);
    expect(readingMinutes([section('字'.repeat(3500)), section('字'.repeat(1750))])).toBe(15);
  });

  test('are never none', () => {
    expect(readingMinutes([section('字')])).toBe(1);
    expect(readingMinutes([])).toBe(1);
  });
});
