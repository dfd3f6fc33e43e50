/** The scalar types that the schemas of the front matter share. */
import { z } from 'astro/zod';
import { codeOf, INVISIBLE } from '../../import/unseen.ts';

/** What is wrong with the characters of a text; undefined for none. */
function faultOf(text: string): string | undefined {
  const hidden = INVISIBLE.exec(text);
  if (hidden) {
    const before = text.slice(0, hidden.index).slice(-8);
    return `it holds ${codeOf(hidden[0])}, which nobody could see, ${before ? `after “${before}”` : 'at its start'}`;
  }
  return text === text.normalize('NFC') ? undefined : 'it is not NFC';
}

/** Text that readers see and search: ordinary characters, none of them invisible. */
export const text = z
  .string()
  .min(1)
  .max(2000)
  .refine((s) => faultOf(s) === undefined, {
    error: ({ input }) =>
      `write it in ordinary characters (NFC), without control or zero-width ones: ${faultOf(String(input))}`,
  });

/** A positive whole number: of a page, a note, a section. */
export const number = z.int().positive();

/** An address on the web, http or https. */
export const webAddress = z.url({ protocol: /^https?$/u }).max(2000);

/** Astro's reader of YAML makes a Date of a day that stands without quotation marks: it is the day again. */
export const dayAsWritten = (value: unknown): unknown =>
  value instanceof Date ? value.toISOString().slice(0, 10) : value;

/** A day (ISO date). */
export const day = z.preprocess(dayAsWritten, z.iso.date());
