/** Names in English references: several of them, in the order of speech or of a list. */
import { CJK, filed, isOwnOrder, type Name, romanized, spoken, surname } from '../name.ts';
import type { Source } from '../source.ts';
import { join, plain, type Run, together } from './runs.ts';
import { ownLanguage } from './titles.ts';

/** Ho Jen-Chieh 何仁傑 (Chicago 17, 11.90): a romanised name with its characters, in its own order. */
function withCharacters(source: Source, name: Name, show: (name: Name) => string): Run[] {
  const latin = romanized(name);
  const own = spoken(name);
  const characters: Run = { text: own, lang: ownLanguage(source) };
  if (!CJK.test(own)) return [plain(show(latin))];
  return latin === name ? [characters] : together(show(latin), ' ', characters);
}

const LIST_LIMIT = 6;
const LIST_SHOWN = 3;

/** A, B, and C: a comma before “and” from three on, and after a name that is inverted. */
function series(all: readonly Run[][], others: boolean, inverted: boolean): Run[] {
  if (others) {
    const comma = all.length > 1 || inverted ? ', ' : ' ';
    return together(join(all, ', '), `${comma}et al.`);
  }
  return all.flatMap((one, i): Run[] => {
    if (i === 0) return one;
    const last = i === all.length - 1;
    const comma = all.length > 2 || inverted ? ', ' : ' ';
    return together(last ? `${comma}and ` : ', ', one);
  });
}

/** Names of a list: the first as it is filed; of more than six, three (Chicago 18, 13.78). */
export function listed(source: Source, names: readonly Name[], others = false): Run[] {
  const cut = names.length > LIST_LIMIT;
  const shown = cut ? names.slice(0, LIST_SHOWN) : names;
  const [first] = names;
  const runs = shown.map((name, i) => withCharacters(source, name, i === 0 ? filed : spoken));
  return series(runs, cut || others, first !== undefined && !isOwnOrder(first));
}

/** A note names two people, and of more only the first (Chicago 18, 13.78). */
export const NOTE_LIMIT = 2;

/**
 * Names as they are spoken.
 * @param brief family names alone
 */
export function spokenNames(
  source: Source,
  names: readonly Name[],
  others = false,
  brief = false,
): Run[] {
  const short = (name: Name): Run[] => {
    const latin = romanized(name);
    return latin === name && !('literal' in name) && CJK.test(name.family)
      ? [{ text: spoken(name), lang: ownLanguage(source) }]
      : [plain(surname(latin))];
  };
  const runs = names.map((name) => (brief ? short(name) : withCharacters(source, name, spoken)));
  return series(runs, others, false);
}
