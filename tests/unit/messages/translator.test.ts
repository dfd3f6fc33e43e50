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
    ['專書與專書論文 7', 'Books and chapters 7'],
    [
      '檔案的著作權與網頁的相同：<a>著作權</a>。',
      'The copyright of the files is that of the pages: <a>copyright</a>.',
    ],
    ['註腳、書目', 'Footnote, Bibliography'],
    ['第二節 二（二）　第8段', '第二節 二（二）, paragraph 8'],
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
