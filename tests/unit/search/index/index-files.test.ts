/** The index as it is written and read again: Pagefind's format, our tables, and what breaks. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeRecords } from '../../../../src/integrations/search-index.ts';
import { createSearch } from '../../../../src/search/engine.ts';
import { openIndex } from '../../../../src/search/index/open-index.ts';
import { searchedTokens } from '../../../../src/search/index/searched-text.ts';
import { note, paragraph } from '../memory-index.ts';

const folder = mkdtempSync(join(tmpdir(), 'search-index-'));
const HAN =
  '的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行學法所民得經十三之進著等部度家電力裡如水化高自二理起小物現實加量都兩體制機當使點從業本去把性好應開它合還因由其些然前外天政四日那社義事平形相全表間樣與關各重新線內數正心反你明看原又麼利比或但質氣第向道命此變條只沒結解問意建月公無系軍很情者最立代想已通並提直題黨程展五果料象員革位入常文總次品式活設及管特件長求老頭基資邊流路級少圖山統接知較將組見計別她手角期根論運農指幾九區強放決西被幹做必戰先回則任取據處隊南給色光門即保治北造百規熱領七海口東導器壓志世金增爭濟階油思術極交受聯什認六共權收證改清己美再採轉更單風切打白教速花帶安場身車例真務具萬每目至達走積示議聲報鬥完類八離華名確才科張信馬節話米整空元況今集溫傳土許步群廣石記需段研界拉林律叫且究觀越織裝影算低持音眾書布復容兒須際商非驗連斷深難近礦千週委素技備半辦青省列習響約支般史感勞便團往酸歷市克何除消構府稱太準精值號率族維劃選標寫存候毛親快效斯院查江型眼王按格養易置派層片始卻專狀育廠京識適屬圓包火住調滿縣局照參紅細引聽該鐵價嚴';
const RECORDS = [
  paragraph('盧武鉉宣佈，“Déténte” 37,000 人；國國國。', { breaks: [[3, 43]] }),
  note(7, 'Ibid., p. 3.', { references: [{ id: 'n', text: 'Niksch, Asian Survey' }] }),
  ...Array.from({ length: 30 }, (_, i) => paragraph(`${HAN.slice(i * 9)}${i}`)),
];

const files = () => readdirSync(folder, { recursive: true, encoding: 'utf8' });

/** Serves the folder; a file whose name fits `pattern` is answered by `broken`. */
function serve(pattern?: RegExp, broken?: (bytes: Uint8Array) => Response): typeof fetch {
  return async (input) => {
    const path = String(input).replace('index/', '');
    const bytes = new Uint8Array(readFileSync(join(folder, path)));
    return pattern?.test(path) && broken ? broken(bytes) : new Response(bytes);
  };
}
const open = (fetchFile = serve()) => openIndex('index/', fetchFile);

beforeAll(() => writeRecords(RECORDS, folder));
afterAll(() => rmSync(folder, { recursive: true }));

test('every key is found again in every record and place', async () => {
  const index = open();
  const expected = new Map<string, Map<number, number[]>>();
  for (const [order, record] of RECORDS.entries()) {
    for (const [at, { key }] of searchedTokens(record).entries()) {
      const places = expected.get(key) ?? new Map<number, number[]>();
      places.set(order, [...(places.get(order) ?? []), at]);
      expected.set(key, places);
    }
  }
  expect(expected.size).toBeGreaterThan(400);
  for (const [key, places] of expected) {
    if (key !== '\n') expect([key, await index.postings(key)]).toEqual([key, places]);
  }
});

test('records come back as they were, in the order of the chapter', async () => {
  const index = open();
  for (const [order, { filters, ...stored }] of RECORDS.entries())
    expect(await index.record(order)).toEqual(stored);
});

test('the index is cut into small chunks, and holds nothing that is not loaded', () => {
  const paths = files().filter((path) => path.includes('.'));
  const count = (pattern: RegExp) => paths.filter((path) => pattern.test(path)).length;
  expect(count(/^index\/.*\.pf_index$/u)).toBeGreaterThan(4);
  expect(count(/^fragment\/.*\.pf_fragment$/u)).toBe(RECORDS.length);
  expect(count(/^(?:tables|facets)\..*\.pf_tables$|\.pf_meta$|^pagefind-entry\.json$/u)).toBe(4);
  expect(paths.filter((path) => !/\.pf_|\.json$/u.test(path))).toEqual(['wasm.unknown.pagefind']);
});

test('the same records give the same bytes', async () => {
  const contents = () =>
    files()
      .filter((path) => path.includes('.'))
      .map((path) => [path, readFileSync(join(folder, path), 'base64')]);
  const before = contents();
  await writeRecords(RECORDS, folder);
  expect(contents()).toEqual(before);
});

describe('a broken file is told', () => {
  const broken: [string, string, (bytes: Uint8Array) => Response][] = [
    ['missing', 'index-missing', () => new Response('', { status: 404 })],
    [
      'unreachable',
      'index-missing',
      () => {
        throw new TypeError('Failed to fetch');
      },
    ],
    ['a page of HTML', 'garbled', () => new Response('<!doctype html>')],
    ['empty', 'garbled', () => new Response('')],
    ['cut short', 'garbled', (bytes) => new Response(bytes.slice(0, bytes.length / 2))],
    ['of another kind', 'garbled', () => new Response(gzipSync('pagefind_dcd[]'))],
  ];
  const each = [/entry/u, /wasm/u, /pf_meta/u, /tables\./u, /pf_index/u].flatMap((pattern) =>
    broken.map(([how, reason, answer]) => [String(pattern), how, reason, pattern, answer] as const),
  );
  test.each(each)('%s %s is %s', async (_, _how, reason, pattern, answer) => {
    const { search } = createSearch(open(serve(pattern, answer)));
    expect(await search('盧武鉉')).toMatchObject({ status: 'failed', reason });
  });

  test.each(broken)('a record that is %s is %s', async (_, reason, answer) => {
    const result = await createSearch(open(serve(/pf_fragment/u, answer))).search('盧武鉉');
    if (result.status !== 'found') throw new Error(result.status);
    await expect(result.page(0)).rejects.toMatchObject({ reason });
  });

  test('another chunk than was asked for is not kept', async () => {
    const chunks = files().filter((path) => path.endsWith('.pf_index'));
    let wrong = true;
    const fetchFile: typeof fetch = async (input) => {
      const asked = String(input).replace('index/', '');
      const other = chunks.find((path) => path !== asked) ?? '';
      const path = wrong && asked.endsWith('.pf_index') ? other : asked;
      return new Response(new Uint8Array(readFileSync(join(folder, path))));
    };
    const { search } = createSearch(open(fetchFile));
    expect(await search('盧')).toMatchObject({ status: 'failed', reason: 'garbled' });
    wrong = false;
    expect(await search('盧')).toMatchObject({ status: 'found', total: 1 });
  });

  test('it is asked for again, past the cache, at the next try', async () => {
    const caches: (RequestCache | undefined)[] = [];
    let answer: ((bytes: Uint8Array) => Response) | undefined = () => new Response('');
    const fetchFile: typeof fetch = async (input, init) => {
      if (String(input).includes('pf_index')) caches.push(init?.cache);
      return serve(/pf_index/u, answer)(input, init);
    };
    const { search } = createSearch(open(fetchFile));
    expect(await search('盧')).toMatchObject({ status: 'failed' });
    answer = undefined;
    expect(await search('盧')).toMatchObject({ status: 'found', total: 1 });
    expect(caches).toEqual([undefined, 'reload']);
  });
});
