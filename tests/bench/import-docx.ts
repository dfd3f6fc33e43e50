/**
 * `npm run bench:docx [-- FILE]`: a whole import of a Word file of 300 pages,
 * beside LibreOffice turning the same file into text. Each run has a process of
 * its own, start and all; times are given as a ratio, since machines differ.
 * LibreOffice comes from Debian (`libreoffice-writer-nogui`).
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { docx, heading, note, noteref, paragraph, run } from '../unit/import/intake/docx.ts';
import { prose } from './import/prose.ts';

const PAGES = 300;
const RUNS = 5;
const NOTES = 4;
/** The budget: at most this part of LibreOffice's time. */
const MOST = 0.1;

const at = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** A chapter of so many pages: a heading and two paragraphs on each, with four notes. */
function book(): Uint8Array {
  const text = prose();
  const piece = (from: number, length: number) => {
    const start = from % (text.length - length);
    return text.slice(start, start + length);
  };
  const all = Array.from({ length: PAGES }, (_, i) => {
    const marks = Array.from({ length: NOTES }, (_, n) => NOTES * i + n + 2);
    const halves = [marks.slice(0, NOTES / 2), marks.slice(NOTES / 2)].map((own) =>
      paragraph(own.map((n) => run(piece(211 * n, 150)) + noteref(n)).join('')),
    );
    return {
      body: heading(3, `一、${piece(31 * i, 8)}`) + halves.join(''),
      notes: marks.map((n) => note(n, `${piece(97 * n, 60)}。`)).join(''),
    };
  });
  const sections = all.map(({ body }, i) =>
    i % 30 === 0 ? heading(2, `第${'一二三四五六七八九十'[i / 30]}節　稅關`) + body : body,
  );
  return docx(heading(1, '第三章　港口') + sections.join(''), {
    footnotes: all.map(({ notes }) => notes).join(''),
  });
}

/** The median of some runs, in milliseconds. */
function median(once: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    once();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[Math.floor(RUNS / 2)] as number;
}

const folder = mkdtempSync(join(tmpdir(), 'bench-docx-'));
try {
  const file = process.argv[2] ?? join(folder, 'book.docx');
  if (process.argv[2] === undefined) writeFileSync(file, book());
  const office = () =>
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'txt:Text (encoded):UTF8',
        '--outdir',
        folder,
        file,
      ],
      // It warns of the Java that it does not need.
      { stdio: 'ignore' },
    );
  // The first run makes its profile.
  office();
  const text = readFileSync(join(folder, basename(file).replace(/\.docx$/u, '.txt')), 'utf8');
  const theirs = median(office);
  let said = '';
  const ours = median(() => {
    said = execFileSync(process.execPath, [at('import-docx/import.ts'), file], {
      encoding: 'utf8',
    });
  });
  const { characters, notes, megabytes } = JSON.parse(said);
  const ratio = ours / theirs;
  console.log('| of | characters | notes | time | memory |');
  console.log('| --- | --- | --- | --- | --- |');
  console.log(`| LibreOffice, to text | ${text.replace(/\s+/gu, '').length} | – | 1 | – |`);
  console.log(
    `| the import, proof and all | ${characters} | ${notes} | ${ratio.toFixed(3)} | ${megabytes} MB |`,
  );
  console.log(`\n${ratio <= MOST ? 'Within' : 'Over'} the budget: ${MOST} of LibreOffice's time.`);
  process.exitCode = ratio <= MOST ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
