/** What a check has to say, and how it is shown. */
import type { z } from 'astro/zod';
import { closest, distance } from 'fastest-levenshtein';

/** One thing wrong with the content. */
export interface Finding {
  /** Rule id, such as `noteref/dangling`. */
  rule: string;
  /** File below the content folder. */
  file: string;
  /** Line of the file, from 1; 0 for the whole file. */
  line: number;
  /** What is wrong, with what to do. */
  message: string;
  /** Id or name of the thing, by which chapter.yaml can accept the finding. */
  id?: string;
}

/** The known name nearest to a misspelt one, when it is near. */
export function didYouMean(name: string, known: readonly string[]): string {
  if (known.length === 0) return '';
  const best = closest(name, known);
  return distance(name, best) <= Math.max(2, name.length / 3) ? ` Did you mean “${best}”?` : '';
}

/** Of a schema with several kinds, the one that the data says it is. */
function kindOf(schema: z.ZodType, data: unknown): unknown {
  const { options, def } = schema as {
    options?: { shape: Record<string, z.ZodType> }[];
    def: { discriminator?: string };
  };
  const key = def.discriminator;
  if (!options || key === undefined) return schema;
  const kind = (data as Record<string, unknown> | null)?.[key];
  return options.find(({ shape }) => shape[key]?.safeParse(kind).success) ?? schema;
}

/** The keys that an object schema knows at a path of the data. */
function knownKeys(schema: z.ZodType, data: unknown, path: PropertyKey[]): string[] {
  let at: unknown = kindOf(schema, data);
  const unwrap = (s: unknown): unknown => {
    const def = (s as { def?: { innerType?: unknown; type?: string } }).def;
    return def?.innerType ? unwrap(def.innerType) : s;
  };
  for (const key of path) {
    at = unwrap(at);
    const { shape, element } = at as { shape?: Record<string, unknown>; element?: unknown };
    at = typeof key === 'number' ? element : shape?.[String(key)];
    if (!at) return [];
  }
  return Object.keys((unwrap(at) as { shape?: object }).shape ?? {});
}

/**
 * Checks data against a schema.
 * @param lineOf gives the file's line of a key path
 * @returns the typed data, or the findings
 */
export function checkSchema<T>(
  schema: z.ZodType<T>,
  data: unknown,
  file: string,
  lineOf: (path: PropertyKey[]) => number,
): { data: T } | { findings: Finding[] } {
  const result = schema.safeParse(data);
  if (result.success) return { data: result.data };
  return {
    findings: result.error.issues.flatMap((issue): Finding[] => {
      if (issue.code === 'unrecognized_keys') {
        const known = knownKeys(schema, data, issue.path);
        return issue.keys.map((key) => ({
          rule: 'schema/unknown-key',
          file,
          line: lineOf([...issue.path, key]),
          message: `unknown key “${[...issue.path, key].join('.')}”.${didYouMean(key, known) || ` Known here: ${known.join(', ')}.`}`,
        }));
      }
      const where = issue.path.join('.') || 'the data';
      if (/received undefined$/u.test(issue.message))
        return [
          {
            rule: 'schema/missing-key',
            file,
            line: lineOf(issue.path),
            message: `“${where}” is missing: write it here.`,
          },
        ];
      return [
        {
          rule: 'schema/value',
          file,
          line: lineOf(issue.path),
          message: `“${where}” is wrong: ${issue.message}. Mend it here.`,
        },
      ];
    }),
  };
}
