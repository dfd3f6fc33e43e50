// @vitest-environment happy-dom
/** What is read of a page: sentences, with their places; rows of tables; notes. */
import { beforeEach, describe, expect, test } from 'vitest';
import {
  indexAt,
  rangeOf,
  rootAt,
  sameIn,
  sentencesOf,
} from '../../../../src/client/read-aloud/passage.ts';

const PAGE = `<article lang="zh-Hant-TW"><div class="text">
<h2 id="s1">第一節　緣起<button class="pilcrow" data-apparatus>¶</button></h2>
<p id="s1-p1">甲<span role="doc-pagebreak" id="p2"></span><a data-apparatus>2</a>乙。<a role="doc-noteref" href="#fn1" id="fnref1" data-number="1"><sup>1</sup></a>丙<span data-tcy>38</span>度；<a role="doc-noteref" href="#fn2" id="fnref2" data-number="2"><sup>2</sup></a>丁。</p>
<blockquote>
<p id="s1-p2">引<span data-emendation="em1" data-corrected><span hidden>文</span><ins data-apparatus>言</ins></span>。</p>
</blockquote>
<figure class="table"><table id="t1"><caption>表1　事</caption>
<thead><tr><th scope="col">日期</th><th scope="col" colspan="2">事件</th><th scope="col">備註</th></tr></thead>
<tbody><tr><th scope="row">2000</th><td>甲</td><td>乙。丙</td><td></td></tr>
<tr><th scope="row">2001</th><td colspan="2">丁</td><td>戊</td></tr></tbody></table>
<p id="t1-source">資料來源</p></figure>
<ul><li>項<p>段</p>尾</li></ul>
<p id="s1-p3">（）</p>
<section role="doc-endnotes"><h2 data-apparatus>註釋</h2><ol class="notes">
<li id="fn1"><a class="number" data-apparatus>1</a><section class="text"><p>見甲。頁3。</p><p>又乙。</p></section></li>
<li id="fn2"><a class="number" data-apparatus>2</a><section class="text"><p>同上註。<a role="doc-backlink">↩</a></p></section></li>
</ol></section></div></article>`;

beforeEach(() => {
  document.body.innerHTML = PAGE;
});

const text = () => sentencesOf(rootAt(document.body) as Element);
const byId = (id: string) => document.getElementById(id) as HTMLElement;

describe('the text', () => {
  test('by sentences: no marks, no page numbers, corrections as shown; tables by rows with their heads', () => {
    expect(text().map((one) => one.text)).toEqual([
      '第一節　緣起',
      '甲乙。',
      '丙38度；',
      '丁。',
      '引言。',
      '表1　事',
      '2000；事件：甲；事件：乙。丙',
      '2001；事件：丁；備註：戊',
      '資料來源',
      '項',
      '段',
      '尾',
    ]);
  });

  test('a mark belongs to the sentence that it stands behind', () => {
    expect(text().map(({ noterefs }) => noterefs.map(({ id }) => id).join())).toEqual([
      '',
      'fnref1',
      'fnref2',
      ...Array(9).fill(''),
    ]);
  });

  test('longer pauses follow headings and blocks', () => {
    expect(
      text()
        .map(({ ends }) => ends ?? '')
        .slice(0, 6),
    ).toEqual(['heading', '', '', 'block', 'block', 'heading']);
  });

  test('a sentence is shown from its first character to its last, across elements', () => {
    const ranges = text().map((one) => rangeOf(one)?.toString());
    expect(ranges.slice(0, 2)).toEqual(['第一節　緣起', '甲2乙。']);
    expect(ranges[2]).toBe('丙38度；');
    byId('s1-p1').remove();
    const gone = text()[1];
    byId('s1').replaceChildren('新');
    expect(gone && rangeOf(gone)?.toString()).toBe('引文言。');
  });
});

describe('where one begins', () => {
  test.each([
    ['the page', () => document.body, 0],
    ['a paragraph', () => byId('s1-p1'), 1],
    ['a page break within a sentence', () => byId('p2'), 1],
    ['the mark of a note', () => byId('fnref2'), 2],
    ['a table', () => byId('t1'), 5],
    ['what makes no sound, at the end', () => byId('s1-p3'), 11],
  ])('at %s', (_, place, index) => {
    expect(indexAt(text(), { node: place() })).toBe(index);
  });

  test('at selected words', () => {
    const last = byId('s1-p1').lastChild as Text;
    expect(indexAt(text(), { node: last, offset: 1 })).toBe(3);
  });

  test('in the notes: they are read, each after its number', () => {
    const notes = sentencesOf(rootAt(byId('fn2')) as Element);
    expect(notes.map(({ note, text: said }) => `${note ?? '-'} ${said}`)).toEqual([
      '1 見甲。',
      '- 頁3。',
      '- 又乙。',
      '2 同上註。',
    ]);
    expect(indexAt(notes, { node: byId('fn2') })).toBe(3);
  });

  test('the same sentence when the page has been set anew', () => {
    const before = text()[2];
    byId('s1-p1').normalize();
    for (const digits of document.querySelectorAll('[data-tcy]'))
      digits.replaceWith(digits.textContent);
    expect(before && sameIn(text(), before)).toBe(2);
  });
});
