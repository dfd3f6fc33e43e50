/** What the check refuses in generated files never gets into them: files of every kind are mended, and it is told. */
import { expect, test } from 'vitest';
import { importFile } from '../../../../src/import/import.ts';
import { INVISIBLE } from '../../../../src/import/unseen.ts';

const markdown = (c: string) => `# 第一章 渡${c}口

## 第一節 舊${c}船

舊船今已${c}不存，至 1895 年有船。[^1]

### 一、木${c}橋

橋成於後，見表 1-1。

表 1-1 船${c}價

| 年${c}份 | 價 |
| --- | --- |
| 1908 | 2${c}角 |

[^1]: 林阿水，村${c}志，頁 12。
`;

const html = (c: string) =>
  `<h1>第一章 渡${c}口</h1><h2>第一節 舊${c}船</h2><p>舊船今已${c}不存，有船。<a href="#n1" id="r1">1</a></p><h3>一、木${c}橋</h3><p>橋成於後。</p><ol><li id="n1">林阿水，村${c}志，頁 12。</li></ol>`;

const tei = (c: string) =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div><head>第一章 渡${c}口</head><div><head>第一節 舊${c}船</head><p>舊船今已${c}不存，有船。<note n="1">林阿水，村${c}志，頁 12。</note></p></div></div></body></text></TEI>`;

const FORMS = [
  ['渡口.md', markdown],
  ['渡口.html', html],
  ['渡口.xml', tei],
] as const;
/** Each of a kind of its own: format characters of all planes, fillers, blanks, what cannot be in a text. */
const HIDDEN =
  '\u00AD\u034F\u0085\u0091\u061C\u17B4\u180E\u200B\u200E\u202A\u202E\u2060\u2063\u2066\u2069\u206A\u206F\u2800\u3164\uE001\uFDD0\uFEFF\uFFA0\uFFF9\uFFFC\u{1D173}\u{E0041}';

const CASES = FORMS.flatMap(([name, make]) =>
  [...HIDDEN].map((c) => [name, `U+${c.codePointAt(0)?.toString(16)}`, make(c)] as const),
);

test.each(CASES)('%s with %s', async (name, _, text) => {
  const { files, summary } = await importFile(Buffer.from(text), name, {
    settingsYaml: 'pageNumbers: false',
  });
  const held = [...files].filter(
    ([path, data]) => !path.startsWith('source/') && INVISIBLE.test(data.replace(/[\n\t]/gu, '')),
  );
  expect(held).toEqual([]);
  expect(summary.remarks.join('\n')).toMatch(/U\+[0-9A-F]{4}/u);
});

test('an accent and a joiner on one letter: the letter is composed, the joiner is gone', async () => {
  const { files } = await importFile(Buffer.from(markdown('de\u0301\u034Ftente')), '渡口.md');
  expect(files.get('sections/1.md')).toContain('détente');
});
