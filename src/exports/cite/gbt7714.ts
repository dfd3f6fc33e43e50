/**
 * Works after GB/T 7714, the Chinese standard of references: that of 2025, in force since 1 July 2026,
 * and that of 2015, which journals still ask for. Sections are those of the standard of 2025.
 */
import { endsOf } from '../../model/sources/dates.ts';
import { identifierOf } from '../../model/sources/identifiers.ts';
import { CJK, type Name, spoken, surname } from '../../model/sources/name.ts';
import { capital, edition } from '../../model/sources/reference/english.ts';
import type { Source } from '../../model/sources/source.ts';
import { seasonOf } from '../seasons.ts';

export type Standard = '2025' | '2015';

/** What the standards write otherwise: marks in full width since 2025, family names in capitals before. */
interface Marks {
  comma: string;
  colon: string;
  open: string;
  close: string;
  capitals: boolean;
}

export const MARKS: Record<Standard, Marks> = {
  2025: { comma: '，', colon: '：', open: '（', close: '）', capitals: false },
  2015: { comma: ', ', colon: ': ', open: '(', close: ')', capitals: true },
};

/** Codes of types. */
const TYPES: Record<Source['type'], string> = {
  'article-journal': 'J',
  'article-magazine': 'J',
  'article-newspaper': 'N',
  book: 'M',
  chapter: 'M',
  hearing: 'Z',
  'paper-conference': 'C',
  report: 'R',
  speech: 'Z',
  thesis: 'D',
  webpage: 'EB',
};

const SPOKEN: readonly Source['type'][] = ['hearing', 'speech'];

/** Where the work is on the web: as printed, else by its DOI, which is written without its registry (7.8, 7.9). */
function onlineAt(source: Source): string | undefined {
  const doi = identifierOf(source, 'doi');
  return source.URL ?? (doi && `DOI:${doi}`);
}

/** [J], [N/OL]: a web page has no other carrier. */
function typeOf(source: Source): string {
  // What was spoken, and stands on the web, is read there as a page.
  const online = onlineAt(source) !== undefined;
  const code = online && SPOKEN.includes(source.type) ? 'EB' : TYPES[source.type];
  return `[${code}${online ? '/OL' : ''}]`;
}

/** Larry A. as L A; hyphens are kept since 2025: Joo-Hong as J-H. */
const initials = (given: string, hyphen: string): string =>
  given
    .split(/\s+/u)
    .map((part) =>
      part
        .split('-')
        .map((word) => word.charAt(0).toUpperCase())
        .join(hyphen),
    )
    .join(' ');

/** Niksch L A; Taylor W J，Jr.; Veen P H van der; Wu Xinbo, whose pinyin is not shortened. */
function nameOf(name: Name, standard: Standard): string {
  if ('literal' in name || CJK.test(name.family)) return spoken(name);
  const { capitals, comma } = MARKS[standard];
  const family = capitals ? name.family.toUpperCase() : name.family;
  if (name['static-ordering']) return [family, name.given].join(' ');
  const particles = [name['dropping-particle'], name['non-dropping-particle']];
  const given = initials(name.given, standard === '2025' ? '-' : ' ');
  const all = [family, given, ...particles].filter(Boolean).join(' ');
  return [all, ...(name.suffix ? [name.suffix] : [])].join(comma);
}

const SHOWN = 3;

/** Up to three names, then 等 or et al. */
function namesOf(names: readonly Name[] | undefined, standard: Standard, others = false): string {
  if (!names) return '';
  const { comma } = MARKS[standard];
  const shown = names.slice(0, SHOWN).map((name) => nameOf(name, standard));
  const more = others || names.length > SHOWN;
  const inChinese = CJK.test(names.map(surname).join(''));
  return [...shown, ...(more ? [inChinese ? '等' : 'et al.'] : [])].join(comma);
}

/** 李大華，编; Cole J-P，ed.: who edited what another wrote. */
function editors({ author, editor }: Source, standard: Standard): string | undefined {
  if (!author || !editor) return undefined;
  const word = CJK.test(editor.map(surname).join('')) ? '编' : editor.length > 1 ? 'eds' : 'ed';
  return `${namesOf(editor, standard)}${MARKS[standard].comma}${word}`;
}

/** 杨斌，王忠玉，陈彦斌，等，译; Truscott F W，trans. */
function translators({ translator }: Source, standard: Standard): string | undefined {
  if (!translator) return undefined;
  const word = CJK.test(translator.map(surname).join('')) ? '译' : 'trans';
  return `${namesOf(translator, standard)}${MARKS[standard].comma}${word}`;
}

/** 第6版 is 6版, the sixth edition 6th ed. */
function nth({ edition: words, language }: Source): string | undefined {
  if (words !== undefined && language !== 'en' && /^\d+$/u.test(words)) return `${words}版`;
  const said = edition(words);
  return said && capital(said).replace(/\.$/u, '');
}

/** 北京：人民出版社，2013 (7.5) */
function imprint(source: Source, standard: Standard): string {
  const { comma, colon } = MARKS[standard];
  const by = [source['publisher-place'], source.publisher ?? source.authority]
    .filter(Boolean)
    .join(colon);
  const when = source.issued && dateOf(source);
  return [by, when].filter(Boolean).join(comma);
}

/** Types of which the day is said; of others the year. */
const DATED: readonly Source['type'][] = [
  'article-newspaper',
  'article-magazine',
  'hearing',
  'report',
  'speech',
];

function dateOf({ issued, type }: Source): string {
  if (!issued) return '';
  const ends = endsOf(issued).map((date) => (DATED.includes(type) ? date : date.slice(0, 4)));
  return [...new Set(ends)].join(type === 'article-newspaper' ? '/' : '—');
}

/** 美国研究，2002（2）：1-18; 2002-01-03（15） (8.5) */
function periodical(source: Source, standard: Standard): string {
  const { comma, colon, open, close } = MARKS[standard];
  const { volume, issue, issued, type } = source;
  const page = source.page?.replaceAll('–', '-');
  const isDaily =
    type === 'article-newspaper' || (type === 'article-magazine' && !volume && !issue);
  const year = issued && (isDaily ? dateOf(source) : endsOf(issued)[0]?.slice(0, 4));
  // A season tells the number where none is counted: 1977（Fall）.
  const counts = issue ?? (volume === undefined ? seasonOf(source) : undefined);
  const number = counts && `${open}${counts}${close}`;
  if (isDaily) {
    const at = page && (type === 'article-newspaper' ? `${open}${page}${close}` : colon + page);
    return [source['container-title'], `${year ?? ''}${number ?? ''}${at ?? ''}`]
      .filter(Boolean)
      .join(comma);
  }
  const counted = volume
    ? [year, `${volume}${number ?? ''}`].filter(Boolean).join(comma)
    : `${year ?? ''}${number ?? ''}`;
  const apart = year ? comma : '';
  const where = [source['container-title'], counted].filter(Boolean).join(apart);
  return page ? `${where}${colon}${page}` : where;
}

/** The host of a contribution, after //: its makers, title, edition and imprint (8.3). */
function host(source: Source, standard: Standard): string {
  const makers = namesOf(source['container-author'] ?? source.editor, standard);
  const { colon } = MARKS[standard];
  const name = source['container-title'] ?? source['event-title'];
  const volume = source.volume && volumeOf(source);
  const title = [name, volume].filter(Boolean).join(colon);
  const place = source.type === 'paper-conference' && !source['container-title'];
  // Until 2025 the day of what is online stood in brackets.
  const isPosted = standard === '2015' && onlineAt(source) && !source.publisher;
  const imprinted = isPosted ? posted(source, standard) : imprint(source, standard);
  const published = withPages(imprinted, source, standard);
  // A meeting without proceedings has its date after a comma.
  if (place)
    return [makers, [title, published].filter(Boolean).join(MARKS[standard].comma)]
      .filter(Boolean)
      .join('. ');
  return [makers, title, nth(source), published].filter(Boolean).join('. ');
}

/** 第1册 of a Chinese work, Vol. 1 of another. */
const volumeOf = ({ volume = '', language }: Source): string =>
  /^[\dIVX]+$/u.test(volume) ? (language === 'en' ? `Vol. ${volume}` : `第${volume}册`) : volume;

const withPages = (words: string, { page }: Source, standard: Standard): string =>
  page ? `${words}${MARKS[standard].colon}${page.replaceAll('–', '-')}` : words;

/** （2005-03-09）: when an online work was published; when it was read is for the writer to say (7.6). */
function posted({ issued }: Source, standard: Standard): string {
  const { open, close } = MARKS[standard];
  return issued ? `${open}${endsOf(issued)[0]}${close}` : '';
}

/** The title, with what the standard takes as part of it: volume, number of a report. */
function titleOf(source: Source, standard: Standard): string {
  const { colon } = MARKS[standard];
  const own = source.title ?? source['container-title'] ?? source['event-title'] ?? '';
  const isVolume = ['book', 'report'].includes(source.type);
  const parts = [
    own,
    isVolume && source.volume ? volumeOf(source) : '',
    isVolume || ['paper-conference', 'hearing'].includes(source.type) ? source.number : '',
  ];
  const title = parts.filter(Boolean).join(colon);
  return `${title}${typeOf(source)}`;
}

/** What follows the title. */
function restOf(source: Source, standard: Standard): (string | undefined)[] {
  const translated = translators(source, standard);
  switch (source.type) {
    case 'article-journal':
    case 'article-magazine':
    case 'article-newspaper': {
      const named =
        source.title === undefined ? { ...source, 'container-title': undefined } : source;
      return [translated, periodical(named as Source, standard)];
    }
    case 'webpage':
    case 'hearing':
    case 'speech':
      return [translated, onlineAt(source) ? posted(source, standard) : imprint(source, standard)];
    default:
      return [
        editors(source, standard),
        translated,
        nth(source),
        withPages(imprint(source, standard), source, standard),
      ];
  }
}

/** Whether the work stands in another, which follows after //. */
const isContribution = ({ type, ...source }: Source): boolean =>
  type === 'chapter' ||
  (type === 'paper-conference' &&
    (source['container-title'] ?? source['event-title']) !== undefined) ||
  (type === 'report' && source['container-title'] !== undefined);

/** An entry of the list of references, or a note: both are the same but for the pages that a note cites. */
export function gbt7714(source: Source, standard: Standard): string {
  const others = source.missing.includes('author-others');
  const isEdited = !source.author && !isContribution(source);
  const by = namesOf(source.author ?? (isEdited ? source.editor : undefined), standard, others);
  const title = titleOf(source, standard);
  const parts = isContribution(source)
    ? [
        by,
        `${[title, translators(source, standard)].filter(Boolean).join('. ')}//${host(source, standard)}`,
      ]
    : [by, title, ...restOf(source, standard)];
  const all = [...parts, onlineAt(source)].filter((part) => part !== undefined && part !== '');
  return all.map((part) => (/\.$/u.test(part ?? '') ? `${part}` : `${part}.`)).join(' ');
}
