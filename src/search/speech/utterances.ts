/** A sentence as utterances: what each voice says, in its language. */
import { noteName, spokenChinese } from './chinese.ts';
import { spokenEnglish } from './english.ts';

/** What one voice says. */
export interface Utterance {
  text: string;
  /** Of the voice, as BCP 47 has it; of other languages than the text's, the primary subtag alone. */
  language: string;
}

const URL = /(?:<\s*)*(?:https?:\/\/|www\.)[!-;=?-~]+(?:\s*>)*/gu;
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;

/** A run of another script within Chinese, with the signs and numbers in it. */
const RUNS =
  /\p{Script=Latin}[\p{Script=Latin}\p{M}\d\s.,;:'’‘“”"&()/‐–—!?%$#+-]*|\p{Script=Hangul}[\p{Script=Hangul}\s·]*/gu;

/** The signs at the end of a run that open what follows it. */
const AFTER = /[\s(“‘"'&/‐–—#$+-]+$/u;
/** A number at its end that counts what follows in Chinese. */
const COUNT = /[\s,(]*\d+(?:[.,]\d+)*$/u;
const COUNTED = /^\s?[年月日號号名人個个位次條条項项度萬万億亿千百餘余多卷期冊册頁页世%％]/u;

/** Of some length: a word of four letters, or two words. Shorter ones (F-16, SOFA) stay with the voice that reads on. */
const isEnglish = (run: string): boolean =>
  /\p{Script=Latin}*\p{Ll}\p{Script=Latin}*/u.test(run) &&
  (/\p{Script=Latin}{4,}/u.test(run.replace(/\b\p{Lu}+\b/gu, '')) ||
    (run.match(/\p{Script=Latin}*\p{Ll}\p{Script=Latin}*/gu) ?? []).length > 1);

const primary = (language: string): string => language.toLowerCase().split('-')[0] ?? '';

/** The language of a run of another script, where a voice speaks it. */
function languageOf(run: string, others: ReadonlySet<string>): string | undefined {
  if (/^\p{Script=Hangul}/u.test(run)) return others.has('ko') ? 'ko' : undefined;
  return others.has('en') && isEnglish(run) ? 'en' : undefined;
}

/** Parts of a Chinese text by the language in which each is said. */
function partsOf(text: string, language: string, others: ReadonlySet<string>): Utterance[] {
  const parts: Utterance[] = [];
  let at = 0;
  for (const { index, 0: found } of text.matchAll(RUNS)) {
    const counts = COUNTED.test(text.slice(index + found.length));
    const run = (counts ? found.trimEnd().replace(COUNT, '') : found).replace(AFTER, '');
    const spoken = languageOf(run, others);
    if (spoken === undefined) continue;
    parts.push({ text: text.slice(at, index), language }, { text: run, language: spoken });
    at = index + run.length;
  }
  return [...parts, { text: text.slice(at), language }];
}

/** Whether a language is written in Simplified characters. */
const isSimplified = (language: string): boolean => /^zh(?:-hans|-cn|-sg|$)/iu.test(language);

/** What an address is called, for nobody wants to hear it. */
const addressName = (language: string): string =>
  primary(language) === 'zh' ? (isSimplified(language) ? '网址' : '網址') : 'link';

function spoken({ text, language }: Utterance): string {
  if (primary(language) === 'zh') return spokenChinese(text, isSimplified(language));
  return primary(language) === 'en' ? spokenEnglish(text) : text.replace(/\s+/gu, ' ').trim();
}

/**
 * What is said of a sentence.
 * @param text as printed
 * @param language of the text, as `lang` has it
 * @param others primary subtags of the languages for which there are voices besides
 */
export function utterancesOf(
  text: string,
  language: string,
  others: ReadonlySet<string>,
): Utterance[] {
  const plain = text.replace(URL, addressName(language)).replace(MAIL, addressName(language));
  const parts =
    primary(language) === 'zh' ? partsOf(plain, language, others) : [{ text: plain, language }];
  return parts.map((part) => ({ ...part, text: spoken(part) })).filter((part) => part.text !== '');
}

/** How a note is announced before it is read. */
export const noteAnnounced = (mark: string, language: string): Utterance => ({
  text: primary(language) === 'zh' ? noteName(mark, isSimplified(language)) : `Note ${mark}:`,
  language,
});

/** A Latin letter takes a quarter of the time of a Han character. */
const lengthOf = (text: string): number =>
  [...text].reduce((sum, one) => sum + (/[\u2E80-\uFFEF]/u.test(one) ? 1 : 0.25), 0);

/**
 * An utterance in pieces that are not longer than told, divided at signs, else at spaces, else anywhere: Chrome
 * says nothing more of an utterance after some fifteen seconds where its voice comes over the net.
 * @param longest in Han characters
 */
export function piecesOf(text: string, longest: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  const add = (unit: string) => {
    if (piece !== '' && lengthOf(piece + unit) > longest) {
      pieces.push(piece);
      piece = '';
    }
    piece += unit;
  };
  for (const clause of text.match(
    /[^，。、：；！？,;:!?]*[，。、：；！？,;:!?]+\s*|[^，。、：；！？,;:!?]+$/gu,
  ) ?? [])
    if (lengthOf(clause) <= longest) add(clause);
    else
      for (const word of clause.match(/\s*[!-~\u00C0-\u024F]+|[^!-~\u00C0-\u024F]/gu) ?? [])
        add(word);
  return piece.trim() === '' ? pieces : [...pieces, piece];
}
