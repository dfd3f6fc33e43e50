/** What a reader is told of each download. */
import type { Download } from '../../exports/downloads.ts';

export interface DownloadInfo {
  /** What it is called. */
  name: string;
  /** What it is good for. */
  purpose: string;
}

/** The files under /downloads/, in the order in which they are offered. */
export const DOWNLOAD_INFO: Record<Download, DownloadInfo> = {
  'chapter.epub': {
    name: 'EPUB 電子書',
    purpose: '以手機、平板或電子書閱讀器離線閱讀；註釋可就地彈出，附印本頁碼表。',
  },
  'chapter.pdf': {
    name: 'PDF（書頁）',
    purpose: '以書頁閱讀或列印：註釋在頁下，頁邊標印本頁碼，有書籤，字型內嵌。',
  },
  'chapter.txt': {
    name: '純文字',
    purpose: '任何程式都能開啟；頁碼與註號標在原處，註釋在篇末。',
  },
  'chapter.md': {
    name: 'Markdown',
    purpose: '供編輯與轉檔（例如以 Pandoc 轉為 Word）；註釋為 GFM 腳註。',
  },
  'chapter.xml': {
    name: 'TEI P5（XML）',
    purpose: '供典藏與文本分析；章節、段落、換頁、註釋與每一處徵引都有標記。',
  },
  'chapter.jsonld': {
    name: '本章著錄（JSON-LD）',
    purpose: '供程式讀取：本章與所屬論文的著錄，以 schema.org 詞彙描述。',
  },
  'chapter.bib': {
    name: '本章書目（BibTeX）',
    purpose: '引用本章時匯入 JabRef 等書目軟體，或用於 LaTeX。',
  },
  'chapter.ris': {
    name: '本章書目（RIS）',
    purpose: '引用本章時匯入 EndNote、Zotero、Mendeley。',
  },
  'chapter.csl.json': {
    name: '本章書目（CSL-JSON）',
    purpose: '引用本章時供 Zotero、citeproc、Pandoc 使用。',
  },
  'sources.bib': {
    name: '徵引文獻（BibTeX）',
    purpose: '匯入 JabRef 等書目軟體，或用於 LaTeX（biblatex 與 biber）。',
  },
  'sources.ris': {
    name: '徵引文獻（RIS）',
    purpose: '匯入 EndNote、Zotero、Mendeley 等書目軟體。',
  },
  'sources.json': {
    name: '徵引文獻（CSL-JSON）',
    purpose: '匯入 Zotero，或供 citeproc、Pandoc 等程式編排書目；所載最完整。',
  },
  'notes.csv': {
    name: '註釋徵引表（CSV）',
    purpose: '以試算表統計徵引：一列一處徵引，附文獻、頁碼與判定依據。',
  },
  'notes.json': {
    name: '註釋（JSON）',
    purpose: '供程式使用：每條註釋的文字、位置、徵引與不能確定之處。',
  },
  'emendations.json': {
    name: '校記與驗算（JSON）',
    purpose: '供程式使用：每處筆誤的位置、印出的字、校正與理由，及作者數字的驗算。',
  },
  'schema/notes.schema.json': {
    name: '註釋的 JSON Schema',
    purpose: '說明並檢驗 notes.json 的格式。',
  },
  'schema/sources.schema.json': {
    name: '徵引文獻的 JSON Schema',
    purpose: '說明並檢驗 sources.json 的格式。',
  },
  'schema/emendations.schema.json': {
    name: '校記的 JSON Schema',
    purpose: '說明並檢驗 emendations.json 的格式。',
  },
};
