/** Reads YAML, of a file or of its front matter, into typed data; says what is wrong with it, and where. */
import type { z } from 'astro/zod';
import { LineCounter, parseDocument, type YAMLError } from 'yaml';
import { checkSchema, type Finding } from '../checks/findings.ts';
import { yamlFault } from './yaml-faults.ts';

/** Data, and the line of each of its keys; or what is wrong. */
type Parsed<T> = { data: T; lineOf: (path: PropertyKey[]) => number } | { findings: Finding[] };

/**
 * Reads YAML into the data that a schema asks for.
 * @param file the file it stands in, for findings
 * @param firstLine the line of the file on which it begins, from 1
 */
export function parseYaml<T>(
  schema: z.ZodType<T>,
  yaml: string,
  file: string,
  firstLine: number,
): Parsed<T> {
  const lines = new LineCounter();
  // The pretty message names a line too, but counts from the front matter's first.
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const error = document.errors[0] as YAMLError | undefined;
  if (error) {
    const line = lines.linePos(error.pos[0]).line + firstLine - 1;
    const message = `this is not YAML: ${error.message}. Mend this line, or put the value in quotation marks.`;
    return { findings: [{ rule: 'yaml/syntax', file, line, message }] };
  }
  const fault = yamlFault(document);
  if (fault) {
    const { rule, at, message } = fault;
    return { findings: [{ rule, file, line: lines.linePos(at).line + firstLine - 1, message }] };
  }
  const lineOf = (path: PropertyKey[]) => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const parent = document.getIn(path.slice(0, depth - 1), true) as
        | { items?: { key?: { value?: unknown; range?: [number] } }[] }
        | undefined;
      const pair = parent?.items?.find((item) => item.key?.value === path[depth - 1]);
      const offset =
        pair?.key?.range?.[0] ??
        (document.getIn(path.slice(0, depth), true) as { range?: [number] } | undefined)
          ?.range?.[0];
      if (offset !== undefined) return lines.linePos(offset).line + firstLine - 1;
    }
    return firstLine;
  };
  const checked = checkSchema(schema, document.toJS() ?? {}, file, lineOf);
  return 'data' in checked ? { data: checked.data, lineOf } : checked;
}
