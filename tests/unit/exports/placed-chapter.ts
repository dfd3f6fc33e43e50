/** The facts of a chapter that its citations need. */
import type { Chapter } from '../../../src/model/chapter/chapter.ts';

export const chapter = {
  number: 3,
  label: '第三章',
  title: '駐韓美軍與朝鮮半島安全',
  lang: 'zh-Hant-TW',
  author: { family: '何', given: '仁傑', latin: { family: 'Ho', given: 'Jen-Chieh' } },
  thesis: { title: '駐韓美軍問題與中國立場之研究', genre: '碩士論文' },
  institution: {
    name: '國立政治大學',
    latin: 'National Chengchi University',
    place: '臺北',
    department: '東亞研究所',
  },
  archive: { name: '政大學術集成', latin: 'NCCU Academic Hub' },
  latin: { title: 'Zhuhan Meijun', thesis: 'Zhuhan Meijun wenti' },
  translated: { title: 'U.S. forces in Korea', thesis: 'The question of U.S. forces in Korea' },
  issued: '2004',
  pages: { first: 42, last: 83 },
  identifiers: [{ type: 'handle', value: '140.119/33717', url: 'http://h.example/33717' }],
} as unknown as Chapter;
