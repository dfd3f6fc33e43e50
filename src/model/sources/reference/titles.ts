/** Titles: the marks they stand in, marks within marks, and what English references show of Chinese ones. */
import { CJK } from '../name.ts';
import { isDescription, type Source } from '../source.ts';
import { italic, plain, type Run, together } from './runs.ts';

/** Fields that can be given in Latin letters and in English too. */
export type TitleField = keyof NonNullable<Source['latin']>;

/** Within title marks those of another level alternate with them: 《〈紅樓夢〉研究》, 〈論《紅樓夢》〉. */
function nested(title: string, outer: '《' | '〈'): string {
  let depth = 0;
  return title.replace(/[《》〈〉]/gu, (mark) => {
    const opens = mark === '《' || mark === '〈';
    if (opens) depth += 1;
    const isDouble = (depth % 2 === 0) === (outer === '《');
    if (!opens) depth -= 1;
    if (isDouble) return opens ? '《' : '》';
    return opens ? '〈' : '〉';
  });
}

/** Within double quotation marks, double ones become single, and single ones within these double. */
function quotedWithin(title: string): string {
  let level = 0;
  const curly = title.replace(/"([^"]*)"/gu, '“$1”');
  return curly.replace(/[“”]|‘(?=\S)|(?<=\S)’(?!\p{L})/gu, (mark) => {
    const opens = mark === '“' || mark === '‘';
    if (!opens && level === 0) return mark;
    if (opens) level += 1;
    const single = level % 2 === 1;
    if (!opens) level -= 1;
    if (opens) return single ? '‘' : '“';
    return single ? '’' : '”';
  });
}

/** “…”, quotation marks within it single. */
export const inQuotes = (title: string): string => `“${quotedWithin(title)}”`;

/** 《…》 */
export const asBook = (title: string): string => `《${nested(title, '《')}》`;

/** 〈…〉 */
export const asArticle = (title: string): string => `〈${nested(title, '〈')}〉`;

/** A description in place of a title: 〔…〕 or […]; undefined for a title. */
export function described(title: string): string | undefined {
  if (!isDescription(title)) return undefined;
  return CJK.test(title) ? `〔${title.slice(1, -1)}〕` : title;
}

/** The title of a book or a periodical in a Chinese reference: 《中國時報》, or in italics. */
export const work = (title: string): Run =>
  CJK.test(title) ? plain(asBook(title)) : { ...italic(title), lang: 'en' };

/** The title of an article in a Chinese reference: 〈…〉, or “…”; a description in brackets as it is. */
export function article(title: string): Run {
  const text = described(title) ?? (CJK.test(title) ? asArticle(title) : inQuotes(title));
  return CJK.test(title) ? plain(text) : { text, lang: 'en' };
}

/** A title without its subtitle, for short forms (Chicago 18, 13.32–36; APA 7, 8.14; MLA 9). */
export const shortTitle = (title: string): string =>
  described(title) ? title : (title.split(/: |(?<=\?) /u)[0] ?? title);

/** Language of the characters of a work, for a reference in English. */
export const ownLanguage = ({ language }: Source): string =>
  language === 'zh' ? 'zh-Hant' : language;

/** How an English style shows what is printed in other letters. */
export interface Shown {
  /** Whether a title is in italics or in quotation marks. */
  as: 'whole' | 'part' | 'bare';
  /** Whether the characters follow the romanised title. */
  characters: boolean;
}

/**
 * A title in an English reference. What is printed in other letters is romanised, then (in styles
 * that want it) in its own characters, then translated in brackets: each where a person has given it.
 */
export function englishTitle(source: Source, field: TitleField, shown: Shown): Run[] {
  const own = source[field];
  if (own === undefined) return [];
  const styled = (text: string): Run => {
    if (isDescription(text)) return plain(text);
    if (shown.as === 'whole') return italic(text);
    return plain(shown.as === 'part' ? inQuotes(text) : text);
  };
  const translated = source.translated?.[field];
  const inEnglish = translated === undefined ? undefined : plain(`[${translated}]`);
  if (!CJK.test(own)) return together(styled(own), inEnglish && plain(' '), inEnglish);
  const characters: Run = { text: own, lang: ownLanguage(source) };
  const latin = source.latin?.[field];
  // Characters are never in italics; without a romanised title they stand in its place.
  const alone = shown.as === 'part' && !isDescription(own);
  const first = latin === undefined ? [] : [styled(latin)];
  const then =
    latin === undefined
      ? alone
        ? [plain('“'), characters, plain('”')]
        : [characters]
      : shown.characters
        ? [plain(' '), characters]
        : [];
  return together(first, then, inEnglish && plain(' '), inEnglish);
}

const WHOLE: readonly Source['type'][] = ['book', 'report'];

/** Whether the title is that of a whole publication, which stands in italics (Chicago 13.87–101; so APA and MLA). */
export const isWhole = (source: Source): boolean =>
  WHOLE.includes(source.type) && source['container-title'] === undefined;
