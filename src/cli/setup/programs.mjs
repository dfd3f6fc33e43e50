// Programs of others that the tests use: validators of the downloads, and browsers beside
// Chromium. Where one is missing and cannot be installed, what it would have checked is
// left out, and the end of the run says so.

import { findHeadlessShell, HEADLESS_SHELL } from './chromium.mjs';
import { installFromDebian } from './debian.mjs';
import { executablesOnPath } from './executables.mjs';
import { ensureSchemas, missingSchemas } from './schemas.mjs';

/** Each program, its Debian package, what it checks, and its project in tests/playwright.config.ts. */
const PROGRAMS = [
  { name: 'epubcheck', debian: 'epubcheck', checks: 'the EPUB' },
  {
    name: 'jing',
    debian: 'jing',
    checks: 'the TEI and the DTS fragments against tei_all.rng, and the JATS against its schema',
  },
  {
    name: 'pandoc',
    debian: 'pandoc',
    checks: 'Markdown, JATS, CSL-JSON, BibTeX and RIS, read by another program',
  },
  { name: 'qpdf', debian: 'qpdf', checks: 'the syntax of the PDF' },
  { name: 'biber', debian: 'biber', checks: 'the BibLaTeX against the data model of biblatex' },
  { name: 'bibtex', debian: 'texlive-base', checks: 'the BibTeX with the style plain of BibTeX' },
  { name: 'firefox-esr', debian: 'firefox-esr', checks: 'pages in Firefox', engine: 'firefox' },
  {
    name: 'WebKitWebDriver',
    debian: 'webkit2gtk-driver',
    checks: 'pages in WebKit',
    engine: 'webkit',
  },
  {
    name: 'Xvfb',
    debian: 'xvfb',
    checks: 'pages in WebKit, which needs a screen',
    engine: 'webkit',
  },
];

/** @param {{ name: string, engine?: string }} program */
function isMissing({ name, engine }) {
  if (engine === 'firefox' && process.env.FIREFOX_PATH) return false;
  return executablesOnPath([name]).next().value === undefined;
}

/**
 * Installs the programs that are missing, and the browser of the tests with them, in one
 * call of apt-get; then has the schemas. What cannot be had, `leftOut` tells.
 */
export async function ensurePrograms() {
  const missing = PROGRAMS.filter(isMissing).map(({ debian }) => debian);
  const noBrowser = !process.env.CHROMIUM_PATH && !findHeadlessShell();
  const wanted = noBrowser ? [...missing, HEADLESS_SHELL] : missing;
  if (wanted.length > 0) await installFromDebian(wanted);
  await ensureSchemas();
}

/** The projects of tests/playwright.config.ts whose browsers are on this machine. */
export function engines() {
  const without = PROGRAMS.filter(isMissing).map(({ engine }) => engine);
  return ['chromium', 'firefox', 'webkit'].filter((engine) => !without.includes(engine));
}

/** What is missing on this machine, one line each. */
export function leftOut() {
  const programs = PROGRAMS.filter(isMissing).map(
    ({ name, debian, checks }) =>
      `${name} (Debian: ${debian}) is not installed, so it did not check ${checks}`,
  );
  return [...programs, ...missingSchemas()];
}
