// @vitest-environment happy-dom
/** A reader's marks find their words again: in moved, parted and edited paragraphs, on printed pages, in Simplified characters. */
import { describe, expect, test } from 'vitest';
import type { Anchor, Annotation } from '../../../../src/client/annotations/annotation.ts';
import { BlockText, compared } from '../../../../src/client/annotations/block-text.ts';
import {
  comparedQuote,
  findConverted,
  findExact,
  findPart,
} from '../../../../src/client/annotations/find.ts';
import { relocated, WholeText } from '../../../../src/client/annotations/relocate.ts';

const FIRST = '一九五〇年六月韓戰爆發，駐韓美軍成為嚇阻北韓的主要力量，直到停戰協定簽訂。';
const SECOND = '尼克森政府宣布自南韓撤出一個師，駐韓美軍的角色自此改變，盟邦深感不安。';
const THIRD = '卡特就任之後主張全面撤軍，國會與軍方卻有不同的看法。';

/** A page of paragraphs under one heading, numbered in order. */
function page(...paragraphs: string[]): HTMLElement {
  const root = document.createElement('div');
  const blocks = paragraphs.map((words, i) => `<p id="s1-p${i + 1}">${words}</p>`);
  root.innerHTML = `<div class="text"><h2 id="s1">第一節　概說</h2>${blocks.join('')}</div>`;
  document.body.replaceChildren(root);
  return root;
}

const textOf = (root: ParentNode, id: string) =>
  new BlockText(root.querySelector(`#${id}`) as Element);

/** What is kept of words in a paragraph: their first place in it, or the one asked for. */
function anchorTo(root: ParentNode, id: string, words: string, nth = 0): Anchor {
  const text = textOf(root, id);
  const units = compared(words);
  let at = text.units.indexOf(units);
  for (let i = 0; i < nth; i += 1) at = text.units.indexOf(units, at + 1);
  return text.anchorOf(id, [at, at + units.length]);
}

const annotation = (...anchors: Anchor[]): Annotation => ({
  id: 'urn:uuid:1',
  created: '2026-11-28T00:00:00Z',
  modified: '2026-11-28T00:00:00Z',
  colour: 'yellow',
  note: '',
  tags: [],
  anchors,
});

/** Where the words of a mark stand after the text has become another. */
const after = (anchor: Anchor, ...paragraphs: string[]): Anchor[] =>
  relocated(annotation(anchor), new WholeText(page(...paragraphs))).anchors;

describe('what is kept', () => {
  test('words, what is around them, and their place in code points, without marks of notes', () => {
    const root = page(
      '𠮷田茂與<a role="doc-noteref"><sup>3</sup></a>麥克阿瑟  會談<b data-apparatus>¶</b>。',
    );
    expect(anchorTo(root, 's1-p1', '麥克阿瑟會')).toEqual({
      block: 's1-p1',
      exact: '麥克阿瑟 會',
      prefix: '𠮷田茂與',
      suffix: '談。',
      start: 4,
      end: 10,
    });
  });

  test('a table: lines and cells stand apart', () => {
    document.body.innerHTML =
      '<figure class="table"><table id="table-1"><tr><td>年</td><td>兵力</td></tr><tr><td>1950</td><td>510</td></tr></table></figure>';
    const text = new BlockText(document.querySelector('figure') as Element);
    expect(text.text).toBe('年\t兵力\n1950\t510');
    expect(text.anchorOf('table-1', [1, 5]).exact).toBe('兵力\n19');
  });

  test('a range and its words are the same, also in columns where digits have elements of their own', () => {
    const root = page('於1977年訪問');
    const anchor = anchorTo(root, 's1-p1', '1977年');
    (root.querySelector('#s1-p1') as Element).innerHTML = '於<span data-tcy>1977</span>年<wbr>訪問';
    const text = textOf(root, 's1-p1');
    const found = findExact(text.units, comparedQuote(anchor));
    expect(text.rangeOf(found?.span ?? [0, 1]).toString()).toBe('1977年');
    expect(text.spanOf(text.rangeOf([1, 6]))).toEqual([1, 6]);
    expect(text.unchanged(anchor)).toEqual([1, 6]);
    for (const other of [{ exact: '1978年' }, { prefix: '在' }, { suffix: '訪談' }, { start: 2 }])
      expect(text.unchanged({ ...anchor, ...other })).toBeUndefined();
  });

  test('where the correction of a misprint is shown, the range holds what is seen', () => {
    const root = page(
      '韓國<span data-emendation="em1" data-corrected=""><span hidden>反應</span><ins data-apparatus>反映</ins></span>出',
    );
    const text = textOf(root, 's1-p1');
    expect(text.text).toBe('韓國反應出');
    expect(text.rangeOf([2, 4]).toString()).toBe('反應反映');
  });
});

describe('a rebuild', () => {
  const before = page(FIRST, SECOND, THIRD);
  const second = anchorTo(before, 's1-p2', '駐韓美軍');

  test('that changes nothing leaves an annotation as it is', () => {
    const same = annotation(second);
    expect(relocated(same, new WholeText(page(FIRST, SECOND, THIRD)))).toBe(same);
  });

  test('that moves paragraphs: the mark goes with its own, though the old place has the same words', () => {
    const [moved] = after(second, SECOND, FIRST, THIRD);
    expect(moved).toMatchObject({ block: 's1-p1', exact: '駐韓美軍' });
    const [later] = after(second, '新的一段。', FIRST, SECOND, THIRD);
    expect(later?.block).toBe('s1-p3');
  });

  test('that sets a character right near the words', () => {
    const [one] = after(second, FIRST, SECOND.replace('宣布', '宣佈'), THIRD);
    expect(one).toMatchObject({ block: 's1-p2', exact: '駐韓美軍' });
    expect(one).not.toHaveProperty('was');
  });

  test('that sets right a character in the words: both readings are kept, and once only', () => {
    const anchor = anchorTo(before, 's1-p1', '駐韓美軍成為嚇阻北韓的主要力量');
    const changed = [FIRST.replace('嚇阻', '威嚇'), SECOND, THIRD] as const;
    const [one] = after(anchor, ...changed);
    expect(one).toMatchObject({
      block: 's1-p1',
      exact: '駐韓美軍成為威嚇北韓的主要力量',
      was: '駐韓美軍成為嚇阻北韓的主要力量',
    });
    expect(one && after(one, ...changed)).toEqual([one]);
  });

  test('that parts a paragraph within the words: one mark in both', () => {
    const anchor = anchorTo(before, 's1-p2', '撤出一個師，駐韓美軍的角色');
    const [head, tail] = [SECOND.slice(0, 16), SECOND.slice(16)];
    expect(after(anchor, FIRST, head, tail, THIRD)).toMatchObject([
      { block: 's1-p2', exact: '撤出一個師，' },
      { block: 's1-p3', exact: '駐韓美軍的角色' },
    ]);
  });

  test('that joins two paragraphs', () => {
    expect(after(second, FIRST + SECOND, THIRD)).toMatchObject([{ block: 's1-p1', start: 53 }]);
  });

  test('without the words: they are lost with their quotation, and found again when they come back', () => {
    const [lost] = after(second, FIRST, THIRD);
    expect(lost).toEqual({ ...second, lost: true });
    expect(lost && after(lost, FIRST, SECOND, THIRD)).toEqual([second]);
  });

  test('of a common word alone proves nothing', () => {
    const [lost] = after(anchorTo(before, 's1-p3', '軍'), '另一篇文字，與軍事無關。');
    expect(lost?.lost).toBe(true);
  });
});

describe('other pages of the same passage', () => {
  const root = page(FIRST);
  const anchor = anchorTo(root, 's1-p1', '駐韓美軍成為嚇阻北韓');
  const quote = comparedQuote(anchor);
  const cut = FIRST.indexOf('嚇阻');

  test('a printed page has the end of the words, or their beginning, or their middle', () => {
    expect(findPart(compared(FIRST.slice(0, cut)), quote)).toEqual([cut - 6, cut]);
    expect(findPart(compared(FIRST.slice(cut)), quote)).toEqual([0, 4]);
    expect(findPart('成為嚇阻北韓的'.slice(0, 6), quote)).toBeUndefined();
    expect(findPart(FIRST.slice(12, 20), quote)).toEqual([0, 8]);
  });

  test('a printed page without them has none', () => {
    expect(findPart(compared(FIRST.slice(0, 10)), quote)).toBeUndefined();
    expect(findPart(compared(SECOND), quote)).toBeUndefined();
  });

  test('in Simplified characters they stand at the same place, or near it', () => {
    const simplified = compared(
      '一九五〇年六月韩战爆发，驻韩美军成为吓阻北韩的主要力量，直到停战协定签订。',
    );
    const at = FIRST.indexOf('駐韓');
    expect(findConverted(simplified, quote, at)).toEqual([at, at + 10]);
    expect(findConverted(simplified, quote)).toEqual([at, at + 10]);
    expect(
      findConverted('尼克松政府宣布自南韩撤出一个师，盟邦深感不安。', quote, 3),
    ).toBeUndefined();
  });
});

test('among the same words in one paragraph, those with the same words around them', () => {
  const words = '美軍與韓軍。美軍與日軍。美軍與英軍。';
  const root = page(words);
  const anchor = anchorTo(root, 's1-p1', '美軍', 1);
  expect(findExact(compared(words), comparedQuote(anchor))?.span).toEqual([6, 8]);
});
