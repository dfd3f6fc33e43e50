/** What `npm run new` must know of a text: each question with its option, its default and what is a good answer. */
import { existsSync, readdirSync, statSync } from 'node:fs';

/** A question, in Chinese and in English. */
export interface Question {
  /** The option on the command line: --title. */
  name: string;
  asks: string;
  /** Taken where nothing is answered; a question without one must be answered. */
  fallback?: string;
  /** Never asked: what it says can be seen in the file, and the option is for where it cannot. */
  silent?: true;
  /** What is wrong with an answer; undefined when it is good. */
  fault?: (answer: string) => string | undefined;
}

const matches = (pattern: RegExp, says: string) => (answer: string) =>
  pattern.test(answer) ? undefined : says;

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** A folder that is there and holds something is never written into. */
function folderFault(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  if (!statSync(path).isDirectory() || readdirSync(path).length > 0)
    return `「${path}」已經存在，不會覆寫；請另取一個名字。(It is there already and is not written over: give another name.)`;
  return undefined;
}

export const QUESTIONS: readonly Question[] = [
  {
    name: 'text',
    asks: '原文檔在哪裡？（.docx、.odt、.pdf、.txt、.md、.xml、.html）Where is the file with the text?',
    fault: (path) => (isFile(path) ? undefined : `找不到檔案「${path}」。(There is no such file.)`),
  },
  {
    name: 'folder',
    asks: '新網站放在哪個資料夾？Which folder shall hold the new site?',
    fallback: '../my-chapter',
    fault: folderFault,
  },
  { name: 'thesis', asks: '論文（全書）題名？Title of the thesis or book?' },
  {
    name: 'author',
    asks: '作者？姓與名之間空一格，例如：何 仁傑。Author, family name first, with a space between?',
    fault: matches(/^\S+ \S.*$/u, '請在姓與名之間空一格。(Put a space between the two names.)'),
  },
  { name: 'institution', asks: '學校或機構？University or institution?' },
  { name: 'genre', asks: '哪一種文獻？What kind of work?', fallback: '碩士論文' },
  {
    name: 'date',
    asks: '年份（西元）？Year?',
    fault: matches(
      /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u,
      '請寫西元年，例如 2004。(Write a year: 2004.)',
    ),
  },
  {
    name: 'language',
    asks: '文字：zh-Hant-TW（臺灣正體）、zh-Hant-HK（香港繁體）或 zh-Hans（簡體）？Script of the text?',
    fallback: 'zh-Hant-TW',
    fault: matches(/^zh-Han[ts](?:-[A-Z]{2})?$/u, '請寫 zh-Hant-TW、zh-Hant-HK 或 zh-Hans。'),
  },
  {
    name: 'first-page',
    asks: '第一頁的頁碼？原書沒有頁碼就寫 none。Number of the first page, or none?',
    fault: matches(/^(?:[1-9]\d*|none|file)$/u, '請寫數字，或 none。(Write a number, or none.)'),
  },
  {
    name: 'chapter',
    asks: '檔案裡有好幾章：要哪一章？寫數字。The file holds several chapters: which one?',
    fallback: '',
    fault: matches(/^(?:[1-9]\d*)?$/u, '請寫章的數字，例如 3。(Write its number: 3.)'),
  },
  {
    name: 'running-head',
    silent: true,
    asks: '頁首的書眉（印在頁碼之前的那一行）？沒有就按 Enter。Running head, if there is one?',
    fallback: '',
  },
  {
    name: 'notes',
    silent: true,
    asks: '註號：全章連續寫 chapter，每節重新起算寫 section。Are notes numbered through the chapter, or by section?',
    fallback: '',
    fault: matches(/^(?:chapter|section)?$/u, '請寫 chapter 或 section。'),
  },
  {
    name: 'mark',
    silent: true,
    asks: '第一條註的註號印成什麼樣子？例如 1、[1]、①。How is the mark of note 1 printed?',
    fallback: '',
    fault: matches(/^(?:[^\d①]{0,2}[1①][^\d①]{0,2})?$/u, '請寫第一條註的註號，例如 1 或 ①。'),
  },
];

export type Answers = Record<string, string>;
