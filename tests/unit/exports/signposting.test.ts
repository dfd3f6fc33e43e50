/** FAIR Signposting of a site that knows its address: each page of the text is an identified thing of its own. */
import { describe, expect, test } from 'vitest';
import type { About } from '../../../src/exports/metadata/about.ts';
import { linkset, signposts } from '../../../src/exports/metadata/signposting.ts';
import { publishedAt } from '../../../src/exports/published.ts';
import type { Section } from '../../../src/model/chapter/chapter.ts';
import { chapterOf } from './chapter.ts';

const SITE = 'https://text.example';
const published = publishedAt(new URL(SITE), '/read/');
const chapter = chapterOf({ body: '渡口有燈。[^1]', notes: [{ text: '船家言。' }] });
const section = chapter.sections[0] as Section;
const [note] = chapter.notes;

/** The links of a page by their relation, as a client of signposting reads them. */
const links = (about: About, at = published) =>
  Object.groupBy(
    signposts({ published: at, chapter, about, title: '題', description: '' }),
    ({ rel }) => rel,
  );

const DESCRIBED = `${SITE}/read/downloads/chapter.jsonld`;

describe('a page of the text names what it is cited as, what describes it and what holds it, with types', () => {
  test.each<[string, About, string, string]>([
    ['the chapter', { kind: 'chapter' }, '/chapter/', 'chapter-2.xml'],
    ['a section', { kind: 'section', section }, '/sections/1/', 'chapter-2/s1.xml'],
    [
      'a printed page',
      { kind: 'page', page: 7, section },
      '/pages/7/',
      'chapter-2;tree=pages/7.xml',
    ],
  ])('%s', (_, about, path, tei) => {
    const found = links(about);
    expect(found['cite-as']).toEqual([{ rel: 'cite-as', href: `${SITE}/read${path}` }]);
    expect(found['describedby']).toEqual([
      { rel: 'describedby', href: DESCRIBED, type: 'application/ld+json' },
    ]);
    expect(found['item']).toEqual([
      { rel: 'item', href: `${SITE}/read/dts/document/${tei}`, type: 'application/tei+xml' },
    ]);
    expect(found['collection']).toEqual([
      { rel: 'collection', href: `${SITE}/read/`, type: 'text/html' },
    ]);
  });

  test('a note is cited as its own page', () => {
    if (!note) throw new Error('no note');
    expect(links({ kind: 'note', note })['cite-as']).toEqual([
      { rel: 'cite-as', href: `${SITE}/read/notes/1/` },
    ]);
  });

  test('the link set says the same of it', () => {
    const { linkset: contexts } = linkset(chapter, published) as {
      linkset: Record<string, unknown>[];
    };
    const own = contexts.find(({ anchor }) => anchor === `${SITE}/read/sections/1/`);
    expect(own?.['cite-as']).toEqual([{ href: `${SITE}/read/sections/1/` }]);
    expect(own?.['describedby']).toEqual([{ href: DESCRIBED, type: 'application/ld+json' }]);
  });

  test('where the site’s address is unknown, no path is given for an identifier', () => {
    const found = links({ kind: 'section', section }, publishedAt(undefined, '/'));
    expect(found['cite-as']).toBeUndefined();
    expect(found['item']?.[0]?.href).toBe('/dts/document/chapter-2/s1.xml');
  });
});
