/** A source as a reference: in full, in few words, and the name it is filed under. */
import { closeSpacing } from '../../markdown/rehype-spacing.ts';
import { chinese } from './reference/chinese.ts';
import { english } from './reference/english.ts';
import { article, HAN, isWhole, join, outlet, plain, type Run, work } from './reference/runs.ts';
import {
  filed,
  isDescription,
  type Name,
  outletOf,
  type Source,
  spoken,
  yearOf,
} from './source.ts';

export type { Run } from './reference/runs.ts';

/** The full reference of a source, without its address on the web. */
export function referenceOf(source: Source): Run[] {
  return source.language === 'zh' ? chinese(source) : english(source);
}

/** The characters of a reference. */
export const plainReference = (source: Source): string =>
  referenceOf(source)
    .map((run) => run.text)
    .join('');

/** Whom a source is filed under: its author or editor, else its title, else its outlet. */
export function filedUnder(source: Source): string {
  const [name] = source.author ?? source.editor ?? [];
  return name ? filed(name) : (source.title ?? outletOf(source) ?? source.id);
}

/** A name in one word or two: Niksch, 劉德海. */
export function briefName(name: Name): string {
  if ('literal' in name) return name.literal;
  return HAN.test(name.family) ? spoken(name) : name.family;
}

/** A source in few words: Niksch, “U.S. Troop Withdrawal from South Korea” (1981). */
export function shortReference(source: Source): Run[] {
  const [name] = source.author ?? source.editor ?? [];
  const by = name && briefName(name);
  const isEnglish = source.language !== 'zh';
  const main = isEnglish ? source.title?.split(': ')[0] : source.title;
  const described = main !== undefined && isDescription(main);
  const title = isWhole(source) ? work(main) : described && by ? undefined : article(main);
  const shown = title ?? (described ? undefined : (outlet(source) ?? outletOf(source)));
  const year = yearOf(source);
  const named = join([by, shown], isEnglish || !HAN.test(by ?? '') ? ', ' : '');
  const runs = year ? [...named, plain(isEnglish ? ` (${year})` : `（${year}）`)] : named;
  if (!isEnglish) return runs.map((run) => ({ ...run, text: closeSpacing(run.text) }));
  return runs.map((run) => ({ ...run, lang: 'en' as const }));
}
