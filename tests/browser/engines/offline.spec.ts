/** Away from the net, in every engine. */
import { Site } from '../offline/site.ts';
import { expect, test } from './test.ts';

test('a page that was read comes again when the server refuses', async ({ reader, until }) => {
  const site = new Site();
  try {
    await site.start();
    await reader.open(site.url('/sections/1/'));
    await until(
      async () => navigator.serviceWorker.controller && (await caches.match(location.href)) && true,
    );
    await site.stop();
    await reader.reload();
    expect(await reader.evaluate(() => document.querySelector('#s1-1-p1')?.textContent)).toContain(
      '雅爾達會議',
    );
    // Its style came with it, and another page says that it is not kept.
    expect(await reader.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px');
    await reader.open(site.url('/notes/5/'));
    await until(() => document.querySelector('h1')?.textContent === '這一頁不在這台裝置上');
  } finally {
    await site.end();
  }
});
