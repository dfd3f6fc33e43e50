/** Whether the proof finds a change of the content, and where. */
import { expect } from 'vitest';
import { compare, contentStream, type Printed } from '../../../src/import/proof.ts';
import { type Part, sourcePlace } from './content.ts';
import { LINES, TEXT } from './source.ts';

export const difference = (content: Printed) => compare(TEXT, contentStream(content));

/** Expects a difference within two lines of the place in the source where the content was changed. */
export function expectFound(content: Printed, part: Part, offset: number, what: string): void {
  const line = difference(content)?.sourceLine;
  expect(line, `${what}: not found`).toBeDefined();
  const place = sourcePlace(part, offset)?.line ?? Number.NaN;
  // What is put in shows at the next character, which the source may have on its next page.
  const next = LINES.findIndex((text, i) => i >= place && text.trim() !== '') + 1;
  const near = [place, next].some((at) => Math.abs((line ?? 0) - at) <= 2);
  expect(near, `${what}: line ${line}, not ${place}`).toBe(true);
}
