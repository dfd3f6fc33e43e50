/** Distributed Text Services of a small chapter: what is cut, and what is answered. */
import { describe, expect, test } from 'vitest';
import { toXml } from 'xast-util-to-xml';
import { path, templates } from '../../../src/exports/dts/addresses.ts';
import { byPage } from '../../../src/exports/dts/slice.ts';
import { members, type Unit } from '../../../src/exports/dts/units.ts';
import { x } from '../../../src/exports/xml.ts';

const pb = (n: number) => x('pb', { n });

describe('cutting at page breaks', () => {
  const cut = (...children: Parameters<typeof x>[1][]) =>
    Object.fromEntries(
      [...byPage(x('body', {}, ...(children as never[])))].map(([page, nodes]) => [
        page,
        toXml(nodes),
      ]),
    );

  test.each<[string, Parameters<typeof x>[1][], Record<string, string>]>([
    [
      'inside a paragraph',
      [pb(7), x('p', '渡', pb(8), '口')],
      { 7: '<pb n="7"></pb><p part="I">渡</p>', 8: '<p part="F"><pb n="8"></pb>口</p>' },
    ],
    [
      'twice inside a paragraph',
      [pb(7), x('p', '甲', pb(8), '乙', pb(9), '丙')],
      {
        7: '<pb n="7"></pb><p part="I">甲</p>',
        8: '<p part="M"><pb n="8"></pb>乙</p>',
        9: '<p part="F"><pb n="9"></pb>丙</p>',
      },
    ],
    [
      'at the beginning of a paragraph, which is whole',
      [pb(7), x('div', x('p', '甲'), '\n', x('p', pb(8), '乙'))],
      {
        7: '<pb n="7"></pb><div part="I"><p>甲</p>\n</div>',
        8: '<div part="F"><p><pb n="8"></pb>乙</p></div>',
      },
    ],
    [
      'not inside a note, which stays with its mark',
      [pb(7), x('p', '甲', x('note', '乙', pb(8), '丙'), '丁')],
      { 7: '<pb n="7"></pb><p>甲<note>乙<pb n="8"></pb>丙</note>丁</p>' },
    ],
    [
      'between the rows of a table, which cannot say that it is a part',
      [pb(7), x('table', x('row', x('cell', '甲')), x('row', x('cell', pb(8), '乙')))],
      {
        7: '<pb n="7"></pb><table><row><cell>甲</cell></row></table>',
        8: '<table><row><cell><pb n="8"></pb>乙</cell></row></table>',
      },
    ],
  ])('%s', (_, children, expected) => {
    expect(cut(...children)).toEqual(expected);
  });
});

describe('members', () => {
  const unit = (identifier: string, parent: string | null): Unit => ({
    identifier,
    parent,
    level: identifier.split('-').length,
    citeType: '',
    title: '',
  });
  const units = [
    unit('a', null),
    unit('a-1', 'a'),
    unit('a-1-1', 'a-1'),
    unit('a-2', 'a'),
    unit('b', null),
  ];

  test.each<[string | undefined, number | undefined, string[] | undefined]>([
    [undefined, 1, ['a', 'b']],
    [undefined, 2, ['a', 'a-1', 'a-2', 'b']],
    [undefined, -1, ['a', 'a-1', 'a-1-1', 'a-2', 'b']],
    ['a', undefined, undefined],
    ['a', 0, ['a', 'b']],
    ['a-1', 0, ['a-1', 'a-2']],
    ['a', 1, ['a', 'a-1', 'a-2']],
    ['a', -1, ['a', 'a-1', 'a-1-1', 'a-2']],
    ['b', 1, ['b']],
  ])('of %s, %s down', (ref, down, expected) => {
    const found = members(
      units,
      units.find(({ identifier }) => identifier === ref),
      down,
    );
    expect(found?.map(({ identifier }) => identifier)).toEqual(expected);
  });
});

test.each([
  [path.collection(), 'collection.json'],
  [path.collection('zhangju', 'parents'), 'collection/zhangju/parents.json'],
  [path.navigation('chapter-2', undefined, -1), 'navigation/chapter-2;down=-1.json'],
  [path.navigation('chapter-2', undefined, undefined, 's1'), 'navigation/chapter-2/s1.json'],
  [path.navigation('chapter-2', 'pages', 0, '7'), 'navigation/chapter-2;tree=pages;down=0/7.json'],
  [path.document('chapter-2', undefined), 'document/chapter-2.xml'],
  [path.document('chapter-2', 'pages', '7'), 'document/chapter-2;tree=pages/7.xml'],
])('%s', (found, expected) => expect(found).toBe(expected));

test('templates have the address and the base of the site', () => {
  const published = { origin: 'https://lamp.example', base: '/z' };
  expect(templates(published).document).toBe(
    'https://lamp.example/z/dts/document/{resource}{;tree}{/ref}.xml',
  );
  expect(templates(published, 'chapter-2').collection).toBe(
    'https://lamp.example/z/dts/collection/chapter-2{/nav}.json',
  );
});
