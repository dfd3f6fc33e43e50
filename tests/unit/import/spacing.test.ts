/** White space: what joins when lines do, and what stays apart. */
import { describe, expect, test } from 'vitest';
import { setSpacing } from '../../../src/import/spacing.ts';
import { pick, seeded } from './source.ts';

const M = (n: number) => `\uE000${n}\uE002`;
const P = (n: number) => `\uE001${n}\uE002`;

describe('setSpacing', () => {
  test.each([
    ['joins Han characters over a line', '日軍投降，\n此一軍事', '日軍投降，此一軍事'],
    ['takes the spaces between Han characters out', '凌 晨', '凌晨'],
    ['takes ideographic spaces out too', '第三章\u3000\u3000駐韓', '第三章駐韓'],
    ['keeps one space between Han and a digit', '於 1945 年', '於 1945 年'],
    ['makes one space of several', '於   1945\t年', '於 1945 年'],
    ['sets the space that a wrap hides before a digit', '於\n1945 年', '於 1945 年'],
    ['sets the space that a wrap hides after a digit', '於 1945\n年', '於 1945 年'],
    ['sets the space that a wrap hides before a word', '將軍\nGene', '將軍 Gene'],
    ['sets none where the text has none', '人民1945年', '人民1945年'],
    ['sets none before full-width punctuation', '1945 ，美國', '1945，美國'],
    ['sets none after full-width punctuation', '美國，\n1945 年', '美國，1945 年'],
    ['sets none beside full-width brackets', '協定 （ SOFA ） 的', '協定（SOFA）的'],
    ['sets none between Han and an ASCII bracket over a line', '台北\n(2004)', '台北(2004)'],
    ['keeps a real one between Han and an ASCII bracket', '台北 (2004)', '台北 (2004)'],
    ['keeps one space between Latin words', 'Far  Eastern', 'Far Eastern'],
    ['keeps the space a Latin line ends with', 'Republic \nof Korea', 'Republic of Korea'],
    ['parts Latin words over a line that ends without a space', 'Treaty\nPorts', 'Treaty Ports'],
    ['keeps the space before an opening quotation mark', '題為 “Rising', '題為 “Rising'],
    ['leaves no space at the ends', ' \n一二 \n ', '一二'],
    ['leaves the empty text empty', '', ''],
    ['leaves white space alone empty', ' \n\t', ''],
    ['knows Han characters beyond the basic plane', '𠀀 𠀁\n𠀂 A', '𠀀𠀁𠀂 A'],
  ])('%s', (_, raw, set) => {
    expect(setSpacing(raw)).toBe(set);
  });

  test.each([
    ['a mark between Han characters', `朝鮮。${M(1)}第二`, `朝鮮。${M(1)}第二`],
    ['a mark at the end of a line', `朝鮮。${M(1)}\n第二`, `朝鮮。${M(1)}第二`],
    ['a mark at the start of a line', `協定，\n${M(11)}使南韓`, `協定，${M(11)}使南韓`],
    ['a mark alone on its line', `條款。\n${M(12)} `, `條款。${M(12)}`],
    ['a mark after a space', `波助瀾。 ${M(85)}  `, `波助瀾。${M(85)}`],
    ['a mark before a year', `派遣。${M(26)}1969 年`, `派遣。${M(26)}1969 年`],
    ['a mark before a space and a year', `援助。${M(4)} 1947 年`, `援助。${M(4)}1947 年`],
    ['a mark between Latin words', `alpha${M(3)} beta`, `alpha${M(3)} beta`],
    ['a page break between Han characters', `生活方式\n${P(43)}的抉擇`, `生活方式${P(43)}的抉擇`],
    ['a page break before a digit', `駐韓美軍從\n${P(60)}43,000`, `駐韓美軍從 ${P(60)}43,000`],
    ['a page break and a mark', `一。${M(5)}\n${P(43)}二`, `一。${M(5)}${P(43)}二`],
    ['a page break first', `${P(42)}第三章`, `${P(42)}第三章`],
    ['nothing but a mark', ` ${M(12)} `, M(12)],
  ])('carries %s through', (_, raw, set) => {
    expect(setSpacing(raw)).toBe(set);
  });

  test('changes nothing but white space, and nothing twice', () => {
    const random = seeded(7);
    const bits = [
      '韓',
      '，',
      '（',
      '）',
      'A',
      'b',
      '1',
      '(',
      ')',
      '.',
      '“',
      '”',
      ' ',
      '  ',
      '\n',
      ' \n',
      '\u3000',
      M(3),
      P(44),
    ];
    for (let i = 0; i < 2000; i += 1) {
      const raw = Array.from({ length: 12 }, () => pick(random, bits)).join('');
      const set = setSpacing(raw);
      expect(set.replace(/\s/gu, '')).toBe(raw.replace(/\s/gu, ''));
      expect(setSpacing(set), JSON.stringify(raw)).toBe(set);
      expect(set).not.toMatch(/\s\s|^\s|\s$|[^ \S]/u);
    }
  });
});
