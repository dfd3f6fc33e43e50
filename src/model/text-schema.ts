/** The scalar types that the schemas of the front matter share. */
import { z } from 'astro/zod';

/** Text that readers see and search: ordinary characters, none of them invisible. */
export const text = z
  .string()
  .min(1)
  .max(2000)
  .refine((s) => s === s.normalize('NFC') && !/\p{C}/u.test(s), {
    message: 'write it in ordinary characters (NFC), without control or zero-width ones',
  });

/** A positive whole number: of a page, a note, a section. */
export const number = z.int().positive();

/** An address on the web, http or https. */
export const webAddress = z.url({ protocol: /^https?$/u }).max(2000);
