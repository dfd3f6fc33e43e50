/** What the interface calls the terms of the citation model. */
import { paragraphNumber } from '../../model/addresses/address.ts';
import type { Basis, Form, Locator, Reason } from '../../model/citations/schema.ts';
import type { Field, Source } from '../../model/sources/source.ts';
import type { Block } from '../../model/text/document.ts';
import type { Style } from '../../search/cite/places.ts';

export const FORM: Record<Form, string> = {
  full: '完整徵引',
  repeat: '再次徵引',
  short: '簡略徵引',
  ibid: 'Ibid.',
  tongshangzhu: '同上註',
  'op-cit': 'op. cit.',
  qianyinwen: '前引文',
};

export const BASIS: Record<Basis, string> = {
  'preceding-note': '上一註只引一種文獻',
  'named-note': '所指的註只引一種文獻',
  author: '此前只引過該作者一種文獻',
  'author-as-printed': '同姓作者的文獻不只一種，而作者寫法與此完全相同者只有一種',
  pages: '該作者的文獻不只一種，而頁碼相合者只有一種',
  title: '題名相合',
  url: '網址相合',
  judgement: '編者判斷',
};

export const REASON: Record<Reason, string> = {
  ambiguous: '可指的文獻不只一種',
  'not-cited-earlier': '本章此前未引過該作者的文獻，首次引用當在本章之外',
};

export const FIELD: Record<Field, string> = {
  author: '作者',
  'author-others': '其他作者',
  title: '題名',
  'container-title': '刊名或網站名',
  'collection-title': '叢書名',
  publisher: '出版者',
  'publisher-place': '出版地',
  issued: '日期',
  volume: '卷',
  issue: '期',
  page: '起訖頁',
};

export const LANGUAGE: Record<Source['language'], string> = {
  zh: '中文',
  en: '英文',
  ja: '日文',
  ko: '韓文',
};

/** APA 第7版（英文）; a standard of one language is named alone. */
export const styleName = ({ id, name, lang }: Pick<Style, 'id' | 'name' | 'lang'>): string =>
  /^(?:taiwan|gbt)/u.test(id) ? name : `${name}（${lang === 'en' ? '英文' : '中文'}）`;

const LOCATOR: Record<Locator['label'], string> = {
  page: '頁',
  volume: '卷',
  chapter: '章',
  section: '節',
  column: '欄',
  line: '行',
  note: '註',
  paragraph: '段',
};

/** 　第 3 段, 　表 or 　圖: what a block is, after its place in the structure. */
export function blockName(block: Block, paragraph: (number: number) => string): string {
  const number = paragraphNumber(block);
  if (number !== undefined) return paragraph(number);
  return block.id.startsWith('figure-') ? '　圖' : '　表';
}

/** 頁 258–259; for newspapers 版 4. */
export function locatorLabel({ label, value }: Locator, source?: Source): string {
  const name = source?.type === 'article-newspaper' && label === 'page' ? '版' : LOCATOR[label];
  return `${name} ${value.replaceAll('-', /^\d+-\d+$/u.test(value) ? '–' : '-')}`;
}
