/** Checks the names: a form belongs to one name, or search could not tell which is meant. */
import type { Content } from '../content/content.ts';
import { IDENTIFIER_NAME } from '../sources/identifiers.ts';
import type { Finding } from './findings.ts';

/** Finds what a name cannot have: an ORCID is a person's, and each identifier is of one name. */
function checkNameIdentifiers({ names }: Content): Finding[] {
  const seen = new Map<string, string>();
  return names.data.flatMap(({ name, kind, identifiers }, i) =>
    identifiers.flatMap(({ type, value }, j): Finding[] => {
      const at = { file: names.file, line: names.lineOf?.([i, 'identifiers', j]) ?? 1 };
      const shown = `${IDENTIFIER_NAME[type]} ${value}`;
      if (type === 'orcid' && kind !== 'person') {
        const message = `${shown} is a person's, and ${name} is a ${kind}: take it out.`;
        return [{ rule: 'identifier/misfit', ...at, message }];
      }
      const first = seen.get(shown);
      seen.set(shown, first ?? name);
      if (first === undefined) return [];
      const message = `${shown} is that of ${first} already: take it out of one of them.`;
      return [{ rule: 'identifier/shared', ...at, message }];
    }),
  );
}

/** Finds forms that stand under two names, and identifiers that a name cannot have. */
export function checkNames(content: Content): Finding[] {
  return [...checkForms(content), ...checkNameIdentifiers(content)];
}

/** Finds forms that stand under two names. */
function checkForms({ names }: Content): Finding[] {
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
