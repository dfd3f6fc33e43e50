/** The files under /downloads/: one record each. Its maker stands under the same name in src/exports/downloads.ts. */

interface DownloadRecord {
  /** Its name below /downloads/. */
  file: string;
  /** Its media type (IANA; without one there, the type that programs go by). */
  type: string;
  /** What it is called. */
  name: string;
  /** What it is good for. */
  purpose: string;
  /** Where it stands among those offered to readers, from the least. */
  order: number;
  /** Whether a build may lack it: such a file is offered where it was made, and so never promised. */
  optional?: true;
}

/** In the order of their publication, in which programs are told of them. */
const RECORDS = [
  {
    file: 'notes.json',
    type: 'application/json',
    name: '註釋（JSON）',
    purpose: '供程式使用：每條註釋的文字、位置、徵引與不能確定之處。',
    order: 140,
  },
  {
    file: 'notes.csv',
    type: 'text/csv',
    name: '註釋徵引表（CSV）',
    purpose: '以試算表統計徵引：一列一處徵引，附文獻、頁碼與判定依據。',
    order: 130,
  },
  {
    file: 'sources.json',
    type: 'application/vnd.citationstyles.csl+json',
    name: '徵引文獻（CSL-JSON）',
    purpose: '匯入 Zotero，或供 citeproc、Pandoc 等程式編排書目；所載最完整。',
    order: 120,
  },
  {
    file: 'sources.bib',
    type: 'application/x-bibtex',
    name: '徵引文獻（BibTeX）',
    purpose: '匯入 JabRef 等書目軟體，或用於 LaTeX（biblatex 與 biber）。',
    order: 100,
  },
  {
    file: 'sources.ris',
    type: 'application/x-research-info-systems',
    name: '徵引文獻（RIS）',
    purpose: '匯入 EndNote、Zotero、Mendeley 等書目軟體。',
    order: 110,
  },
  {
    file: 'chapter.txt',
    type: 'text/plain',
    name: '純文字',
    purpose: '任何程式都能開啟；頁碼與註號標在原處，註釋在篇末。',
    order: 30,
  },
  {
    file: 'chapter.md',
    type: 'text/markdown',
    name: 'Markdown',
    purpose: '供編輯與轉檔（例如以 Pandoc 轉為 Word）；註釋為 GFM 腳註。',
    order: 40,
  },
  {
    file: 'chapter.xml',
    type: 'application/tei+xml',
    name: 'TEI P5（XML）',
    purpose: '供典藏與文本分析；章節、段落、換頁、註釋與每一處徵引都有標記。',
    order: 50,
  },
  {
    file: 'chapter.epub',
    type: 'application/epub+zip',
    name: 'EPUB 電子書',
    purpose: '以手機、平板或電子書閱讀器離線閱讀；註釋可就地彈出，附印本頁碼表。',
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
    purpose: '引用本章時匯入 JabRef 等書目軟體，或用於 LaTeX。',
    order: 70,
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
    purpose: '供程式使用：每處筆誤的位置、印出的字、校正與理由，及作者數字的驗算。',
    order: 150,
  },
  {
    file: 'schema/notes.schema.json',
    type: 'application/schema+json',
    name: '註釋的 JSON Schema',
    purpose: '說明並檢驗 notes.json 的格式。',
    order: 160,
  },
  {
    file: 'schema/sources.schema.json',
    type: 'application/schema+json',
    name: '徵引文獻的 JSON Schema',
    purpose: '說明並檢驗 sources.json 的格式。',
    order: 170,
  },
  {
    file: 'schema/emendations.schema.json',
    type: 'application/schema+json',
    name: '校記的 JSON Schema',
    purpose: '說明並檢驗 emendations.json 的格式。',
    order: 180,
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
    purpose: '以書頁閱讀或列印：註釋在頁下，頁邊標印本頁碼，有書籤，字型內嵌。',
    order: 20,
    optional: true,
  },
] as const satisfies readonly DownloadRecord[];

/** The name of a file under /downloads/. */
export type Download = (typeof RECORDS)[number]['file'];

const BY_FILE = new Map<string, DownloadRecord>(RECORDS.map((record) => [record.file, record]));

/**
 * The record of a file under /downloads/.
 * @throws when there is no such file
 */
export function downloadRecord(file: string): DownloadRecord {
  const record = BY_FILE.get(file);
  if (!record) throw new Error(`${file} is no download: give it a record in downloads.ts`);
  return record;
}

/** All files, in the order of their publication. */
export const ALL_DOWNLOADS: readonly Download[] = RECORDS.map(({ file }) => file);

/** Those that every build has. */
export const DOWNLOADS: readonly Download[] = ALL_DOWNLOADS.filter(
  (file) => !downloadRecord(file).optional,
);

/** The media type of a file under /downloads/. */
export const mediaType = (file: string): string => downloadRecord(file).type;

/** Files in the order in which readers are offered them. */
export const inOrder = (files: readonly Download[]): Download[] =>
  files.toSorted((a, b) => downloadRecord(a).order - downloadRecord(b).order);

/** The file that only `npm run pdf` makes. */
export const PDF = 'chapter.pdf' satisfies Download;

/** The file that describes the chapter; the others hold its text, notes and sources. */
export const METADATA = 'chapter.jsonld' satisfies Download;

export const isMetadata = (file: string): boolean => file === METADATA;
