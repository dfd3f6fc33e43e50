/** content/zh-hans.yaml: where the simplified pages do not follow OpenCC. */
import { z } from 'astro/zod';
import { text } from '../content/scalars.ts';

/** Words without white space, which is no part of the printed text. */
const words = text.regex(/^\S+$/u, 'write it without white space');

const exceptionSchema = z
  .strictObject({
    /** The words as printed: enough of them to be found there and nowhere else. */
    printed: words,
    /** The same words in Simplified characters. */
    simplified: words,
    /** Why OpenCC's result is not right. */
    why: text,
  })
  .refine(({ printed, simplified }) => [...printed].length === [...simplified].length, {
    message: '“simplified” needs as many characters as “printed”',
    path: ['simplified'],
  });

export const exceptionsSchema = z.array(exceptionSchema);
export type Exception = z.infer<typeof exceptionSchema>;
