/** The book that becomes chapter.pdf: each note once, at its mark, with the words of the text. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withFootnotes } from '../../../src/exports/pdf/footnotes.ts';

const mark = (n: number) =>
  `<a role="doc-noteref" href="#fn${n}" id="fnref${n}"><sup>${n}</sup></a>`;
const note = (n: number, text: string) =>
  `<li id="fn${n}" value="${n}"><a class="number" data-apparatus href="/notes/${n}/">${n}</a><div class="text">${text}<a role="doc-backlink" data-apparatus href="#fnref${n}">↩</a></div></li>`;
const page = (text: string, notes: string) =>
  `<body><article><div class="text">${text}</div><section role="doc-endnotes"><ol>${notes}</ol></section></article></body>`;

test('a note stands right after its mark, without what the site adds', () => {
  const html = withFootnotes(
    page(`<p>甲${mark(1)}乙<a href="/pages/9/" data-apparatus></a></p>`, note(1, '<p>註文</p>')),
  );
  expect(html).toBe(
    '<p>甲<a role="doc-noteref" href="#fn1" id="fnref1"><sup>1</sup></a>' +
      '<span class="footnote" role="doc-footnote" id="fn1"><a class="number" href="#fnref1" role="doc-backlink">1</a>' +
      '<span class="note-p">註文</span></span>乙</p>',
  );
});

test('the note of a mark in a table stands before the table', () => {
  const html = withFootnotes(
    page(`<figure><table><caption>表${mark(1)}</caption></table></figure>`, note(1, '<p>註</p>')),
  );
  expect(html.indexOf('doc-footnote')).toBeLessThan(html.indexOf('<table'));
});

test('a mark without a note, and a note without a mark, are errors', () => {
  expect(() => withFootnotes(page(`<p>${mark(2)}</p>`, ''))).toThrow('the mark #fn2 has no note');
  expect(() => withFootnotes(page('<p>甲</p>', note(3, '')))).toThrow('the note #fn3 has no mark');
});

test('a page that is not the chapter is an error', () => {
  expect(() => withFootnotes('<p>甲</p>')).toThrow('has no text, or no notes');
});

test('the style sheet names no font that is not made with it', () => {
  const css = readFileSync('src/exports/pdf/book.css', 'utf8');
  const cli = readFileSync('src/cli/pdf.ts', 'utf8');
  const fonts = [...css.matchAll(/fonts\/([\w.-]+)/gu)].map(([, name]) => name);
  expect(fonts.length).toBeGreaterThan(3);
  for (const name of fonts) expect(cli).toContain(`'${name}'`);
});
