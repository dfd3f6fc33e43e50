/**
 * `npm run pdf`: makes the chapter's PDF with Vivliostyle and a Chromium, and builds
 * the site again, which then offers it. What it needs besides (460 MB) is installed
 * into `.cache/pdf/`, pinned by the lock in `src/cli/pdf/`. CHROMIUM_PATH names the browser.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { authorOf, fullTitle } from '../exports/imprint.ts';
import { bookHtml } from '../exports/pdf/book.ts';
import { MADE, stampOf } from '../exports/pdf/made.ts';
import { CONTENT } from '../import/content-folder.ts';
import { buildChapter } from '../model/chapter/chapter.ts';
import { show } from '../model/checks/content-folder.ts';
import { readContent } from '../model/content/content.ts';
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

const run = (command: string, args: string[], env: NodeJS.ProcessEnv = {}, cwd = '.') =>
  execFileSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env }, cwd });

/** The address the site is told of, as in astro.config.mjs; written as the build writes it. */
function siteOf(): string | undefined {
  const site =
    process.env['SITE'] || parse(readFileSync(join(CONTENT, 'chapter.yaml'), 'utf8')).site;
  return site ? new URL(site).href : undefined;
}

/** Lays out what the book is made of. */
function prepare(site: string | undefined): void {
  const out = join(WORK, 'site');
  run('node', ['src/cli/build.ts'], { BUILD_OUT: out });
  const read = readContent(CONTENT);
  if ('findings' in read) throw new Error(show(CONTENT, read.findings));
  const page = readFileSync(join(out, 'chapter/index.html'), 'utf8');
  const chapter = buildChapter(read.content);
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
  if (pages < 20 || !pdf.catalog.has(PDFName.of('Outlines')))
    throw new Error(`the PDF is not whole: ${pages} pages, or no outline`);
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
  const browser = process.env['CHROMIUM_PATH'] ?? findChromium();
  if (!browser) throw new Error('no Chromium here: install one, or name it in CHROMIUM_PATH');
  install();
  const site = siteOf();
  const stamp = stampOf(site);
  rmSync(WORK, { recursive: true, force: true });
  mkdirSync(WORK, { recursive: true });
  prepare(site);
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

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
