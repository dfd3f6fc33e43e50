/** What people type: names, places, titles, years, several words; not made from the index. */

/** A query, and the strings that a record must hold, and must not, to answer it. */
export interface RealQuery {
  typed: string;
  all: string[];
  none?: string[];
}

const alone = (typed: string): RealQuery => ({ typed, all: [typed] });
const words = (typed: string): RealQuery => ({ typed, all: typed.split(' ') });

export const REAL: readonly RealQuery[] = [
  ...[
    '中央社',
    'niksch',
    'asian survey',
    '盧武鉉',
    '龍山基地',
    '38 度線',
    '３８度線',
    'ROSS',
    '92年',
    '1945年',
    '1953 年',
    '37,000',
    '駐韓美軍',
    '美韓同盟',
    '共同防禦條約',
    '陽光政策',
    '「陽光政策」',
    '“陽光政策”',
    '北韓核武',
    '韓戰',
    '杜魯門',
    '聯合國軍',
    '戰時作戰指揮權',
    '飛彈防禦',
    '倫斯斐',
    '漢城',
    '板門店',
    '國防部',
    '美國在台協會',
    'Foreign Affairs',
    'Ibid',
    'U.S.-Republic',
    '的',
    '美',
    '核',
    '，',
    '93.9%',
    '中華民國',
    '太平洋',
  ].map(alone),
  ...[
    '中央社 2003',
    '駐韓美軍 龍山',
    '美國 日本 安全',
    'Niksch asian',
    '盧武鉉 布希',
    '北韓 核武 2003',
  ].map(words),
  { typed: '駐韓美軍，龍山', all: ['駐韓美軍', '龍山'] },
  { typed: 'washington, d.c.', all: ['washington', 'd.c.'] },
  { typed: '"op. cit."', all: ['op. cit.'] },
  { typed: '"美國國防部" 2003', all: ['美國國防部', '2003'] },
  // In the Republic's years, 2003 is 92.
  { typed: '中央社 -2003', all: ['中央社'], none: ['2003', '92年'] },
  { typed: '"Asian Survey" -1981', all: ['Asian Survey'], none: ['1981'] },
  { typed: '裁軍 -北韓', all: ['裁軍'], none: ['北韓'] },
];
