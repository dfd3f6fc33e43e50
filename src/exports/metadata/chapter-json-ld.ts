/** /downloads/chapter.jsonld: what the chapter is, its sections, the names in them, and the works it cites, as schema.org has them. */
import { address } from '../../model/addresses/address.ts';
import { entriesOf } from '../../model/bibliography/bibliography.ts';
import type { Chapter } from '../../model/chapter/chapter.ts';
import { isMetadata, mediaType } from '../../model/downloads/downloads.ts';
import { availableDownloads } from '../pdf/made.ts';
import { linkTo, type Published } from '../published.ts';
import { mentionsOf, nameNode, namesMostIn } from './json-ld-names.ts';
import { chapterInFull, sectionNode } from './json-ld-text.ts';
import { type Node, sourceId, workNode } from './json-ld-works.ts';

/** The files that hold the chapter's text. */
function encodings(chapter: Chapter, published: Published): Node[] {
  return availableDownloads(chapter)
    .filter((file) => file.startsWith('chapter.') && !isMetadata(file))
    .map((file) => ({
      '@type': 'MediaObject',
      contentUrl: linkTo(published, address.download(file)),
      encodingFormat: mediaType(file),
    }));
}

/** The chapter, then the names that its sections mention most, then the works in the order of the bibliography. */
export function toJsonLd(chapter: Chapter, published: Published): object {
  const sources = entriesOf(chapter).map(({ source }) => source);
  const { names, sections } = chapter;
  const told = new Set(sections.flatMap((section) => namesMostIn(names, section)));
  const whole: Node = {
    ...chapterInFull(chapter, published),
    hasPart: sections.map((section) => ({
      ...sectionNode(chapter, section, published),
      mentions: mentionsOf(names, section, published),
    })),
    citation: sources.map((source) => ({ '@id': sourceId(source, published) })),
    encoding: encodings(chapter, published),
  };
  return {
    '@context': 'https://schema.org',
    '@graph': [
      whole,
      ...[...told].map((name) => nameNode(name, published)),
      ...sources.map((source) => workNode(source, published)),
    ],
  };
}
