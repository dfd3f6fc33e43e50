/** The facts of a chapter that its citations need. */
import type { Chapter } from '../../../src/model/chapter/chapter.ts';

export const chapter = {
  number: 3,
  label: '第三章',
  title: '駐韓美軍與朝鮮半島安全',
  lang: 'zh-Hant-TW',
  author: { family: '何', given: '仁傑', latin: { family: 'Ho', given: 'Jen-Chieh' } },
  thesis: { title: '駐韓美軍問題與中國立場之研究', genre: '碩士論文' },
  institution: { name: '國立政治大學', latin: 'National Chengchi University' },
  issued: '2004',
  pages: { first: 42, last: 83 },
  identifiers: [{ type: 'handle', value: '140.119/33717', url: 'http://h.example/33717' }],
} as unknown as Chapter;
