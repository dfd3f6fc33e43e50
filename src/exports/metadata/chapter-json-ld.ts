/** /downloads/chapter.jsonld: what the chapter is, its sections, and the works it cites, as schema.org has them. */
import { address } from '../../model/addresses/address.ts';
import { entriesOf } from '../../model/bibliography/bibliography.ts';
import type { Chapter } from '../../model/chapter/chapter.ts';
import { isMetadata, mediaType, promisedOf } from '../../model/downloads/downloads.ts';
import { chapterInFull, sectionNode } from './json-ld-text.ts';
import { type Node, sourceId, workNode } from './json-ld-works.ts';
import type { Place } from './site.ts';

/** The files that hold the chapter's text. */
function encodings(chapter: Chapter, place: Place): Node[] {
  return promisedOf(chapter)
    .filter((file) => file.startsWith('chapter.') && !isMetadata(file))
    .map((file) => ({
      '@type': 'MediaObject',
      contentUrl: place.url(address.download(file)),
      encodingFormat: mediaType(file),
    }));
}

/** The chapter, then the works, in the order of the bibliography. */
export function toJsonLd(chapter: Chapter, place: Place): object {
  const sources = entriesOf(chapter).map(({ source }) => source);
  const whole: Node = {
    ...chapterInFull(chapter, place),
    hasPart: chapter.sections.map((section) => sectionNode(chapter, section, place)),
    citation: sources.map((source) => ({ '@id': sourceId(source, place) })),
    encoding: encodings(chapter, place),
  };
  return {
    '@context': 'https://schema.org',
    '@graph': [whole, ...sources.map((source) => workNode(source, place))],
  };
}
