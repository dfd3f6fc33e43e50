/** What kind of work a citation names, as far as the words tell. */
import type { Kind, SourceData } from '../sources/source.ts';

/** What was read of a citation that tells its kind. */
export interface Clues {
  /** All of its words. */
  words: string;
  container?: string | undefined;
  publisher?: string | undefined;
  title?: string | undefined;
  /** The title stands in quotation marks, as that of a part does. */
  quoted: boolean;
  /** The work stands in a book, of which an editor or a publisher is named. */
  inBook: boolean;
  volume: boolean;
  issue: boolean;
  /** The date has a day. */
  dated: boolean;
  address: boolean;
}

type KindAndType = Pick<SourceData, 'kind' | 'type'> & { from: string };

const WIRE =
  /(?:通訊社|通讯社|中央社|新華社|新华社|共同社|路透社|法新社|美聯社|美联社|韓聯社|韩联社|中新社|塔斯社|\bReuters\b|\bAssociated Press\b|\bXinhua News\b|\bYonhap\b|\bAFP\b)/u;
const NEWSPAPER =
  /(?:日報|晚報|時報|早報|新聞報|聯合報|週報\(?紙|[報报]$|[報报](?=[(（])|參考$|\b(?:Times|Post|Herald|Tribune|Gazette|Guardian|Daily|Chronicle|Globe and Mail|Wall Street Journal)\b)/u;
const MAGAZINE =
  /(?:雜誌|杂志|[週周]刊|[週周]報|雙週刊|新新聞|\b(?:Magazine|Weekly|Newsweek|Time|Economist|Business)\b)/u;
const CONFERENCE =
  /(?:研討會|研讨会|座談會?|座谈会?|會議論文|论文集|論文集|年會|\b(?:Conference|Seminar|Symposium|Proceedings|Workshop)\b)/u;
const REPORT = /(?:報告|报告|白皮書|\b(?:Report|Working Paper|White Paper|Issue Brief)\b)/u;
const THESIS = /(?:[碩硕博]士(?:學位|学位)?[論论]文|\b(?:dissertation|thesis)\b)/iu;
const HEARING = /(?:聽證|听证|\b(?:Hearings?|testif\w+|testimony)\b)/u;
const GOVERNMENT =
  /(?:咨文|公報$|國務院|外交部|國防部|\b(?:Department of|White House|Foreign Relations of the United States)\b)/u;
const REFERENCE =
  /(?:百科|辭典|辞典|詞典|词典|年鑑|年鉴|\b(?:Encyclop(?:a?e)dia|Dictionary|Yearbook)\b)/u;

const of = (kind: Kind, type: SourceData['type'], from: string): KindAndType => ({
  kind,
  type,
  from,
});

/** Tells the kind and the CSL type of a work. */
export function kindOf(clues: Clues): KindAndType {
  const { words, container = '', publisher = '', title = '', volume, issue, dated } = clues;
  const outlet = container || publisher || title;
  const found = (form: RegExp, where: string) => form.exec(where)?.[0];
  const wire = found(WIRE, `${container} ${publisher}`);
  if (wire) return of('wire', 'article-newspaper', wire);
  const thesis = found(THESIS, words);
  if (thesis) return of('book', 'thesis', thesis);
  const hearing = found(HEARING, words);
  if (hearing && !clues.quoted) return of('government', 'hearing', hearing);
  const reference = found(REFERENCE, `${container} ${title}`);
  if (reference) return of('reference', clues.quoted ? 'chapter' : 'book', reference);
  if (volume || issue) {
    const magazine = found(MAGAZINE, container);
    return magazine && !volume
      ? of('magazine', 'article-magazine', magazine)
      : of('journal', 'article-journal', volume ? 'a volume' : 'an issue');
  }
  const newspaper = found(NEWSPAPER, container);
  if (newspaper) return of('newspaper', 'article-newspaper', newspaper);
  const conference = found(CONFERENCE, `${outlet} ${words.replace(title, '')}`);
  if (conference) return of('conference', 'paper-conference', conference);
  const magazine = found(MAGAZINE, container);
  if (magazine) return of('magazine', 'article-magazine', magazine);
  const report = found(REPORT, `${container} ${clues.quoted ? '' : title}`);
  if (report) return of('report', 'report', report);
  if (clues.quoted && clues.inBook) return of('book', 'chapter', 'a book that it stands in');
  const government = found(GOVERNMENT, words);
  if (government && !clues.quoted) return of('government', 'report', government);
  if (!clues.quoted && publisher) return of('book', 'book', publisher);
  if (clues.address && !clues.inBook) return of('website', 'webpage', 'an address');
  if (clues.quoted && container)
    return dated
      ? of('newspaper', 'article-newspaper', 'a day')
      : of('journal', 'article-journal', container);
  return of('book', 'book', 'no word that tells another');
}
