/** Chapters without their frame, and headings out of order. */
import { LINES, lineWith, withLine, withoutLines } from '../source.ts';
import type { BadCase } from './case.ts';

const CHAPTER = lineWith('第三章');
const SECTIONS = LINES.flatMap((line, i) => (/^第.節 /u.test(line) ? [i + 1] : []));

function renamed(name: string, from: string, to: string, reason: RegExp): BadCase {
  const line = lineWith(from);
  return { name, text: withLine(line, (l) => l.replace(from, to)), line, reason };
}

export const HEADINGS: BadCase[] = [
  {
    name: 'a text without its chapter heading',
    text: withoutLines(CHAPTER),
    // The line that is now the first with text.
    line: LINES.slice(CHAPTER).findIndex((line) => line.trim() !== '') + 1,
    reason: /does not begin with a chapter heading/u,
  },
  {
    name: 'a first line that is no chapter heading',
    text: withLine(CHAPTER, (l) => l.replace('第三章', '第三回')),
    line: CHAPTER,
    reason: /does not begin with a chapter heading/u,
  },
  {
    name: 'a chapter with headings and no sections',
    text: withoutLines(...SECTIONS),
    line: 0,
    reason: /headings and no section \(第…節\)/u,
  },
  renamed('a second chapter', '第四節 ', '第四章 ', /a second chapter begins: “第四章/u),
  renamed('a heading that skips a level', '一、 雅爾達會議', '（一） 雅爾達會議', /skips a level/u),
  renamed(
    'a heading that skips two levels',
    '一、 雅爾達會議',
    '1. 雅爾達會議',
    /“1\.雅爾達會議” skips a level/u,
  ),
  renamed(
    'a heading that skips a number',
    '二、 韓戰及停戰協定',
    '三、 韓戰及停戰協定',
    /is number 3, and 2 is due/u,
  ),
  renamed(
    'a heading whose number stands again',
    '（二） 提供有效',
    '（一） 提供有效',
    /is number 1, and 2 is due/u,
  ),
  renamed(
    'a section that skips a number',
    '第三節  冷戰後',
    '第四節  冷戰後',
    /“第四節冷戰後駐韓美軍之調整” is number 4, and 3 is due/u,
  ),
  renamed(
    'a numbered heading that begins with 2',
    '1. 越戰失利',
    '2. 越戰失利',
    /is number 2, and 1 is due/u,
  ),
];
