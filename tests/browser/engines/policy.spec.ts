/** The policy, as every engine understands it: each reports to the server what it forbade. */
import { readFileSync } from 'node:fs';
import { KINDS } from '../kinds.ts';
import { Site } from '../offline/site.ts';
import { inUse } from './page.ts';
import { expect, test } from './test.ts';

const [, POLICY = ''] =
  /Content-Security-Policy: (.+)/u.exec(readFileSync('dist/_headers', 'utf8')) ?? [];

test('no kind of page does what its policy forbids', async ({ reader, until }) => {
  const site = new Site();
  site.headers = { 'content-security-policy': `${POLICY};report-uri /reports` };
  try {
    await site.start();
    for (const address of [...Object.values(KINDS), '/emendations/'])
      await reader.open(site.url(address));
    await reader.open(site.url('/sections/1/'));
    await inUse(reader, until);
    expect(site.reports).toEqual([]);
    // That it reports at all: a script that the policy does not name.
    await reader.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.attacked = true';
      document.body.append(script);
    });
    await expect.poll(() => site.reports.length, { timeout: 20_000 }).toBe(1);
    expect(await reader.evaluate(() => 'attacked' in window)).toBe(false);
  } finally {
    await site.end();
  }
});
