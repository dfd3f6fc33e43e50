/** Words of the interface are known by themselves, and said in another language. */
import { describe, expect, test } from 'vitest';
import { messages as en } from '../../../src/messages/en.ts';
import { translatorOf } from '../../../src/messages/translator.ts';
import { messages as simplified } from '../../../src/messages/zh-Hans.ts';
import { messages as traditional } from '../../../src/messages/zh-Hant-TW.ts';

const english = translatorOf([traditional], en);

describe('into English', () => {
  test.each([
    ['一個詞', undefined],
    ['搜尋', 'Search'],
    ['註釋', 'Notes'],
    ['下載明體（325 KB）', 'Download Ming (325 KB)'],
    ['註 43', 'Note 43'],
    ['註 43｜章句', 'Note 43 | 章句'],
    ['共 1 筆（忽略標點）', '1 result (punctuation ignored)'],
    ['共 12 筆：正文 5，註釋 7', '12 results: 5 in the text, 7 in notes'],
    ['註 91，頁 73', 'Note 91, page 73'],
    ['註 24–51', 'Notes 24–51'],
    ['1981年3月', 'March 1981'],
    ['2003年1月17日至20日', 'January 17–20, 2003'],
    ['1973年9月至10月', 'September–October 1973'],
    ['1999年秋冬季', 'Fall/Winter 1999'],
    ['1981年至1982年', '1981 to 1982'],
    [
      '<time>1981年3月</time>（印作「March 1981」）',
      '<time>March 1981</time> (printed “March 1981”)',
    ],
    ['註 88　第四節 二（一）　頁 72', 'Note 88, 第四節 二（一）, page 72'],
    ['第三節 三（標題）　頁 63', '第三節 三 (heading), page 63'],
    ['美國：搜尋｜章句', '美國: Search | 章句'],
    ['Chicago 第 18 版（英文）', 'Chicago, 18th ed. (English)'],
    ['、頁 42 至 83、註 1 至 116', ', pages 42 to 83, notes 1 to 116'],
    ['引用 2 次', 'Cited 2 times'],
    ['（op. cit.）', ' (op. cit.)'],
    [
      '全章 42 頁。原檔只在頁 44、50 印出頁碼，其餘據此推算；',
      ' The chapter has 42 pages. The source prints a number only on pages 44, 50; the others are counted from them. ',
    ],
    ['專書與專書論文 7', 'Books and chapters 7'],
    [
      '檔案的著作權與網頁的相同：<a>著作權</a>。',
      'The copyright of the files is that of the pages: <a>copyright</a>.',
    ],
    ['註腳、書目', 'Footnote, Bibliography'],
    ['第二節 二（二）　第 8 段', '第二節 二（二）, paragraph 8'],
    [
      '本站的全部正文與註釋出自一份由 PDF 擷取的純文字檔，且僅出自該檔。',
      'The whole text and notes of this site come from one source, text extracted from a PDF: a plain text file, and from it alone. ',
    ],
  ])('%s', (text, said) => {
    expect(english(text)).toBe(said);
  });

  test.each([
    '駐韓美軍緣起及其區域安全角色',
    '43,000人規模降至37,000人',
    '〈朝鮮能把核武器投送多遠〉',
    '〈美報稱美國將把部分駐韓美軍調往伊拉克〉（2003）',
    '〈北韓對談判核問題失去興趣〉，《亞洲時報在線版》。',
    '中央社，2003年1月17日。',
    '頁 73 的「如表 4-1」照印：本章並無表 4-1。',
  ])('the printed words %s are left alone', (text) => {
    expect(english(text)).toBeUndefined();
  });
});

test('every message is known, whatever the language', () => {
  const texts = (group: object): string[] =>
    Object.values(group).flatMap((message) =>
      typeof message === 'string'
        ? message.replace(/<(\/?[a-z]+)\d>/gu, '<$1>').replace(/^ | $/gu, '')
        : typeof message === 'function'
          ? []
          : texts(message),
    );
  for (const [from, to] of [
    [traditional, en],
    [traditional, simplified],
    [simplified, en],
    [en, traditional],
  ] as const) {
    const translate = translatorOf([from], to);
    expect(texts(from).filter((text) => translate(text) === undefined)).toEqual([]);
  }
});
