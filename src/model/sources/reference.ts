/** A source as a reference: in full, in few words, and the name it is filed under. */
import { closeSpacing } from '../../markdown/rehype-spacing.ts';
import { CJK, filed, type Name, spoken, surname } from './name.ts';
import { chicago } from './reference/chicago.ts';
import { taiwan } from './reference/chinese.ts';
import { charactersOf, inLanguage, join, plain, type Run } from './reference/runs.ts';
import { article, described, isWhole, work } from './reference/titles.ts';
import { outletOf, type Source, withName, yearOf } from './source.ts';

export type { Run } from './reference/runs.ts';

/**
 * The full reference of a source, without its address on the web: in English after Chicago, places
 * of publication kept, since the note gives them; in Chinese as Taiwan writes it.
 */
export function referenceOf(printed: Source): Run[] {
  const source = withName(printed);
  if (source.language === 'en') return inLanguage(chicago(source, 'list', { own: true }), 'en');
  return [...taiwan(source), plain('。')];
}

/** The characters of a reference. */
export const plainReference = (source: Source): string => charactersOf(referenceOf(source));

/** Whom a source is filed under: its author or editor, else its title, else its outlet. */
export function filedUnder(source: Source): string {
  const [name] = source.author ?? source.editor ?? [];
  return name ? filed(name) : (source.title ?? outletOf(source) ?? source.id);
}

/** A name in one word or two: Niksch, 劉德海. */
export function briefName(name: Name): string {
  if ('literal' in name) return name.literal;
  return CJK.test(name.family) ? spoken(name) : surname(name);
}

const titleRun = (source: Source, title: string): Run =>
  isWhole(source) && !described(title) ? work(title) : article(title);

function outletRun(source: Source): Run | string | undefined {
  const name = source['container-title'];
  if (name === undefined) return outletOf(source);
  const unmarked = source.kind === 'wire' || source.kind === 'website';
  return unmarked && CJK.test(name) ? name : work(name);
}

/** A source in few words: Niksch, “U.S. Troop Withdrawal from South Korea” (1981). */
export function shortReference(source: Source): Run[] {
  const [name] = source.author ?? source.editor ?? [];
  const by = name && briefName(name);
  const isEnglish = source.language === 'en';
  const main = isEnglish ? source.title?.split(': ')[0] : source.title;
  const isDescribed = main !== undefined && described(main) !== undefined;
  const shown =
    main === undefined ? outletRun(source) : isDescribed && by ? undefined : titleRun(source, main);
  const year = yearOf(source);
  const named = join([by, shown], isEnglish || !CJK.test(by ?? '') ? ', ' : '');
  const runs = year ? [...named, plain(isEnglish ? ` (${year})` : `（${year}）`)] : named;
  if (isEnglish) return inLanguage(runs, 'en');
  return runs.map((run) => ({ ...run, text: closeSpacing(run.text) }));
}
