/**
 * `npm run bench:pdf [-- FILE]`: what the reader of PDF costs beside its
 * library giving up the text alone, on a book of 300 pages that Chromium prints
 * (or on a given file). Each run has a process of its own; times are given as
 * a ratio, since machines differ.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, ensureChromium } from '../../src/cli/setup/chromium.mjs';
import { prose } from './import/prose.ts';

const PAGES = 300;
const RUNS = 5;
const NOTES = 4;
/** The budget: at most so many times the text alone, in at most so many megabytes. */
const MOST_TIMES = 2;
const MOST_MEGABYTES = 600;

const at = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** A book: running head, two paragraphs with marks, and notes at the foot of each page. */
function book(): string {
  const text = prose();
  const piece = (from: number, length: number) => {
    const start = from % (text.length - length);
    return text.slice(start, start + length);
  };
  const page = (i: number) => {
    const marks = Array.from({ length: NOTES }, (_, n) => NOTES * i + n + 1);
    const body = marks.map((n) => `${piece(211 * n, 150)}<sup>${n}</sup>`).join('');
    const notes = marks
      .map((n) => `<p class="n"><sup>${n}</sup> ${piece(97 * n, 60)}</p>`)
      .join('');
    return `<section><h2>一、${piece(31 * i, 8)}</h2><p>${body}</p><div><hr>${notes}</div></section>`;
  };
  const style =
    'section{break-after:page;height:235mm;position:relative}div{position:absolute;bottom:0}' +
    'body{font:12pt/1.8 serif;text-align:justify}p{margin:0;text-indent:2em}.n{font-size:9pt}' +
    'hr{width:30%;margin-left:0}h2{font-size:14pt}sup{font-size:8pt;line-height:0}';
  const sections = Array.from({ length: PAGES }, (_, i) => page(i)).join('');
  return `<meta charset="utf-8"><style>${style}</style>${sections}`;
}

async function print(file: string): Promise<void> {
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: CHROMIUM_ARGS,
  });
  const page = await browser.newPage();
  await page.setContent(book());
  await page.pdf({ path: file, format: 'A4', margin: { top: '25mm', bottom: '25mm' } });
  await browser.close();
}

interface Cost {
  ms: number;
  megabytes: number;
  pages: number;
  characters: number;
}

function cost(script: string, file: string): Cost {
  const runs = Array.from({ length: RUNS }, (): Cost => {
    const out = execFileSync(process.execPath, [at(`import-pdf/${script}`), file], {
      encoding: 'utf8',
    });
    return JSON.parse(out);
  }).sort((a, b) => a.ms - b.ms);
  return runs[Math.floor(RUNS / 2)] as Cost;
}

const folder = mkdtempSync(join(tmpdir(), 'bench-pdf-'));
try {
  const given = process.argv[2];
  const file = given ?? join(folder, 'book.pdf');
  if (given === undefined) await print(file);
  const text = cost('text-alone.ts', file);
  const reader = cost('reader.ts', file);
  const times = reader.ms / text.ms;
  console.log('| of | pages | characters | time | memory |');
  console.log('| --- | --- | --- | --- | --- |');
  const row = (name: string, { pages, characters, megabytes }: Cost, ratio: number) =>
    console.log(`| ${name} | ${pages} | ${characters} | ${ratio.toFixed(2)} | ${megabytes} MB |`);
  row('the library, text alone', text, 1);
  row('the reader', reader, times);
  const kept = times <= MOST_TIMES && reader.megabytes <= MOST_MEGABYTES;
  console.log(
    `\n${kept ? 'Within' : 'Over'} the budget: ${MOST_TIMES} times the text alone, ${MOST_MEGABYTES} MB.`,
  );
  process.exitCode = kept ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
