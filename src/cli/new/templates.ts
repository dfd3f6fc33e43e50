/** The files that a new project begins with, each key explained in Chinese and in English. */
import { stringify } from 'yaml';
import { LOOKUPS_YAML } from './lookups.ts';
import { type Answers, peopleIn } from './questions.ts';

const value = (text: string): string => stringify(text, { lineWidth: 0 }).trim();

/** A name as chapter.yaml has it: { family: 何, given: 仁傑 }. */
function person(name: string): string {
  const [family = '', ...given] = name.split(' ');
  return `{ family: ${value(family)}, given: ${value(given.join(' '))} }`;
}

/** Keys with what was answered; what was not answered is left out. */
const keys = (answers: Answers, names: readonly string[]): string =>
  names
    .filter((name) => answers[name])
    .map((name) => `  ${name}: ${value(answers[name] ?? '')}\n`)
    .join('');

/** What the text stands in, by its kind. */
function host(answers: Answers): string {
  const of = (name: string) => value(answers[name] ?? '');
  if (answers['kind'] === 'article')
    return `# 期刊與卷期 The journal, and the issue of it
kind: article
journal:
  title: ${of('journal')}
${keys(answers, ['volume', 'issue', 'issn'])}`;
  if (answers['kind'] === 'book') {
    const editors = peopleIn(answers['editor'] ?? '').map(person);
    return `# 所在的書 The book that it is a chapter of
kind: book
book:
  title: ${of('book')}
${editors.length > 0 ? `  editors: [${editors.join(', ')}]\n` : ''}${keys(answers, ['volume', 'publisher', 'isbn'])}`;
  }
  return `# 全書題名與文獻種類 Title of the whole work, and its kind
thesis:
  title: ${of('thesis')}
  genre: ${of('genre')}
# 學校；英文名可加 latin: … Institution
institution: { name: ${of('institution')} }
`;
}

/** Who wrote it: one author, or a list of several. */
function authors(answers: Answers): string {
  const people = peopleIn(answers['author'] ?? '');
  if (people.length > 1)
    return `authors:\n${people.map((name) => `  - ${person(name)}\n`).join('')}`;
  const [family = '', ...given] = (people[0] ?? '').split(' ');
  return `author:\n  family: ${value(family)}\n  given: ${value(given.join(' '))}\n`;
}

/** What an article or a chapter of a book may say besides, to be written in when it is known. */
const BESIDES = `# 摘要、關鍵詞，每種語言一項；文字的授權條款 Abstracts and key words, one a language; the licence of the text
# abstracts: [{ lang: zh-Hant-TW, text: …… }, { lang: en, text: … }]
# keywords: [{ lang: zh-Hant-TW, words: [……] }, { lang: en, words: [...] }]
# licence: CC-BY-4.0
`;

/** The title of what the text stands in. */
export const hostTitle = (answers: Answers): string =>
  answers[answers['kind'] === 'article' ? 'journal' : (answers['kind'] ?? 'thesis')] ?? '';

/** One sentence, until a person writes a summary: whose chapter or article it is, and of what. */
function description(answers: Answers): string {
  const names = peopleIn(answers['author'] ?? '').map((name) => name.replace(' ', ''));
  const part = answers['kind'] === 'article' ? '所載論文' : '之一章';
  return `${names.join('、')}《${hostTitle(answers)}》${part}。`;
}

/** content/chapter.yaml, before the import has filled in what it finds in the text. */
export function chapterYaml(answers: Answers): string {
  const of = (name: string) => value(answers[name] ?? '');
  const isThesis = (answers['kind'] ?? 'thesis') === 'thesis';
  return `# 這個檔案說明網站發布的是什麼。井字號（#）之後是說明，可以保留。
# This file says what is published. What follows a # is explanation.

# 以下六項由匯入程式填寫，不必改。The import fills these in; leave them.
number:
label:
title:
source:
pages:
furniture:

# 以下由您填寫，隨時可改；改後執行 npm run guide。Yours to write; then run npm run guide.
# 文字的語言與字體 Language and script of the text
lang: ${of('language')}
# 作者：姓、名。英文名若已知，加一行 latin: { family: Ho, given: Jen-Chieh }
${authors(answers)}${host(answers)}# 出版年 Year
issued: "${answers['date'] ?? ''}"
# 尚未公開：網址隨文字而變。公開時執行 npm run permalinks，此後網址不再變動
# Not published yet: addresses follow the text, until npm run permalinks makes them permanent
draft: true
# 固定識別碼，例如 - ${isThesis ? '{ type: handle, value: 140.119/33717, url: https://… }' : '{ type: doi, value: 10.…, url: https://doi.org/10.… }'}；沒有就留 []
identifiers: []
# 著作權聲明 Whose the text is, and what a reader may do with it
rights: 著作權屬作者所有。本站僅供閱讀、檢索與引用。
# 兩三句摘要，顯示於首頁與搜尋引擎 A summary of two or three sentences
description: ${value(description(answers))}
${isThesis ? '' : BESIDES}
${LOOKUPS_YAML}`;
}

/** The settings beside the source text. */
export function settingsYaml(answers: Answers): string {
  const first = answers['first-page'] ?? '';
  const head = answers['running-head'] ?? '';
  const told: Record<string, string> = {
    none: '# 原書沒有頁碼 The print has no page numbers\npageNumbers: false\n',
    file: '# 頁碼由原文檔得知 The file tells its page numbers\n# firstPage: 42\n',
  };
  const pages = told[first] ?? `# 第一頁的頁碼 Number of the first page\nfirstPage: ${first}\n`;
  const set = (key: string, answer: string | undefined, example: string) =>
    answer ? `${key}: ${value(answer)}` : `# ${key}: ${example}`;
  return `# 匯入的設定：文字本身看不出來的事。What the import cannot see in the text itself.

${pages}
# 書眉：印在頁碼之前的那一行。沒有就刪去此行。The line printed before the page number
${head === '' ? '# runningHead: 論文題目' : `runningHead: ${value(head)}`}

# 註號：chapter 全章連續，section 每節從 1 起算 Notes numbered through, or by section
${set('noteNumbers', answers['notes'], 'chapter')}
# 第一條註的註號 The mark of note 1 as printed
${set('noteMarks', answers['mark'], '1')}
# 檔案裡有好幾章時，要哪一章 Which chapter, of a file that has several
${set('chapter', answers['chapter'], '3')}

# 匯入時若有一處不能確定，訊息會說明在此加哪一項，例如：
# Where a place is not certain, a message tells which of these to add:
# paragraphs:
#   - { starts: 另外一個比較次要, why: 行首有一空格，但不是新的一頁。 }
# figures: [第7艦隊]
# marks: { 12: 就已經展開 }
`;
}

export const NAMES_YAML = `# 人名、地名的別名；搜尋時提供另一種寫法。沒有就留著這個空表。
# Names that have other names. An example:
# - { name: 首爾, kind: place, other: [漢城], latin: [Seoul] }
[]
`;
