/**
 * A second, independent reading of each kind of written file: another program
 * must find the same characters in text and notes. mammoth and pandoc read
 * Word, pandoc reads Markdown, HTML and the notes of ODT, and happy-dom parses ODT and TEI. (pdf.js
 * reads PDF a second time in `readers/pdf.test.ts`.)
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { Window } from 'happy-dom';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { allInlines } from '../../../../src/import/account.ts';
import { readFile } from '../../../../src/import/readers/read.ts';
import { readSettings } from '../../../../src/import/settings.ts';
import { run as call, which } from '../../../dist/tools.ts';
import { cell, docx, heading, note, noteref, paragraph, run } from './docx.ts';
import { HAS_INTAKE, INTAKE } from './shared.ts';

const close = (text: string) => text.replace(/\s+/gu, '');

/** What a file holds: its text without marks, and its notes, white space aside. */
interface Found {
  text: string;
  notes: string[];
}

async function ours(bytes: Uint8Array, name = 'a.docx'): Promise<Found> {
  const document = await readFile(bytes, name, { settings: readSettings(''), answers: {} });
  const textOf = (blocks: typeof document.blocks) =>
    close(
      allInlines(blocks)
        .map((i) => (i.type === 'text' ? i.text : ''))
        .join(''),
    );
  return { text: textOf(document.blocks), notes: document.notes.map((n) => textOf(n.blocks)) };
}

async function theirs(bytes: Uint8Array): Promise<Found> {
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

/** A node of pandoc's document. */
type Pandoc = { t?: string; c?: unknown } | Pandoc[] | string;

/** All characters of a part of pandoc's document; what stands in notes is put there. */
function collect(node: unknown, notes: string[]): string {
  if (Array.isArray(node)) return node.map((own) => collect(own, notes)).join('');
  if (typeof node !== 'object' || node === null) return '';
  const { t, c } = node as { t?: string; c?: unknown };
  if (t === 'Str') return String(c);
  if (t === 'Code' || t === 'CodeBlock') return String((c as unknown[])[1]);
  if (t === 'Note') {
    // A note within a note does not come.
    const at = notes.push('') - 1;
    notes[at] = close(collect(c, notes));
    return '';
  }
  return collect(c, notes);
}

function byPandoc(file: string, format: string): Found {
  const pandoc = [which('pandoc') ?? ''];
  const { stdout, status, output } = call(pandoc, ['-f', format, '-t', 'json', file]);
  expect(status, output).toBe(0);
  const { blocks } = JSON.parse(stdout) as { blocks: Pandoc };
  const notes: string[] = [];
  return { text: close(collect(blocks, notes)), notes };
}

/** The same of a page whose notes are a list under a heading: pandoc knows of no notes in it. */
function pageByPandoc(file: string): Found {
  const { stdout } = call([which('pandoc') ?? ''], ['-f', 'html', '-t', 'json', file]);
  const { blocks } = JSON.parse(stdout, (_, node) =>
    // Marks, and what leads back to them.
    node?.t === 'Superscript' ? { t: 'Space' } : node,
  ) as { blocks: { t: string; c: unknown[] }[] };
  const list = blocks.findLastIndex(({ t }) => t === 'Div');
  const parts = (blocks[list]?.c[1] ?? []) as { t: string; c: unknown[] }[];
  const items = (parts.find(({ t }) => t === 'OrderedList')?.c[1] ?? []) as unknown[];
  // A title that stands in no head element is a paragraph to it.
  const first = blocks.findIndex(({ t }) => t === 'Header');
  return {
    text: close(collect(blocks.slice(first, list), [])),
    notes: items.map((item) => close(collect(item, []))),
  };
}

/** ODT as XML that another parser reads. pandoc 2.17 loses columns of its tables. */
function odtByDom(bytes: Uint8Array): Found {
  const xml = strFromU8(unzipSync(bytes)['content.xml'] ?? new Uint8Array());
  const window = new Window();
  const parsed = new window.DOMParser().parseFromString(xml, 'text/xml');
  const [text] = parsed.getElementsByTagName('office:text');
  const notes = [...(text?.getElementsByTagName('text:note') ?? [])];
  const found = notes.map((note) => {
    const [body] = note.getElementsByTagName('text:note-body');
    return close(body?.textContent ?? '');
  });
  for (const note of notes) note.remove();
  return { text: close(text?.textContent ?? ''), notes: found };
}

function teiByDom(xml: string): Found {
  const window = new Window();
  const parsed = new window.DOMParser().parseFromString(xml, 'text/xml');
  const [text] = parsed.getElementsByTagName('text');
  const notes = [...(text?.getElementsByTagName('note') ?? [])];
  const found = notes.map((note) => close(note.textContent ?? ''));
  for (const note of notes) note.remove();
  return { text: close(text?.textContent ?? ''), notes: found };
}

describe('Word files read twice', () => {
  test('agree on a file made here', async () => {
    expect(await ours(MADE)).toEqual(await theirs(MADE));
  });

  test.skipIf(!HAS_INTAKE)('agree on the trial file', async () => {
    const bytes = readFileSync(join(INTAKE, 'made.docx'));
    expect(await ours(bytes)).toEqual(await theirs(bytes));
  });
});

describe.skipIf(!HAS_INTAKE)('the trial files read twice', () => {
  const given = (name: string) => ({
    file: join(INTAKE, name),
    bytes: readFileSync(join(INTAKE, name)),
  });

  test.skipIf(!which('pandoc')).each([
    ['made.docx', 'docx'],
    ['made.md', 'markdown-smart'],
  ])('%s by pandoc', async (name, format) => {
    const { file, bytes } = given(name);
    const found = await ours(bytes, name);
    expect(found.notes).toHaveLength(24);
    expect(byPandoc(file, format)).toEqual(found);
  });

  test.skipIf(!which('pandoc'))('made.html by pandoc', async () => {
    const { file, bytes } = given('made.html');
    expect(pageByPandoc(file)).toEqual(await ours(bytes, 'made.html'));
  });

  test('made.odt by happy-dom', async () => {
    const { bytes } = given('made.odt');
    expect(odtByDom(bytes)).toEqual(await ours(bytes, 'made.odt'));
  });

  test.skipIf(!which('pandoc'))('the notes of made.odt by pandoc', async () => {
    const { file, bytes } = given('made.odt');
    expect(byPandoc(file, 'odt').notes).toEqual((await ours(bytes, 'made.odt')).notes);
  });

  test('made.tei.xml by happy-dom', async () => {
    const { bytes } = given('made.tei.xml');
    expect(teiByDom(bytes.toString())).toEqual(await ours(bytes, 'made.tei.xml'));
  });
});
