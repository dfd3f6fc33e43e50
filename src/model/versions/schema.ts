/** content/versions.yaml: the recorded versions of the text (CSL `version`), the latest last. */
import { z } from 'astro/zod';
import { day, text } from '../content/scalars.ts';
import { KEPT, PARTS, type Part } from './parts.ts';

const hexadecimal = (digits: number) =>
  z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`, 'u'), `${digits} hexadecimal digits`);

export const versionSchema = z.strictObject({
  /** The day on which it was recorded. */
  day,
  /** SHA-256 of the text as `digest.ts` has it. */
  digest: hexadecimal(64),
  /** The beginnings of the digests of its parts. */
  parts: z.strictObject(
    Object.fromEntries(PARTS.map((part) => [part, hexadecimal(KEPT)])) as Record<
      Part,
      ReturnType<typeof hexadecimal>
    >,
  ),
  /** What changed, in Traditional Chinese, a sentence each. */
  changes: z.array(text).min(1),
});

export const versionsSchema = z.array(versionSchema);
export type Version = z.infer<typeof versionSchema>;
