/** Places of a small chapter, for the tests: two sections, two notes, a table. */
import type { Places } from '../../../../src/search/cite/places.ts';

const paragraph = (place: string, number: number, page = 57) => ({
  path: '/sections/4/',
  place,
  paragraph: number,
  pages: [page, page] as [number, number],
});

export const places: Places = {
  chapter: '第三章',
  headings: {
    ch3: [],
    s1: ['第一節'],
    s4: ['第四節'],
    's4-2': ['第四節', '二'],
    's4-2-1': ['第四節', '二', '（一）'],
    's4-2-1-1': ['第四節', '二', '（一）', '1'],
  },
  blocks: {
    ch3: { path: '/sections/1/', place: '第一節', pages: [42, 42] },
    s1: { path: '/sections/1/', place: '第一節', pages: [42, 42] },
    'table-3-1': { path: '/sections/1/', place: '第一節', table: '表 3-1', pages: [44, 45] },
    s4: { path: '/sections/4/', place: '第四節', pages: [56, 56] },
    's4-2': { path: '/sections/4/', place: '第四節 二', pages: [57, 57] },
    's4-2-1': { path: '/sections/4/', place: '第四節 二（一）', pages: [57, 57] },
    's4-2-1-p1': paragraph('第四節 二（一）', 1),
    's4-2-1-p2': paragraph('第四節 二（一）', 2),
    's4-2-1-p3': { ...paragraph('第四節 二（一）', 3), pages: [57, 58] },
    's4-2-1-1': { path: '/sections/4/', place: '第四節 二（一）1', pages: [58, 58] },
    's4-2-1-1-p1': paragraph('第四節 二（一）1', 1, 59),
  },
  notes: {
    8: { page: 44, place: '第一節', path: '/sections/1/', block: 'table-3-1' },
    43: { page: 57, place: '第四節 二（一）', path: '/sections/4/', block: 's4-2-1-p3' },
  },
  pages: [42, 83],
  sectionOfPage: { 42: '/sections/1/', 44: '/sections/1/', 57: '/sections/4/' },
  sources: ['niksch-1981', 'lai-yizhong-nd'],
  works: {
    'niksch-1981': {
      short: 'Niksch, “U.S. Troop Withdrawal from South Korea” (1981)',
      authors: ['Niksch'],
      title: 'U.S. Troop Withdrawal from South Korea: Past Shortcomings',
    },
    'lai-yizhong-nd': {
      short: '賴怡忠〈布希政府的東亞政策〉',
      authors: ['賴怡忠'],
      title: '布希政府的東亞政策',
    },
  },
  styles: [
    {
      id: 'taiwan',
      name: '臺灣論文慣用',
      lang: 'zh',
      forms: {
        note: [{ text: '甲乙，〈題〉，《書》（學校碩士論文，2004），{printed}，{url}' }],
        list: [{ text: '甲乙，〈題〉，《書》（學校碩士論文，2004），頁42–83。' }],
      },
      printed: 'zh',
    },
    {
      id: 'chicago',
      name: 'Chicago',
      lang: 'en',
      forms: { note: [{ text: 'N, {printed}, {url}.' }], list: [{ text: 'Ref.' }] },
      printed: 'en',
    },
    {
      id: 'apa',
      name: 'APA',
      lang: 'en',
      forms: { text: [{ text: '({printed})' }], list: [{ text: 'Ref{accessed}.' }] },
      printed: 'pp',
    },
  ],
};
