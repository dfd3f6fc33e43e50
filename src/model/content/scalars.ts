/** The scalar types that the schemas of the front matter share. */
import { z } from 'astro/zod';

/**
 * Controls, format characters (zero-width ones, and those that turn the direction of text),
 * private use, unassigned; line separators; and what stands for bytes that are not UTF-8.
 */
export const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}\uFFFD]/u;

/** Text that readers see and search: ordinary characters, none of them invisible. */
export const text = z
  .string()
  .min(1)
  .max(2000)
  .refine((s) => s === s.normalize('NFC') && !INVISIBLE.test(s), {
    message: 'write it in ordinary characters (NFC), without control or zero-width ones',
  });

/** A positive whole number: of a page, a note, a section. */
export const number = z.int().positive();

/** An address on the web, http or https. */
export const webAddress = z.url({ protocol: /^https?$/u }).max(2000);
