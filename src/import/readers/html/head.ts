/** What a page says of itself: its encoding, and the work that it holds. */
import type { Root } from 'hast';
import { ImportError } from '../../errors.ts';
import type { Metadata } from '../types.ts';
import { elementsIn, property, textIn } from './elements.ts';

/** The bytes as text, by the byte order mark or what the page says of itself. */
export function decodeHtml(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  let label = /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/iu.exec(head)?.[1] ?? 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) label = 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) label = 'utf-16be';
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    throw new ImportError(0, `the file is not ${label}`, 'save the page as UTF-8');
  }
}

/** What the head says of the work: by the names of reference managers, else the title. */
export function metadataOf(root: Root): Metadata {
  const metas = new Map<string, string>();
  let title: string | undefined;
  let language: string | undefined;
  for (const element of elementsIn(root)) {
    if (element.tagName === 'html') language = property(element, 'lang') || undefined;
    if (element.tagName === 'title' && title === undefined)
      title = textIn(element).trim() || undefined;
    if (element.tagName === 'meta') {
      const name = (property(element, 'name') || property(element, 'property')).toLowerCase();
      if (name !== '' && !metas.has(name)) metas.set(name, property(element, 'content').trim());
    }
  }
  const of = (...names: string[]) =>
    names.map((n) => metas.get(n)).find((v) => v !== undefined && v !== '');
  const entries = {
    title: of('citation_title', 'dc.title', 'dcterms.title') ?? title,
    author: of('citation_author', 'dc.creator', 'dcterms.creator', 'author'),
    institution: of('citation_dissertation_institution', 'dc.publisher', 'dcterms.publisher'),
    date: /\d{4}/u.exec(
      of('citation_publication_date', 'citation_date', 'dc.date', 'dcterms.issued', 'date') ?? '',
    )?.[0],
    language: of('dc.language') ?? language,
  };
  return Object.fromEntries(Object.entries(entries).filter(([, v]) => v !== undefined));
}
