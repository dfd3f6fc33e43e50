/**
 * `npm run pdf`: makes the chapter's PDF with Vivliostyle and a Chromium, and builds
 * the site again, which then offers it. What it needs besides (460 MB) is installed
 * into `.cache/pdf/`, pinned by the lock in `src/cli/pdf/`. CHROMIUM_PATH names the browser.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { authorOf, fullTitle } from '../exports/imprint.ts';
import { bookHtml } from '../exports/pdf/book.ts';
import { MADE, stampOf } from '../exports/pdf/made.ts';
import { CONTENT } from '../import/content-folder.ts';
import { siteAddress } from '../model/addresses/site-address.ts';
import { buildChapter } from '../model/chapter/chapter.ts';
import { show } from '../model/checks/content-folder.ts';
import { readContent } from '../model/content/content.ts';
import { wordsOf } from './arguments.ts';
import { inOneLine, Refused } from './faults.ts';
import { findChromium } from './setup/chromium.mjs';

/** The packages and their lock, and where they are installed: beside the sources they would be read as such. */
const PINNED = 'src/cli/pdf';
const TOOLS = '.cache/pdf';
const WORK = '.build/pdf';
const FONTS = {
  'ming-400.ttf': '@expo-google-fonts/noto-serif-tc/400Regular/NotoSerifTC_400Regular.ttf',
  'ming-700.ttf': '@expo-google-fonts/noto-serif-tc/700Bold/NotoSerifTC_700Bold.ttf',
  // For the few characters that the Taiwanese face does not have.
  'others-400.ttf': '@expo-google-fonts/noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf',
  'kai-400.woff2':
    '@fontsource/lxgw-wenkai-tc/files/lxgw-wenkai-tc-chinese-traditional-400-normal.woff2',
};

/** @throws Refused when it does not end well: it has said why itself */
function run(command: string, args: string[], env: NodeJS.ProcessEnv = {}, cwd = '.'): void {
  const { status, error } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    cwd,
  });
  if (status !== 0)
    throw new Refused(
      `no PDF was made: ${basename(command)} ${args[0]} ${error ? `cannot be run (${error.message})` : 'failed, see above'}`,
    );
}

/** More characters than these are on no page of the book. */
const ON_A_PAGE = 2500;

/** The chapter, and the address the site is told of, written as the build writes it. */
function chapterAndSite() {
  const read = readContent(CONTENT);
  if ('findings' in read) throw new Refused(show(CONTENT, read.findings));
  const { site } = siteAddress(process.env, read.content.chapter.site);
  return { chapter: buildChapter(read.content), site: site && new URL(site).href };
}

/** Lays out what the book is made of. */
function prepare({ chapter, site }: ReturnType<typeof chapterAndSite>): void {
  const out = join(WORK, 'site');
  run('node', ['src/cli/build.ts'], { BUILD_OUT: out });
  const page = readFileSync(join(out, 'chapter/index.html'), 'utf8');
  writeFileSync(join(WORK, 'book.html'), bookHtml(chapter, page, site));
  const config = {
    title: fullTitle(chapter),
    author: authorOf(chapter),
    language: chapter.lang,
    // The book holds its own contents: the outline is made from them.
    entry: [{ path: 'book.html', rel: 'contents' }],
    output: 'chapter.pdf',
  };
  writeFileSync(join(WORK, 'vivliostyle.config.js'), `export default ${JSON.stringify(config)};\n`);
  copyFileSync('src/exports/pdf/book.css', join(WORK, 'book.css'));
  mkdirSync(join(WORK, 'fonts'), { recursive: true });
  for (const [name, file] of Object.entries(FONTS))
    copyFileSync(join(TOOLS, 'node_modules', file), join(WORK, 'fonts', name));
}

/** @throws when what was made is no book: Vivliostyle succeeds with an empty page too */
async function verify(): Promise<void> {
  const { PDFDocument, PDFName } = createRequire(resolve(TOOLS, 'package.json'))('pdf-lib');
  const pdf = await PDFDocument.load(readFileSync(join(WORK, 'chapter.pdf')));
  const pages = pdf.getPageCount();
  // A chapter may be short, but not shorter than its text.
  const words = readFileSync(join(WORK, 'book.html'), 'utf8').replace(/<[^>]*>|\s+/gu, '');
  const least = Math.ceil(words.length / ON_A_PAGE);
  if (pages < least || !pdf.catalog.has(PDFName.of('Outlines')))
    throw new Refused(`the PDF is not whole: ${pages} pages, or no outline`);
}

/** Installs what the lock names, anew where it has changed. */
function install(): void {
  const lock = 'package-lock.json';
  const installed = join(TOOLS, lock);
  const same =
    existsSync(installed) && readFileSync(installed).equals(readFileSync(join(PINNED, lock)));
  if (same && existsSync(join(TOOLS, 'node_modules/@vivliostyle/cli'))) return;
  mkdirSync(TOOLS, { recursive: true });
  for (const file of ['package.json', lock]) copyFileSync(join(PINNED, file), join(TOOLS, file));
  run('npm', ['ci', '--ignore-scripts', '--prefix', TOOLS]);
}

async function main(): Promise<void> {
  wordsOf('pdf', process.argv.slice(2));
  // What would be refused is refused before 460 MB are fetched.
  const book = chapterAndSite();
  const browser = process.env['CHROMIUM_PATH'] ?? findChromium();
  if (!browser) throw new Refused('no Chromium here: install one, or name it in CHROMIUM_PATH');
  install();
  const stamp = stampOf(book.site);
  rmSync(WORK, { recursive: true, force: true });
  mkdirSync(WORK, { recursive: true });
  prepare(book);
  // In its own folder, since it writes beside itself.
  const args = ['build', '--config', 'vivliostyle.config.js', '--executable-browser', browser];
  run(resolve(TOOLS, 'node_modules/.bin/vivliostyle'), args, {}, WORK);
  await verify();
  mkdirSync('.pdf', { recursive: true });
  copyFileSync(join(WORK, 'chapter.pdf'), MADE.pdf);
  writeFileSync(MADE.stamp, stamp);
  rmSync(WORK, { recursive: true, force: true });
  run('node', ['src/cli/build.ts']);
}

await inOneLine(main);
