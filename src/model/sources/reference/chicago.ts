/**
 * References in English after the Chicago Manual of Style (18th ed.): notes, short notes and the list.
 * Sections of the manual stand beside the rules. The site's own
 * bibliography (`own`) names places of publication, which the 18th edition no longer asks for (14.30),
 * and files unsigned articles under their titles.
 */
import type { Source } from '../source.ts';
import { rest } from './chicago/after-title.ts';
import { begunIn, type Form, make, people, rangeOf, title, type Work } from './chicago/fields.ts';
import { hasColon, isUnsigned, outlet } from './chicago/periodicals.ts';
import { listed, spokenNames } from './english-names.ts';
import { clauses, type Run, sentences, together } from './runs.ts';
import { telling } from './telling.ts';
import { englishTitle, isWhole, shortTitle, type TitleField } from './titles.ts';

/** Who is named first: authors, else editors or translators with what they did (13.74–86). */
function names(work: Work): Run[] {
  const { source, form, telling: account } = work;
  const [field, role] = source.author
    ? (['author', ''] as const)
    : source.type === 'chapter' || source.type === 'paper-conference'
      ? [undefined, '']
      : source.editor
        ? (['editor', source.editor.length > 1 ? 'eds.' : 'ed.'] as const)
        : [undefined, ''];
  const all = field && account.tell(field);
  if (!all) return [];
  const others = field === 'author' && source.missing.includes('author-others');
  const run = form === 'list' ? listed(source, all, others) : people(work, all, others);
  return role ? together(run, `, ${role}`) : run;
}

interface Options {
  /** Whether it is for our own bibliography. */
  own?: boolean;
  /** The page that a note cites. */
  pin?: string;
}

/** 14.87: a magazine is cited by its date, where that names a month or a day, and not by its number. */
function byDate(source: Source): Source {
  const { volume: _, issue: __, ...dated } = source;
  return source.type === 'article-magazine' && source.issued?.date.includes('-') ? dated : source;
}

/** A reference for the list, or a note; its address is set by who shows it. */
export function chicago(printed: Source, form: Form, options: Options = {}): Run[] {
  const { own = false, pin } = options;
  const source = own ? printed : byDate(printed);
  const work: Work = { source, form, telling: telling(source), own, pin };
  const by = isUnsigned(work) ? outlet(work) : names(work);
  const called = title(work, 'title', isWhole(source) ? 'whole' : 'part');
  const { parts, imprint: published } = rest(work);
  // What the type has no place for stands before the imprint.
  const event = clauses(make(work, 'event-title', 'event-place'));
  const left = make(work, ...work.telling.left());
  const more = [event, ...left].map((piece) => begunIn(work, piece));
  if (form === 'list') return sentences([by, called, ...parts, ...more, published]);
  const said = clauses([by, called, ...parts, ...more]);
  const all = published.length > 0 ? together(said, ' (', published, ')') : said;
  const isPinned = pin === undefined || hasColon(source);
  return isPinned ? all : clauses([all, rangeOf(work, pin)]);
}

/** A short note: Niksch, “U.S. Troop Withdrawal from South Korea” (13.32–36). */
export function shortNote(source: Source): Run[] {
  const [name, ...others] = source.author ?? source.editor ?? [];
  const by = name && [
    spokenNames(
      source,
      [name],
      others.length > 1 || source.missing.includes('author-others'),
      true,
    ),
    others.length === 1 && together(' and ', spokenNames(source, others, false, true)),
  ];
  const full = source.title ?? source['container-title'];
  const brief = full && shortTitle(full);
  const field: TitleField = source.title ? 'title' : 'container-title';
  const cut: Source = { ...source, ...(brief === undefined ? {} : { [field]: brief }) };
  const as = isWhole(source) || !source.title ? 'whole' : 'part';
  const { translated: _, ...bare } = cut;
  return clauses([by && together(...by), englishTitle(bare, field, { as, characters: true })]);
}
