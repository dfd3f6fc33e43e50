/**
 * Works after the Publication Manual of the APA (7th ed.), for papers in English. Sections of the
 * manual stand beside the rules. Titles keep their capital letters: which words are names, and stay
 * large in sentence case (6.17), is for the writer to say.
 */
import { apaDate, yearsOf } from '../../model/sources/dates.ts';
import {
  CJK,
  isOwnOrder,
  type Name,
  romanized,
  spoken,
  surname,
} from '../../model/sources/name.ts';
import { degree } from '../../model/sources/reference/degrees.ts';
import {
  capital,
  edition,
  isPlural,
  numbered,
  pages,
} from '../../model/sources/reference/english.ts';
import {
  clauses,
  italic,
  type Piece,
  plain,
  type Run,
  sentences,
  together,
} from '../../model/sources/reference/runs.ts';
import {
  englishTitle,
  isWhole,
  shortTitle,
  type TitleField,
} from '../../model/sources/reference/titles.ts';
import { type Source, urlOf } from '../../model/sources/source.ts';
import { initials } from './initials.ts';

/** Taylor, W. J., Jr.; Liu, T.-H.: all names are inverted (9.8). */
function inverted(name: Name): string {
  const latin = romanized(name);
  if ('literal' in latin || CJK.test(latin.family)) return spoken(latin);
  const given = [initials(latin.given), latin['dropping-particle']].filter(Boolean).join(' ');
  return [surname(latin), given, latin.suffix].filter(Boolean).join(', ');
}

/** W. J. Taylor Jr.: an editor within a reference (9.28). */
function straight(name: Name): string {
  const latin = romanized(name);
  if ('literal' in latin || CJK.test(latin.family)) return spoken(latin);
  return spoken({ ...latin, given: initials(latin.given), 'static-ordering': undefined });
}

const LIMIT = 20;

/** A, B, & C; of more than twenty, nineteen and the last (9.8). */
function apaNames(names: readonly string[], others = false): string {
  if (others) return `${names.join(', ')}, et al.`;
  if (names.length > LIMIT) return `${names.slice(0, LIMIT - 1).join(', ')}, . . . ${names.at(-1)}`;
  const [last, ...before] = [...names].reverse();
  if (before.length === 0) return last ?? '';
  return `${before.reverse().join(', ')}, & ${last}`;
}

const pair = (names: readonly string[]): string =>
  names.length === 2 ? names.join(' & ') : apaNames(names);

const titled = (source: Source, field: TitleField, as: 'whole' | 'bare'): Run[] =>
  englishTitle(source, field, { as, characters: false });

/** Types whose day of publication is given, not the year alone (9.14). */
const DATED: readonly Source['type'][] = [
  'article-magazine',
  'article-newspaper',
  'webpage',
  'speech',
  'paper-conference',
];

const dateOf = (source: Source): string => {
  const { issued } = source;
  if (!issued) return 'n.d.';
  return DATED.includes(source.type) && !isPart(source) ? apaDate(issued) : yearsOf(issued);
};

/** 6th ed., Rev. ed. */
const nth = (source: Source): string | undefined => {
  const words = edition(source.edition);
  return words && capital(words);
};

/** Working Paper No. 12: the kind and number of a report stand together (10.4). */
const isNumberedReport = ({ type, genre, number }: Source): boolean =>
  type === 'report' && genre !== undefined && number !== undefined;

/** (C. Baker, Trans.; 6th ed., Vol. 1) (9.19, 10.2) */
function details(source: Source): Piece {
  const { volume, number, genre, translator, editor, author } = source;
  const kind = isNumberedReport(source) && genre ? `${capital(genre)} ` : '';
  const isReport = source.type === 'report';
  const series = isReport && source['collection-title'];
  const counted = isReport && number ? kind + capital(numbered(number)) : undefined;
  const numbers = [
    kind ? undefined : series,
    nth(source),
    volume && !source.type.startsWith('article-') && `Vol. ${volume}`,
    kind ? undefined : counted,
  ].filter(Boolean);
  const people = [
    author && editor && `${pair(editor.map(straight))}, ${editor.length > 1 ? 'Eds.' : 'Ed.'}`,
    translator && `${pair(translator.map(straight))}, Trans.`,
  ].filter(Boolean);
  const report = kind ? [counted, series] : [];
  const inside = [...people, ...report, numbers.join(', ')].filter(Boolean).join('; ');
  return inside && ` (${inside})`;
}

const STANDALONE: readonly Source['type'][] = ['webpage', 'thesis', 'speech', 'paper-conference'];

/** Whether the work stands by itself, its title in italics (9.19). */
const standsAlone = (source: Source): boolean =>
  isWhole(source) || (STANDALONE.includes(source.type) && !isPart(source));

/** Whether a work is a contribution to a book or to proceedings. */
export const isPart = ({ type, ...source }: Source): boolean =>
  type === 'chapter' ||
  (type === 'paper-conference' && (source['container-title'] ?? source.publisher) !== undefined);

/** [Master’s thesis, National Chengchi University] (10.6), [Paper presentation] (10.5) */
function bracket(source: Source): string {
  const { type, genre } = source;
  if (type === 'thesis') {
    const kind = genre ? degree(genre, 'apa') : 'Thesis';
    const school = source.translated?.publisher ?? source.latin?.publisher ?? source.publisher;
    return ` [${[kind, school].filter(Boolean).join(', ')}]`;
  }
  if (type === 'paper-conference' && !isPart(source)) return ' [Paper presentation]';
  return genre && !isNumberedReport(source) ? ` [${capital(genre)}]` : '';
}

/** Of a part of a book, what is said beside its own title: who translated it (10.3). */
const onlyTranslated = ({ edition: _, volume: __, editor: ___, ...part }: Source): Source => part;

function titleOf(source: Source): Run[] {
  const alone = standsAlone(source);
  return together(
    titled(source, 'title', alone ? 'whole' : 'bare'),
    isPart(source) ? details(onlyTranslated(source)) : details(source),
    source.title !== undefined && bracket(source),
  );
}

/** *Asian Survey*, *21*(3), 325–341 (9.25); The Washington Post, A-15 (10.1) */
function periodical(source: Source): Run[] {
  const { volume, issue, page } = source;
  const number = together(volume && italic(volume), issue && plain(`(${pages(issue)})`));
  return clauses([titled(source, 'container-title', 'whole'), number, pages(page)]);
}

/** In R. S. Ross (Ed.), *East Asia in Transition* (2nd ed., pp. 12–40) (9.28, 10.3) */
function within(source: Source): Run[] {
  const { editor, page } = source;
  const author = source['container-author'];
  const by = editor
    ? `${pair(editor.map(straight))} (${editor.length > 1 ? 'Eds.' : 'Ed.'}), `
    : author
      ? `${pair(author.map(straight))}, `
      : '';
  const range = page && `${isPlural(page) ? 'pp.' : 'p.'} ${pages(page)}`;
  const inside = [nth(source), source.volume && `Vol. ${source.volume}`, range];
  const where = inside.filter(Boolean).join(', ');
  return together('In ', by, titled(source, 'container-title', 'whole'), where && ` (${where})`);
}

/** Who published it, left out where that is the author (9.29). */
function publisher(source: Source): Run[] {
  const [author] = source.author ?? [];
  if (source.publisher === undefined) return [];
  if (author && 'literal' in author && author.literal === source.publisher) return [];
  return titled(source, 'publisher', 'bare');
}

function sourceOf(source: Source): Piece[] {
  switch (source.type) {
    case 'article-journal':
    case 'article-magazine':
    case 'article-newspaper':
      // An untitled article is known by where it stands, which is said already.
      return source.title === undefined ? [] : [periodical(source)];
    case 'chapter':
      return [within(source), publisher(source)];
    case 'paper-conference':
      return isPart(source)
        ? [within(source), publisher(source)]
        : [clauses([titled(source, 'event-title', 'bare'), source.number, source['event-place']])];
    case 'thesis':
      return [];
    case 'speech':
    case 'webpage':
      return [
        source.title !== undefined && titled(source, 'container-title', 'bare'),
        publisher(source),
        clauses([titled(source, 'event-title', 'bare'), source['event-place']]),
        source.authority,
      ];
    default:
      return [titled(source, 'container-title', 'whole'), source.authority, publisher(source)];
  }
}

/** 11.6: a hearing is cited as law is, with who testified at its end. */
function hearing(source: Source): Run[] {
  const witness = source.author?.map((name) => spoken(romanized(name))).join(', ');
  const year = source.issued ? yearsOf(source.issued) : 'n.d.';
  const head = clauses([titled(source, 'title', 'whole'), source.authority, source.number]);
  return together(head, ` (${year})`, witness && ` (testimony of ${witness})`);
}

/** The authors, or else editors with their part in it (9.10). */
function namesOf(source: Source): string {
  const { author, editor, missing } = source;
  if (author) return apaNames(author.map(inverted), missing.includes('author-others'));
  if (!editor || isPart(source)) return '';
  return `${apaNames(editor.map(inverted))} (${editor.length > 1 ? 'Eds.' : 'Ed.'})`;
}

/** An entry of the reference list; its address has no full stop after it (9.35). */
export function apaList(source: Source): Run[] {
  const url = urlOf(source);
  const address = url && ` ${url}`;
  if (source.type === 'hearing') return together(sentences([hearing(source)]), address);
  const by = namesOf(source);
  const title = titleOf(source);
  const name = source.title === undefined && periodical(source);
  // 9.12: without an author, the title moves to its place.
  const head = by ? [by, `(${dateOf(source)})`, title] : [title, name, `(${dateOf(source)})`];
  const place = by && name ? [name] : [];
  return together(sentences([...head, ...place, ...sourceOf(source)]), address);
}

/** (Niksch, 1981): in the text, where the writer adds the page (8.11–17). */
export function apaText(source: Source): Run[] {
  const names = (source.author ?? source.editor ?? []).map((name) => {
    const latin = romanized(name);
    return isOwnOrder(latin) && CJK.test(surname(latin)) ? spoken(latin) : surname(latin);
  });
  const many = names.length > 2 || source.missing.includes('author-others');
  const by = many ? `${names[0]} et al.` : names.join(' & ');
  const field = source.title === undefined ? 'container-title' : 'title';
  const alone = field === 'container-title' || standsAlone(source);
  const { translated: _, ...bare } = source;
  const brief = source.title === undefined ? bare : { ...bare, title: shortTitle(source.title) };
  const title = englishTitle(brief, field, { as: alone ? 'whole' : 'part', characters: false });
  const year = source.issued ? yearsOf(source.issued) : 'n.d.';
  return together('(', clauses([by || title, year]), ')');
}
