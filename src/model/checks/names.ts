/** Checks the names: a form belongs to one name, or search could not tell which is meant. */
import type { Content } from '../content/content.ts';
import type { Finding } from './findings.ts';

/** Finds forms that stand under two names. */
export function checkNames({ names }: Content): Finding[] {
  const seen = new Map<string, string>();
  return names.data.flatMap(({ name, other, latin }, i) =>
    [name, ...other, ...latin].flatMap((form): Finding[] => {
      const first = seen.get(form);
      seen.set(form, first ?? name);
      if (first === undefined) return [];
      const message = `“${form}” stands under ${first} already: take it out of one of them.`;
      return [
        { rule: 'name/duplicate', file: names.file, line: names.lineOf?.([i]) ?? 1, message },
      ];
    }),
  );
}
