/** Ace by DAISY: what it has against an EPUB. It sees the documents in the browser of the tests. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ace, { type AxeRunner } from '@daisy/ace-core';
import type { Browser } from '@playwright/test';

const require = createRequire(import.meta.url);
// Its log would go to files in the home of whoever runs the tests, or be missed aloud line by line.
const itsLog = createRequire(require.resolve('@daisy/ace-core'))('winston') as {
  configure: (options: { silent: boolean }) => void;
};
itsLog.configure({ silent: true });

/** What Ace's scripts leave in a document that they have been put into. */
interface Examined {
  daisy: { ace: { run: (done: (error: unknown, result: unknown) => void) => void } };
}

/** Shows Ace the documents in this browser, where it would bring one of its own. */
function runnerIn(browser: Browser): AxeRunner {
  return {
    concurrency: 2,
    launch: async () => {},
    close: async () => {},
    run: async (url, scripts, contents) => {
      const page = await browser.newPage();
      try {
        await page.goto(url);
        for (const content of contents) await page.addScriptTag({ content });
        for (const path of scripts) await page.addScriptTag({ path });
        return await page.evaluate(
          () =>
            new Promise((resolve, reject) => {
              (globalThis as unknown as Examined).daisy.ace.run((error, result) =>
                error ? reject(error) : resolve(result),
              );
            }),
        );
      } finally {
        await page.close();
      }
    },
  };
}

/**
 * All that Ace finds, of any weight, one line each: `section-1.xhtml serious: color-contrast`.
 * @throws where Ace cannot read the EPUB, or looked at fewer documents than `fewest`
 */
export async function aceFindings(
  browser: Browser,
  epub: Uint8Array,
  fewest: number,
): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zhangju-ace-'));
  try {
    const file = join(folder, 'book.epub');
    writeFileSync(file, epub);
    let seen = 0;
    const runner = runnerIn(browser);
    const counting: AxeRunner = {
      ...runner,
      run: (...of) => {
        seen += 1;
        return runner.run(...of);
      },
    };
    const options = { cwd: folder, outdir: join(folder, 'report'), tmpdir: folder, lang: 'en' };
    const [, report] = await ace(file, options, counting);
    if (seen < fewest) throw new Error(`Ace looked at ${seen} documents`);
    return report.assertions.flatMap(({ assertions, 'earl:testSubject': { url } }) =>
      assertions.map(({ 'earl:test': of }) => `${url} ${of['earl:impact']}: ${of['dct:title']}`),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
