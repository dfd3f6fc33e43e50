/** What stands around the text: cover, title page, bibliography, colophon. */
import { address } from '../../model/addresses/address.ts';
import { bibliographyOf } from '../../model/bibliography/bibliography.ts';
import type { Chapter } from '../../model/chapter/chapter.ts';
import { KIND } from '../../model/sources/kind-names.ts';
import { referenceOf } from '../../model/sources/reference.ts';
import type { Source } from '../../model/sources/source.ts';
import { chineseVersion } from '../../model/versions/versions.ts';
import { authorOf, fullTitle, imprintOf, latinAuthor, modifiedDay } from '../imprint.ts';
import { type Published, urlOf } from '../published.ts';
import { lines, type Node, x } from '../xml.ts';
import type { Page } from './files.ts';
import { ENGLISH } from './inlines.ts';
import { withBreaks } from './phrases.ts';

export function coverPage(chapter: Chapter): Page {
  const alt = `封面：${authorOf(chapter)}〈${fullTitle(chapter)}〉`;
  const image = x('img', { src: 'cover.svg', alt });
  return {
    file: 'cover.xhtml',
    title: '封面',
    type: 'cover',
    body: [x('div', { class: 'cover' }, image)],
  };
}

/** The title page. The abstract is a part of its own: pandoc leaves out all that a title page says. */
export function titlePage(chapter: Chapter): Page {
  const latin = latinAuthor(chapter);
  const heading = x('h1', withBreaks([{ type: 'text', value: fullTitle(chapter) }]));
  return {
    file: 'title.xhtml',
    title: fullTitle(chapter),
    type: 'frontmatter',
    body: [
      x(
        'section',
        { class: 'title', 'epub:type': 'titlepage' },
        lines([
          heading,
          x('p', { class: 'author' }, authorOf(chapter)),
          latin ? x('p', x('span', ENGLISH, latin)) : undefined,
          x('p', imprintOf(chapter)),
        ]),
      ),
      x(
        'section',
        { class: 'abstract', 'epub:type': 'abstract', role: 'doc-abstract', 'aria-label': '提要' },
        x('p', chapter.description),
      ),
    ],
  };
}

function entry(source: Source): Node {
  const runs = referenceOf(source).map((run): Node => {
    const text: Node = { type: 'text', value: run.text };
    const attributes = run.lang ? ENGLISH : {};
    if (run.italic) return x('i', attributes, text);
    return run.lang ? x('span', attributes, text) : text;
  });
  const url = source.URL;
  const link = url ? [' ', x('a', { href: url }, url)] : [];
  return x('li', { id: source.id }, x('p', ...runs, ...link));
}

export function bibliographyPage(chapter: Chapter): Page {
  const groups = bibliographyOf(chapter).map(({ kind, chinese, western }) => {
    const entries = [...chinese, ...western].map(({ source }) => entry(source));
    const heading = x('h2', { id: `kind-${kind}` }, KIND[kind]);
    return x(
      'section',
      { 'aria-labelledby': `kind-${kind}` },
      lines([heading, x('ul', lines(entries))]),
    );
  });
  const attributes = {
    'epub:type': 'bibliography',
    role: 'doc-bibliography',
    'aria-labelledby': 'bibliography',
  };
  const made = '本目錄由註釋所引重建，只錄註中所載。';
  return {
    file: 'bibliography.xhtml',
    title: '徵引文獻',
    type: 'backmatter',
    body: [
      x(
        'section',
        attributes,
        lines([
          x('h1', { id: 'bibliography' }, '徵引文獻'),
          x('p', { class: 'made' }, made),
          ...groups,
        ]),
      ),
    ],
  };
}

const PAGES_KEPT = '，原書換頁處與頁碼俱存；目錄另附原書頁碼表';

export function colophonPage(chapter: Chapter, published: Published): Page {
  const url = urlOf(published, address.chapter);
  const links = [...chapter.identifiers.map((i) => i.url), ...(url ? [url] : [])];
  return {
    file: 'colophon.xhtml',
    title: '版權與製作',
    type: 'backmatter',
    body: [
      x(
        'section',
        {
          class: 'colophon',
          'epub:type': 'colophon',
          role: 'doc-colophon',
          'aria-labelledby': 'colophon',
        },
        lines([
          x('h1', { id: 'colophon' }, '版權與製作'),
          x('p', chapter.rights),
          x('p', `本書由章句（Zhangju）製作，文字照印${chapter.pages ? PAGES_KEPT : ''}。`),
          ...links.map((to) => x('p', x('a', { href: to }, to))),
          x('p', `內容更新：${modifiedDay(chapter)}`),
          chapter.version && x('p', chineseVersion(chapter.version)),
        ]),
      ),
    ],
  };
}
