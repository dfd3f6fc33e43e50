/**
 * Queries as people type them, each with what must be found, as patterns of the
 * printed text that a line, or all lines of one address together, must hold; and
 * with the hit that one would expect first.
 */
import { printedLines } from './printed.ts';
import { shortReferences } from './references.ts';

export interface RealQuery {
  typed: string;
  /** A hit holds all of these. */
  holds: RegExp[];
  /** And not this. */
  lacks?: RegExp;
  /** The address of the first hit, or several of which one comes first, or a pattern of its text. */
  first?: string | RegExp;
}

const query = (typed: string, holds: RegExp | RegExp[], first?: string | RegExp): RealQuery => ({
  typed,
  holds: [holds].flat(),
  ...(first === undefined ? {} : { first }),
});

const note = (number: number) => `/notes/${number}/`;

/** The queries of the list “It is done when”. */
export const NAMED: RealQuery[] = [
  query('中央社', /中央社/u, /^「.*」，中央社/u),
  query('中央社 2003', [/中央社/u, /(?<!\d)2003/u], note(19)),
  query('niksch', /Niksch/u, note(39)),
  query('卢武铉', /盧武鉉/u, /盧武鉉/u),
  query('龍山基地', /龍山基地/u, /龍山基地/u),
  query('38 度線', /38 ?度線/u, /38 ?度線/u),
  query('"op. cit."', /op\. ?cit\./u, /op\. ?cit\./u),
  query('ROSS', /\bRoss/iu, note(14)),
  query('92年', /(?<!\d)92 ?年/u, note(13)),
];

const HEADINGS: RealQuery[] = [
  query('雅爾達會議', /雅爾達會議/u, '/sections/1/#s1-1'),
  query('南北韓統一', /南北韓統一/u, '/sections/4/#s4-1-3'),
  query('朝鮮半島安全環境', /朝鮮半島安全環境/u, '/sections/4/#s4-1-1'),
  query('美日安保體系之加強', /美日安保體系之加強/u, '/sections/4/#s4-1-2'),
  query('駐韓美軍與朝鮮半島安全', /駐韓美軍與朝鮮半島安全/u, '/sections/1/#ch3'),
];

const SCRIPTS: RealQuery[] = [
  query('盧武鉉', /盧武鉉/u),
  query('龙山基地', /龍山基地/u),
  query('38度线', /38 ?度線/u),
  query('３８度線', /38 ?度線/u),
  query('台灣', /[台臺]灣/u),
  query('臺灣', /[台臺]灣/u),
  query('台湾', /[台臺]灣/u),
  query('宣布', /宣[佈布]/u),
  query('宣佈', /宣[佈布]/u),
  query('为了', /[為爲]了/u),
  query('发展', /發展/u),
  query('计划', /計[劃畫]/u),
  query('国', /國/u),
  query('一位解放军上尉', /一位解放軍上尉/u, note(2)),
  query('雅尔达密约', /雅爾達密約/u, note(3)),
];

const NUMBERS: RealQuery[] = [
  query('1945年', /(?<!\d)1945 ?年/u),
  query('1945 年', /(?<!\d)1945 ?年/u),
  query('37,000', /(?<!\d)37,?000/u),
  query('37000', /(?<!\d)37,?000/u),
  query('93.9%', /93\.9%/u),
  query('９３．９％', /93\.9%/u),
  query('1879-1953', /1879—1953/u, '/sections/1/#table-3-1'),
  query('民國 92 年', /民國 ?92 ?年/u, note(77)),
];

const LATIN: RealQuery[] = [
  query('Niksch asian', [/Niksch/u, /\bAsian/u], note(39)),
  query('asian survey', /Asian Survey/u, /“.*,” Asian Survey/u),
  query('Ibid', /\bIbid/u),
  query('Yôngsăn', /Yongsan/iu),
  query('nation’s business', /Nation.s Business/u),
  query("nation's business", /Nation.s Business/u),
  query('U.S.-Republic', /U\.S\.-Republic/u, note(10)),
  query('study guide', /Study Guide/u, note(9)),
  query('wu xinbo', /Wu Xinbo/u, /^Wu Xinbo, “/u),
  query('brookings', /brookings/iu, note(84)),
  query('ettoday', /\bETtoday/iu),
  query('Nixon Doctrine', /Nixon Doctrine/u, note(26)),
  query('columbia encyclopedia', /Columbia Encyclopedia/u, note(52)),
];

const GRAMMAR: RealQuery[] = [
  query('"ross"', /\bRoss\b/iu, note(14)),
  query('駐韓美軍 龍山', [/駐韓美軍/u, /龍山/u]),
  query('駐韓美軍，龍山', [/駐韓美軍/u, /龍山/u]),
  query('龍山 漢城 美軍', [/龍山/u, /漢城/u, /美軍/u]),
  query('"美國國防部" 2003', [/美國國防部/u, /(?<!\d)2003/u]),
  query('“陽光政策”', /「陽光政策」/u),
  query('陽光政策', /陽光政策/u),
  { ...query('中央社 -2003', /中央社/u), lacks: /(?<!\d)(?:2003|92\s*年)/u },
  ...['-民國92年', '−2003年', '–民92'].map((year) => ({
    ...query(`中央社 ${year}`, /中央社/u),
    lacks: /(?<!\d)(?:2003|92\s*年)/u,
  })),
  { ...query('"op. cit." -taylor', /op\. ?cit\./u), lacks: /\bTaylor/u },
];

const NAMES: RealQuery[] = [
  query('倫斯裴', /倫斯裴/u),
  query('倫斯斐', /倫斯斐/u),
  query('漢城', /漢城/u),
  query('首爾', /首爾/u),
  query('飛彈', /飛彈/u),
  query('导弹', /導彈/u),
  query('賴怡忠', /賴怡忠/u, note(95)),
  query('黃花岡雜誌', /黃花岡雜誌/u, note(3)),
  query('自由時報 2003', [/自由時報/u, /(?<!\d)2003/u]),
];

const MARKS: RealQuery[] = [
  query('，', /[，,]/u),
  query('的', /的/u),
  query('美', /美/u),
  query('http://www.ttnn.com/cna/news.cfm/030117/70', /030117\/70/u),
];

/** Searches that people might make and that find nothing. */
export const NOTHING = ['皇后', '首尔大学', '麵包', '諾貝爾獎', 'shakespeare', '民國 300 年'];

export const REAL: RealQuery[] = [
  ...NAMED,
  ...HEADINGS,
  ...SCRIPTS,
  ...NUMBERS,
  ...LATIN,
  ...GRAMMAR,
  ...NAMES,
  ...MARKS,
];

/** The text of each address, its lines together. */
export function textsByPath(): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { path, text } of [...printedLines(), ...shortReferences()])
    texts.set(path, texts.has(path) ? `${texts.get(path)}\n${text}` : text);
  return texts;
}

/** The addresses that a query must find. */
export function truthOf({ holds, lacks }: RealQuery, texts: ReadonlyMap<string, string>) {
  const fits = (text: string) => holds.every((re) => re.test(text)) && !lacks?.test(text);
  return [...texts].filter(([, text]) => fits(text)).map(([path]) => path);
}
