/** The catalogue of messages: it holds every word of the interface, and languages agree. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { messages as en } from '../../../src/messages/en.ts';
import { languageOf } from '../../../src/messages/languages.ts';
import { rich } from '../../../src/messages/rich.ts';
import { messages as simplified } from '../../../src/messages/zh-Hans.ts';
import { messages as traditional } from '../../../src/messages/zh-Hant-TW.ts';

const SRC = fileURLToPath(new URL('../../../src', import.meta.url));

/** Each message as a text, its values as numbered gaps. */
function texts(group: object, path = ''): [path: string, text: string][] {
  return Object.entries(group).flatMap(([name, value]): [string, string][] => {
    if (typeof value === 'string') return [[path + name, value]];
    if (typeof value === 'function')
      return [[path + name, value(...Array.from({ length: 4 }, (_, i) => `{${i}}`))]];
    return texts(value, `${path}${name}.`);
  });
}

describe('no word of the interface stands outside the catalogue', () => {
  /** What is read or matched rather than shown. */
  const READ = new Set([
    // Labels of headings and captions, as the text prints them.
    'client/navigation/reading-position.ts: LABEL',
    'components/sources/UseItem.astro: replace(',
  ]);
  test.each([
    'components',
    'pages',
    'layouts',
    'client',
    'integrations/simplified',
    'model/downloads',
  ])('in %s', (room) => {
    const found = readdirSync(join(SRC, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:ts|astro)$/u.test(file))
      .flatMap((file) =>
        readFileSync(join(SRC, room, file), 'utf8')
          .replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|^\s*\/\/.*$/gmu, '')
          .split('\n')
          .filter((line) => /\p{Script=Han}/u.test(line))
          .filter(
            (line) =>
              ![...READ].some((known) => {
                const [path = '', words = ''] = known.split(': ');
                return path === `${room}/${file}` && line.includes(words);
              }),
          )
          .map((line) => `${room}/${file}: ${line.trim()}`),
      );
    expect(found).toEqual([]);
  });
});

describe.each([
  ['zh-Hans', simplified],
  ['en', en],
])('%s', (_, catalogue) => {
  const own = new Map(texts(catalogue));
  const first = texts(traditional);

  test('has exactly the messages of the first language', () => {
    expect([...own.keys()].sort()).toEqual(first.map(([path]) => path).sort());
  });

  test('says the same for the same words', () => {
    const said = new Map<string, Set<string>>();
    for (const [path, text] of first)
      said.set(text, (said.get(text) ?? new Set()).add(own.get(path) ?? ''));
    expect([...said].filter(([, ways]) => ways.size > 1)).toEqual([]);
  });

  test('uses every value, and the same elements', () => {
    const marks = (text: string) => (text.match(/\{\d\}|<\/?\w+>/gu) ?? []).sort();
    const other = first.filter(
      ([path, text]) => JSON.stringify(marks(text)) !== JSON.stringify(marks(own.get(path) ?? '')),
    );
    expect(other).toEqual([]);
  });
});

test('English has no Chinese but names, and no marks of Chinese', () => {
  const KEPT = /章句|同上註|前引文|作爲|作為|佈署|部署|部份|部分|北|年|《\{0\}》/gu;
  const wrong = texts(en).filter(([, text]) =>
    /[\p{Script=Han}、。，：；（）「」]/u.test(text.replace(KEPT, '')),
  );
  expect(wrong).toEqual([]);
});

describe.each([
  ['zh-Hant-TW', traditional],
  ['zh-Hans', simplified],
])('%s parts Han from Latin letters and digits by one space', (_, catalogue) => {
  /** Values that are words in Han characters, beside which no space stands. */
  const WORDS = new Set(
    Object.entries({
      cite: 'citeOf copyAs wholeChapter copied',
      common: 'originalPage editedBy',
      emendations: 'lead notesOf',
      versions: 'now',
      goto: 'enterGoesTo chapterHas sections noneOf has noSuch neither unknown noneUnder onlyChapter noSection',
      search: 'countOfBoth count others description',
      notes: 'backTo description findBy',
      offline: 'notSaved saved description printedWith',
      downloads: 'docxUse marksInPlace plainTextUse teiUse jatsUse epubUse pdfUse',
      sources: 'shortForms description lead citedHere variant',
      home: 'works',
      pages: 'description lead readOn',
      sections: 'description',
      about: 'shortForms paragraphOf onePlace byBoth',
      timeline: 'tableOf',
    }).flatMap(([group, names]) => names.split(' ').map((name) => `${group}.${name}`)),
  );
  const CLOSE = /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u;
  test.each(['a number', 'a word'])('where a value is %s', (value) => {
    const close = Object.entries(catalogue)
      // Dates are written as references have them.
      .filter(([group]) => group !== 'dates')
      .flatMap(([group, all]) =>
        Object.entries<string | ((...values: string[]) => string)>(all).map(
          ([name, message]): [string, string] => {
            const path = `${group}.${name}`;
            const isWord = WORDS.has(path) || value === 'a word';
            const values = Array.from({ length: 7 }, () => (isWord ? '詞' : '7'));
            return [path, typeof message === 'function' ? message(...values) : message];
          },
        ),
      )
      .filter(([, text]) => CLOSE.test(text.replace(/<[^>]+>/gu, '')));
    expect(close).toEqual([]);
  });
});

describe('the language of a site', () => {
  test.each([
    [{ lang: 'zh-Hant-TW' }, 'zh-Hant-TW'],
    [{ lang: 'zh-Hant-HK' }, 'zh-Hant-TW'],
    [{ lang: 'zh-Hans' }, 'zh-Hans'],
    [{ lang: 'zh-CN' }, 'zh-Hans'],
    [{ lang: 'ko' }, 'en'],
    [{ lang: 'zh-Hant-TW', interface: 'en' }, 'en'],
    [{ lang: 'zh-Hans', interface: 'zh-Hant-TW' }, 'zh-Hant-TW'],
  ])('%o is %s', (chapter, language) => {
    expect(languageOf(chapter)).toBe(language);
  });
});

describe('elements in messages', () => {
  test('get the attributes that the page gives them', () => {
    expect(
      rich('a <a>b</a> <a2>c</a2>', { a: { href: '/?x=1&y="' }, a2: { download: true } }),
    ).toBe('a <a href="/?x=1&amp;y=&quot;">b</a> <a download>c</a>');
  });
  test('all else is text', () => {
    expect(rich('<script>x</script> & <b>', {})).toBe(
      '&lt;script&gt;x&lt;/script&gt; &amp; &lt;b&gt;',
    );
  });
});
