/** chapter.txt and chapter.md give the printed text back, to the character, with marks and pages in their places. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { stream } from './printed.ts';
import { DIST, NOTES, PAGES, SECTIONS } from './site.ts';
import { firstDifference, heads, notePieces, type Piece, piecesByPage } from './source-text.ts';
import { commandOf, run } from './tools.ts';

const read = (file: string) => readFileSync(join(DIST, 'downloads', file), 'utf8');

const difference = (text: Piece[], notes: Map<number, Piece[]>) =>
  firstDifference(stream(piecesByPage(text), notePieces(text, notes), heads));

describe('chapter.txt', () => {
  const [head = '', body = '', notes = ''] = read('chapter.txt').split(/\n\n─{24}\n\n/u);

  const pieces = (text: string): Piece[] =>
    text.split(/(\[(?:頁|註) \d+\])/u).map((part) => {
      const [, kind, number] = /^\[(頁|註) (\d+)\]$/u.exec(part) ?? [];
      if (kind === undefined) return { text: part };
      return kind === '頁' ? { page: Number(number) } : { mark: Number(number) };
    });

  const noteTexts = new Map(
    notes
      .replace(/^註釋\n\n/u, '')
      .trimEnd()
      .split('\n\n')
      .map((note): [number, Piece[]] => [
        Number(/^\[註 (\d+)\]/u.exec(note)?.[1]),
        pieces(note.replace(/^\[註 \d+\]/u, '')),
      ]),
  );

  test('says what it is and how its marks are written', () => {
    expect(head).toContain('第三章　駐韓美軍與朝鮮半島安全\n何仁傑（Ho, Jen-Chieh）');
    expect(head).toContain('http://ah.lib.nccu.edu.tw/handle/140.119/33717');
    expect(head).toContain('[頁 57]');
    expect(read('chapter.txt')).not.toMatch(/\r|\uFEFF| $/mu);
  });

  test('gives the source back, character for character, pages and marks included', () => {
    expect([...noteTexts.keys()]).toEqual(NOTES);
    expect(difference(pieces(body), noteTexts)).toBe('none');
  });

  test('would not pass with a mark or a page break one character off', () => {
    for (const moved of [
      body.replace(/(.)(\[註 43\])/u, '$2$1'),
      body.replace(/(\[頁 57\])(.)/u, '$2$1'),
      body.replace('撒離', '撤離'),
    ]) {
      expect(moved).not.toBe(body);
      expect(difference(pieces(moved), noteTexts)).not.toBe('none');
    }
  });
});

const pandoc = commandOf('pandoc');

/** A node of pandoc's document. */
interface Pandoc {
  t: string;
  c: unknown;
}

/** Everything pandoc read, as pieces; notes apart, in the order of their marks. */
function reader() {
  const notes = new Map<number, Piece[]>();
  const children = (value: unknown): Piece[] =>
    Array.isArray(value) ? value.flatMap(children) : isNode(value) ? node(value) : [];
  const isNode = (value: unknown): value is Pandoc =>
    typeof value === 'object' && value !== null && 't' in value;
  const pageNamed = (id = ''): Piece[] => {
    const page = /^(?:fn\d+-)?p(\d+)$/u.exec(id)?.[1];
    return page ? [{ page: Number(page) }] : [];
  };
  const quotes = (kind: unknown) =>
    (kind as Pandoc).t === 'DoubleQuote' ? ['“', '”'] : ['‘', '’'];
  function node({ t, c }: Pandoc): Piece[] {
    switch (t) {
      case 'Str':
        return [{ text: String(c) }];
      case 'Note': {
        const number = notes.size + 1;
        notes.set(number, children(c));
        return [{ mark: number }];
      }
      case 'Quoted': {
        const [kind, inlines] = c as [unknown, unknown];
        const [open = '', close = ''] = quotes(kind);
        return [{ text: open }, ...children(inlines), { text: close }];
      }
      case 'Span': {
        const [[id], inlines] = c as [[string], unknown];
        return [...pageNamed(id), ...children(inlines)];
      }
      // Where HTML stays HTML, so do the anchors.
      case 'RawInline':
        return pageNamed(/^<span id="([^"]+)">$/u.exec((c as string[])[1] ?? '')?.[1]);
      case 'Link':
        return children((c as unknown[])[1]);
      case 'Header':
        return children((c as unknown[])[2]);
      case 'Space':
      case 'SoftBreak':
        return [];
      case 'Para':
      case 'Plain':
      case 'BlockQuote':
      case 'Table':
        return children(c);
      case 'AlignDefault':
      case 'ColWidthDefault':
      case 'ColWidth':
        return [];
      default:
        throw new Error(`pandoc reads something as ${t}`);
    }
  }
  return { children, notes };
}

describe('chapter.md', () => {
  const markdown = read('chapter.md');

  test('has a head in YAML, an anchor for each page and a footnote for each note', () => {
    const head = parse(markdown.split('---\n')[1] ?? '') as Record<string, unknown>;
    expect(head).toMatchObject({
      title: '第三章　駐韓美軍與朝鮮半島安全',
      author: '何仁傑',
      lang: 'zh-Hant-TW',
      page: '42–83',
    });
    expect([...markdown.matchAll(/^\[\^(\d+)\]: /gmu)].map((m) => Number(m[1]))).toEqual(NOTES);
    expect([...markdown.matchAll(/<span id="p(\d+)"><\/span>/gu)]).toHaveLength(PAGES.length);
  });

  test.skipIf(!pandoc).each(['markdown', 'gfm+yaml_metadata_block', 'commonmark_x'])(
    'pandoc reads it as %s and loses nothing (left out where pandoc is not installed)',
    { timeout: 60_000 },
    (format) => {
      const file = join(DIST, 'downloads/chapter.md');
      const { stdout } = run(pandoc ?? [], ['-f', format, '-t', 'json', file]);
      const { blocks, meta } = JSON.parse(stdout) as { blocks: unknown; meta: object };
      const { children, notes } = reader();
      const text = children(blocks);
      expect(notes.size).toBe(NOTES.length);
      expect(difference(text, notes)).toBe('none');
      expect(Object.keys(meta)).toContain('container-title');
    },
  );
});

describe('each section as Markdown, beside its page', () => {
  const whole = read('chapter.md');
  const at = (path: string) => readFileSync(join(DIST, path), 'utf8');
  const sections = SECTIONS.map((path) => at(`${path.slice(1)}index.md`));
  /** What stands under the head: the text, and the notes. */
  const parts = (markdown: string): [string, string] => {
    const body = markdown.replace(/^---\n.*?\n---\n\n/su, '');
    const [text = '', ...notes] = body.split(/\n(?=\[\^\d+\]: )/u);
    return [text.trimEnd(), notes.map((note) => note.trimEnd()).join('\n')];
  };

  test('has all of the whole, and nothing else', () => {
    const [text, notes] = parts(whole);
    expect(sections.map((own) => parts(own)[0]).join('\n\n')).toBe(text);
    expect(sections.flatMap((own) => parts(own)[1] || []).join('\n')).toBe(notes);
  });

  test('says what it is and what it is a part of, and its page leads to it', () => {
    const heads = sections.map(
      (own) => parse(own.split('---\n')[1] ?? '') as Record<string, unknown>,
    );
    expect(heads.map((head) => head['page'])).toEqual([
      '42–49',
      '50–59',
      '59–65',
      '65–82',
      '82–83',
    ]);
    expect(new Set(heads.map((head) => head['part-of']))).toEqual(
      new Set(['第三章　駐韓美軍與朝鮮半島安全']),
    );
    for (const path of SECTIONS)
      expect(at(`${path.slice(1)}index.html`)).toContain(
        `<link rel="alternate" href="${path}index.md" type="text/markdown">`,
      );
  });
});

test('llms.txt leads to every section and download, by links that are there', () => {
  const file = readFileSync(join(DIST, 'llms.txt'), 'utf8');
  expect(file).toMatch(/^# 第三章　駐韓美軍與朝鮮半島安全\n\n> 何仁傑，/u);
  const links = [...file.matchAll(/^- \[.+?\]\((\/\S+)\)：/gmu)].map(([, to = '']) => to);
  for (const path of SECTIONS) expect(links).toContain(`${path}index.md`);
  expect(links).toContain('/downloads/chapter.xml');
  expect(links.filter((to) => !existsSync(join(DIST, to)))).toEqual([]);
});
