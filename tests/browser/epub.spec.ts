/** chapter.epub in programs that people read with: foliate-js, and what Ace by DAISY says of it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ROOT } from '../../src/cli/setup/environment.mjs';
import { aceFindings } from './ace.ts';

const DOWNLOADS = join(ROOT, 'dist/downloads');
const EPUB = readFileSync(join(DOWNLOADS, 'chapter.epub'));
const NOTES = JSON.parse(readFileSync(join(DOWNLOADS, 'notes.json'), 'utf8')) as {
  number: number;
  text: string;
}[];

/** The words without white space, which a program may set in its own way. */
const dense = (words: string) => words.replace(/\s/gu, '');

test.describe('foliate-js', () => {
  const READER = 'http://reader.test';
  const FOLIATE = dirname(createRequire(import.meta.url).resolve('foliate-js/view.js'));

  /** What foliate-js has of a book and its view, as far as it is asked here. */
  interface Entry {
    label: string;
    href: string;
  }
  interface View extends HTMLElement {
    open(file: File): Promise<void>;
    goTo(href: string): Promise<unknown>;
    close(): void;
    book: { toc: Entry[]; pageList: Entry[]; landmarks: (Entry & { type: string[] })[] };
    renderer: { getContents(): { doc: Document }[] };
  }
  interface FootnoteHandler extends EventTarget {
    handle(book: View['book'], event: Event): Promise<void> | undefined;
  }

  /** A page with the book open in the reader. */
  async function openBook(page: Page): Promise<void> {
    await page.route(`${READER}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/')
        return route.fulfill({ contentType: 'text/html', body: '<!doctype html><body>' });
      if (pathname === '/chapter.epub') return route.fulfill({ body: EPUB });
      return route.fulfill({ path: join(FOLIATE, pathname), contentType: 'text/javascript' });
    });
    await page.goto(`${READER}/`);
    await page.evaluate(async () => {
      await import(`${location.origin}/view.js`);
      const view = document.createElement('foliate-view') as View;
      view.style.cssText = 'position: fixed; inset: 0';
      document.body.append(view);
      const answer = await fetch('/chapter.epub');
      await view.open(new File([await answer.blob()], 'chapter.epub'));
    });
  }

  test('shows each note of a section where its mark is tapped, in the printed words', async ({
    page,
  }) => {
    await openBook(page);
    const shown = await page.evaluate(async () => {
      const { FootnoteHandler } = (await import(`${location.origin}/footnotes.js`)) as {
        FootnoteHandler: new () => FootnoteHandler;
      };
      const view = document.querySelector('foliate-view') as View;
      const handler = new FootnoteHandler();
      const notes: { mark: string; number: number; type: string; words: string }[] = [];
      let mark = '';
      handler.addEventListener('before-render', (event) => {
        document.body.append((event as CustomEvent<{ view: View }>).detail.view);
      });
      handler.addEventListener('render', (event) => {
        const { detail } = event as CustomEvent<{ view: View; href: string; type: string }>;
        const words = detail.view.renderer.getContents()[0]?.doc.body.textContent ?? '';
        notes.push({
          mark,
          number: Number(/\d+$/u.exec(detail.href)?.[0]),
          type: detail.type,
          words,
        });
      });
      let opened: Promise<void> | undefined;
      view.addEventListener('link', (event) => {
        opened = handler.handle(view.book, event);
      });
      await view.goTo('EPUB/section-4.xhtml');
      const text = view.renderer.getContents()[0]?.doc;
      for (const link of text?.querySelectorAll<HTMLElement>('[role="doc-noteref"]') ?? []) {
        mark = link.textContent ?? '';
        link.click();
        // The view tells of a link once the tap has been seen to.
        await Promise.resolve();
        await opened;
        document.querySelector('foliate-view + foliate-view')?.remove();
      }
      return notes;
    });
    expect(shown.map(({ mark }) => mark)).toEqual(shown.map(({ number }) => String(number)));
    expect(shown.length).toBeGreaterThan(40);
    for (const { number, type, words } of shown) {
      expect(type).toBe('footnote');
      expect(dense(words)).toBe(dense(`${number}${NOTES[number - 1]?.text}`));
    }
  });

  test('finds the contents, the landmarks, and each printed page where it begins', async ({
    page,
  }) => {
    await openBook(page);
    const { labels, landmarks, pages } = await page.evaluate(async () => {
      const view = document.querySelector('foliate-view') as View;
      const { toc, landmarks, pageList } = view.book;
      const pages: [string, string | undefined][] = [];
      for (const { label, href } of pageList) {
        await view.goTo(href);
        const place = view.renderer.getContents()[0]?.doc.getElementById(href.split('#')[1] ?? '');
        pages.push([label, place?.getAttribute('aria-label') ?? undefined]);
      }
      return {
        labels: toc.map(({ label }) => label),
        landmarks: landmarks.map(({ type }) => type[0]),
        pages,
      };
    });
    expect(labels).toContain('第四節　從不同層面看駐韓美軍問題');
    expect(landmarks).toEqual(['cover', 'toc', 'bodymatter', 'bibliography']);
    expect(pages.length).toBeGreaterThanOrEqual(42);
    for (const [label, found] of pages) expect(label.replace(/（.*）$/u, '')).toBe(found);
  });
});

test.describe('Ace by DAISY', () => {
  // It looks at a document for seconds, and longer where others keep the machine busy.
  test.setTimeout(120_000);

  /** The book with something taken out of some of its files. */
  function without(...cuts: [file: string, of: RegExp][]): Uint8Array {
    const { mimetype = new Uint8Array(), ...files } = unzipSync(EPUB);
    for (const [name, of] of cuts) {
      const text = strFromU8(files[name] ?? new Uint8Array());
      const rest = text.replace(of, '');
      expect(rest).not.toBe(text);
      files[name] = strToU8(rest);
    }
    return zipSync({ mimetype: [mimetype, { level: 0 }], ...files });
  }

  test('finds nothing, of any weight', async ({ browser }) => {
    expect(await aceFindings(browser, EPUB, 11)).toEqual([]);
  });

  test('would find a cover without words, and a book that says nothing of its access', async ({
    browser,
  }) => {
    const epub = without(
      ['EPUB/cover.xhtml', / alt="[^"]*"/u],
      ['EPUB/package.opf', /<meta property="schema:accessMode">[^<]*<\/meta>/u],
      // These take their time, and are looked at above.
      ['EPUB/package.opf', /<itemref idref="file-(?:section|emend|biblio)[^>]*>\s*<\/itemref>/gu],
    );
    const found = (await aceFindings(browser, epub, 3)).join('\n');
    expect(found).toContain('cover.xhtml critical: image-alt');
    expect(found).toContain('serious: metadata-accessmode');
  });
});
