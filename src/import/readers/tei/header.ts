/** The header of a TEI file. */
import type { Builder } from '../builder.ts';
import type { Metadata } from '../types.ts';
import { attributeOf, childOf, descendantsOf, type Element, textIn } from '../xml.ts';

/** What the header says of the work; all of it is left out as metadata. */
export function metadataOf(root: Element, builder: Builder, part: string): Metadata {
  const header = childOf(root, 'teiHeader');
  if (header) {
    const text = textIn(header);
    if (text.trim() !== '')
      builder.leave('metadata', builder.unit(text, { part, path: '/teiHeader' }));
  }
  const statement = childOf(childOf(header, 'fileDesc'), 'titleStmt');
  const publication = childOf(childOf(header, 'fileDesc'), 'publicationStmt');
  const source = childOf(childOf(header, 'fileDesc'), 'sourceDesc');
  const first = (root_: Element | undefined, ...names: string[]) => {
    for (const name of names) {
      const found = [...descendantsOf(root_, name)]
        .map((e) => textIn(e).replace(/\s+/gu, ' ').trim())
        .find((t) => t !== '');
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const dated = [...descendantsOf(source, 'date'), ...descendantsOf(publication, 'date')]
    .map((d) => /\d{4}/u.exec(attributeOf(d, 'when') ?? textIn(d))?.[0])
    .find((d) => d !== undefined);
  const entries = {
    title: first(statement, 'title'),
    author: first(statement, 'author'),
    institution:
      first(publication, 'orgName', 'publisher') ?? first(source, 'orgName', 'publisher'),
    date: dated,
    language: attributeOf(childOf(root, 'text'), 'xml:lang') ?? attributeOf(root, 'xml:lang'),
  };
  return Object.fromEntries(Object.entries(entries).filter(([, v]) => v !== undefined));
}
