/** What the content's YAML does without: forms that make a small file a large one, or a value something else. */
import { type Document, isAlias, isNode, visit } from 'yaml';

/** A fault of a document, and where it stands. */
export interface YamlFault {
  rule: string;
  /** Offset into the document. */
  at: number;
  message: string;
}

const ALIAS =
  'an anchor or an alias (&name, *name) stands here, by which few lines can become millions: write the value out.';
const TAG = 'a tag (!name) stands here: take it out, the keys say of what type a value is.';

/** The first anchor, alias or tag of a document. */
export function yamlFault(document: Document.Parsed): YamlFault | undefined {
  let found: YamlFault | undefined;
  visit(document, (_, node) => {
    if (!isNode(node)) return undefined;
    const at = node.range?.[0] ?? 0;
    const { anchor, tag } = node as { anchor?: string; tag?: string };
    if (isAlias(node) || anchor !== undefined) found = { rule: 'yaml/alias', at, message: ALIAS };
    else if (tag !== undefined) found = { rule: 'yaml/tag', at, message: TAG };
    return found ? visit.BREAK : undefined;
  });
  return found;
}
