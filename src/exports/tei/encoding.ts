/** How the TEI was encoded, for those who use it: in words, and as citation structures. */
import type { Chapter } from '../../model/chapter/chapter.ts';
import { inlinesOf, textOf } from '../../model/text/document.ts';
import { lines, type Node, x } from '../xml.ts';
import { DIVISIONS } from './divisions.ts';

const RULES: [element: string, words: string][] = [
  [
    'correction',
    '文字照印，作者的筆誤亦然。可以證明的筆誤以 choice 記出：sic 為印出的字，corr 為校正（cert="low" 者存疑，空元素者當刪）；不能確定如何校正者只有 sic。理由列於 back 的校記。刪去 corr、note、pb 之後，body 的文字即印本正文；每條 note 刪去 corr、pb 之後即印本註文。',
  ],
  [
    'normalization',
    '字元正規化為 Unicode NFC，使相容漢字成為通用漢字；未用 NFKC。因換行而斷開的網址已接合（刪去其中的空白）。',
  ],
  ['quotation', '引號照印，是文字的一部分；另起縮排的引文以 quote 標記。'],
  ['hyphenation', '行末斷行不予保留，印本換頁處以 pb 記於其後一字之前，亦可在一詞之中。'],
  [
    'punctuation',
    '空白不屬印本文字：漢字與西文、數字之間的一個空格出自原檔，比對時可略去。一段一個 p，段內無換行。',
  ],
  [
    'interpretation',
    '註釋（note）置於註號所在之處，註號以 n 表示，不再重出；跨頁的註釋內另有 pb（corresp 指向正文的同一頁）。註中徵引的文字以 bibl 標記：corresp 指向 back 中的文獻，type 為徵引形式，source 指向轉引所自的文獻，ptr 指向所承的註（subtype 為依據）；不能確定所指者無 corresp，而有 cert="unknown"，subtype 為緣由。citedRange 圍住印出的頁碼；印法不同而不能圍住者，為空元素。',
  ],
];

const TAGS: [gi: string, words: string][] = [
  [
    'bibl',
    'type：full 完整徵引、repeat 再次徵引、short 簡略徵引、ibid Ibid.、tongshangzhu 同上註、op-cit op. cit.、qianyinwen 前引文。',
  ],
  ['foreign', '兩個詞以上的英文；bibl、title 則以 xml:lang 表示。'],
  ['note', 'type：citation 徵引、comment 說明、both 兼有。'],
  ['trailer', '表的資料來源。'],
];

const EASTERN = /\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u;

/** What is said of the elements; of kana and hangul only where there are any. */
function tagsOf({ sections, notes }: Chapter): typeof TAGS {
  const texts = [
    ...sections.flatMap(({ blocks }) => blocks.map((block) => textOf(inlinesOf(block)))),
    ...notes.map(({ inlines }) => textOf(inlines)),
  ];
  if (!texts.some((words) => EASTERN.test(words))) return TAGS;
  return TAGS.map(([gi, words]) => [gi, gi === 'foreign' ? `假名與諺文，及${words}` : words]);
}

const top = (unit: string) => ({ unit, match: '//body/div/div', use: '@xml:id' });
const below = (unit: string) => ({
  unit,
  match: 'div',
  delim: '-',
  use: "replace(@xml:id, '^.*-', '')",
});

function citeStructures(chapter: Chapter): Node[] {
  const depth = Math.max(
    ...chapter.sections.flatMap(({ blocks }) =>
      blocks.map((block) => (block.type === 'heading' ? block.depth : 0)),
    ),
  );
  // s4, then s4-2, s4-2-1: each level adds what its id has more than that of the level above.
  const nested = DIVISIONS.slice(1, depth).reduceRight<Node | undefined>(
    (inner, unit, i) => x('citeStructure', i === 0 ? top(unit) : below(unit), inner),
    undefined,
  );
  const pages = x('citeStructure', {
    unit: 'page',
    match: '//body//pb[not(ancestor::note)]',
    use: '@n',
  });
  return [
    x('refsDecl', { n: 'sections' }, nested),
    ...(chapter.pages ? [x('refsDecl', { n: 'pages' }, pages)] : []),
  ];
}

const rule = ([element, words]: [string, string]): Node => x(element, x('p', words));

/** Running heads and page numbers, which are printed and are no part of the text. */
function furniture({ furniture: printed }: Chapter): Node | undefined {
  if (printed.length === 0) return undefined;
  const heads = printed.map(({ page, text }) => `頁 ${page} 印作「${text}」`).join('，');
  return rule(['segmentation', `書眉與頁碼不收入正文：${heads}。`]);
}

/** How the file was encoded. */
export function encodingDesc(chapter: Chapter): Node {
  return x(
    'encodingDesc',
    lines([
      x('projectDesc', x('p', '章句以一份由 PDF 擷取的純文字檔重建印本，逐字與之比對。')),
      x('editorialDecl', lines([...RULES.map(rule), furniture(chapter)])),
      x(
        'tagsDecl',
        x(
          'namespace',
          { name: 'http://www.tei-c.org/ns/1.0' },
          ...tagsOf(chapter).map(([gi, words]) => x('tagUsage', { gi }, words)),
        ),
      ),
      ...citeStructures(chapter),
    ]),
  );
}
