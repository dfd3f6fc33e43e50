/** Files that are made to do harm, or came to it: one line that says so, and nothing is written. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ImportError } from '../../../src/import/errors.ts';
import { importFile } from '../../../src/import/import.ts';
import { cell, docx, heading, note, noteref, paragraph, run } from './intake/docx.ts';

const TEI = 'xmlns="http://www.tei-c.org/ns/1.0"';
/** What a file is, its name, and the file. */
type Case = [what: string, name: string, file: Uint8Array | string];

const many = (text: string, times = 50_000) => text.repeat(times);
const CHAPTER = heading(1, '第三章　港口') + paragraph(run('甲') + noteref(2));
const GOOD = docx(CHAPTER, { footnotes: note(2, '某書。') });

const ODF =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"';
const odt = (body: string, styles = '') =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content ${ODF}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
  });

describe('is refused in one line', () => {
  test.each<[string, string, Uint8Array | string, RegExp]>([
    [
      'XML nested without end',
      'a.xml',
      `<TEI ${TEI}><text>${many('<div>')}${many('</div>')}</text></TEI>`,
      /nested deeper/u,
    ],
    [
      'HTML nested without end',
      'a.html',
      `<!doctype html><h1>第三章</h1>${many('<div>')}甲`,
      /nested deeper/u,
    ],
    [
      'quotations without end',
      'a.md',
      `# 第三章　港\n\n甲\n\n${many('>')} 乙\n`,
      /^the line repeats “>” a thousand times/u,
    ],
    ['brackets without end', 'a.md', `# 第三章　港\n\n${many('[')}甲\n`, /repeats “\[”/u],
    [
      'entities that grow',
      'a.xml',
      `<!DOCTYPE l [<!ENTITY a "${many('ha', 50)}"><!ENTITY b "&a;&a;">]><TEI ${TEI}><text><body><p>&b;</p></body></text></TEI>`,
      /no XML that can be read/u,
    ],
    [
      'an entity that leads to another file',
      'a.xml',
      `<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/hostname">]><TEI ${TEI}><text><body><p>&x;</p></body></text></TEI>`,
      /no XML that can be read/u,
    ],
    ['XML that is no TEI', 'a.xml', '<rss><channel/></rss>', /no TEI: its root is <rss>/u],
    [
      'a container that unpacks to too much',
      'a.docx',
      zipSync({ 'word/document.xml': new Uint8Array(1 << 28) }),
      /unpack to more than it can hold/u,
    ],
    [
      'a container of very many files',
      'a.docx',
      zipSync(
        Object.fromEntries(
          Array.from({ length: 5000 }, (_, i) => [`word/${i}.xml`, new Uint8Array(0)]),
        ),
        { level: 0 },
      ),
      /no Word document/u,
    ],
    [
      'a table of numbers called .docx',
      'a.docx',
      zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }),
      /no Word document/u,
    ],
    [
      'a container that breaks off',
      'a.docx',
      GOOD.subarray(0, GOOD.length - 200),
      /container cannot be opened/u,
    ],
    [
      'a container with broken bytes',
      'a.docx',
      GOOD.map((b, i) => (i > 60 && i % 37 === 0 ? b ^ 0x55 : b)),
      /broken/u,
    ],
    ['zeros', 'a.docx', new Uint8Array(10_000), /called \.docx and is none/u],
    [
      'a picture called .pdf',
      'a.pdf',
      new Uint8Array([0xff, 0xd8, 0xff, 0xe0]),
      /called \.pdf and is none/u,
    ],
    [
      'a PDF of noise',
      'a.pdf',
      Uint8Array.from({ length: 20_000 }, (_, i) =>
        i < 9 ? ('%PDF-1.7\n'.codePointAt(i) ?? 0) : (i * 7919) % 256,
      ),
      /broken, or no PDF/u,
    ],
    [
      'ODT without a text',
      'a.odt',
      zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }] }),
      /no text document/u,
    ],
    ['text in UTF-16', 'a.txt', Buffer.from('第三章　港口\n', 'utf16le'), /not UTF-8/u],
    [
      'text in Big5',
      'a.txt',
      new Uint8Array([0xb2, 0xc4, 0xa4, 0x54, 0xb3, 0xb9, 0x0a]),
      /not UTF-8/u,
    ],
    ['nothing but white space', 'a.txt', ' \n\t\n　\n', /is empty/u],
    ['a heading and nothing else', 'a.md', '# 第三章　港口\n', /a heading, and no text under it/u],
    ['a Word file without words', 'a.docx', docx(paragraph('')), /no chapter heading/u],
  ])('%s', async (_, name, file, reason) => {
    const error = await importFile(Buffer.from(file), name).then(
      () => undefined,
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(ImportError);
    const { message, hint } = error as ImportError;
    expect(message).toMatch(reason);
    expect(`${message}${hint}`).not.toMatch(/\n|call stack/u);
  });
});

describe('is read all the same, within its bounds', () => {
  const wide = `<w:tbl><w:tr>${cell('子', '<w:gridSpan w:val="100000000"/>')}</w:tr></w:tbl>`;
  test.each<Case>([
    [
      'a cell over a hundred million columns',
      'a.docx',
      docx(CHAPTER + wide, { footnotes: note(2, '某書。') }),
    ],
    [
      'a cell over as many of an HTML table',
      'a.html',
      '<!doctype html><h1>第三章　港</h1><p>甲</p><table><tr><td colspan=99999999 rowspan=99999999>子</td></tr></table>',
    ],
    [
      'a cell over as many of a TEI table',
      'a.xml',
      `<TEI ${TEI}><text><body><div><head>第三章　港</head><p>甲</p><table><row><cell cols="100000000" rows="x">子</cell></row></table></div></body></text></TEI>`,
    ],
    [
      'as many spaces in ODT',
      'a.odt',
      odt(
        '<text:h text:outline-level="1">第三章　港</text:h><text:p>甲<text:s text:c="1000000000"/>乙<text:s text:c="-5"/></text:p>',
      ),
    ],
    [
      'as many cells in ODT',
      'a.odt',
      odt(
        '<text:h text:outline-level="1">第三章　港</text:h><text:p>甲</text:p><table:table><table:table-row><table:table-cell table:number-columns-spanned="100000000" table:number-columns-repeated="100000000"><text:p>子</text:p></table:table-cell></table:table-row></table:table>',
      ),
    ],
    [
      'as many levels in a number of ODT',
      'a.odt',
      odt(
        '<text:h text:outline-level="1">第三章　港</text:h><text:p>甲</text:p>',
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix=" " text:display-levels="1000000000" text:start-value="x"/></text:outline-style>',
      ),
    ],
    ...['-100', '1e9', '0'].flatMap((start) =>
      ['upperLetter', 'ideographTraditional', 'upperRoman'].map(
        (format): Case => [
          `a list in ${format} that begins with ${start}`,
          'a.docx',
          docx(
            CHAPTER +
              paragraph(run('乙'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
            {
              footnotes: note(2, '某書。'),
              numbering: `<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
            },
          ),
        ],
      ),
    ),
    [
      'styles that are based on each other',
      'a.docx',
      docx(paragraph(run('甲'), '<w:pStyle w:val="A"/>') + CHAPTER, {
        footnotes: note(2, '某書。'),
        styles:
          '<w:styles><w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>',
      }),
    ],
    ['a note that marks itself', 'a.md', '# 第三章　港\n\n甲[^1]\n\n[^1]: 乙[^1]\n'],
    ['a chapter with a number beyond counting', 'a.md', '# 第99999999999999999999章　港\n\n甲\n'],
  ])('%s', async (_, name, file) => {
    const { files } = await importFile(Buffer.from(file), name);
    const text = files.get('sections/1.md') ?? '';
    expect(text).toContain('甲');
    expect(text).not.toMatch(/undefined|NaN/u);
    expect(text.length).toBeLessThan(20_000);
  });
});
