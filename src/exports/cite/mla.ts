/** Works after the MLA Handbook (9th ed.): a list of works cited, and citations in the text. Sections stand beside the rules. */
import { mlaDate, yearsOf } from '../../model/sources/dates.ts';
import {
  CJK,
  filed,
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
  issueNumber,
  mlaPages,
  numbered,
  pages,
} from '../../model/sources/reference/english.ts';
import {
  begun,
  clauses,
  type Piece,
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

/** The first as it is filed; of three and more, the first alone. A name in its own order takes no comma (5.3–22). */
function mlaNames(names: readonly Name[], others = false): string {
  const [first, second, ...more] = names.map(romanized);
  if (!first) return '';
  const comma = isOwnOrder(first) ? '' : ',';
  if (others || more.length > 0) return `${filed(first)}${comma} et al.`;
  return second ? `${filed(first)}${comma} and ${spoken(second)}` : filed(first);
}

/** Contributors within an entry, as they are spoken (5.38–47). */
function straight(names: readonly Name[]): string {
  const [first, second, ...more] = names.map((name) => spoken(romanized(name)));
  if (more.length > 0) return `${first} et al.`;
  return second ? `${first} and ${second}` : (first ?? '');
}

const titled = (source: Source, field: TitleField, as: 'whole' | 'part' | 'bare'): Run[] =>
  englishTitle(source, field, { as, characters: false });

/** A school as MLA writes it: National Chengchi U. */
export const inShort = (school: string): string => school.replaceAll(/\bUniversity\b/gu, 'U');

/** Whether the work stands by itself, and its title in italics (5.23–30). */
const standsAlone = (source: Source): boolean =>
  isWhole(source) ||
  source.type === 'thesis' ||
  (source['container-title'] === undefined &&
    !['paper-conference', 'speech'].includes(source.type));

/** vol. 21, no. 3 (5.51–53) */
const numbers = ({ volume, issue }: Source): string =>
  [volume && `vol. ${volume}`, issue && issueNumber(issue)].filter(Boolean).join(', ');

/** pp. 325–341, p. A-15 (5.84–99) */
const range = ({ page }: Source): string | undefined =>
  page && `${isPlural(page) ? 'pp.' : 'p.'} ${pages(mlaPages(page))}`;

/** Rutgers UP, U of Chicago P; of a thesis, its school: Quay U (5.54–67). */
function house(source: Source): Run[] {
  const short = (words: string): string =>
    source.type === 'thesis'
      ? inShort(words)
      : words
          .replace(/\bUniversity Press\b/gu, 'UP')
          .replace(/\bUniversity\b(.*)\bPress\b/gu, 'U$1P');
  return titled(source, 'publisher', 'bare').map((run) => ({ ...run, text: short(run.text) }));
}

/** Whether editors stand in the place of authors. */
const isByEditors = ({ author, editor, type }: Source): boolean =>
  !author && editor !== undefined && type !== 'chapter' && type !== 'paper-conference';

/** The container: what holds the work, who made it, number, publisher, date, place (5.31–99). */
function container(source: Source): Run[] {
  const isPeriodical = source.type.startsWith('article-');
  const author = source['container-author'];
  const editors = isByEditors(source) ? undefined : source.editor;
  const name = titled(source, 'container-title', 'whole');
  const city = isPeriodical && source['publisher-place'];
  const byYear = source.type === 'book' || source.type === 'chapter';
  const date = source.issued && (byYear ? yearsOf(source.issued) : mlaDate(source.issued));
  const isPublished = name.length > 0 || source.publisher !== undefined;
  // A meeting holds what was only given there; of papers in print, the proceedings do.
  const event = titled(source, 'event-title', 'bare');
  return clauses([
    isPublished ? [] : event,
    together(name, city && together(' [', titled(source, 'publisher-place', 'bare'), ']')),
    author && `by ${straight(author)}`,
    editors && `edited by ${straight(editors)}`,
    isHeld(source) ? undefined : translated(source),
    edition(source.edition),
    numbers(source),
    isNumberedReport(source)
      ? `${source.genre} ${source.number}`
      : source.number && numbered(source.number),
    source.publisher === undefined ? source.authority : undefined,
    house(source),
    date,
    isPublished && source.type !== 'paper-conference' ? event : [],
    isPublished && source.type === 'paper-conference' ? undefined : source['event-place'],
    range(source),
    urlOf(source),
  ]);
}

/** *Title*. 2004. National Chengchi U, master’s thesis. (5.113) */
function thesis(source: Source): Piece[] {
  return [
    source.issued && yearsOf(source.issued),
    clauses([house(source), source.genre && degree(source.genre, 'mla')]),
    urlOf(source),
  ];
}

const isHeld = (source: Source): boolean => source['container-title'] !== undefined;

const translated = ({ translator }: Source): string | undefined =>
  translator && `translated by ${straight(translator)}`;

/** Working Paper No. 12 */
const isNumberedReport = ({ type, genre, number }: Source): boolean =>
  type === 'report' && genre !== undefined && number !== undefined;

/** What stands between a title and its container (5.106–109): Translated by Cid C. */
function between(source: Source): Piece[] {
  const kind = isNumberedReport(source) ? undefined : source.genre;
  const by = isHeld(source) ? translated(source) : undefined;
  return [by && capital(by), kind && capital(kind)];
}

/** An entry of the works cited. */
export function mlaList(source: Source): Run[] {
  const { author, editor, missing } = source;
  const editors = isByEditors(source) && editor;
  const by = author
    ? mlaNames(author, missing.includes('author-others'))
    : editors && `${mlaNames(editors)}, ${editors.length > 1 ? 'editors' : 'editor'}`;
  const title = titled(source, 'title', standsAlone(source) ? 'whole' : 'part');
  const series = titled(source, 'collection-title', 'bare');
  const rest =
    source.type === 'thesis'
      ? thesis(source)
      : [...between(source), begun(container(source)), series];
  return sentences([by, title, ...rest]);
}

/** (Niksch): in the text, where the writer adds the page. */
export function mlaText(source: Source): Run[] {
  const names = (source.author ?? source.editor ?? []).map((name) => {
    const latin = romanized(name);
    return 'family' in latin && CJK.test(latin.family) ? spoken(latin) : surname(latin);
  });
  const [first, second, ...more] = names;
  const many = more.length > 0 || source.missing.includes('author-others');
  const by = many ? `${first} et al.` : second ? `${first} and ${second}` : first;
  if (by) return together(`(${by})`);
  const field = source.title === undefined ? 'container-title' : 'title';
  const whole = field === 'container-title' || standsAlone(source);
  const { translated: _, ...bare } = source;
  const cut = source.title === undefined ? bare : { ...bare, title: shortTitle(source.title) };
  return together(
    '(',
    englishTitle(cut, field, { as: whole ? 'whole' : 'part', characters: false }),
    ')',
  );
}
