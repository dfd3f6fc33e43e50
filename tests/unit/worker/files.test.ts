// @vitest-environment node
/** Files of a release are kept only as the manifest says they are. */
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type * as Files from '../../../src/worker/files.ts';
import type * as Fill from '../../../src/worker/fill.ts';
import type { Manifest } from '../../../src/worker/protocol.ts';
import type * as State from '../../../src/worker/state.ts';
import { type MemoryCaches, SITE, stubServer, stubWorker } from './around.ts';

let caches: MemoryCaches;
let windows: { id: string }[];
let files: typeof Files;
let filling: typeof Fill;
let memory: typeof State;
beforeAll(async () => {
  ({ caches, windows } = stubWorker());
  files = await import('../../../src/worker/files.ts');
  filling = await import('../../../src/worker/fill.ts');
  memory = await import('../../../src/worker/state.ts');
});
afterEach(() => {
  caches.all.clear();
  windows.length = 0;
});

const hashOf = (text: string) => files.digest(new TextEncoder().encode(text).buffer as ArrayBuffer);
const textOf = async (cache: string, path: string) =>
  (await (await caches.open(cache)).match(SITE + path))?.text();
/** The rejection of a promise, in words. */
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    ({ reason, path }: Files.Failure) => `${reason} ${path}`,
  );

/** A release of these files. */
async function manifestOf(edition: string, all: Record<string, string>): Promise<Manifest> {
  const list = Object.entries(all).map(
    async ([path, text]): Promise<[string, string, number]> => [
      path,
      await hashOf(text),
      text.length,
    ],
  );
  return { edition, shell: [], files: await Promise.all(list) };
}

describe('a file', () => {
  test('is what the manifest says, and its body is kept as it is after decoding', async () => {
    stubServer({
      a: () => new Response('船', { headers: { 'content-encoding': 'br', 'x-own': '1' } }),
    });
    const response = await files.download('a', await hashOf('船'));
    expect(await response.text()).toBe('船');
    expect([...response.headers.keys()]).toEqual(['content-type', 'x-own']);
  });

  test('that an old cache of the browser holds is asked of the server', async () => {
    let turn = 0;
    const asked = stubServer({ a: () => new Response(turn++ === 0 ? 'old' : 'new') });
    expect(await (await files.download('a', await hashOf('new'))).text()).toBe('new');
    expect(asked.map(({ cache }) => cache)).toEqual(['default', 'reload']);
  });

  test.each<[string, () => Response]>([
    ['changed', () => new Response('another')],
    ['missing', () => new Response('', { status: 404 })],
    ['network', () => new Response('', { status: 503 })],
    [
      'network',
      () => {
        throw new TypeError('away');
      },
    ],
  ])('that cannot be had is a failure: %s', async (reason, answer) => {
    stubServer({ a: answer });
    expect(await failureOf(files.download('a', 'none'))).toBe(`${reason} a`);
  });

  test('that is no longer wanted is a failure of its own', async () => {
    stubServer({ a: 'x' });
    expect(await failureOf(files.download('a', 'none', AbortSignal.abort()))).toBe('cancelled a');
  });

  test('a device that is full is told as such', () => {
    expect(files.toFailure(new DOMException('full', 'QuotaExceededError')).reason).toBe('quota');
    expect(files.toFailure(new Error('x')).reason).toBe('unknown');
  });

  test.each(['{"edition":1}', 'null', '<!doctype html>'])(
    'the list of a release that is %s is none',
    async (text) => {
      stubServer({ 'offline.json': text });
      expect(await failureOf(files.currentManifest())).toBe('changed offline.json');
    },
  );
});

describe('a cache is filled', () => {
  test('with what is wanted and not there yet, and counts bytes', async () => {
    const all = { a: 'one', b: 'three', c: 'x' };
    const asked = stubServer(all);
    const manifest = await manifestOf('1', all);
    await (await caches.open('n')).put(`${SITE}a`, new Response('one'));
    const progress = { done: 0, of: 0 };
    await filling.fill('n', manifest, new Set(['a', 'b', 'none']), progress);
    expect(asked.map(({ path }) => path)).toEqual(['b']);
    expect([await textOf('n', 'b'), await textOf('n', 'c')]).toEqual(['three', undefined]);
    expect(progress).toEqual({ done: 8, of: 8 });
  });

  test('from the release before where a file is the same', async () => {
    const before = await manifestOf('1', { a: 'same', b: 'old' });
    await memory.change(() => ({ edition: '1', whole: true, since: 0, latest: '1', asked: 0 }));
    await memory.setManifest(before);
    const kept = await caches.open(memory.cacheOf('1', true));
    await kept.put(`${SITE}a`, new Response('same'));
    await kept.put(`${SITE}b`, new Response('old'));
    const asked = stubServer({ a: 'same', b: 'new' });
    await filling.fill('n', await manifestOf('2', { a: 'same', b: 'new' }), new Set(['a', 'b']));
    expect(asked.map(({ path }) => path)).toEqual(['b']);
    expect([await textOf('n', 'a'), await textOf('n', 'b')]).toEqual(['same', 'new']);
  });

  test('until the first file that cannot be had, which is the reason', async () => {
    const manifest = await manifestOf('1', { a: 'a', b: 'b' });
    stubServer({ a: 'a' });
    expect(await failureOf(filling.fill('n', manifest, new Set(['a', 'b'])))).toBe('missing b');
    const stopped = filling.fill(
      'n',
      manifest,
      new Set(['a', 'b']),
      undefined,
      AbortSignal.abort(),
    );
    expect(await failureOf(stopped)).toBe('cancelled undefined');
  });
});

describe('a new release', () => {
  test('brings a typeface that was asked for under its new name, and no other', async () => {
    const old = await manifestOf('1', { 'assets/ming-hant.aaaa.woff2': 'old' });
    await memory.change(() => ({ edition: '1', whole: false, since: 0, latest: '1', asked: 0 }));
    await memory.setManifest(old);
    const kept = await caches.open(memory.cacheOf('1', false));
    await kept.put(`${SITE}assets/ming-hant.aaaa.woff2`, new Response('old'));
    const all = { 'assets/ming-hans.b.woff2': 'hans', 'assets/ming-hant.b.woff2': 'hant' };
    const manifest = { ...(await manifestOf('2', all)), shell: ['assets/a.css'] };
    stubServer({ ...all, 'offline.json': JSON.stringify(manifest) });
    await (await import('../../../src/worker/cache.ts')).update('now');
    expect((await memory.state())?.edition).toBe('2');
    const name = memory.cacheOf('2', false);
    expect(await textOf(name, 'assets/ming-hant.b.woff2')).toBe('hant');
    expect((await (await caches.open(name)).keys()).length).toBe(1);
  });
});

describe('what is remembered', () => {
  const STATE = { edition: '2', whole: true, since: 1, latest: '2', asked: 1 };

  test('is changed by one after another', async () => {
    await memory.change(() => STATE);
    await Promise.all([
      memory.change((now) => now && { ...now, asked: now.asked + 1 }),
      memory.change((now) => now && { ...now, asked: now.asked + 1 }),
    ]);
    expect((await memory.state())?.asked).toBe(3);
  });

  test('goes when nobody needs it: caches of other releases, not those of other sites', async () => {
    const [own, old] = [memory.cacheOf('2', true), memory.cacheOf('1', true)];
    const foreign = 'zhangju-1:/y/:whole:1';
    for (const name of [own, old, foreign, 'other']) await caches.open(name);
    await memory.change(() => ({ ...STATE, before: { cache: old, clients: ['w'] } }));
    windows.push({ id: 'w' });
    await memory.sweep();
    expect(await caches.keys()).toEqual(expect.arrayContaining([own, old, foreign, 'other']));
    windows.length = 0;
    await memory.sweep();
    expect(await caches.keys()).not.toContain(old);
    expect(await caches.keys()).toEqual(expect.arrayContaining([own, foreign, 'other']));
  });

  test('that cannot be read is as if it were not there', async () => {
    const [name] = await (async () => {
      await memory.change(() => STATE);
      return caches.keys();
    })();
    const cache = await caches.open(name ?? '');
    for (const { url } of await cache.keys()) await cache.put(url, new Response('{'));
    expect(await memory.state()).toBeUndefined();
  });
});

test.each([
  ['https://a.example/x/notes/1/?q=1#a', 'notes/1/'],
  ['https://a.example/x/', ''],
  ['https://a.example/y/', undefined],
  ['https://b.example/x/', undefined],
])('%s is the path %s', async (address, path) => {
  const { pathOf } = await import('../../../src/worker/scope.ts');
  expect(pathOf(address)).toBe(path);
});

vi.setConfig({ testTimeout: 10_000 });
