/** The front of the JATS: what the chapter is, whose it is, and the thesis that it is a part of. */
import { address } from '../../model/addresses/address.ts';
import type { Chapter } from '../../model/chapter/chapter.ts';
import { fullTitle, imprintOf, scriptOf } from '../imprint.ts';
import { type Published, urlOf } from '../published.ts';
import { lines, type Node, x } from '../xml.ts';

function author({ author, lang }: Chapter): Node {
  const { family, given, latin } = author;
  const own = x(
    'name',
    { 'name-style': 'eastern', 'xml:lang': scriptOf({ lang }) },
    x('surname', family),
    x('given-names', given),
  );
  const western =
    latin &&
    x(
      'name',
      { 'name-style': 'western', 'xml:lang': 'zh-Latn' },
      x('surname', latin.family),
      x('given-names', latin.given),
    );
  const name = western ? x('name-alternatives', own, western) : own;
  return x('contrib', { 'contrib-type': 'author' }, name);
}

/** The thesis, by its best identifier. */
function thesis(chapter: Chapter): Node {
  const [best] = chapter.identifiers;
  return x(
    'related-object',
    {
      'link-type': 'part-of',
      'document-type': 'thesis',
      'document-id': best?.value,
      'document-id-type': best?.type,
      ...(best ? { 'ext-link-type': 'uri', 'xlink:href': best.url } : {}),
    },
    imprintOf(chapter),
  );
}

function affiliation({ institution: { name, latin } }: Chapter): Node {
  return x(
    'aff',
    x('institution', name),
    latin === undefined ? undefined : x('institution', { 'xml:lang': 'en' }, latin),
  );
}

/** `front`. A thesis has no journal, so there is no `journal-meta`. */
export function jatsFront(chapter: Chapter, published: Published): Node {
  const { pages, issued, rights, description } = chapter;
  const [year] = issued.split('-');
  const url = urlOf(published, address.chapter);
  return x(
    'front',
    lines([
      x(
        'article-meta',
        lines([
          x('title-group', x('article-title', fullTitle(chapter))),
          x('contrib-group', lines([author(chapter), affiliation(chapter)])),
          x('pub-date', { 'pub-type': 'ppub', 'iso-8601-date': issued }, x('year', year)),
          ...(pages ? [x('fpage', String(pages.first)), x('lpage', String(pages.last))] : []),
          x('permissions', x('license', x('license-p', rights))),
          url === undefined ? undefined : x('self-uri', { 'xlink:href': url }),
          thesis(chapter),
          x('abstract', x('p', description)),
        ]),
      ),
    ]),
  );
}
