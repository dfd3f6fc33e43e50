/** Importing again: what is derived is renewed, what was added by hand stays. */
import { describe, expect, test } from 'vitest';
import { importText } from '../../../src/import/import.ts';
import { BYTES, LINES, SETTINGS, TEXT, withLine } from './source.ts';

type Existing = Map<string, string>;

const run = (text: Uint8Array | string, existing: Existing = new Map()): Existing =>
  importText(
    Buffer.from(text as string),
    'chapter-3.txt',
    SETTINGS,
    (path) => existing.get(path) ?? '',
  ).files;

const fresh = run(BYTES);

describe('the same text', () => {
  test('gives the same bytes, also over what it gave before', () => {
    expect(run(BYTES)).toEqual(fresh);
    expect(run(BYTES, fresh)).toEqual(fresh);
  });

  test.each([
    ['in NFC', TEXT],
    ['with a byte order mark', `\uFEFF${TEXT}`],
    ['with the line ends of Windows', TEXT.replace(/\n/gu, '\r\n')],
    ['with the line ends of an old Macintosh', TEXT.replace(/\n/gu, '\r')],
    ['with both a byte order mark and CR LF', `\uFEFF${TEXT.replace(/\n/gu, '\r\n')}`],
    ['without its last line end', TEXT.trimEnd()],
    ['with empty lines before it', `\n\n${TEXT}`],
  ])('%s gives the same content', (_, text) => {
    expect(run(text)).toEqual(fresh);
  });
});

describe('additions made by hand', () => {
  const chapter = [
    '# Written first.',
    'lang: zh-Hant-TW',
    '',
    '# What the import derives.',
    'title: an old title # to be renewed',
    'pages: { first: 1, last: 2 }',
    'author: { family: 何, given: 仁傑 } # a person',
    'number: 3',
    '',
  ].join('\n');

  test('in chapter.yaml keep their comments and their order', () => {
    const written = run(BYTES, new Map([['chapter.yaml', chapter]])).get('chapter.yaml') ?? '';
    const keys = written.match(/^[a-z]\w*(?=:)/gimu);
    expect(keys).toEqual([
      'lang',
      'title',
      'pages',
      'author',
      'number',
      'label',
      'source',
      'furniture',
    ]);
    expect(written).toMatch(
      /^# Written first\.\nlang: zh-Hant-TW\n\n# What the import derives\.\n/u,
    );
    expect(written).toContain('title: 駐韓美軍與朝鮮半島安全');
    expect(written).toContain('author: { family: 何, given: 仁傑 } # a person\n');
    expect(written).toMatch(/pages:\n? *\{? ?first: 42,?\n? +last: 83/u);
    expect(written).not.toContain('an old title');
  });

  test('in a section and a note stay, and the derived keys and the body are renewed', () => {
    const existing: Existing = new Map([
      [
        'sections/2.md',
        '---\n# by hand\ndescription: "說明 --- 一"\ntitle: old\nnumber: 2\n---\n\nold body\n',
      ],
      [
        'footnotes/004.md',
        '---\nnumber: 4\npage: 99\nkind: citation # by hand\nurls: []\n---\n\nold\n',
      ],
      ['footnotes/003.md', '---\nurls:\n  - printed: a\n    url: b\n---\n'],
      ['footnotes/001.md', 'no front matter at all\n'],
    ]);
    const written = run(BYTES, existing);
    const body = (path: string) => fresh.get(path)?.replace(/^---\n[\s\S]*?\n---\n/u, '');
    expect(written.get('sections/2.md')).toBe(
      `---\n# by hand\ndescription: "說明 --- 一"\ntitle: 冷戰時期駐韓美軍之調整\nnumber: 2\nlabel: 第二節\n---\n${body('sections/2.md')}`,
    );
    expect(written.get('footnotes/004.md')).toMatch(
      /^---\nnumber: 4\npage: 43\nkind: citation # by hand\nurls:\n {2}- printed: http:\/\/usinfo/u,
    );
    expect(written.get('footnotes/003.md')).toBe(
      `---\nnumber: 3\npage: 42\n---\n${body('footnotes/003.md')}`,
    );
    expect(written.get('footnotes/001.md')).toBe(fresh.get('footnotes/001.md'));
    expect(run(BYTES, written)).toEqual(written);
  });

  test('in a file saved on Windows stay too', () => {
    const path = 'sections/1.md';
    const existing = `\uFEFF${fresh.get(path)?.replace(/^---\n/u, '---\nextra: 1 # mine\n')}`;
    const written = run(BYTES, new Map([[path, existing.replace(/\n/gu, '\r\n')]])).get(path);
    expect(written).toBe(existing.slice(1));
  });

  test('stay when the text changes', () => {
    const path = 'sections/1.md';
    const mine = (fresh.get(path) ?? '').replace(/^---\n/u, '---\nmine: true\n');
    const line = LINES.findIndex((l) => l.includes('造成南北韓分裂')) + 1;
    const changed = withLine(line, (l) => l.replace('分裂', '對立'));
    expect(run(changed, new Map([[path, mine]])).get(path)).toBe(
      mine.replace('造成南北韓分裂', '造成南北韓對立'),
    );
  });
});
