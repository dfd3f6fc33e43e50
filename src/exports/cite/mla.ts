/** Works after the MLA Handbook (9th ed.): a list of works cited, and citations in the text. Sections stand beside the rules. */
import { mlaDate, yearsOf } from '../../model/sources/dates.ts';
import { CJK, filed, type Name, romanized, spoken, surname } from '../../model/sources/name.ts';
import { isWhole } from '../../model/sources/reference/chicago.ts';
import { degree } from '../../model/sources/reference/degrees.ts';
import { capital, edition, pages } from '../../model/sources/reference/english.ts';
import {
  clauses,
  type Piece,
  type Run,
  sentences,
  together,
} from '../../model/sources/reference/runs.ts';
import { englishTitle, shortTitle, type TitleField } from '../../model/sources/reference/titles.ts';
import type { Source } from '../../model/sources/source.ts';

/** The first as it is filed; of three and more, the first alone (5.5–8). A name in its own order takes no comma (5.10). */
function mlaNames(names: readonly Name[], others = false): string {
  const [first, second, ...more] = names.map(romanized);
  if (!first) return '';
  if (others || more.length > 0) return `${filed(first)}, et al.`;
  return second ? `${filed(first)}, and ${spoken(second)}` : filed(first);
}

/** Contributors within an entry, as they are spoken (5.38–41). */
function straight(names: readonly Name[]): string {
  const [first, second, ...more] = names.map((name) => spoken(romanized(name)));
  if (more.length > 0) return `${first} et al.`;
  return second ? `${first} and ${second}` : (first ?? '');
}

const titled = (source: Source, field: TitleField, as: 'whole' | 'part' | 'bare'): Run[] =>
  englishTitle(source, field, { as, characters: false });

/** Whether the work stands by itself, and its title in italics (5.26–28). */
const standsAlone = (source: Source): boolean =>
  isWhole(source) ||
  source.type === 'thesis' ||
  (source['container-title'] === undefined && source.type !== 'paper-conference');

/** vol. 21, no. 3 (5.51) */
const numbers = ({ volume, issue }: Source): string =>
  [volume && `vol. ${volume}`, issue && `no. ${issue}`].filter(Boolean).join(', ');

/** pp. 325–341, p. A-15 (5.84–89) */
const range = ({ page }: Source): string | undefined =>
  page && `${/\d[-–]\d/u.test(page) ? 'pp.' : 'p.'} ${pages(page)}`;

/** The container: what holds the work, who made it, number, publisher, date, place (5.31–95). */
function container(source: Source): Run[] {
  const isPeriodical = source.type.startsWith('article-');
  const author = source['container-author'];
  const editors = isWhole(source) && !source.author ? undefined : source.editor;
  const name = titled(source, 'container-title', 'whole');
  const city = isPeriodical && source['publisher-place'];
  const date =
    source.issued && (source.type === 'book' ? yearsOf(source.issued) : mlaDate(source.issued));
  return clauses([
    together(name, city && together(' [', titled(source, 'publisher-place', 'bare'), ']')),
    author && `by ${straight(author)}`,
    editors && `edited by ${straight(editors)}`,
    source.translator && `translated by ${straight(source.translator)}`,
    edition(source.edition),
    name.length > 0 ? numbers(source) : capital(numbers(source)),
    source.number,
    source.publisher === undefined ? source.authority : undefined,
    titled(source, 'publisher', 'bare'),
    date,
    source['event-title'] && titled(source, 'event-title', 'bare'),
    source['event-place'],
    range(source),
    source.URL,
  ]);
}

/** *Title*. 2004. National Chengchi University, master’s thesis. (5.96) */
function thesis(source: Source): Piece[] {
  const school = titled(source, 'publisher', 'bare');
  return [
    source.issued && yearsOf(source.issued),
    clauses([school, source.genre && degree(source.genre, 'mla')]),
    source.URL,
  ];
}

/** An entry of the works cited. */
export function mlaList(source: Source): Run[] {
  const { author, editor, missing } = source;
  const isPart = source.type === 'chapter' || source.type === 'paper-conference';
  const editors = !author && !isPart && editor;
  const by = author
    ? mlaNames(author, missing.includes('author-others'))
    : editors && `${mlaNames(editors)}, ${editors.length > 1 ? 'editors' : 'editor'}`;
  const title = titled(source, 'title', standsAlone(source) ? 'whole' : 'part');
  const series = titled(source, 'collection-title', 'bare');
  const rest =
    source.type === 'thesis'
      ? thesis(source)
      : [source.genre && capital(source.genre), container(source), series];
  return sentences([by, title, ...rest]);
}

/** (Niksch): in the text, where the writer adds the page (6.3–10). */
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
