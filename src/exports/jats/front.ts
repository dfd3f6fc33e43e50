/** The front of the JATS: what the chapter is, whose it is, and what it is a part of. */
import { address } from '../../model/addresses/address.ts';
import type { Chapter, Thesis } from '../../model/chapter/chapter.ts';
import { authorsOf, licenceUrl } from '../../model/chapter/host.ts';
import type { Person } from '../../model/content/publication.ts';
import { fullTitle, imprintOf, scriptOf } from '../imprint.ts';
import { type Published, urlOf } from '../published.ts';
import { lines, type Node, x } from '../xml.ts';

function names({ family, given, latin }: Person, lang: string): Node {
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
  return western ? x('name-alternatives', own, western) : own;
}

const contributors = (list: readonly Person[], type: 'author' | 'editor', lang: string): Node[] =>
  list.map((person) => x('contrib', { 'contrib-type': type }, names(person, lang)));

/** What it is a part of, by its best identifier; a journal stands in `journal-meta`. */
function whole(chapter: Thesis | Extract<Chapter, { kind: 'book' }>): Node {
  // The identifiers of a thesis are its own; those of a chapter of a book are the chapter's.
  const isbn = chapter.kind === 'book' ? chapter.book.isbn : undefined;
  const best = chapter.kind === 'book' ? undefined : chapter.identifiers[0];
  return x(
    'related-object',
    {
      'link-type': 'part-of',
      'document-type': chapter.kind === 'book' ? 'book' : 'thesis',
      'document-id': best?.value ?? isbn,
      'document-id-type': best?.type ?? (isbn && 'isbn'),
      ...(best ? { 'ext-link-type': 'uri', 'xlink:href': best.url } : {}),
    },
    imprintOf(chapter),
  );
}

function affiliation({ institution: { name, latin } }: Thesis): Node {
  return x(
    'aff',
    x('institution', name),
    latin === undefined ? undefined : x('institution', { 'xml:lang': 'en' }, latin),
  );
}

/** The journal of an article. */
function journalMeta({ journal }: Extract<Chapter, { kind: 'article' }>): Node {
  const { title, translated, issn, publisher, place } = journal;
  return x(
    'journal-meta',
    lines([
      x('journal-id', { 'journal-id-type': issn ? 'issn' : 'title' }, issn ?? title),
      x(
        'journal-title-group',
        x('journal-title', title),
        translated && x('trans-title-group', { 'xml:lang': 'en' }, x('trans-title', translated)),
      ),
      // `issn` must stand here: a journal without one says so by an empty element.
      x('issn', issn ?? ''),
      publisher
        ? x('publisher', x('publisher-name', publisher), place && x('publisher-loc', place))
        : undefined,
    ]),
  );
}

/** Abstracts and key words as published, each in its language. */
function abstracts({ abstracts: all = [], lang }: Chapter): Node[] {
  return all.map((one) =>
    one.lang === lang
      ? x('abstract', { 'abstract-type': 'published', 'xml:lang': one.lang }, x('p', one.text))
      : x('trans-abstract', { 'xml:lang': one.lang }, x('p', one.text)),
  );
}

const keywords = ({ keywords: all = [] }: Chapter): Node[] =>
  all.map(({ lang, words }) =>
    x('kwd-group', { 'xml:lang': lang }, ...words.map((word) => x('kwd', word))),
  );

/** `front`. Only an article has a journal; what else there is has no `journal-meta`. */
export function jatsFront(chapter: Chapter, published: Published): Node {
  const { pages, issued, rights, description, lang } = chapter;
  const licence = licenceUrl(chapter);
  const isArticle = chapter.kind === 'article';
  const isBook = chapter.kind === 'book';
  const doi =
    (isArticle || isBook) && chapter.identifiers.find(({ type }) => type === 'doi')?.value;
  const { volume, issue } = isArticle ? chapter.journal : {};
  const translated = chapter.translated?.title;
  const [year] = issued.split('-');
  const url = urlOf(published, address.chapter);
  return x(
    'front',
    lines([
      isArticle ? journalMeta(chapter) : undefined,
      x(
        'article-meta',
        lines([
          doi ? x('article-id', { 'pub-id-type': 'doi' }, doi) : undefined,
          x(
            'title-group',
            x('article-title', fullTitle(chapter)),
            (isArticle || isBook) && translated
              ? x('trans-title-group', { 'xml:lang': 'en' }, x('trans-title', translated))
              : undefined,
          ),
          x(
            'contrib-group',
            lines([
              ...contributors(authorsOf(chapter), 'author', lang),
              ...contributors((isBook && chapter.book.editors) || [], 'editor', lang),
              isArticle || isBook ? undefined : affiliation(chapter),
            ]),
          ),
          x('pub-date', { 'pub-type': 'ppub', 'iso-8601-date': issued }, x('year', year)),
          volume ? x('volume', volume) : undefined,
          issue ? x('issue', issue) : undefined,
          ...(pages ? [x('fpage', String(pages.first)), x('lpage', String(pages.last))] : []),
          x('permissions', x('license', { 'xlink:href': licence }, x('license-p', rights))),
          url === undefined ? undefined : x('self-uri', { 'xlink:href': url }),
          isArticle ? undefined : whole(chapter),
          x('abstract', x('p', description)),
          ...abstracts(chapter),
          ...keywords(chapter),
        ]),
      ),
    ]),
  );
}
