/** The HTML of marks, tables, quotations, links and bold text. */
import { describe, expect, test } from 'vitest';
import { byRole, byTag, elements, render, textOf, treeOf } from './render.ts';

const only = (html: string, is: Parameters<typeof elements>[1]) => {
  const found = elements(treeOf(html), is);
  expect(found, html).toHaveLength(1);
  return found[0] as (typeof found)[number];
};

describe('a noteref', () => {
  test('is a link to its note, with its own id and label', async () => {
    const link = only(await render('韓戰。[^43]其後'), byRole('doc-noteref'));
    expect(link.tagName).toBe('a');
    expect(link.properties).toMatchObject({ href: '#fn43', id: 'fnref43', ariaLabel: '註 43' });
    expect(textOf(link)).toBe('43');
  });

  test('leaves the text around it as it is', async () => {
    const html = await render('韓戰。[^43]其後');
    expect(html).toMatch(/^<p>韓戰。<a [^>]*>.*<\/a>其後<\/p>$/u);
  });
});

describe('a page break', () => {
  test('is an empty mark with the page as id and label', async () => {
    const mark = only(await render('生活方式{pb 57}的抉擇 {#s1-p1}'), byRole('doc-pagebreak'));
    expect(mark).toMatchObject({ tagName: 'span', children: [] });
    expect(mark.properties).toMatchObject({ id: 'p57', title: '57' });
  });

  test('in a note names the page, and takes no id from the page itself', async () => {
    const html = await render('宣佈{pb 64}成立', 'content/footnotes/066.md');
    expect(elements(treeOf(html), byRole('doc-pagebreak'))).toHaveLength(0);
    const mark = only(html, byTag('span'));
    expect(mark.properties).toMatchObject({ className: ['run-over'], dataPage: '64' });
    expect(mark.properties['id']).toBeUndefined();
  });

  test('inside a URL leaves the address whole', async () => {
    const html = await render('[http://a.b/c/{pb 68}d.html](http://a.b/c/d.html)');
    const link = only(html, byTag('a'));
    expect(link.properties['href']).toBe('http://a.b/c/d.html');
    expect(textOf(link)).toBe('http://a.b/c/d.html');
  });
});

describe('blocks', () => {
  test.each([
    ['a paragraph', '韓戰 {#s1-p1}', '<p id="s1-p1">韓戰</p>'],
    ['a heading', '#### （一）水路 {#s4-1-1}', '<h4 id="s4-1-1">（一）水路</h4>'],
    [
      'a quotation of two paragraphs',
      '> 美國 {#s3-2-p2}\n>\n> 韓美 {#s3-2-p3}',
      '<blockquote>\n<p id="s3-2-p2">美國</p>\n<p id="s3-2-p3">韓美</p>\n</blockquote>',
    ],
    [
      'bold text between Han characters',
      '**「重點」**文字',
      '<p><strong>「重點」</strong>文字</p>',
    ],
    [
      'bold text before a bracket',
      '這是**重點（一）**文字',
      '<p>這是<strong>重點（一）</strong>文字</p>',
    ],
    ['one tilde, which is no deletion', '約 60~70 萬，3~4 座', '<p>約60~70萬，3~4座</p>'],
    ['money, which is no mathematics', '一\\$1，二\\$2', '<p>一$1，二$2</p>'],
  ])('%s', async (_, markdown, html) => {
    expect(await render(markdown)).toBe(html);
  });

  test('mathematics becomes MathML', async () => {
    expect(await render('式 $x^2$')).toMatch(/<math [^>]*>.*<\/math>/u);
  });
});

describe('a table with caption and source', () => {
  const MARKDOWN = [
    '表 3-1　年表[^8] {#table-3-1}',
    '| 日期 | 事 |\n| - | - |\n| 01.05 | 甲 |\n| 01.12 | |',
    '資料來源：乙。 {#table-3-1-source}',
    '其後 {#s1-p2}',
  ].join('\n\n');

  test('is one figure: the table with its caption, then its source', async () => {
    const tree = treeOf(await render(MARKDOWN));
    const [figure] = elements(tree, byTag('figure'));
    const tags = figure?.children.flatMap((c) => (c.type === 'element' ? [c.tagName] : []));
    expect(tags).toEqual(['table', 'p']);
    const [table, source] = elements(
      tree,
      (e) =>
        ['table', 'table-source'].includes(e.tagName) || e.properties['id'] === 'table-3-1-source',
    );
    expect(table?.properties['id']).toBe('table-3-1');
    expect(source && textOf(source)).toBe('資料來源：乙。');
    expect(tree.children.filter((c) => c.type === 'element').map((c) => c.tagName)).toEqual([
      'figure',
      'p',
    ]);
  });

  test('has its caption inside, with the mark', async () => {
    const caption = only(await render(MARKDOWN), byTag('caption'));
    expect(textOf(caption).replace(' ', '')).toBe('表3-1　年表8');
    expect(elements(caption, byRole('doc-noteref'))).toHaveLength(1);
  });

  test('says what its head cells are heads of', async () => {
    const tree = treeOf(await render(MARKDOWN));
    const heads = elements(tree, byTag('th')).map((th) => [textOf(th), th.properties['scope']]);
    expect(heads).toEqual([
      ['日期', 'col'],
      ['事', 'col'],
      ['01.05', 'row'],
      ['01.12', 'row'],
    ]);
    expect(elements(tree, byTag('td')).map(textOf)).toEqual(['甲', '']);
  });

  test('needs no source; without a caption it stays a table', async () => {
    const [captioned] = MARKDOWN.split('\n\n資料');
    expect(await render(captioned ?? '')).toMatch(/^<figure class="table"><table id="table-3-1">/u);
    expect(await render('前文\n\n| 一 |\n| - |\n| 二 |')).not.toContain('<figure');
  });

  test('keeps its source to itself, where a table without a caption follows', async () => {
    const html = await render(`${MARKDOWN.replace(/其後.*$/u, '')}| 一 |\n| - |\n| 二 |`);
    const tree = treeOf(html);
    expect(elements(tree, byTag('figure'))).toHaveLength(1);
    expect(elements(tree, byTag('caption'))).toHaveLength(1);
    expect(html.split('資料來源')).toHaveLength(2);
  });

  test('stands beside another one', async () => {
    const two = `${MARKDOWN}\n\n${MARKDOWN.replaceAll('3-1', '3-2')}`;
    const tree = treeOf(await render(two));
    expect(elements(tree, byTag('figure'))).toHaveLength(2);
    expect(elements(tree, byTag('table')).map((t) => t.properties['id'])).toEqual([
      'table-3-1',
      'table-3-2',
    ]);
  });
});

describe('a link', () => {
  test('that leaves the site says so, and may break after its slashes', async () => {
    const link = only(await render('<http://a.org/b/c_d.html>'), byTag('a'));
    expect(link.properties['rel']).toEqual(['external', 'noopener', 'noreferrer']);
    expect(textOf(link)).toBe('http://a.org/b/c_d.html');
    expect(elements(link, byTag('wbr')).length).toBeGreaterThan(2);
  });

  test('inside the page stays plain', async () => {
    expect(await render('如[表 3-1](#table-3-1)')).toBe('<p>如<a href="#table-3-1">表3-1</a></p>');
  });
});

test.each([
  ['於 1945 年 8 月', '於1945年8月'],
  ['增加 5% 以上', '增加5% 以上'],
  ['將軍 Gene 說', '將軍Gene說'],
  ['(DMZ) 南端', '(DMZ) 南端'],
  ['1\\. 美國', '1. 美國'],
  ['Far Eastern Review 12', 'Far Eastern Review 12'],
  ['第三章　題', '第三章　題'],
])('the space between scripts is left to the stylesheet: %j', async (text, shown) => {
  expect(textOf(treeOf(await render(text)))).toBe(shown);
});
