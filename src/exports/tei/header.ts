/** The TEI header: what the file is of, whose it is, and how it was encoded. */
import { address } from '../../model/addresses/address.ts';
import type { Chapter, Thesis } from '../../model/chapter/chapter.ts';
import { authorsOf, hostOf, licenceUrl } from '../../model/chapter/host.ts';
import type { Person } from '../../model/content/publication.ts';
import { chineseVersion, shortDigest } from '../../model/versions/versions.ts';
import { fullTitle, modifiedDay, pageRange, scriptOf } from '../imprint.ts';
import { type Published, urlOf } from '../published.ts';
import { lines, type Node, x } from '../xml.ts';
import { encodingDesc } from './encoding.ts';

function name(person: Person, script: string): Node[] {
  const { family, given, latin } = person;
  return [
    x('persName', { 'xml:lang': script }, x('surname', family), x('forename', given)),
    ...(latin
      ? [
          x(
            'persName',
            { 'xml:lang': 'zh-Latn' },
            x('surname', latin.family),
            ', ',
            x('forename', latin.given),
          ),
        ]
      : []),
  ];
}

const authors = (chapter: Chapter): Node[] =>
  authorsOf(chapter).map((author) => x('author', ...name(author, scriptOf(chapter))));

function institution({ institution: { name: own, latin } }: Thesis): Node[] {
  return [x('publisher', own), ...(latin ? [x('publisher', { 'xml:lang': 'en' }, latin)] : [])];
}

/** The chapter in its thesis, as a bibliography would have it. */
function thesis(chapter: Thesis): Node {
  const { adviser, issued, pages, number, identifiers } = chapter;
  const { titlePrinted, title } = chapter.thesis;
  return x(
    'biblStruct',
    { type: 'thesis' },
    lines([
      x('analytic', ...authors(chapter), x('title', { level: 'a' }, fullTitle(chapter))),
      x(
        'monogr',
        ...authors(chapter),
        x('title', { level: 'u' }, title),
        ...(titlePrinted ? [x('title', { level: 'u', type: 'printed' }, titlePrinted)] : []),
        ...identifiers.map(({ type, value }) => x('idno', { type }, value)),
        ...(adviser
          ? [x('respStmt', x('resp', '指導教授'), ...name(adviser, scriptOf(chapter)))]
          : []),
        x(
          'imprint',
          ...institution(chapter),
          x('date', { when: issued }, issued),
          x('biblScope', { unit: 'chapter' }, String(number)),
          pages &&
            x('biblScope', { unit: 'page', from: pages.first, to: pages.last }, pageRange(chapter)),
        ),
      ),
      ...identifiers.map(({ url }) => x('ref', { target: url }, url)),
    ]),
  );
}

/** The article in its journal, or the chapter in its book. */
function published(chapter: Extract<Chapter, { kind: 'article' | 'book' }>): Node {
  const { issued, pages, identifiers } = chapter;
  const { title, publisher, place } = hostOf(chapter);
  const isArticle = chapter.kind === 'article';
  const { volume } = isArticle ? chapter.journal : chapter.book;
  const issue = isArticle ? chapter.journal.issue : undefined;
  const [editors, edition, series] = isArticle
    ? []
    : [chapter.book.editors, chapter.book.edition, chapter.book.series];
  const [type, number] = isArticle
    ? (['ISSN', chapter.journal.issn] as const)
    : (['ISBN', chapter.book.isbn] as const);
  return x(
    'biblStruct',
    { type: isArticle ? 'journalArticle' : 'bookSection' },
    lines([
      x(
        'analytic',
        ...authors(chapter),
        x('title', { level: 'a' }, fullTitle(chapter)),
        ...identifiers.map(({ type, value }) => x('idno', { type }, value)),
      ),
      x(
        'monogr',
        x('title', { level: isArticle ? 'j' : 'm' }, title),
        ...(number ? [x('idno', { type }, number)] : []),
        ...(editors ?? []).map((editor) => x('editor', ...name(editor, scriptOf(chapter)))),
        ...(edition ? [x('edition', edition)] : []),
        x(
          'imprint',
          place && x('pubPlace', place),
          publisher && x('publisher', publisher),
          x('date', { when: issued }, issued),
          volume && x('biblScope', { unit: 'volume' }, volume),
          issue && x('biblScope', { unit: 'issue' }, issue),
          pages &&
            x('biblScope', { unit: 'page', from: pages.first, to: pages.last }, pageRange(chapter)),
        ),
      ),
      ...(series ? [x('series', x('title', { level: 's' }, series))] : []),
      ...identifiers.map(({ url }) => x('ref', { target: url }, url)),
    ]),
  );
}

/** Who is responsible for the corrections. */
function editing({ emendations }: Chapter): Node | undefined {
  if (emendations.length === 0) return undefined;
  return x('respStmt', { 'xml:id': 'zhangju' }, x('resp', '校記'), x('name', '章句 Zhangju'));
}

/** What the file is, whose it is, and what it was made from. */
export function fileDesc(chapter: Chapter, site: Published): Node {
  const url = urlOf(site, address.chapter);
  const licence = licenceUrl(chapter);
  return x(
    'fileDesc',
    lines([
      x('titleStmt', x('title', fullTitle(chapter)), ...authors(chapter), editing(chapter)),
      chapter.version &&
        x(
          'editionStmt',
          x('edition', { n: shortDigest(chapter.version.digest) }, chineseVersion(chapter.version)),
        ),
      x(
        'publicationStmt',
        x('publisher', '章句 Zhangju'),
        ...(url ? [x('ptr', { target: url })] : []),
        x(
          'availability',
          { status: licence ? 'free' : 'restricted' },
          licence
            ? x('licence', { target: licence }, x('p', chapter.rights))
            : x('p', chapter.rights),
        ),
      ),
      x(
        'sourceDesc',
        chapter.kind === 'article' || chapter.kind === 'book'
          ? published(chapter)
          : thesis(chapter),
      ),
    ]),
  );
}

const CHINESE: Record<string, string> = {
  'zh-Hant-TW': '中文（臺灣，繁體）',
  'zh-Hant-HK': '中文（香港，繁體）',
  'zh-Hant': '中文（繁體）',
  'zh-Hans-CN': '中文（大陸，簡體）',
  'zh-Hans': '中文（簡體）',
};

const LANGUAGES: [ident: string, name: string][] = [
  ['en', '英文'],
  ['ja', '日文'],
  ['ko', '韓文'],
];

/**
 * When the text was written, in which languages, and what kind of work it is of. What is
 * said of the thesis in words stands here and not in a `note` beside its data: programs
 * that number the notes count from the beginning of the file.
 */
function profileDesc(chapter: Chapter, languages: readonly [string, string][]): Node {
  const { description, issuedNote, abstracts = [], keywords = [] } = chapter;
  const genre = 'thesis' in chapter ? chapter.thesis.genre : undefined;
  return x(
    'profileDesc',
    x('abstract', x('p', description)),
    ...abstracts.map(({ lang, text }) => x('abstract', { 'xml:lang': lang }, x('p', text))),
    issuedNote ? x('creation', issuedNote) : undefined,
    x('langUsage', ...languages.map(([ident, own]) => x('language', { ident }, own))),
    genre || keywords.length > 0
      ? x(
          'textClass',
          ...(genre ? [x('keywords', x('term', { type: 'genre' }, genre))] : []),
          ...keywords.map(({ lang, words }) =>
            x('keywords', { 'xml:lang': lang }, ...words.map((word) => x('term', word))),
          ),
        )
      : undefined,
  );
}

/** The header of the whole chapter. */
export function teiHeader(chapter: Chapter, published: Published): Node {
  const chinese = CHINESE[chapter.lang] ?? '中文';
  const languages: [string, string][] = [[chapter.lang, chinese], ...LANGUAGES];
  const used = languages.filter(
    ([ident]) =>
      ident === chapter.lang || ident === 'en' || chapter.sources.some((s) => s.language === ident),
  );
  return x(
    'teiHeader',
    lines([
      fileDesc(chapter, published),
      encodingDesc(chapter),
      profileDesc(chapter, used),
      x('revisionDesc', x('change', { when: modifiedDay(chapter) }, '內容最近一次修改。')),
    ]),
  );
}
