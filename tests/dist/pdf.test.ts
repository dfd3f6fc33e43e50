/** The book of chapter.pdf holds the chapter as the site has it; and the file itself, where it was made. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { withFootnotes } from '../../src/exports/pdf/footnotes.ts';
import {
  all,
  attribute,
  DIST,
  type Element,
  hasId,
  hasRole,
  hasTag,
  html,
  NOTES,
  one,
  page,
  text,
} from './site.ts';

const squeezed = (value: string): string => value.replace(/\s/gu, '');
const added = (e: Element) => attribute(e, 'data-apparatus') !== undefined;
const isMark = hasRole('doc-noteref');
const isNumber = (e: Element) => attribute(e, 'class') === 'number';

const chapter = page('/chapter/');
const book = parseFragment(withFootnotes(html('/chapter/')));

test('every note stands in it once, in order, with the same words', () => {
  const notes = all(book, hasRole('doc-footnote'));
  expect(notes.map((e) => attribute(e, 'id'))).toEqual(NOTES.map((n) => `fn${n}`));
  for (const note of notes) {
    const printed = one(chapter, hasId(attribute(note, 'id') ?? ''));
    expect(squeezed(text(note, isNumber))).toBe(squeezed(text(printed, added)));
  }
});

test('without its notes it is the text of the chapter', () => {
  const notNote = (e: Element) => isMark(e) || hasRole('doc-footnote')(e);
  const article = one(chapter, hasTag('article'));
  const skip = (e: Element) => added(e) || isMark(e) || hasRole('doc-endnotes')(e);
  expect(squeezed(text(book, notNote))).toBe(squeezed(text(article, skip)));
});

const PDF = join(DIST, 'downloads/chapter.pdf');
const run = (command: string, ...args: string[]): string | undefined => {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
};

test('the page of downloads offers the PDF where there is one, and only there', () => {
  const links = all(page('/about/'), (e) => /chapter\.pdf$/u.test(attribute(e, 'href') ?? ''));
  expect(links.length).toBe(existsSync(PDF) ? 1 : 0);
});

const info = existsSync(PDF) ? run('pdfinfo', PDF) : undefined;

/** Where `npm run pdf` has made one. */
if (info !== undefined)
  test('the PDF is tagged, its fonts embedded as outlines, its notes all there', () => {
    expect(info).toMatch(/^Tagged:\s+yes$/mu);
    expect(info).toMatch(/^Title:\s+第三章/mu);
    const fonts = (run('pdffonts', PDF) ?? '').split('\n').slice(2).filter(Boolean);
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts) expect(font).toMatch(/(?:TrueType|Type 0C).+\syes\s+yes\s/u);
    const printed = squeezed(run('pdftotext', PDF, '-') ?? '').normalize('NFC');
    for (const note of all(book, hasRole('doc-footnote'))) {
      const begin = squeezed(text(note, isNumber)).slice(0, 8);
      expect(printed, attribute(note, 'id')).toContain(begin);
    }
  });
