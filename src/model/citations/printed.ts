/** What the printed words of a citation say: its short form, the note it names, its author and title. */
import { NUMERALS, numberOf } from './numerals.ts';
import type { Form } from './schema.ts';
import { unquoted } from './words.ts';

/** What may lead to a citation: See also, 參見, 轉引自; Chinese in both scripts. */
const LEADS =
  /^(?:[\s,，、;；:：]*(?:[請请詳详另又並并亦可]*(?:[參参][見见閱阅看考照]|[轉转]?引自|[見见])|[另及](?=同)|(?:see(?:\s+also)?|cf|compare|also(?:\s+in)?|(?:as\s+)?(?:quoted|cited)\s+in)\b\.?))*[\s,，、:：]*/iu;

/** A citation without the words that lead to it. */
export const unled = (printed: string): string => printed.replace(LEADS, '');

/** After a mark its page may follow without a sign between. */
const END = String.raw`(?![\p{L}\p{N}])|(?=[第頁]|pp?\.)`;

/** A note's number as digits or as its mark: 12, [12], ⑫. */
const NUMBER = String.raw`[[〔［]?(?:\p{Nd}+|\p{No})`;

/** The marks of short forms, in English and in Chinese usage (Chicago Manual 14.29–36; theses of Taiwan and China). */
const MARKS: readonly [Form, RegExp][] = [
  ['op-cit', /\b(?:op|loc)\.?\s*cit\b\.?/iu],
  ['ibid', /^(?:ibid|idem)\b\.*/iu],
  ['qianyinwen', /同?前(?:引|揭)(?:文|書|书|著|註|注|論文|论文)/u],
  [
    'tongshangzhu',
    new RegExp(
      String.raw`^同(?:[上前][註注]?(?:${END})|[註注]\s*(?:${NUMBER}|${NUMERALS}(?:${END})))`,
      'u',
    ),
  ],
];

/** The mark of a short form, and where it stands; one in quotation marks is part of a title. */
function markOf(printed: string): { form: Form; index: number } | undefined {
  const words = unquoted(unled(printed));
  const found = MARKS.flatMap(([form, mark]) => {
    const match = mark.exec(words);
    return match ? [{ form, index: match.index }] : [];
  });
  // Of two marks in one citation the first says what it is.
  return found.sort((x, y) => x.index - y.index)[0];
}

/** The short form that a citation is printed in; undefined for one that names its work. */
export function shortFormOf(printed: string): Form | undefined {
  return markOf(printed)?.form;
}

/** The note that a short form names by its number: 同註 12, 同註十二, 同前註 12, 同注⑫. */
export function noteNamed(printed: string): number | undefined {
  if (shortFormOf(printed) !== 'tongshangzhu') return undefined;
  const match = new RegExp(String.raw`^同[上前]?[註注]\s*(${NUMBER}|${NUMERALS})`, 'u').exec(
    unled(printed),
  );
  return match?.[1] === undefined ? undefined : numberOf(match[1].replace(/^[[〔［]/u, ''));
}

/** What stands before the mark of a short form. */
const beforeMark = (printed: string): string =>
  unled(printed).slice(0, markOf(printed)?.index ?? 0);

/** The author as printed before op. cit. or 前引文: “William J. Taylor, Jr. etc”. */
export function authorAsPrinted(printed: string): string {
  return beforeMark(printed)
    .replace(/[「『“"].*$/u, '')
    .replace(/[\s,，.、：:]+$/u, '')
    .trim();
}

/** The title as printed between the author and the mark, in quotation marks: Reed, “Lamps,” op. cit. */
export function titleAsPrinted(printed: string): string | undefined {
  const match = /[「『“"](.+)[」』”"]/u.exec(beforeMark(printed));
  return match?.[1]?.replace(/[\s,，.]+$/u, '');
}
