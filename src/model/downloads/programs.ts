/**
 * Which file serves which program best, for the page of downloads. Pandoc and LaTeX are measured
 * in tests/dist/roundtrip.test.ts; Zotero was with its own code, by hand, since its licence keeps
 * it out of the tests. The others are no free programs of the command line: what is said of them
 * is what they say that they read.
 */
import type { Chapter } from '../chapter/chapter.ts';
import { type Download, downloadsOf } from './downloads.ts';

export interface Program {
  name: string;
  /** The files for it, the best first. */
  files: readonly Download[];
  /** What speaks for them, and what to know of the program. */
  why: string;
}

const PROGRAMS: readonly Program[] = [
  {
    name: 'Zotero',
    files: ['sources.json'],
    why: '種類、語言、日期與季都收得進去；由 BibTeX 匯入，報紙、雜誌會變成期刊論文。只要一種文獻，在該文獻的網頁按 Zotero 的儲存鈕即可。',
  },
  {
    name: 'EndNote、Mendeley',
    files: ['sources.ris'],
    why: '兩者都能匯入 RIS；它分得出期刊、雜誌、報紙與聽證會，BibTeX 分不出。',
  },
  {
    name: 'JabRef',
    files: ['sources.biblatex.bib', 'sources.bib'],
    why: '依文獻庫的模式選用：biblatex 模式用前者，BibTeX 模式用後者。',
  },
  {
    name: 'LaTeX',
    files: ['sources.biblatex.bib', 'sources.bib'],
    why: 'biblatex 與 biber 用前者，BibTeX（如 plain.bst）用後者，不可互換：BibTeX 讀前者，年份與刊名都會不見。',
  },
  {
    name: 'Pandoc',
    files: ['sources.json', 'sources.biblatex.bib'],
    why: '前者的種類與語言全數保留，但 Pandoc 不印其中的季（Spring）；要印季，用後者（有期號的才印）。樣式須縮寫名字時，Pandoc 會在中文名字之後加上句點，那是程式本身的行為。',
  },
  {
    name: 'Word',
    files: ['sources.json', 'chapter.md'],
    why: '書目經 Zotero 的 Word 外掛使用前者；全文以 Pandoc 由後者轉為 .docx，註釋仍是註腳。',
  },
];

/** The programs for which a chapter has files; of one without sources, there is nothing to choose. */
export function programsOf(chapter: Chapter): Program[] {
  const has = downloadsOf(chapter);
  return PROGRAMS.flatMap((program) => {
    const files = program.files.filter((file) => has.includes(file));
    return files.length === program.files.length ? [{ ...program, files }] : [];
  });
}
