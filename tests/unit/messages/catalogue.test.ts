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
