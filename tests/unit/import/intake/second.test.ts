/** A second, independent reading of Word files: mammoth must find the same characters in text and notes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { allInlines } from '../../../../src/import/account.ts';
import { readFile } from '../../../../src/import/readers/read.ts';
import { readSettings } from '../../../../src/import/settings.ts';
import { cell, docx, heading, note, noteref, paragraph, run } from './docx.ts';
import { HAS_INTAKE, INTAKE } from './shared.ts';

const close = (text: string) => text.replace(/\s+/gu, '');

async function ours(bytes: Uint8Array): Promise<{ text: string; notes: string[] }> {
  const document = await readFile(bytes, 'a.docx', { settings: readSettings(''), answers: {} });
  const textOf = (blocks: typeof document.blocks) =>
    close(
      allInlines(blocks)
        .map((i) => (i.type === 'text' ? i.text : ''))
        .join(''),
    );
  return { text: textOf(document.blocks), notes: document.notes.map((n) => textOf(n.blocks)) };
}

async function theirs(bytes: Uint8Array): Promise<{ text: string; notes: string[] }> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  const plain = (html: string) =>
    close(
      html
        .replace(/<sup><a href="#(?:foot|end)note-\d+"[^>]*>\[\d+\]<\/a><\/sup>/gu, '')
        .replace(/<a href="#(?:foot|end)note-ref-\d+">↑<\/a>/gu, '')
        .replace(/<[^>]+>/gu, '')
        .replace(/&lt;/gu, '<')
        .replace(/&gt;/gu, '>')
        .replace(/&quot;/gu, '"')
        .replace(/&amp;/gu, '&'),
    );
  const items = [...value.matchAll(/<li id="(?:foot|end)note-\d+">([\s\S]*?)<\/li>/gu)];
  const end = items[0]?.index ?? value.length;
  return { text: plain(value.slice(0, end)), notes: items.map((m) => plain(m[1] ?? '')) };
}

const MADE = docx(
  heading(1, '第三章　港口') +
    heading(2, '第一節　稅關') +
    paragraph(
      `${run('甲 &lt;the&gt; ', '<w:i/>')}${noteref(3)}<w:ins w:id="1">${run('乙')}</w:ins>`,
    ) +
    `<w:tbl><w:tr>${cell('子')}${cell('丑', '<w:gridSpan w:val="2"/>')}</w:tr></w:tbl>` +
    paragraph(
      `<w:del w:id="2"><w:r><w:delText>刪</w:delText></w:r></w:del>${run('丙')}${noteref(2)}`,
    ),
  { footnotes: note(2, '註二。') + note(3, '註三 “A &amp; B”。') },
);

describe('Word files read twice', () => {
  test('agree on a file made here', async () => {
    expect(await ours(MADE)).toEqual(await theirs(MADE));
  });

  test.skipIf(!HAS_INTAKE)('agree on the trial file', async () => {
    const bytes = readFileSync(join(INTAKE, 'made.docx'));
    expect(await ours(bytes)).toEqual(await theirs(bytes));
  });
});
