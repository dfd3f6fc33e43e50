/** Word, ODT, Markdown, TEI and HTML: what of small files stands in the content. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importFile } from '../../../../src/import/import.ts';
import { cell, docx, heading, note, noteref, paragraph, run } from './docx.ts';

async function imported(bytes: Uint8Array | string, name: string, options = {}) {
  const data = typeof bytes === 'string' ? strToU8(bytes) : bytes;
  const { files, summary } = await importFile(data, name, options);
  const body = (path: string) =>
    (files.get(path) ?? '').replace(/^---\n[\s\S]*?\n---\n\n/u, '').trimEnd();
  const at = (number: number) => `footnotes/${String(number).padStart(3, '0')}.md`;
  return {
    summary,
    files,
    section: (number: number) => body(`sections/${number}.md`),
    note: (number: number) => body(at(number)),
    front: (path: string) => /^---\n([\s\S]*?)\n---/u.exec(files.get(path) ?? '')?.[1] ?? '',
    frontOf: (number: number) =>
      /^---\n([\s\S]*?)\n---/u.exec(files.get(at(number)) ?? '')?.[1] ?? '',
  };
}

const HEAD = heading(1, '第三章　港口') + heading(2, '第一節　稅關');
const SMALL = HEAD + paragraph(run('稅關設立。') + noteref(5) + run('又談 the Treaty Ports。'));

describe('Word', () => {
  test('gives headings by their styles, notes in the order of their marks', async () => {
    const {
      section,
      note: noteOf,
      summary,
    } = await imported(docx(SMALL, { footnotes: note(5, '林秋月，《舊事》。') }), 'small.docx');
    expect(section(1)).toBe(
      '# {pb 1}第三章　港口 {#ch3}\n\n## 第一節　稅關 {#s1}\n\n稅關設立。[^1]又談 the Treaty Ports。 {#s1-p1}',
    );
    expect(noteOf(1)).toBe('林秋月，《舊事》。');
    expect(summary.paged).toBe(false);
  });

  test('finds headings by their printed labels where no style says so', async () => {
    const plain = [
      '第三章',
      '港口',
      '壹、甲',
      '一、乙',
      '（一）丙',
      '1. 丁',
      '正文。',
      '2. 戊',
      '正文。',
    ];
    const { section } = await imported(
      docx(plain.map((t) => paragraph(run(t))).join('')),
      'a.docx',
    );
    expect(section(1).match(/^#+ .*$/gmu)).toEqual([
      '# {pb 1}第三章　港口 {#ch3}',
      '## 壹、甲 {#s1}',
      '### 一、乙 {#s1-1}',
      '#### （一）丙 {#s1-1-1}',
      '##### 1. 丁 {#s1-1-1-1}',
      '##### 2. 戊 {#s1-1-1-2}',
    ]);
  });

  test('prints the numbers that Word counts', async () => {
    const numbering = `<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="taiwaneseCountingThousand"/><w:lvlText w:val="第%1章"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    const numbered = (level: number, text: string) =>
      paragraph(
        run(text),
        `<w:pStyle w:val="Heading${level + 1}"/><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="7"/></w:numPr>`,
      );
    const { section, front } = await imported(
      docx(numbered(0, '港口') + numbered(1, '稅關') + paragraph(run('文。')), { numbering }),
      'a.docx',
    );
    expect(section(1)).toContain('# {pb 1}第三章　港口 {#ch3}');
    expect(front('sections/1.md')).toContain('label: "3.1"\ntitle: 稅關');
  });

  test('takes tracked changes as accepted, leaves comments out, and says how many', async () => {
    const body =
      HEAD +
      paragraph(
        `${run('甲')}<w:del w:id="1"><w:r><w:delText>乙</w:delText></w:r></w:del><w:ins w:id="2">${run('丙')}</w:ins>`,
        '<w:rPr><w:del w:id="3"/></w:rPr>',
      ) +
      paragraph(run('丁。'));
    const comments = `<w:comments><w:comment w:id="0">${paragraph(run('改'))}</w:comment></w:comments>`;
    const { section, summary } = await imported(docx(body, { comments }), 'a.docx');
    expect(section(1)).toContain('\n\n甲丙丁。 {#s1-p1}');
    expect(summary.remarks).toEqual([
      'Tracked changes were accepted: 1 insertion, 1 deletion.',
      '1 comment was left out.',
    ]);
  });

  test('reads end notes, marks of the author’s own, brackets around marks, and a mark repeated', async () => {
    const raised = '<w:vertAlign w:val="superscript"/>';
    const body =
      HEAD +
      paragraph(
        run('甲。') +
          `<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>＊</w:t></w:r>` +
          run('乙。') +
          run('[', raised) +
          `<w:bookmarkStart w:id="4" w:name="_Ref1"/>${noteref(2)}<w:bookmarkEnd w:id="4"/>` +
          run(']', raised) +
          run('丙。') +
          noteref(9, 'endnote') +
          `<w:fldSimple w:instr=" NOTEREF _Ref1 \\h ">${run('1', raised)}</w:fldSimple>`,
      );
    const {
      section,
      note: noteOf,
      frontOf,
    } = await imported(
      docx(body, {
        footnotes: `<w:footnote w:id="1">${paragraph(run('＊ 星。'))}</w:footnote>${note(2, '一。')}`,
        endnotes: note(9, '尾。', 'endnote'),
      }),
      'a.docx',
    );
    expect(section(1)).toContain('甲。[^1]乙。[^2]丙。[^3][^2] {#s1-p1}');
    expect([1, 2, 3].map(noteOf)).toEqual(['星。', '一。', '尾。']);
    expect([1, 2, 3].map((n) => /mark: (.*)/u.exec(frontOf(n))?.[1])).toEqual(['＊', '"[1]"', 'i']);
    expect(frontOf(2)).toContain('marks: 2');
  });

  test('sets merged cells into a grid, and the lines around a table to it', async () => {
    const table =
      paragraph(run('表3.1 人數')) +
      `<w:tbl><w:tr>${cell('年份')}${cell('人數', '<w:gridSpan w:val="2"/>')}</w:tr>` +
      `<w:tr>${cell('1901', '<w:vMerge w:val="restart"/>')}${cell('男')}${cell('98')}</w:tr>` +
      `<w:tr>${cell('', '<w:vMerge/>')}${cell('女')}${cell('12')}</w:tr></w:tbl>` +
      paragraph(run('資料來源：年度報告。'));
    const { section } = await imported(docx(HEAD + table), 'a.docx');
    expect(section(1)).toContain(
      '表 3.1　人數 {#table-3-1}\n\n| 年份 | 人數 | |\n| - | - | - |\n| 1901 | 男 | 98 |\n| | 女 | 12 |\n\n資料來源：年度報告。 {#table-3-1-source}',
    );
  });

  test('begins pages where Word last did, with the numbers of the section', async () => {
    const body =
      heading(1, '第三章　港口') +
      heading(2, '第一節　稅關') +
      paragraph(`${run('甲')}<w:r><w:lastRenderedPageBreak/><w:t>乙。</w:t></w:r>`) +
      '<w:sectPr><w:pgNumType w:start="57"/></w:sectPr>';
    const { section, front, files } = await imported(docx(body), 'a.docx');
    expect(section(1)).toContain('# {pb 57}第三章');
    expect(section(1)).toContain('甲{pb 58}乙。');
    expect(front('chapter.yaml')).toBe('');
    expect(files.get('chapter.yaml')).toContain('first: 57\n  last: 58');
  });

  test('offers the chapters of a file that has several, and takes the one that is asked for', async () => {
    const book = ['一', '二']
      .map(
        (n) =>
          heading(1, `第${n}章　${n}題`) + heading(2, '第一節　節') + paragraph(run(`第${n}文。`)),
      )
      .join('');
    await expect(imported(docx(book), 'a.docx')).rejects.toThrow('holds 2 chapters');
    const { section, files } = await imported(docx(book), 'a.docx', { chapter: 2 });
    expect(section(1)).toContain('第二文。');
    expect([...files.values()].join('')).not.toContain('第一文');
    await expect(imported(docx(book), 'a.docx', { chapter: 7 })).rejects.toThrow('no chapter 7');
  });
});

describe('hostile and broken files get one clear line', () => {
  const entity =
    '<!DOCTYPE TEI [<!ENTITY a "aaaa">]><TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>&a;</p></body></text></TEI>';
  const locked = docx(SMALL);
  locked[6] = (locked[6] ?? 0) | 1;
  const bomb = zipSync({
    'word/document.xml': [new Uint8Array(140 * 1024 * 1024), { level: 9 }],
  });
  test.each<[string, Uint8Array | string, string, RegExp]>([
    ['an empty file', '', 'a.docx', /is empty/u],
    ['a file that only is called so', 'text', 'a.docx', /is called \.docx and is none/u],
    ['an old Word file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]), 'a.doc', /old Word/u],
    [
      'a locked Word file',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]),
      'a.docx',
      /locked with a password/u,
    ],
    ['a locked container', locked, 'a.docx', /locked with a password/u],
    ['a broken container', docx(SMALL).subarray(0, 700), 'a.docx', /broken/u],
    ['a container that would fill the memory', bomb, 'a.docx', /would unpack to more/u],
    [
      'a container of something else',
      zipSync({ 'a.txt': strToU8('a') }),
      'a.docx',
      /no Word document/u,
    ],
    ['XML with an entity of its own', entity, 'a.xml', /no XML that can be read/u],
    ['XML that breaks off', '<TEI><text>', 'a.xml', /no XML that can be read/u],
    ['XML that is no TEI', '<svg/>', 'a.xml', /is no TEI/u],
    ['a format nobody reads', 'x', 'a.pages', /\.pages cannot be read/u],
    ['a text without any heading', '只有一段。', 'a.md', /no chapter heading/u],
  ])('%s', async (_, bytes, name, says) => {
    await expect(imported(bytes, name)).rejects.toThrow(says);
  });
});

const MARKDOWN = `---
title: 港口研究
author: 林小華
---

# 第3章：港口

## 2.1 稅關 {#sec .numbered}

甲 *The Lamp* 乙。[^a]丙^[即注，見 [附錄](http://example.org/a)。]丁 \\* 戊。[^a]

> 引文一。
>
> 引文二。

表 1　人數

| 年 | 數 |
|---|---|
| 1901 | 98 |

[^a]: 註文 page\\_view。

    第二段。
`;

describe('Markdown', () => {
  test('is read with its notes, in place and apart, and a note marked twice', async () => {
    const { section, note: noteOf, frontOf } = await imported(MARKDOWN, 'a.md');
    expect(section(1)).toBe(
      [
        '# {pb 1}第3章：港口 {#ch3}',
        '## 2.1 稅關 {#s1}',
        '甲 *The Lamp* 乙。[^1]丙[^2]丁 \\* 戊。[^1] {#s1-p1}',
        '> 引文一。 {#s1-p2}\n>\n> 引文二。 {#s1-p3}',
        '表 1　人數 {#table-1}',
        '| 年 | 數 |\n| - | - |\n| 1901 | 98 |',
      ].join('\n\n'),
    );
    expect(noteOf(1)).toBe('註文 page_view。\n\n第二段。');
    expect(noteOf(2)).toBe('即注，見 [附錄](http://example.org/a)。');
    expect(frontOf(1)).toContain('marks: 2');
  });
});

const tei = (body: string, back = '') =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>書</title></titleStmt></fileDesc></teiHeader><text><body><div><head>第三章　港口</head><div><head>第一節　稅關</head>${body}</div></div></body>${back}</text></TEI>`;

describe('TEI', () => {
  test.each([
    ['in place', '<p>甲。<note n="1">註。</note>乙。</p>', ''],
    [
      'at the end, with pointers',
      '<p>甲。<ref target="#n1">1</ref>乙。</p>',
      '<back><div><note xml:id="n1" place="end">註。</note></div></back>',
    ],
    [
      'at the end, saying themselves where they belong',
      '<p>甲。<anchor xml:id="a1"/>乙。</p>',
      '<back><note target="#a1" n="1">註。</note></back>',
    ],
  ])('has its notes %s', async (_, body, back) => {
    const { section, note: noteOf } = await imported(tei(body, back), 'a.xml');
    expect(section(1)).toContain('甲。[^1]乙。 {#s1-p1}');
    expect(noteOf(1)).toBe('註。');
  });

  test('has pages, running heads, quotations, italics and both readings of a slip', async () => {
    const body = `<p>甲<pb n="58"/><fw type="header">書眉</fw>乙<hi rend="italic">Harbour</hi><choice><sic>誤</sic><corr>正</corr></choice>。</p><quote><p>引。</p></quote>`;
    const { section, files } = await imported(
      tei(body).replace('<body>', '<body><pb n="57"/>'),
      'a.xml',
    );
    expect(section(1)).toContain('# {pb 57}第三章');
    expect(section(1)).toContain('甲{pb 58}乙*Harbour*誤。');
    expect(section(1)).toContain('> 引。 {#s1-p2}');
    expect(files.get('chapter.yaml')).toContain('page: 58\n    text: 書眉');
  });
});

const HTML_HEAD =
  '<!doctype html><meta charset=utf-8><title>書</title><nav>目錄</nav><h1>第三章　港口</h1><h2>第一節　稅關</h2>';

describe('HTML', () => {
  test.each([
    [
      'sup and a list',
      '<p>甲。<sup id="r1"><a href="#n1">1</a></sup>乙。</p><h2>註釋</h2><ol><li id="n1">註。<a href="#r1">↩</a></li></ol>',
    ],
    [
      'DPUB roles',
      '<p>甲。<a role="doc-noteref" id="r1" href="#n1">1</a>乙。</p><section role="doc-endnotes"><ol><li id="n1">註。<a role="doc-backlink" href="#r1">回</a></li></ol></section>',
    ],
    [
      'Word',
      '<p>甲。<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>乙。</p><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> 註。</p></div>',
    ],
  ])('has notes as %s has them', async (_, body) => {
    const { section, note: noteOf } = await imported(HTML_HEAD + body, 'a.html');
    expect(section(1)).toContain('甲。[^1]乙。 {#s1-p1}');
    expect(noteOf(1)).toBe('註。');
    expect(section(1)).not.toContain('目錄');
  });

  test('is read, though a link in it is cut within a percent sign', async () => {
    const body =
      '<p>甲。<sup id="r%"><a href="#n%">1</a></sup>乙，<a href="#x%E4">見前</a>。</p><h2>註釋</h2><ol><li id="n%">註。<a href="#r%">↩</a></li></ol>';
    const { section, note: noteOf } = await imported(HTML_HEAD + body, 'a.html');
    expect(section(1)).toContain('甲。[^1]乙，見前。 {#s1-p1}');
    expect(noteOf(1)).toBe('註。');
  });
});

const odt = (text: string) =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    ),
  });

describe('ODT', () => {
  test('is read with notes, a mark repeated, pages and covered cells', async () => {
    const { section, note: noteOf } = await imported(
      odt(
        '<text:h text:outline-level="1">第三章　港口</text:h><text:h text:outline-level="2">第一節　稅關</text:h>' +
          '<text:p>甲。<text:note text:id="f1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>註。</text:p></text:note-body></text:note>乙<text:soft-page-break/>丙。<text:note-ref text:ref-name="f1">1</text:note-ref></text:p>' +
          '<table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>頭</text:p></table:table-cell><table:covered-table-cell/></table:table-row><table:table-row><table:table-cell><text:p>子</text:p></table:table-cell><table:table-cell><text:p>丑</text:p></table:table-cell></table:table-row></table:table>',
      ),
      'a.odt',
    );
    expect(section(1)).toContain('甲。[^1]乙{pb 2}丙。[^1] {#s1-p1}');
    expect(section(1)).toContain('| 頭 | |\n| - | - |\n| 子 | 丑 |');
    expect(noteOf(1)).toBe('註。');
  });
});
