/** Plain text and Markdown of small chapters. */
import { describe, expect, test } from 'vitest';
import { toPortableMarkdown } from '../../../src/exports/markdown.ts';
import { toText } from '../../../src/exports/plain-text.ts';
import { chapterOf, NOWHERE } from './chapter.ts';

const BODY = `渡口有{pb 8}燈。[^1] {#s1-p1}

> 船會回來。 {#s1-p2}
>
> 燈還亮。 {#s1-p3}

表 2-1　輪值 {#table-2-1}

| 月 | 家 |
| - | - |
| 1 | |

資料來源：帳簿。 {#table-2-1-source}
`;

describe('plain text', () => {
  const [head, body, notes] = toText(
    chapterOf({ body: BODY, notes: [{ text: '見 <http://a.example/>。' }] }),
    { origin: 'https://lamp.example', base: '/z' },
  ).split(/\n\n─+\n\n/u);

  test('marks pages and notes where they begin', () => {
    expect(body?.split('\n\n')).toEqual([
      '[頁 7]第二章　渡口的燈',
      '第一節　舊渡口',
      '渡口有[頁 8]燈。[註 1]',
      '　　船會回來。',
      '　　燈還亮。',
      '表 2-1　輪值\n月\t家\n1\t\n資料來源：帳簿。',
    ]);
    expect(notes).toBe('註釋\n\n[註 1] 見 http://a.example/。\n');
  });

  test('names its address only where the build knows it', () => {
    expect(head).toContain('網址：https://lamp.example/z/chapter/');
    expect(toText(chapterOf({}), NOWHERE)).not.toContain('網址：');
  });
});

describe('Markdown', () => {
  const bodyOf = (body: string, notes: { text: string }[] = []) =>
    toPortableMarkdown(chapterOf({ body, notes }), NOWHERE)
      .split('---\n')[2]
      ?.trim()
      .split('\n\n')
      .slice(2)
      .join('\n\n');

  test('keeps pages, quotations, tables and notes', () => {
    expect(bodyOf(BODY, [{ text: '帳簿{pb 9}末頁。' }])).toBe(
      [
        '渡口有<span id="p8"></span>燈。[^1]',
        '> 船會回來。\n>\n> 燈還亮。',
        '<span id="table-2-1"></span>表 2-1　輪值',
        '| 月 | 家 |\n| - | - |\n| 1 | |',
        '資料來源：帳簿。',
        '[^1]: 帳簿<span id="fn1-p9"></span>末頁。',
      ].join('\n\n'),
    );
  });

  test.each([
    ['a straight quotation mark', '"燈"', '\\"燈\\"'],
    ['an ellipsis of full stops', 'a...', 'a.\\..'],
    ['two hyphens', 'a\\--b', 'a-\\-b'],
    ['an e-mail sign', 'a@b', 'a\\@b'],
    ['money', '5\\$', '5\\$'],
    ['a superscript', '2^2', '2\\^2'],
    ['a number in brackets at the beginning', '(1) 燈', '\\(1) 燈'],
    ['a letter with a full stop at the beginning', 'a. 燈', 'a\\. 燈'],
    ['a Roman number with a bracket at the beginning', 'iv\\) 燈', 'iv\\) 燈'],
    ['the name of an emoji', 'a:lamp:', 'a\\:lamp:'],
    ['an asterisk', '\\*燈\\*', '\\*燈\\*'],
    ['what looks like a mark of ours', '\\{pb 9}', '\\{pb 9}'],
  ])('escapes %s for pandoc', (_, written, expected) => {
    expect(bodyOf(`${written} {#s1-p1}`)).toBe(expected);
  });
});
