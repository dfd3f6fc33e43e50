/** Word, ODT, TEI and HTML: habits of writing that other chapters have. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importFile } from '../../../../src/import/import.ts';
import { docx, heading, paragraph, run } from './docx.ts';

async function imported(bytes: Uint8Array | string, name: string, settingsYaml = '') {
  const data = typeof bytes === 'string' ? strToU8(bytes) : bytes;
  const { files, summary } = await importFile(data, name, { settingsYaml });
  const body = (path: string) =>
    (files.get(path) ?? '').replace(/^---\n[\s\S]*?\n---\n\n/u, '').trimEnd();
  return {
    summary,
    files,
    section: body('sections/1.md'),
    note: (number: number) => body(`footnotes/00${number}.md`),
  };
}

describe('a paragraph that is set in by hand', () => {
  const HEAD = heading(1, '第三章　港口') + heading(2, '第一節　稅關');
  const TEXT = '稅關設立以後，港口的商人常到關署去，他們的來往都記在簿冊裡，至今可查。';
  const QUOTED = '凡商船入口，應將貨單呈驗，不得隱匿，違者照章議罰。';
  const file = (properties: string, quoted = QUOTED) =>
    docx(
      HEAD +
        paragraph(run(TEXT)) +
        paragraph(run(quoted), `<w:ind ${properties}/>`) +
        paragraph(run(TEXT)),
    );

  test('is a quotation, and asked', async () => {
    const { section, summary } = await imported(file('w:left="960" w:right="480"'), 'a.docx');
    expect(section).toContain(`\n\n> ${QUOTED} {#s1-p2}`);
    expect(summary.questions.map((q) => [q.about, q.taken])).toEqual([['quotation', 0]]);
  });

  test('is a paragraph where the settings say so', async () => {
    const { summary } = await imported(file('w:left="960"'), 'a.docx');
    const answers = `answers:\n  "${summary.questions[0]?.id}": 1\n`;
    const { section } = await imported(file('w:left="960"'), 'a.docx', answers);
    expect(section).toContain(`\n\n${QUOTED} {#s1-p2}`);
  });

  test.each([
    ['hangs', 'w:left="960" w:hanging="480"', QUOTED],
    ['is numbered', 'w:left="960"', `1. ${QUOTED}`],
    ['names a source', 'w:left="960"', `資料來源：${QUOTED}`],
  ])('is none where it %s', async (_, properties, text) => {
    const { section, summary } = await imported(file(properties, text), 'a.docx');
    expect(section).not.toContain('> ');
    expect(summary.questions).toEqual([]);
  });

  test('of a page in HTML too', async () => {
    const { section } = await imported(
      `<!doctype html><meta charset=utf-8><h1>第三章　港口</h1><h2>第一節　稅關</h2><p>${TEXT}</p><p style="margin-left: 0.5in; margin-right: 0.33in">${QUOTED}</p><p>${TEXT}</p>`,
      'a.html',
    );
    expect(section).toContain(`> ${QUOTED}`);
  });
});

const NAMESPACES = ['office', 'text', 'style']
  .map((n) => `xmlns:${n}="urn:oasis:names:tc:opendocument:xmlns:${n}:1.0"`)
  .join(' ');

const odt = (styles: string, text: string) =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'styles.xml': strToU8(
      `<office:document-styles ${NAMESPACES}><office:styles>${styles}</office:styles></office:document-styles>`,
    ),
    'content.xml': strToU8(
      `<office:document-content ${NAMESPACES}><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    ),
  });

describe('ODT', () => {
  const level = (of: string, at: number, rest: string, follows = 'nothing') =>
    `<text:${of} text:level="${at}" ${rest}><style:list-level-properties><style:list-level-label-alignment text:label-followed-by="${follows}"/></style:list-level-properties></text:${of}>`;
  const OUTLINE = `<text:outline-style>${[
    level(
      'outline-level-style',
      1,
      'style:num-prefix="第" style:num-suffix="章" style:num-format="1" text:start-value="3"',
    ),
    level('outline-level-style', 2, 'style:num-format="1" text:display-levels="2"', 'space'),
  ].join('')}</text:outline-style>`;
  const LIST = `<text:list-style style:name="L1">${level('list-level-style-number', 1, 'style:num-suffix="." style:num-format="1"', 'space')}${level('list-level-style-number', 2, 'style:num-suffix="、" style:num-format="甲, 乙, 丙, ..."')}</text:list-style>`;
  const h = (at: number, text: string, rest = '') =>
    `<text:h text:outline-level="${at}" ${rest}>${text}</text:h>`;
  const item = (text: string, rest = '') =>
    `<text:list-item ${rest}><text:p>${text}</text:p></text:list-item>`;

  test('prints the numbers that the program counts', async () => {
    const NOTE =
      '<text:note text:id="f1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>註。</text:p></text:note-body></text:note>';
    const { section, note, files } = await imported(
      odt(
        OUTLINE + LIST,
        h(1, '港口') +
          h(2, '稅關') +
          `<text:list text:style-name="L1">${item(`甲${NOTE}。`)}<text:list-item><text:p>乙。</text:p><text:list>${item('子。')}${item('丑。')}</text:list></text:list-item>${item('丙。')}</text:list>` +
          '<text:p>文。</text:p>' +
          `<text:list text:style-name="L1">${item('丁。')}</text:list>` +
          `<text:list text:style-name="L1" text:continue-numbering="true">${item('戊。')}${item('己。', 'text:start-value="9"')}</text:list>` +
          h(2, '餘論', 'text:is-list-header="true"') +
          h(2, '商人') +
          '<text:p>文。</text:p>',
      ),
      'a.odt',
    );
    expect(section).toContain('# {pb 1}第3章　港口 {#ch3}\n\n## 3.1 稅關 {#s1}');
    expect(section.match(/^(?:\d+\\?\.|[甲乙]、).*(?= \{)/gmu)).toEqual([
      '1\\. 甲[^1]。',
      '2\\. 乙。',
      '甲、子。',
      '乙、丑。',
      '3\\. 丙。',
      '1\\. 丁。',
      '2\\. 戊。',
      '9\\. 己。',
    ]);
    expect(note(1)).toBe('註。');
    const heads = [...files.keys()].filter((p) => p.startsWith('sections/'));
    expect(heads.map((p) => /title: (.*)/u.exec(files.get(p) ?? '')?.[1])).toEqual([
      '稅關',
      '餘論',
      '商人',
    ]);
    expect(files.get('sections/3.md')).toContain('label: "3.2"');
  });
});

const tei = (body: string) =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>書</title></titleStmt></fileDesc></teiHeader><text><body><div><head>第三章　港口</head><div><head>第一節　稅關</head>${body}</div></div></body></text></TEI>`;

describe('TEI', () => {
  test('a note in place may be marked again', async () => {
    const { section, note } = await imported(
      tei('<p>甲。<note xml:id="n1" n="1">註。</note>乙。<ref target="#n1">1</ref>丙。</p>'),
      'a.xml',
    );
    expect(section).toContain('甲。[^1]乙。[^1]丙。');
    expect(note(1)).toBe('註。');
  });

  test('the items of a numbered list have their numbers', async () => {
    const { section } = await imported(
      tei('<p>三項。</p><list rend="numbered"><item>甲。</item><item>乙。</item></list>'),
      'a.xml',
    );
    expect(section).toContain('1\\. 甲。 {#s1-p2}\n\n2\\. 乙。 {#s1-p3}');
  });
});

describe('HTML', () => {
  test.each([
    ['Word', '<div style="mso-element:footnote" id=ftn1>', '_ftn1'],
    ['LibreOffice', '<div id="sdfootnote1">', 'sdfootnote1sym'],
  ])('a note of %s has two paragraphs', async (_, open, name) => {
    const { note } = await imported(
      `<!doctype html><meta charset=utf-8><h1>第三章　港口</h1><h2>第一節　稅關</h2><p>甲。<a href="#${name}" name="back1"><sup>1</sup></a>乙。</p>${open}<p><a href="#back1" name="${name}">1</a> 註。</p><p>第二段。</p></div>`,
      'a.html',
    );
    expect(note(1)).toBe('註。\n\n第二段。');
  });
});

test('the title of the whole stands over its only chapter', async () => {
  const title = paragraph(run('港口研究'), '<w:pStyle w:val="Title"/>');
  const styles = `<w:styles>${[1, 2].map((n) => `<w:style w:type="paragraph" w:styleId="Heading${n}"><w:name w:val="heading ${n}"/></w:style>`).join('')}<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>`;
  const body = heading(1, '渡口與市鎮') + heading(2, '稅關') + paragraph(run('文。'));
  const { section } = await imported(docx(title + body, { styles }), 'a.docx');
  expect(section).toMatch(/^# \{pb 1\}渡口與市鎮 \{#ch1\}\n\n## 稅關 \{#s1\}/u);
  const page = `<!doctype html><meta charset=utf-8><header id="title-block-header"><h1 class="title">港口研究</h1></header><h1>渡口與市鎮</h1><h2>稅關</h2><p>文。</p>`;
  expect((await imported(page, 'a.html')).section).toMatch(/^# \{pb 1\}渡口與市鎮/u);
});
