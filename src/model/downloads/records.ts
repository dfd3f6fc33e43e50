/** The records of the files under /downloads/: what each is called, of what it is, and what it is good for. */

import type { Chapter } from '../chapter/chapter.ts';

/** What a chapter may have none of; a file of that is then not made. */
type Part = 'notes' | 'citations' | 'sources' | 'emendations';

export interface DownloadRecord {
  /** Its name below /downloads/. */
  file: string;
  /** Its media type (IANA; without one there, the type that programs go by). */
  type: string;
  /** What it is called. */
  name: string;
  /** What it is good for; of a chapter that lacks a part of this, without that part. */
  purpose: string | ((chapter: Chapter) => string);
  /** Where it stands among those offered to readers, from the least. */
  order: number;
  /** What it is of; without it, of the text, which every chapter has. */
  of?: Part;
  /** Whether a build may lack it: such a file is offered where it was made, and so never promised. */
  optional?: true;
}

/** Whether a chapter has what a file would be of. */
export const HAS: Record<Part, (chapter: Chapter) => boolean> = {
  notes: ({ notes }) => notes.length > 0,
  citations: ({ notes, tableCitations }) =>
    tableCitations.length > 0 || notes.some(({ citations }) => citations.length > 0),
  sources: ({ sources }) => sources.length > 0,
  emendations: ({ emendations, editorNotes }) => emendations.length + editorNotes.length > 0,
};

/** In the order of their publication, in which programs are told of them. */
export const RECORDS = [
  {
    file: 'notes.json',
    type: 'application/json',
    name: '註釋（JSON）',
    purpose: (chapter) =>
      HAS.citations(chapter)
        ? '供程式使用：每條註釋的文字、位置、徵引與不能確定之處。'
        : '供程式使用：每條註釋的文字與位置。',
    order: 140,
    of: 'notes',
  },
  {
    file: 'notes.csv',
    type: 'text/csv',
    name: '註釋徵引表（CSV）',
    purpose: '以試算表統計徵引：一列一處徵引，附文獻、頁碼與判定依據。',
    order: 130,
    of: 'citations',
  },
  {
    file: 'sources.json',
    type: 'application/vnd.citationstyles.csl+json',
    name: '徵引文獻（CSL-JSON）',
    purpose: '匯入 Zotero 最為完整，亦供 citeproc、Pandoc 等程式編排書目。',
    order: 120,
    of: 'sources',
  },
  {
    file: 'sources.bib',
    type: 'application/x-bibtex',
    name: '徵引文獻（BibTeX）',
    purpose: '用於 LaTeX 的 BibTeX，或匯入 JabRef；其他書目軟體另有更合適的檔案。',
    order: 100,
    of: 'sources',
  },
  {
    file: 'sources.biblatex.bib',
    type: 'application/x-bibtex',
    name: '徵引文獻（BibLaTeX）',
    purpose: '用於 LaTeX 的 biblatex 與 biber，或匯入 JabRef：日期、起訖與文獻種類較 BibTeX 完整。',
    order: 105,
    of: 'sources',
  },
  {
    file: 'sources.ris',
    type: 'application/x-research-info-systems',
    name: '徵引文獻（RIS）',
    purpose: '匯入 EndNote、Mendeley 等書目軟體。',
    order: 110,
    of: 'sources',
  },
  {
    file: 'chapter.txt',
    type: 'text/plain',
    name: '純文字',
    purpose: (chapter) => {
      const marks = [...(chapter.pages ? ['頁碼'] : []), ...(HAS.notes(chapter) ? ['註號'] : [])];
      const at = marks.length > 0 ? `；${marks.join('與')}標在原處` : '';
      return `任何程式都能開啟${at}${HAS.notes(chapter) ? '，註釋在篇末' : ''}。`;
    },
    order: 30,
  },
  {
    file: 'chapter.md',
    type: 'text/markdown',
    name: 'Markdown',
    purpose: (chapter) =>
      `供編輯與轉檔（例如以 Pandoc 轉為 Word）${HAS.notes(chapter) ? '；註釋為 GFM 腳註' : ''}。`,
    order: 40,
  },
  {
    file: 'chapter.xml',
    type: 'application/tei+xml',
    name: 'TEI P5（XML）',
    purpose: (chapter) => {
      const parts = [
        '段落',
        ...(chapter.pages ? ['換頁'] : []),
        ...(HAS.notes(chapter) ? ['註釋'] : []),
        ...(HAS.citations(chapter) ? ['每一處徵引'] : []),
      ];
      return `供典藏與文本分析；章節、${parts.slice(0, -1).join('、')}${parts.length > 1 ? '與' : ''}${parts.at(-1)}都有標記。`;
    },
    order: 50,
  },
  {
    file: 'chapter.docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    name: 'Word',
    purpose: (chapter) => {
      const has = [
        ...(HAS.notes(chapter) ? ['註釋為 Word 註腳'] : []),
        ...(HAS.emendations(chapter) ? ['校記在篇末'] : []),
      ];
      return `以 Word、LibreOffice 等編輯或節錄${has.length > 0 ? `；${has.join('，')}` : ''}。`;
    },
    order: 25,
  },
  {
    file: 'chapter.jats.xml',
    type: 'application/xml',
    name: 'JATS（XML）',
    purpose: (chapter) =>
      `供期刊與典藏系統收錄；${HAS.notes(chapter) ? '註釋、' : ''}${HAS.sources(chapter) ? '文獻與' : ''}原文頁次都有標記。`,
    order: 55,
  },
  {
    file: 'chapter.epub',
    type: 'application/epub+zip',
    name: 'EPUB 電子書',
    purpose: (chapter) => {
      const has = [
        ...(HAS.notes(chapter) ? ['註釋可就地彈出'] : []),
        ...(chapter.pages ? ['附原書頁碼表'] : []),
      ];
      return `以手機、平板或電子書閱讀器離線閱讀${has.length > 0 ? `；${has.join('，')}` : ''}。`;
    },
    order: 10,
  },
  {
    file: 'chapter.jsonld',
    type: 'application/ld+json',
    name: '本章著錄（JSON-LD）',
    purpose: '供程式讀取：本章與所屬論文的著錄，以 schema.org 詞彙描述。',
    order: 60,
  },
  {
    file: 'chapter.bib',
    type: 'application/x-bibtex',
    name: '本章書目（BibTeX）',
    purpose: '引用本章時用於 LaTeX 的 BibTeX，或匯入 JabRef 等書目軟體。',
    order: 70,
  },
  {
    file: 'chapter.biblatex.bib',
    type: 'application/x-bibtex',
    name: '本章書目（BibLaTeX）',
    purpose: '引用本章時用於 LaTeX 的 biblatex 與 biber，或匯入 JabRef 的 biblatex 模式。',
    order: 75,
  },
  {
    file: 'chapter.ris',
    type: 'application/x-research-info-systems',
    name: '本章書目（RIS）',
    purpose: '引用本章時匯入 EndNote、Zotero、Mendeley。',
    order: 80,
  },
  {
    file: 'chapter.csl.json',
    type: 'application/json',
    name: '本章書目（CSL-JSON）',
    purpose: '引用本章時供 Zotero、citeproc、Pandoc 使用。',
    order: 90,
  },
  {
    file: 'emendations.json',
    type: 'application/json',
    name: '校記與驗算（JSON）',
    purpose: ({ emendations, editorNotes }) =>
      `供程式使用：${[
        ...(emendations.length > 0 ? ['每處筆誤的位置、印出的字、校正與理由'] : []),
        ...(editorNotes.length > 0 ? ['作者數字的驗算'] : []),
      ].join('，及')}。`,
    order: 150,
    of: 'emendations',
  },
  {
    file: 'schema/notes.schema.json',
    type: 'application/schema+json',
    name: '註釋的 JSON Schema',
    purpose: '說明並檢驗 notes.json 的格式。',
    order: 160,
    of: 'notes',
  },
  {
    file: 'schema/sources.schema.json',
    type: 'application/schema+json',
    name: '徵引文獻的 JSON Schema',
    purpose: '說明並檢驗 sources.json 的格式。',
    order: 170,
    of: 'sources',
  },
  {
    file: 'schema/emendations.schema.json',
    type: 'application/schema+json',
    name: '校記的 JSON Schema',
    purpose: '說明並檢驗 emendations.json 的格式。',
    order: 180,
    of: 'emendations',
  },
  {
    file: 'CITATION.cff',
    type: 'application/yaml',
    name: '本章書目（CFF）',
    purpose: '引用本章時供 GitHub、Zenodo 與 cffconvert 等工具讀取（Citation File Format 1.2.0）。',
    order: 95,
  },
  {
    file: 'chapter.pdf',
    type: 'application/pdf',
    name: 'PDF（書頁）',
    purpose: (chapter) =>
      `以書頁閱讀或列印：${HAS.notes(chapter) ? '註釋在頁下，' : ''}${chapter.pages ? '頁邊標原書頁碼，' : ''}有書籤，字型內嵌。`,
    order: 20,
    optional: true,
  },
] as const satisfies readonly DownloadRecord[];
