/** The package document: what the book is, how accessible it is, and which files it is made of. */
import type { Chapter } from '../../model/chapter/chapter.ts';
import { authorsOf, hostOf, licenceUrl } from '../../model/chapter/host.ts';
import { fullTitle, modifiedDay, pageRange, publishedIn, scriptOf } from '../imprint.ts';
import { lines, type Node, x, xmlDocument } from '../xml.ts';
import type { Page } from './files.ts';

const meta = (property: string, value: string, refines?: string, lang?: string): Node =>
  x('meta', { property, refines, 'xml:lang': lang }, value);

const OF_PAGES = ['pageNavigation', 'pageBreakMarkers'];
const FEATURES = [
  'tableOfContents',
  ...OF_PAGES,
  'readingOrder',
  'structuralNavigation',
  'ARIA',
  'displayTransformability',
  'unlocked',
];

function accessibility(chapter: Chapter): Node[] {
  const pages = pageRange(chapter);
  const ways = pages ? `目次、逐層標題與原書頁碼（${pages}）` : '目次與逐層標題';
  const features = FEATURES.filter((feature) => pages || !OF_PAGES.includes(feature));
  const summary = `全書為可重排的純文字，不需影像或聲音即可閱讀。${ways}皆可導覽；註號與註釋互相連結，英文以語言標記，表格有標題與欄名。封面圖有替代文字，除此無圖。`;
  return [
    meta('schema:accessMode', 'textual'),
    meta('schema:accessModeSufficient', 'textual'),
    ...features.map((feature) => meta('schema:accessibilityFeature', feature)),
    meta('schema:accessibilityHazard', 'none'),
    meta('schema:accessibilitySummary', summary),
  ];
}

function creators(chapter: Chapter): Node[] {
  return authorsOf(chapter).flatMap(({ family, given, latin }, index) => {
    const id = index === 0 ? 'creator' : `creator-${index + 1}`;
    const filed = latin && `${latin.family}, ${latin.given}`;
    return [
      x('dc:creator', { id, 'xml:lang': scriptOf(chapter) }, family + given),
      meta('role', 'aut', `#${id}`),
      ...(filed
        ? [
            meta('alternate-script', filed, `#${id}`, 'zh-Latn'),
            meta('file-as', filed, `#${id}`, 'zh-Latn'),
          ]
        : []),
    ];
  });
}

/** Name of the book that never changes: that of what it stands in, and the chapter. */
const identifier = (chapter: Chapter): string =>
  `${chapter.identifiers[0]?.url ?? hostOf(chapter).title}#chapter-${chapter.number}`;

function metadata(chapter: Chapter): Node {
  const { issued, rights, description, lang, identifiers, keywords = [] } = chapter;
  const [handle] = identifiers;
  const printed = `${hostOf(chapter).title}（${publishedIn(chapter)}，${issued}）`;
  const licence = licenceUrl(chapter);
  return x(
    'metadata',
    { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
    lines([
      x('dc:identifier', { id: 'identifier' }, identifier(chapter)),
      x('dc:title', { id: 'main-title' }, fullTitle(chapter)),
      meta('title-type', 'main', '#main-title'),
      ...creators(chapter),
      x('dc:language', lang),
      x('dc:publisher', '章句 Zhangju'),
      x('dc:date', issued),
      x('dc:description', description),
      ...keywords.flatMap(({ lang: of, words }) =>
        words.map((word) => x('dc:subject', { 'xml:lang': of }, word)),
      ),
      x('dc:rights', rights),
      licence ? x('link', { rel: 'dcterms:license', href: licence }) : undefined,
      x('dc:source', { id: 'source' }, handle?.url ?? printed),
      // EPUB 3.3 also knows `pageBreakSource`; checkers of EPUB 3.2 refuse it and both know this.
      chapter.pages && meta('source-of', 'pagination', '#source'),
      meta('dcterms:isPartOf', printed),
      meta('dcterms:modified', `${modifiedDay(chapter)}T00:00:00Z`),
      ...accessibility(chapter),
    ]),
  );
}

/** package.opf */
export function packageDocument(chapter: Chapter, pages: readonly Page[]): string {
  const idOf = ({ file }: Page) => `file-${file.replace('.xhtml', '')}`;
  const xhtml = 'application/xhtml+xml';
  const items = [
    x('item', { id: 'style', href: 'style.css', 'media-type': 'text/css' }),
    x('item', {
      id: 'cover-image',
      href: 'cover.svg',
      'media-type': 'image/svg+xml',
      properties: 'cover-image',
    }),
    ...pages.map((page) =>
      x('item', {
        id: idOf(page),
        href: page.file,
        'media-type': xhtml,
        properties: page.type === 'toc' ? 'nav' : undefined,
      }),
    ),
  ];
  // The cover is shown by shelves; reading begins with the title page.
  const spine = pages.map((page) =>
    x('itemref', { idref: idOf(page), ...(page.type === 'cover' ? { linear: 'no' } : {}) }),
  );
  return xmlDocument(
    x(
      'package',
      {
        xmlns: 'http://www.idpf.org/2007/opf',
        version: '3.0',
        'unique-identifier': 'identifier',
        'xml:lang': chapter.lang,
        prefix: 'schema: http://schema.org/',
      },
      lines([metadata(chapter), x('manifest', lines(items)), x('spine', lines(spine))]),
    ),
  );
}
