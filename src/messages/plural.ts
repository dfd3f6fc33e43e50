/** Numbers with the word they count, for languages that have a plural. */
import type { Value } from './value.ts';

const RULES = new Intl.PluralRules('en');

/**
 * “1 note”, “116 notes”.
 * @param many the plural, where it is not the singular with an s
 */
export const counted = (n: Value, one: string, many = `${one}s`): string =>
  `${n} ${RULES.select(Number(n)) === 'one' ? one : many}`;
