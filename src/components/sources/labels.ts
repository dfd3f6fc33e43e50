/** What the interface calls the terms of the citation model. */
import { messages } from '../../messages/site.ts';
import { paragraphNumber } from '../../model/addresses/address.ts';
import type { Basis, Form, Locator, Reason } from '../../model/citations/schema.ts';
import type { Field, Source } from '../../model/sources/source.ts';
import type { Block } from '../../model/text/document.ts';
import type { Style } from '../../search/cite/places.ts';

export const FORM: Record<Form, string> = {
  full: messages.sources.full,
  repeat: messages.sources.repeat,
  short: messages.sources.short,
  ibid: 'Ibid.',
  tongshangzhu: messages.sources.sameNote,
  'op-cit': 'op. cit.',
  qianyinwen: messages.sources.cited,
};

export const BASIS: Record<Basis, string> = {
  'preceding-note': messages.sources.basisPrecedingNote,
  'named-note': messages.sources.basisNamedNote,
  author: messages.sources.basisAuthor,
  'author-as-printed': messages.sources.basisAuthorAsPrinted,
  pages: messages.sources.basisPages,
  title: messages.sources.basisTitle,
  url: messages.sources.basisUrl,
  judgement: messages.sources.basisJudgement,
};

export const REASON: Record<Reason, string> = {
  ambiguous: messages.sources.ambiguous,
  'not-cited-earlier': messages.sources.notCitedEarlier,
};

export const FIELD: Record<Field, string> = {
  author: messages.common.author,
  'author-others': messages.sources.otherAuthors,
  title: messages.sources.title,
  'container-title': messages.sources.container,
  'collection-title': messages.sources.series,
  publisher: messages.sources.publisher,
  'publisher-place': messages.sources.place,
  issued: messages.sources.date,
  volume: messages.sources.volume,
  issue: messages.sources.issue,
  page: messages.sources.pages,
};

export const LANGUAGE: Record<Source['language'], string> = {
  zh: messages.common.chinese,
  en: messages.common.english,
  ja: messages.sources.japanese,
  ko: messages.sources.korean,
};

/** APA 第7版（英文）; a standard of one language is named alone. */
export const styleName = ({ id, name, lang }: Pick<Style, 'id' | 'name' | 'lang'>): string =>
  /^(?:taiwan|gbt)/u.test(id)
    ? name
    : name +
      messages.common.aside(lang === 'en' ? messages.common.english : messages.common.chinese);

const LOCATOR: Record<Exclude<Locator['label'], 'page'>, string> = {
  volume: messages.sources.volume,
  chapter: messages.sources.chapter,
  section: messages.common.section,
  column: messages.sources.column,
  line: messages.sources.line,
  note: messages.sources.noteWord,
  paragraph: messages.sources.paragraphWord,
};

/** 　第 3 段, 　表 or 　圖: what a block is, after its place in the structure. */
export function blockName(block: Block): string {
  const number = paragraphNumber(block);
  if (number !== undefined) return messages.notes.nthParagraph(number);
  return block.id.startsWith('figure-') ? messages.sources.atFigure : messages.sources.atTable;
}

/** 頁 258–259; for newspapers 版 4. */
export function locatorLabel({ label, value }: Locator, source?: Source): string {
  const shown = value.replaceAll('-', /^\d+-\d+$/u.test(value) ? '–' : '-');
  if (label === 'page' && source?.type !== 'article-newspaper') return messages.common.page(shown);
  const name = label === 'page' ? messages.sources.newspaperPage : LOCATOR[label];
  return `${name} ${shown}`;
}
