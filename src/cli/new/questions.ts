/** What `npm run new` must know of a text: each question with its option, its default and what is a good answer. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { identifierFault } from '../../model/sources/identifiers.ts';

/** What the text stands in, as `kind` in chapter.yaml says it. */
type Kind = 'thesis' | 'article' | 'book';

/** What is answered, by the names of the questions. */
export type Answers = Record<string, string>;

/** A question, in Chinese and in English. */
export interface Question {
  /** The option on the command line: --title. */
  name: string;
  asks: string;
  /** Taken where nothing is answered; a question without one must be answered. */
  fallback?: string;
  /** Never asked: what it says can be seen in the file, and the option is for where it cannot. */
  silent?: true;
  /** The kinds of publication that it is asked of; of every kind where none are named. */
  kinds?: readonly Kind[];
  /** What is wrong with an answer, after those before it; undefined when it is good. */
  fault?: (answer: string, before?: Answers) => string | undefined;
}

const matches = (pattern: RegExp, says: string) => (answer: string) =>
  pattern.test(answer) ? undefined : says;

/** Several authors or editors: 何 仁傑；林 小舟. */
export const peopleIn = (answer: string): string[] =>
  answer
    .split(/[;；]/u)
    .map((name) => name.trim())
    .filter(Boolean);

/** What is wrong with names of people: each needs a space between family name and given name. */
const peopleFault = (answer: string): string | undefined =>
  peopleIn(answer).every((name) => /^\S+ \S.*$/u.test(name))
    ? undefined
    : '請在姓與名之間空一格。(Put a space between the two names.)';

/** A thesis has one author. */
function authorFault(answer: string, before: Answers = {}): string | undefined {
  const people = peopleIn(answer);
  if (people.length === 0) return '請寫作者的姓名。(Write the name of the author.)';
  if (people.length > 1 && (before['kind'] ?? 'thesis') === 'thesis')
    return '學位論文只有一位作者。(A thesis has one author.)';
  return peopleFault(answer);
}

/** An ISSN or an ISBN, or nothing. */
const numberFault = (type: 'issn' | 'isbn') => (answer: string) => {
  const fault = answer === '' ? undefined : identifierFault(type, answer);
  return fault && `${type.toUpperCase()} 不對，請再核對。(${fault})`;
};

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
  {
    name: 'kind',
    asks: '出自哪一種出版品：thesis（學位論文）、article（期刊論文）或 book（專書的一章）？Is it of a thesis, an article of a journal, or a chapter of a book?',
    fallback: 'thesis',
    fault: matches(
      /^(?:thesis|article|book)$/u,
      '請寫 thesis、article 或 book。(Write one of the three.)',
    ),
  },
  { name: 'thesis', kinds: ['thesis'], asks: '論文題名？Title of the thesis?' },
  { name: 'journal', kinds: ['article'], asks: '期刊名稱？Title of the journal?' },
  { name: 'book', kinds: ['book'], asks: '書名？Title of the book?' },
  {
    name: 'author',
    asks: '作者？姓與名之間空一格，例如：何 仁傑；幾位作者以分號隔開。Author, family name first, with a space between; a semicolon between several?',
    fault: authorFault,
  },
  { name: 'institution', kinds: ['thesis'], asks: '學校或機構？University or institution?' },
  {
    name: 'genre',
    kinds: ['thesis'],
    asks: '哪一種論文？What kind of thesis?',
    fallback: '碩士論文',
  },
  {
    name: 'volume',
    kinds: ['article', 'book'],
    asks: '第幾卷（冊）？沒有就按 Enter。Volume, if there is one?',
    fallback: '',
  },
  {
    name: 'issue',
    kinds: ['article'],
    asks: '第幾期？沒有就按 Enter。Issue, if there is one?',
    fallback: '',
    fault: (answer, before = {}) =>
      answer || before['volume']
        ? undefined
        : '期刊論文須有卷或期。(An article needs a volume or an issue.)',
  },
  {
    name: 'issn',
    kinds: ['article'],
    asks: '期刊的 ISSN？不知道就按 Enter。ISSN of the journal, if you know it?',
    fallback: '',
    fault: numberFault('issn'),
  },
  {
    name: 'editor',
    kinds: ['book'],
    asks: '編者？寫法同作者；沒有就按 Enter。Editors, as authors are written, if there are any?',
    fallback: '',
    fault: peopleFault,
  },
  { name: 'publisher', kinds: ['book'], asks: '出版者？Publisher?' },
  {
    name: 'isbn',
    kinds: ['book'],
    asks: 'ISBN？不知道就按 Enter。ISBN, if you know it?',
    fallback: '',
    fault: numberFault('isbn'),
  },
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

/** The questions of the kind that is answered, or of a thesis. */
export const questionsOf = ({ kind = 'thesis' }: Answers): Question[] =>
  QUESTIONS.filter(({ kinds }) => kinds?.includes(kind as Kind) ?? true);
